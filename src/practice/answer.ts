import type { Charset } from './charset.ts';
import { escapeHtml } from './template.ts';
import type { Lost } from './wire.ts';

export type Answer = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
  /** UTF-8 unless told otherwise. */
  charset?: Charset;
  /** Sent as they are instead of the body. */
  bytes?: Uint8Array;
  /** No whole answer, and how it is lost (wire.ts). */
  lost?: Lost;
};

/** An HTML answer. */
export function html(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, cookies: [], body };
}

/** A redirect by `Location`. */
export function redirect(to: string, status = 302): Answer {
  return { status, headers: { location: to }, cookies: [], body: '' };
}

/** The same answer with one more cookie. */
export function withCookie(answer: Answer, cookie: string): Answer {
  return { ...answer, cookies: [...answer.cookies, cookie] };
}

const xml = (inner: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml;charset=UTF-8', 'cache-control': 'no-cache' },
  cookies: [],
  body: `<?xml version='1.0' encoding='UTF-8'?>\n<partial-response id="j_id1">${inner}</partial-response>`,
});

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A Faces partial answer that sends the browser elsewhere. */
export function partialRedirect(to: string): Answer {
  return xml(`<redirect url="${escapeHtml(to)}"></redirect>`);
}

/** A Faces partial answer with an error, such as an expired view. */
export function partialError(name: string, message: string): Answer {
  return xml(
    `<error><error-name>${escapeHtml(name)}</error-name><error-message>${cdata(message)}</error-message></error>`,
  );
}

/** A Faces partial answer with new content for elements by id, and scripts for the browser to run. */
export function partialUpdates(
  updates: readonly (readonly [id: string, html: string])[],
  evals: readonly string[] = [],
): Answer {
  const parts = updates.map(([id, inner]) => `<update id="${escapeHtml(id)}">${cdata(inner)}</update>`);
  return xml(
    `<changes>${parts.join('')}${evals.map((one) => `<eval>${cdata(one)}</eval>`).join('')}</changes>`,
  );
}
