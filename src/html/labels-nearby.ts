import { isLabelable } from './controls.ts';
import { attr, classes, fold, isElement, isText, walk, type Element, type Node } from './tree.ts';

/** The most characters that a label has. */
export const LIMIT = 300;
const BREAKS = new Set(
  (
    'address article blockquote br center dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr legend li ol p pre ' +
    'section table tbody td th tr ul'
  ).split(' '),
);
/** Elements whose text names no control. */
export const MUTE = new Set('script style template noscript select textarea button title head'.split(' '));

/** The text on this line since the last control, the last line of this cell, and the last of the cells before. */
type Place = { line: string; before: string; cell: string };

// PrimeFaces' check boxes are boxes in boxes that stand in one line.
function breaksLine(element: Element): boolean {
  if (!BREAKS.has(element.name)) return false;
  return !classes(element).some((name) => /^ui-(?:chkbox|radiobutton|helper-hidden-accessible)/.test(name));
}

function isChoice(element: Element): boolean {
  return element.name === 'input' && /^(?:checkbox|radio)$/i.test(attr(element, 'type') ?? '');
}

/** What is written and where, as the walk comes along. */
type Trail = { places: Place[]; found: Map<Element, string>; choice: Element | null; behind: string };

function here(trail: Trail): Place {
  const place = trail.places.at(-1) ?? { line: '', before: '', cell: '' };
  if (trail.places.length === 0) trail.places.push(place);
  return place;
}

/** The text behind a check box names it, where there is any. */
function endChoice(trail: Trail): void {
  const text = fold(trail.behind);
  if (trail.choice !== null && text !== '') trail.found.set(trail.choice, text.slice(0, LIMIT));
  trail.choice = null;
  trail.behind = '';
}

/** What was on the line is behind us now. */
function endText(place: Place): void {
  if (fold(place.line) !== '') place.before = place.line;
  place.line = '';
}

function endLine(trail: Trail): void {
  endChoice(trail);
  endText(here(trail));
}

function meetControl(trail: Trail, control: Element, shown: boolean): void {
  endChoice(trail);
  const place = here(trail);
  const near = [place.line, place.before, place.cell].map(fold).find((text) => text !== '') ?? '';
  trail.found.set(control, near.slice(-LIMIT));
  if (shown) endText(place);
  if (isChoice(control)) trail.choice = control;
}

function enterElement(trail: Trail, element: Element): void {
  if (element.name === 'tr') trail.places.push({ line: '', before: '', cell: '' });
  if (element.name === 'td' || element.name === 'th') {
    endLine(trail);
    const place = here(trail);
    if (place.before !== '') place.cell = place.before;
    place.before = '';
  } else if (breaksLine(element)) endLine(trail);
}

/** The text nearest to each control: before it in its line, cell or row; behind it for a check box or radio button. */
export function precedingText(top: Node, hidden: ReadonlySet<Element>): ReadonlyMap<Element, string> {
  const trail: Trail = { places: [], found: new Map(), choice: null, behind: '' };
  walk(top, {
    enter(node) {
      if (isText(node)) {
        const place = here(trail);
        place.line = (place.line + node.data.slice(-LIMIT)).slice(-2 * LIMIT);
        if (trail.choice !== null && trail.behind.length < LIMIT) trail.behind += node.data.slice(0, LIMIT);
        return true;
      }
      if (!isElement(node)) return true;
      if (isLabelable(node)) meetControl(trail, node, !hidden.has(node));
      if (MUTE.has(node.name) || hidden.has(node)) return false;
      enterElement(trail, node);
      return true;
    },
    leave(node) {
      if (!isElement(node) || MUTE.has(node.name) || hidden.has(node)) return;
      if (node.name === 'tr') trail.places.pop();
      else if (breaksLine(node)) endLine(trail);
    },
  });
  endChoice(trail);
  return trail.found;
}
