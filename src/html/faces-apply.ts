import { contentOf, dialogsById } from './dialogs.ts';
import { documentOf, type Document } from './document.ts';
import type { PartialAnswer } from './faces.ts';
import { copyTree, depthOf, isPlaced, replaceWith } from './graft.ts';
import { idsOf } from './owners.ts';
import { parsePage, parsePiece } from './parser.ts';
import { setStates } from './faces-state.ts';
import { attr, childrenOf, elementsIn, isElement, parentElement, type Element, type Root } from './tree.ts';

const STATE = /(?:^|:)((?:javax|jakarta)\.faces\.(?:ViewState|ClientWindow))(?::|$)/;
const WHOLE = /^(?:javax|jakarta)\.faces\.View(Root|Body)$/;
const HEAD = /^(?:javax|jakarta)\.faces\.(?:ViewHead|Resource)$/;
/** How often the ids of a page are gathered anew, at most, while one answer is applied. */
const GATHERINGS = 50;

type Work = {
  root: Root;
  owners: Map<Element, Element>;
  unplaced: { id: string; html: string }[];
  /** Where updates put something: to tell which dialogs they touched. */
  touched: Set<Element>;
  ids: Map<string, Element>;
  gatherings: number;
  cut: boolean;
};

/** The first element of an id, as the page stands after the updates so far. */
function find(work: Work, id: string): Element | null {
  const known = work.ids.get(id);
  if (known !== undefined && isPlaced(known, work.root)) return known;
  // Another of the same id may stand behind the one that went; nothing else needs a new look.
  if (known === undefined || work.gatherings++ >= GATHERINGS) return null;
  work.ids = new Map(idsOf(elementsIn(work.root)));
  return work.ids.get(id) ?? null;
}

function addIds(work: Work, elements: readonly Element[]): void {
  for (const [id, element] of idsOf(elements)) {
    const known = work.ids.get(id);
    if (known === undefined || !isPlaced(known, work.root)) work.ids.set(id, element);
  }
}

function adopt(work: Work, piece: { root: Root; owners: Map<Element, Element>; cut: boolean }): void {
  for (const [control, form] of piece.owners) work.owners.set(control, form);
  work.cut ||= piece.cut;
}

/** Puts a page's root or body in the place of the one that stands. */
function replaceWhole(work: Work, name: string, html: string): void {
  const page = parsePage(html);
  const stands = elementsIn(work.root).find((element) => element.name === name);
  const fresh = elementsIn(page.root).find((element) => element.name === name);
  if (stands === undefined || fresh === undefined) return;
  replaceWith(stands, [fresh]);
  adopt(work, page);
  addIds(work, [fresh, ...elementsIn(fresh)]);
}

function replaceElement(work: Work, target: Element, html: string): void {
  const parent = parentElement(target);
  const context = parent === null || parent.name === 'select' ? 'div' : parent.name;
  const piece = parsePiece(html, context, depthOf(target));
  const nodes = childrenOf(piece.root);
  const id = attr(target, 'id');
  replaceWith(target, nodes);
  adopt(work, piece);
  const fresh = nodes.filter(isElement);
  addIds(
    work,
    fresh.flatMap((element) => [element, ...elementsIn(element)]),
  );
  const same = fresh.find((element) => attr(element, 'id') === id) ?? parent;
  if (same !== null) work.touched.add(same);
}

function update(work: Work, { id, html }: { id: string; html: string }): void {
  const whole = WHOLE.exec(id)?.[1];
  if (whole !== undefined) return replaceWhole(work, whole === 'Root' ? 'html' : 'body', html);
  const target = HEAD.test(id) ? null : find(work, id);
  if (target === null) work.unplaced.push({ id, html });
  else replaceElement(work, target, html);
}

/** The dialogs that stand at or around a touched place and hold something they did not hold before. */
function filledBy(work: Work, before: ReadonlyMap<string, string>): Set<Element> {
  const filled = new Set<Element>();
  for (const [id, dialog] of dialogsById(elementsIn(work.root))) {
    const content = contentOf(dialog);
    if (content === '' || content === (before.get(id) ?? '')) continue;
    const inside =
      work.touched.has(dialog) || elementsIn(dialog).some((element) => work.touched.has(element));
    if (inside) filled.add(dialog);
  }
  return filled;
}

/**
 * The page after a partial answer: updates replace elements by id, a view state goes into every form that posts
 * (`PrimeFaces.ajax.Utils`, public source), a ViewRoot or ViewBody update replaces the body, and what no element
 * has the id for is kept as `unplaced`. The document given stays as it was.
 */
export function applyPartialAnswer(doc: Document, answer: PartialAnswer): Document {
  const { root, copies } = copyTree(doc.root);
  const copied = (element: Element) => copies.get(element) ?? element;
  const elements = elementsIn(root);
  const before = new Map([...dialogsById(elements)].map(([id, dialog]) => [id, contentOf(dialog)]));
  const work: Work = {
    root,
    owners: new Map([...doc.owners].map(([control, form]) => [copied(control), copied(form)])),
    unplaced: [...doc.unplaced],
    touched: new Set(),
    ids: new Map(idsOf(elements)),
    gatherings: 0,
    cut: doc.cut,
  };
  const states = new Map<string, string>();
  for (const one of answer.updates) {
    const state = STATE.exec(one.id)?.[1];
    if (state === undefined) update(work, one);
    else states.set(state, one.html.trim());
  }
  setStates(root, states);
  // An owner that an update took away leaves its controls to the form around them.
  for (const [control, form] of work.owners)
    if (!isPlaced(form, root) || !isPlaced(control, root)) work.owners.delete(control);
  return documentOf(root, {
    url: doc.url,
    charset: doc.charset,
    owners: work.owners,
    evals: [...doc.evals, ...answer.evals],
    filled: new Set([...[...doc.filled].map(copied), ...filledBy(work, before)]),
    unplaced: work.unplaced,
    cut: work.cut,
  });
}
