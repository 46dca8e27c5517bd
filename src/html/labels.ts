import { isLabelable } from './controls.ts';
import {
  attr,
  childrenOf,
  classes,
  closest,
  elementsIn,
  fold,
  isElement,
  parentElement,
  rawText,
  walk,
  type Element,
  type Node,
} from './tree.ts';

const LIMIT = 300;
const BREAKS = new Set(
  'address article br center dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr legend li ol p pre section table tbody tr ul'.split(
    ' ',
  ),
);
const BUTTON_TYPES = new Set(['submit', 'image', 'reset', 'button']);
const MUTE = new Set('script style template noscript select textarea button title head'.split(' '));

/** Text of a label without what its own controls hold. */
function labelText(top: Element, hidden: ReadonlySet<Element>): string {
  let text = '';
  walk(top, {
    enter(node: Node) {
      if (text.length > LIMIT) return false;
      if (node.type === 'text') text += node.data;
      return !(isElement(node) && (MUTE.has(node.name) || hidden.has(node)));
    },
  });
  return fold(text).slice(0, LIMIT);
}

type Nearby = { line: string; before: string; cell: string };

/** What stands before each control on its line, in its cell, or in the cells before it. */
function precedingText(top: Node, hidden: ReadonlySet<Element>): Map<Element, string> {
  const found = new Map<Element, string>();
  const rows: Nearby[] = [{ line: '', before: '', cell: '' }];
  const here = () => rows.at(-1) ?? { line: '', before: '', cell: '' };
  const endLine = () => {
    const at = here();
    if (fold(at.line) !== '') at.before = at.line;
    at.line = '';
  };
  walk(top, {
    enter(node) {
      if (node.type === 'text') {
        const at = here();
        at.line = (at.line + node.data.slice(-LIMIT)).slice(-2 * LIMIT);
        return true;
      }
      if (!isElement(node)) return true;
      if (isLabelable(node)) {
        const at = here();
        found.set(node, [at.line, at.before, at.cell].map(fold).find((text) => text !== '') ?? '');
        if (!hidden.has(node)) at.line = '';
      }
      if (MUTE.has(node.name) || hidden.has(node)) return isLabelable(node) ? false : !MUTE.has(node.name);
      if (node.name === 'tr') rows.push({ line: '', before: '', cell: '' });
      else if (node.name === 'td' || node.name === 'th') {
        endLine();
        const at = here();
        if (at.before !== '') at.cell = at.before;
        at.before = '';
      } else if (BREAKS.has(node.name)) endLine();
      return true;
    },
    leave(node) {
      if (!isElement(node) || MUTE.has(node.name)) return;
      if (node.name === 'tr' && rows.length > 1 && !hidden.has(node)) rows.pop();
      else if (BREAKS.has(node.name)) endLine();
    },
  });
  return found;
}

/** Text behind a check box or radio button, up to the next control or line. */
function followingText(element: Element): string {
  let text = '';
  for (
    let node = element.next as Node | null;
    node !== null && text.length <= LIMIT;
    node = node.next as Node | null
  ) {
    if (node.type === 'text') text += node.data;
    else if (isElement(node)) {
      if (BREAKS.has(node.name) || isLabelable(node) || elementsIn(node).some(isLabelable)) break;
      for (const child of childrenOf(node)) if (child.type === 'text') text += child.data;
    }
  }
  return fold(text).slice(0, LIMIT);
}

/** What a button says: its content, its value, or an image's alternative text. */
function buttonText(button: Element): string {
  if (button.name === 'button') return rawText(button, LIMIT);
  return attr(button, attr(button, 'type')?.toLowerCase() === 'image' ? 'alt' : 'value') ?? '';
}

/** Finds the label of a control; made once a page. */
export type Labels = (control: Element) => string;

/**
 * How a page names its controls: `<label for>`, a label around, `aria-labelledby`, `aria-label`, what a button says, for a check box
 * or radio button the text behind it, the nearest text before it in its line, cell or row, `placeholder`.
 */
export function labelsOf(
  top: Node,
  elements: readonly Element[],
  ids: ReadonlyMap<string, Element>,
  hidden: ReadonlySet<Element>,
): Labels {
  const named = new Map<Element, Element>();
  for (const label of elements.filter((element) => element.name === 'label')) {
    const target = ids.get(attr(label, 'for') ?? '');
    if (target !== undefined && isLabelable(target) && !named.has(target)) named.set(target, label);
  }
  const preceding = precedingText(top, hidden);
  return (control) => {
    const own = named.get(control);
    const around = closest(
      parentElement(control),
      (element) => element.name === 'label' && attr(element, 'for') === null,
    );
    const pointed = (attr(control, 'aria-labelledby') ?? '')
      .split(/\s+/)
      .slice(0, 8)
      .map((id) => ids.get(id));
    const type = attr(control, 'type')?.toLowerCase();
    const button = control.name === 'button' || (control.name === 'input' && BUTTON_TYPES.has(type ?? ''));
    const choice = control.name === 'input' && (type === 'checkbox' || type === 'radio');
    // PrimeFaces puts the real check box in a hidden box, and its label behind that.
    const place = choice ? (closest(control, (at) => classes(at).includes('ui-chkbox')) ?? control) : control;
    const candidates = [
      () => (own === undefined ? '' : labelText(own, hidden)),
      () => (around === null ? '' : labelText(around, hidden)),
      () => pointed.map((element) => (element === undefined ? '' : labelText(element, hidden))).join(' '),
      () => attr(control, 'aria-label') ?? '',
      () => (button ? buttonText(control) : ''),
      () => (choice ? followingText(place) : ''),
      () => (button ? '' : (preceding.get(control) ?? '')),
      () => attr(control, 'placeholder') ?? '',
    ];
    for (const candidate of candidates) {
      const text = fold(candidate()).slice(0, LIMIT);
      if (text !== '') return text;
    }
    return '';
  };
}
