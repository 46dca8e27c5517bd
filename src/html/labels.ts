import { isLabelable } from './controls.ts';
import { LIMIT, MUTE, precedingText } from './labels-nearby.ts';
import { attr, fold, isElement, isText, rawText, walk, type Element, type Node } from './tree.ts';

const BUTTON_TYPES = new Set(['submit', 'image', 'reset', 'button']);

/** Finds the label of a control; made once a page. */
export type Labels = (control: Element) => string;

/** Text of a label without what its own controls hold. */
function textOf(top: Element, hidden: ReadonlySet<Element>): string {
  let text = '';
  walk(top, {
    enter(node: Node) {
      if (text.length > LIMIT) return false;
      if (isText(node)) text += node.data;
      return !(isElement(node) && (MUTE.has(node.name) || hidden.has(node)));
    },
  });
  return fold(text).slice(0, LIMIT);
}

/** The control each label names: by `for`, else the first it holds (HTML standard 4.10.4). */
function namedBy(
  top: Node,
  elements: readonly Element[],
  ids: ReadonlyMap<string, Element>,
): ReadonlyMap<Element, Element> {
  const labels = new Map<Element, Element>();
  const name = (control: Element, label: Element) => {
    if (!labels.has(control)) labels.set(control, label);
  };
  for (const label of elements.filter((element) => element.name === 'label')) {
    const target = ids.get(attr(label, 'for') ?? '');
    if (target !== undefined && isLabelable(target)) name(target, label);
  }
  const open: Element[] = [];
  walk(top, {
    enter(node) {
      if (!isElement(node)) return;
      if (isLabelable(node)) for (const label of open.splice(0).toReversed()) name(node, label);
      if (node.name === 'label' && attr(node, 'for') === null) open.push(node);
    },
    leave(node) {
      if (node === open.at(-1)) open.pop();
    },
  });
  return labels;
}

/** What a button says: its content, its value, or an image's alternative text. */
function buttonText(button: Element, type: string): string {
  if (button.name === 'button') return rawText(button, LIMIT);
  const caption = type === 'submit' ? 'Submit' : type === 'reset' ? 'Reset' : '';
  return attr(button, type === 'image' ? 'alt' : 'value') ?? caption;
}

/** Remembers what an element's text is: many controls may point at one label. */
function remembering(hidden: ReadonlySet<Element>): (element: Element | undefined) => string {
  const known = new Map<Element, string>();
  return (element) => {
    if (element === undefined) return '';
    const text = known.get(element) ?? textOf(element, hidden);
    known.set(element, text);
    return text;
  };
}

/**
 * How a page names its controls: `<label for>`, a label around, `aria-labelledby`, `aria-label`, what a button
 * says, for a check box or radio button the text behind it, the nearest text before it in its line, cell or row,
 * `placeholder`. At most 300 characters.
 */
export function labelsOf(
  top: Node,
  elements: readonly Element[],
  ids: ReadonlyMap<string, Element>,
  hidden: ReadonlySet<Element>,
): Labels {
  const named = namedBy(top, elements, ids);
  const nearby = precedingText(top, hidden);
  const read = remembering(hidden);
  return (control) => {
    const type = attr(control, 'type')?.toLowerCase() ?? '';
    const button = control.name === 'button' || (control.name === 'input' && BUTTON_TYPES.has(type));
    const pointed = (attr(control, 'aria-labelledby') ?? '').split(/\s+/, 8).map((id) => read(ids.get(id)));
    const candidates = [
      read(named.get(control)),
      pointed.join(' '),
      attr(control, 'aria-label') ?? '',
      button ? buttonText(control, type) : (nearby.get(control) ?? ''),
      attr(control, 'placeholder') ?? '',
    ];
    return candidates.map((text) => fold(text).slice(0, LIMIT)).find((text) => text !== '') ?? '';
  };
}
