import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { isControl } from './controls.ts';
import { isDialog } from './dialogs.ts';
import { documentOf, type Document } from './document.ts';
import type { PartialAnswer } from './faces.ts';
import { copyTree, replaceWith, setChildren } from './graft.ts';
import { idsOf } from './owners.ts';
import { parsePage, parsePiece } from './parser.ts';
import {
  attr,
  childrenOf,
  closest,
  elementsIn,
  fold,
  isElement,
  rawText,
  type Element,
  type Root,
} from './tree.ts';

const STATE = /(?:^|:)((?:javax|jakarta)\.faces\.(?:ViewState|ClientWindow))(?::|$)/;
const WHOLE = /^(?:javax|jakarta)\.faces\.View(?:Root|Body)$/;

type Work = {
  root: Root;
  owners: Map<Element, Element>;
  filled: Set<Element>;
  unplaced: { id: string; html: string }[];
};

/** What an element holds, to tell whether an update put something into it. */
function contentOf(element: Element): string {
  const controls = elementsIn(element).filter(isControl).length;
  const text = fold(rawText(element));
  return text === '' && controls === 0 ? '' : `${controls} ${text}`;
}

/** Sets a view state in every form that posts, as PrimeFaces does. */
function setState(work: Work, name: string, value: string): void {
  for (const form of elementsIn(work.root).filter((element) => element.name === 'form')) {
    if (attr(form, 'method')?.toLowerCase() !== 'post') continue;
    const fields = elementsIn(form).filter(
      (element) => element.name === 'input' && attr(element, 'name') === name,
    );
    for (const field of fields) field.attribs['value'] = value;
    if (fields.length > 0) continue;
    const [field] = parsePiece('<input type="hidden">', 'div').root.children;
    if (!isElement(field ?? null)) continue;
    Object.assign((field as Element).attribs, { name, value });
    adapter.appendChild(form, field as Element);
  }
}

function replaceBody(work: Work, html: string): void {
  const { root, owners } = parsePage(html);
  const body = elementsIn(work.root).find((element) => element.name === 'body');
  const fresh = elementsIn(root).find((element) => element.name === 'body');
  if (body === undefined || fresh === undefined) return;
  replaceWith(body, [fresh]);
  for (const [control, form] of owners) work.owners.set(control, form);
}

function replaceElement(work: Work, target: Element, html: string): void {
  const context = isElement(target.parent) ? target.parent.name : 'body';
  const { root, owners } = parsePiece(html, context);
  const nodes = childrenOf(root);
  for (const [control, form] of owners) work.owners.set(control, form);
  const dialog = closest(target, isDialog);
  const before = dialog === null ? '' : contentOf(dialog);
  const id = attr(target, 'id');
  replaceWith(target, nodes);
  const after =
    dialog !== target
      ? dialog
      : (nodes.filter(isElement).find((node) => attr(node, 'id') === id && isDialog(node)) ?? null);
  if (after !== null && contentOf(after) !== '' && contentOf(after) !== before) work.filled.add(after);
}

/**
 * The page after a partial answer: updates replace elements by id, a view state goes into every form that posts,
 * a ViewRoot or ViewBody update replaces the body. The document given stays as it was.
 */
export function applyPartialAnswer(doc: Document, answer: PartialAnswer): Document {
  const { root, copies } = copyTree(doc.root);
  const copied = (element: Element) => copies.get(element) ?? element;
  const work: Work = {
    root,
    owners: new Map([...doc.owners].map(([control, form]) => [copied(control), copied(form)])),
    filled: new Set([...doc.filled].map(copied)),
    unplaced: [...doc.unplaced],
  };
  const states = answer.updates.filter(({ id }) => STATE.test(id));
  for (const { id, html } of answer.updates.filter((update) => !STATE.test(update.id))) {
    const target = WHOLE.test(id) ? undefined : idsOf(elementsIn(root)).get(id);
    if (WHOLE.test(id)) replaceBody(work, html);
    else if (target === undefined) work.unplaced.push({ id, html });
    else replaceElement(work, target, html);
  }
  for (const { id, html } of states) setState(work, STATE.exec(id)?.[1] ?? '', html.trim());
  setChildren(root, [...root.children]);
  return documentOf(root, {
    url: doc.url,
    charset: doc.charset,
    owners: work.owners,
    evals: [...doc.evals, ...answer.evals],
    filled: work.filled,
    unplaced: work.unplaced,
  });
}
