import { urlencoded } from './bodies.ts';
import { applyFills, entryList, type Entry, type Fill } from './entries.ts';
import type { Form } from './forms.ts';
import { readLiteral, accept, type Cursor, type Literal } from './script-literal.ts';
import { tokens } from './script-tokens.ts';
import type { Submission } from './submission.ts';
import { parseXml, type XmlNode } from './xml.ts';

export { applyPartialAnswer } from './faces-apply.ts';

export type AjaxCall = {
  source: string;
  execute: string;
  update: string;
  event: string | null;
  params: Entry[];
};
export type PartialAnswer = {
  redirect: string | null;
  updates: { id: string; html: string }[];
  evals: string[];
  error: { name: string; message: string } | null;
};

function text(settings: ReadonlyMap<string, Literal>, ...names: string[]): string | null {
  for (const name of names) {
    const value = settings.get(name);
    if (typeof value === 'string') return value;
  }
  return null;
}

function paramsOf(value: Literal): Entry[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const entries: Entry[] = [];
  for (const item of value) {
    const name = item instanceof Map ? item.get('name') : null;
    const given = item instanceof Map ? item.get('value') : null;
    if (typeof name !== 'string' || given === null || given === undefined || typeof given === 'object')
      return null;
    entries.push([name, String(given)]);
  }
  return entries;
}

/** Reads a literal `PrimeFaces.ab({…})` out of an onclick; null where it is anything else or anything in it is computed. */
export function readAjaxCall(onclick: string): AjaxCall | null {
  const cursor: Cursor = { tokens: tokens(onclick) ?? [], at: 0 };
  if (!accept(cursor, 'PrimeFaces', '.', 'ab', '(')) return null;
  const settings = readLiteral(cursor)?.literal;
  if (!(settings instanceof Map) || !accept(cursor, ')')) return null;
  accept(cursor, ';');
  if (accept(cursor, 'return')) {
    if (!accept(cursor, 'false') && !accept(cursor, 'true')) return null;
    accept(cursor, ';');
  }
  const source = text(settings, 's', 'source');
  const params = paramsOf(settings.get('pa') ?? settings.get('params'));
  if (cursor.at !== cursor.tokens.length || source === null || params === null) return null;
  return {
    source,
    execute: text(settings, 'p', 'process') ?? '@all',
    update: text(settings, 'u', 'update') ?? '',
    event: text(settings, 'e', 'event'),
    params,
  };
}

/** `javax.faces` or `jakarta.faces`, whichever the form's view state goes by. */
function prefixOf(form: Form): string {
  const state = form.controls.find(({ name }) => /(?:^|:)(?:javax|jakarta)\.faces\.ViewState$/.test(name));
  return state?.name.includes('jakarta') === true ? 'jakarta.faces' : 'javax.faces';
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
  const encoded = form.controls.find(({ name }) => name === `${prefix}.encodedURL`)?.value;
  const url =
    encoded === undefined || form.action === null ? form.action : new URL(encoded, form.action).href;
  if (url === null) throw new TypeError('The form has no address to be sent to.');
  const kinds = call.event === 'valueChange' ? 'change' : call.event === 'action' ? 'click' : call.event;
  const entries: Entry[] = [
    [`${prefix}.partial.ajax`, 'true'],
    [`${prefix}.source`, call.source],
    ...(call.execute === '@none' ? [] : [[`${prefix}.partial.execute`, call.execute] as const]),
    ...(call.update === '' ? [] : [[`${prefix}.partial.render`, call.update] as const]),
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
