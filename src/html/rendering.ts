import { attr, classes, isElement, parentElement, walk, type Element, type Root } from './tree.ts';

const NEVER = new Set(
  'head title base meta link script style template noscript noframes noembed iframe datalist param source track'.split(
    ' ',
  ),
);
const HIDING = new Set(['ui-hidden-container', 'ui-overlay-hidden', 'ui-helper-hidden']);

type Style = ReadonlyMap<string, string>;
const NO_STYLE: Style = new Map();
const read = new WeakMap<Element, Style>();

function readStyle(style: string): Style {
  const found = new Map<string, string>();
  for (const part of style.toLowerCase().split(';')) {
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

/** The inline style of an element as property and value, in lower case; the last one counts. Read once an element. */
export function inlineStyle(element: Element): Style {
  const style = attr(element, 'style');
  if (style === null) return NO_STYLE;
  const known = read.get(element) ?? readStyle(style);
  read.set(element, known);
  return known;
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

/** What a person does not see. */
export type Unseen = {
  /** Elements that are not on the page, and all that is in them. */
  gone: ReadonlySet<Element>;
  /** Elements whose own text is not shown, though elements in them may be. */
  mute: ReadonlySet<Element>;
};

/** Whether an element is one that keeps its content folded away until it is opened. */
const isFolded = (element: Element | null) => element?.name === 'details' && attr(element, 'open') === null;

/** Whether an element is not visible; a child may be visible again. */
function isInvisible(element: Element, inherited: boolean): boolean {
  const visibility = inlineStyle(element).get('visibility');
  return visibility === undefined || visibility === 'inherit' ? inherited : visibility !== 'visible';
}

/**
 * What is not seen below a node, by markup alone (no style sheet is read): what is hidden, in `closed`, in the folded
 * part of `<details>`, or has `visibility: hidden`. What is in `opened` is shown whatever its markup says.
 */
export function unseen(top: Root | Element, { closed, opened } = { closed: NONE, opened: NONE }): Unseen {
  const gone = new Set<Element>();
  const mute = new Set<Element>();
  walk(top, {
    enter(node) {
      if (!isElement(node) || opened.has(node)) return;
      const parent = parentElement(node);
      const folded = isFolded(parent) && node.name !== 'summary';
      const around = parent !== null && gone.has(parent);
      if (around || folded || closed.has(node) || hidesItself(node)) gone.add(node);
      const inherited = parent !== null && mute.has(parent) && !isFolded(parent);
      if (isInvisible(node, inherited) || isFolded(node)) mute.add(node);
    },
  });
  return { gone, mute };
}

/** Every element of which nothing is to be filled in, pressed or followed. */
export function hiddenOf({ gone, mute }: Unseen): ReadonlySet<Element> {
  return new Set([...gone, ...mute]);
}
