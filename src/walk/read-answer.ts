import { parseDocument } from '../html/document.ts';
import type { Document } from '../html/document.ts';
import { decodeHtml } from '../html/encoding.ts';
import { applyPartialAnswer } from '../html/faces-apply.ts';
import { readPartialAnswer } from '../html/faces.ts';
import { scriptedAddress } from '../html/navigation.ts';
import { readParts } from '../html/parts.ts';
import { menuSelector } from '../court/menu.ts';
import type { Submitting } from '../court/page.ts';
import { roleOf } from '../court/places.ts';
import type { WebResponse } from '../world/web.ts';
import type { Hop } from './hop.ts';
import { lineOf } from './hop.ts';
import type { Arrived, Session } from './session.ts';

/** The largest page that is read as one, in bytes: fifty times the largest known of a court. */
const largestPage = 1_000_000;

/** Where a partial answer to a request to `url` leads without being a page, or null for any other answer. */
export function addressIn(response: WebResponse, url: string): { method: 'GET'; url: string } | null {
  const partial = partialAnswer(response);
  if (partial === null) return null;
  const to = partial.redirect ?? scriptedAddress(partial.evals, url);
  return to === null || !URL.canParse(to, url) ? null : { method: 'GET', url: new URL(to, url).href };
}

function partialAnswer(response: WebResponse): ReturnType<typeof readPartialAnswer> {
  const type = response.headers['content-type'] ?? null;
  if (type !== null && !/xml|html|text\/plain/i.test(type)) return null;
  const { text } = decodeHtml(response.body, type);
  return /<partial-response\b/i.test(text.slice(0, 1000)) ? readPartialAnswer(text) : null;
}

/** Whether a browser would show it as a page; without a type it looks for itself (MIME Sniffing standard, section 7). */
function isPage(type: string | null): boolean {
  return type === null || /^\s*(text\/(html|xml)|application\/([\w.+-]*\+)?xml)\s*(;|$)/i.test(type);
}

/** Reads an answer that leads nowhere else as a page; a partial answer is read into the page `base` that asked for it. */
export function readAnswer(
  session: Pick<Session, 'places' | 'referrerPolicy'>,
  hop: Pick<Hop, 'method' | 'url'>,
  response: WebResponse,
  as: Submitting | null,
  base: Document | null,
): Arrived {
  const partial = partialAnswer(response);
  const type = response.headers['content-type'] ?? null;
  const page = isPage(type) && response.body.length <= largestPage;
  const { text, charset } = decodeHtml(page ? response.body : new Uint8Array(), type);
  const document =
    partial !== null && base !== null
      ? applyPartialAnswer(base, partial)
      : parseDocument(text, { url: hop.url, charset });
  const parts = readParts(document, { menu: menuSelector });
  // A partial answer leaves the page, and its policy, where it is.
  if (partial === null)
    session.referrerPolicy = parts.referrer ?? response.headers['referrer-policy'] ?? null;
  const role = roleOf(session.places, hop.url) ?? 'court';
  const arrival = { parts, status: response.status, role, after: as, error: partial?.error ?? null };
  const forms = parts.forms.map((form) => ({
    name: form.name || form.id,
    fields: form.controls.map((control) => control.name).filter((name) => name !== ''),
  }));
  const referrerPolicy = session.referrerPolicy ?? null;
  return { document, arrival, referrerPolicy, line: { ...lineOf(hop, response.status, response.ms), forms } };
}
