import { multipart, plain, urlencoded } from './bodies.ts';
import { formEntries, type Entry, type Fill, type FormEntry } from './entries.ts';
import { enctypeOf, methodOf, type Enctype, type Form, type Method } from './forms.ts';

export type Submission = {
  method: 'GET' | 'POST';
  url: string;
  enctype: Enctype;
  charset: string;
  entries: Entry[];
  /** content-type, and what Faces asks for; names in lower case. */
  headers: Record<string, string>;
  body: Uint8Array | null;
};

function bodyOf(
  entries: FormEntry[],
  enctype: Enctype,
  charset: string,
  boundary: string,
): { type: string; body: Uint8Array } {
  switch (enctype) {
    case 'multipart/form-data':
      return { type: `${enctype}; boundary=${boundary}`, body: multipart(entries, charset, boundary) };
    case 'text/plain':
      return { type: enctype, body: plain(entries, charset) };
    case 'application/x-www-form-urlencoded':
      return { type: enctype, body: new TextEncoder().encode(urlencoded(entries, charset)) };
  }
}

/**
 * How and where a button sends its form: its own `formmethod` and `formaction` come before the form's (HTML standard
 * 4.10.21.3). The address is absolute, or null where there is none that can be sent to.
 */
export function destinationOf(form: Form, submitter: number | null): { method: Method; url: string | null } {
  const button = submitter === null ? undefined : form.controls[submitter];
  const method = typeof button?.formmethod === 'string' ? methodOf(button.formmethod) : form.method;
  const url = button?.formaction ?? form.action;
  return { method, url: url === '' ? null : url };
}

/**
 * The request a browser makes when this button submits the form after these fills (HTML standard 4.10.21.3,
 * "form submission algorithm"); nothing is sent. `boundary` divides a multipart body and must not occur in it.
 * Throws a TypeError for what a caller must rule out first: an index the form lacks, an action that is null, or
 * a form with method dialog.
 */
export function submission(
  form: Form,
  fills: readonly Fill[],
  submitter: number | null,
  boundary: string,
): Submission {
  const formed = formEntries(form, fills, submitter);
  const button = submitter === null ? undefined : form.controls[submitter];
  const { method, url: action } = destinationOf(form, submitter);
  const enctype = typeof button?.formenctype === 'string' ? enctypeOf(button.formenctype) : form.enctype;
  if (action === null) throw new TypeError('The form has no address to be sent to.');
  if (method === 'dialog') throw new TypeError('The form only closes a dialog.');
  const { charset } = form;
  const entries = formed.map(({ name, value }): Entry => [name, value]);
  if (method === 'post') {
    const { type, body } = bodyOf(formed, enctype, charset, boundary);
    return {
      method: 'POST',
      url: action,
      enctype,
      charset,
      entries,
      headers: { 'content-type': type },
      body,
    };
  }
  const url = new URL(action);
  const hash = url.hash;
  url.hash = '';
  const bare = url.href.split('?', 1)[0] ?? '';
  const address = `${bare}?${urlencoded(formed, charset)}${hash}`;
  return {
    method: 'GET',
    url: address,
    enctype: 'application/x-www-form-urlencoded',
    charset,
    entries,
    headers: {},
    body: null,
  };
}
