import { attr, classes, isElement, walk, type Element, type Root } from './tree.ts';

const NEVER = new Set(
  'head title base meta link script style template noscript noframes noembed iframe datalist param source track area'.split(
    ' ',
  ),
);
const HIDING = new Set(['ui-hidden-container', 'ui-overlay-hidden', 'ui-helper-hidden']);

/** The inline style of an element as property and value, in lower case; the last one counts. */
export function inlineStyle(element: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of (attr(element, 'style') ?? '').toLowerCase().split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim(),
        part
          .slice(colon + 1)
          .replace(/!\s*important\s*$/, '')
          .trim(),
      );
  }
  return found;
}

/** Whether an element's own markup keeps it off the page. */
export function hidesItself(element: Element): boolean {
  if (NEVER.has(element.name) || attr(element, 'hidden') !== null) return true;
  if (element.name === 'input' && attr(element, 'type')?.toLowerCase() === 'hidden') return true;
  if (element.name === 'dialog' && attr(element, 'open') === null) return true;
  if (classes(element).some((name) => HIDING.has(name))) return true;
  return inlineStyle(element).get('display') === 'none';
}

const NONE: ReadonlySet<Element> = new Set();

/**
 * Every element a person does not see, by markup alone (no style sheet is read): inside something
 * hidden, inside one of `closed`, the folded part of `<details>`, or `visibility: hidden`. What is in `opened` is shown
 * whatever its markup says.
 */
export function unseen(
  top: Root | Element,
  { closed, opened } = { closed: NONE, opened: NONE },
): ReadonlySet<Element> {
  const gone = new Set<Element>();
  const invisible = new Set<Element>();
  walk(top, {
    enter(node) {
      if (!isElement(node) || opened.has(node)) return;
      const parent = isElement(node.parent) ? node.parent : null;
      const folded = parent?.name === 'details' && attr(parent, 'open') === null && node.name !== 'summary';
      if ((parent !== null && gone.has(parent)) || folded || closed.has(node) || hidesItself(node))
        gone.add(node);
      const visibility = inlineStyle(node).get('visibility');
      const inherits = visibility === undefined || visibility === 'inherit';
      if (inherits ? parent !== null && invisible.has(parent) : visibility !== 'visible') invisible.add(node);
    },
  });
  for (const element of invisible) gone.add(element);
  return gone;
}
