import { isControl } from './controls.ts';
import type { Document } from './document.ts';
import type { Block } from './parts.ts';
import { hidesItself, inlineStyle } from './rendering.ts';
import { programsOf } from './scripts.ts';
import { widgetEvents, type WidgetEvent } from './widgets.ts';
import {
  attr,
  classes,
  closest,
  fold,
  isElement,
  isText,
  parentElement,
  walk,
  type Element,
} from './tree.ts';

export type Dialog = {
  id: string;
  open: boolean;
  openedBy: 'markup' | 'update' | 'script' | null;
  text: string;
  blocks: Block[];
};
export type FoundDialog = Pick<Dialog, 'id' | 'open' | 'openedBy'> & { element: Element };

/** Whether an element is a dialog, shown or not: PrimeFaces' own, an ARIA dialog, or `<dialog>`. */
export function isDialog(element: Element): boolean {
  if (element.name === 'dialog') return true;
  const role = attr(element, 'role')?.toLowerCase();
  return role === 'dialog' || role === 'alertdialog' || classes(element).includes('ui-dialog');
}

/** How many dialogs stand in each other and are still told apart. */
const NESTED = 4;

/** The dialogs among elements, those nested beyond reason left to the ones around them. */
function dialogsAmong(elements: readonly Element[]): Element[] {
  const depths = new Map<Element, number>();
  return elements.filter((element) => {
    if (!isDialog(element)) return false;
    const around = closest(parentElement(element), (at) => depths.has(at));
    const depth = (around === null ? 0 : (depths.get(around) ?? 0)) + 1;
    depths.set(element, depth);
    return depth <= NESTED;
  });
}

/** The dialogs among elements by their ids. */
export function dialogsById(elements: readonly Element[]): ReadonlyMap<string, Element> {
  return new Map(dialogsAmong(elements).map((dialog) => [attr(dialog, 'id') ?? '', dialog]));
}

/** What a dialog holds, to tell whether an update put something into it; empty where nothing is in it. */
export function contentOf(dialog: Element): string {
  let text = '';
  let controls = 0;
  walk(dialog, {
    enter(node) {
      if (isText(node)) text += node.data;
      if (isElement(node) && isControl(node)) controls++;
      return !isElement(node) || (node.name !== 'script' && node.name !== 'style');
    },
  });
  const said = fold(text);
  return said === '' && controls === 0 ? '' : `${controls} ${said}`;
}

function shownByMarkup(element: Element): boolean {
  if (attr(element, 'aria-hidden')?.toLowerCase() === 'true') return false;
  if (inlineStyle(element).get('visibility') === 'hidden') return false;
  return closest(element, hidesItself) === null;
}

/** What opened a dialog; a script that hides it has the last word. */
function openedByWhat(element: Element, doc: Document, word: boolean | undefined): Dialog['openedBy'] {
  if (word === false) return null;
  if (shownByMarkup(element)) return 'markup';
  if (doc.filled.has(element)) return 'update';
  return word === true ? 'script' : null;
}

/** The last word of the scripts about each dialog: shown, hidden, or nothing. */
function lastWords(events: readonly WidgetEvent[]): ReadonlyMap<string, boolean> {
  const shown = new Map<string, boolean>();
  for (const { id, shows } of events) shown.set(id, shows);
  return shown;
}

/** Every dialog of a page in tree order, and whether it is open and by what. */
export function dialogsOf(doc: Document): FoundDialog[] {
  const found = dialogsAmong(doc.elements);
  const ids = found.map((element) => attr(element, 'id') ?? '');
  const words =
    found.length === 0 ? new Map<string, boolean>() : lastWords(widgetEvents(programsOf(doc), ids));
  return found.map((element, index) => {
    const id = ids[index] ?? '';
    const openedBy = openedByWhat(element, doc, words.get(id));
    return { element, id, open: openedBy !== null, openedBy };
  });
}
