import { resolve } from './address.ts';
import { urlencoded } from './bodies.ts';
import { applyFills, entryList, type Entry, type Fill } from './entries.ts';
import type { AjaxCall } from './faces-call.ts';
import type { Form } from './forms.ts';
import type { Submission } from './submission.ts';
import { parseXml, type XmlNode } from './xml.ts';

export type PartialAnswer = {
  redirect: string | null;
  updates: { id: string; html: string }[];
  evals: string[];
  error: { name: string; message: string } | null;
};

/** `javax.faces` or `jakarta.faces`, whichever the form's view state goes by. */
function prefixOf(form: Form): string {
  const state = form.controls.find(({ name }) => /(?:^|:)(?:javax|jakarta)\.faces\.ViewState$/.test(name));
  return state?.name.includes('jakarta') === true ? 'jakarta.faces' : 'javax.faces';
}

/** Where PrimeFaces sends a form: to the address of its hidden `encodedURL` before its own; null for none. */
export function facesAddress(form: Form): string | null {
  const encoded = form.controls.find(({ name }) => name === `${prefixOf(form)}.encodedURL`)?.value;
  return form.action === null ? null : resolve(encoded ?? '', form.action);
}

/** The keywords for the component itself and its form by their ids; the others are the server's to understand. */
function named(expressions: string, form: Form, { source }: AjaxCall): string {
  const ids = expressions
    .split(' ')
    .map((part) => (part === '@this' ? source : part === '@form' ? form.id : part));
  return ids.join(' ');
}

/**
 * The partial request PrimeFaces makes for a call (`PrimeFaces.ajax.Request.send`, public source): the call's own
 * parameters, then the form's fields without its buttons, urlencoded in UTF-8; nothing is sent.
 * Throws a TypeError for an index the form lacks or an action that is null.
 */
export function facesSubmission(
  form: Form,
  fills: readonly Fill[],
  submitter: number | null,
  call: AjaxCall,
): Submission {
  if (submitter !== null && form.controls[submitter] === undefined)
    throw new TypeError(`The form has no control ${submitter}.`);
  const prefix = prefixOf(form);
  const url = facesAddress(form);
  if (url === null) throw new TypeError('The form has no address to be sent to.');
  const execute = named(call.execute, form, call);
  const render = named(call.update, form, call);
  const kinds = call.event === 'valueChange' ? 'change' : call.event === 'action' ? 'click' : call.event;
  const entries: Entry[] = [
    [`${prefix}.partial.ajax`, 'true'],
    [`${prefix}.source`, call.source],
    ...(execute === '@none' ? [] : [[`${prefix}.partial.execute`, execute] as const]),
    ...(render === '' ? [] : [[`${prefix}.partial.render`, render] as const]),
    ...(call.event === null || kinds === null
      ? [[call.source, call.source] as const]
      : [[`${prefix}.behavior.event`, call.event] as const, [`${prefix}.partial.event`, kinds] as const]),
    ...call.params,
    ...entryList(
      { ...form, controls: applyFills(form, fills).filter(({ type }) => type !== 'file') },
      [],
      null,
    ),
  ];
  const list = entries.map(([name, value]) => ({ name, value, file: false }));
  return {
    method: 'POST',
    url,
    enctype: 'application/x-www-form-urlencoded',
    charset: 'utf-8',
    entries,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      accept: 'application/xml, text/xml, */*; q=0.01',
      'faces-request': 'partial/ajax',
      'x-requested-with': 'XMLHttpRequest',
    },
    body: new TextEncoder().encode(urlencoded(list, 'utf-8')),
  };
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((found) => found.name === name);
}

/** Reads a Faces partial answer; null where the text is not one, or not well formed. */
export function readPartialAnswer(source: string): PartialAnswer | null {
  const root = parseXml(source.replace(/^\ufeff/, '').trim());
  if (root?.name !== 'partial-response') return null;
  const changes = root.children.filter(({ name }) => name === 'changes').flatMap(({ children }) => children);
  const error = child(root, 'error');
  return {
    redirect: child(root, 'redirect')?.attributes.get('url') ?? null,
    updates: changes
      .filter(({ name }) => name === 'update')
      .map((update) => ({ id: update.attributes.get('id') ?? '', html: update.text })),
    evals: changes.filter(({ name }) => name === 'eval').map((part) => part.text),
    error:
      error === undefined
        ? null
        : {
            name: child(error, 'error-name')?.text.trim() ?? '',
            message: child(error, 'error-message')?.text.trim() ?? '',
          },
  };
}
