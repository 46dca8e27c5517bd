import { parseDocument } from '../html/document.ts';
import type { Document } from '../html/document.ts';
import { decodeHtml } from '../html/encoding.ts';
import { applyPartialAnswer, readPartialAnswer } from '../html/faces.ts';
import { redirected, redirectStatuses, scriptedAddress } from '../html/navigation.ts';
import { readParts } from '../html/parts.ts';
import type { Submission } from '../html/submission.ts';
import { menuSelector } from '../court/menu.ts';
import type { Submitting } from '../court/page.ts';
import { roleOf } from '../court/places.ts';
import { outcome } from '../outcome.ts';
import type { WebResponse } from '../world/web.ts';
import type { Hop } from './hop.ts';
import { lineOf, sendHop } from './hop.ts';
import type { Arrived, Session } from './session.ts';
import { stop } from './stop.ts';

/** The largest page that is read as one, in bytes: fifty times the largest known of a court. */
const largestPage = 1_000_000;

/** Opens an address with GET, as following a link in `from` would, through its redirects. */
export async function visit(session: Session, url: string, from: string | null): Promise<Arrived> {
  return follow(
    session,
    { method: 'GET', url, from, headers: {}, body: null, learning: !session.mayBeSignedOn },
    null,
    null,
  );
}

/** Sends a form's submission and follows its redirects to the page that answers it. */
export async function submit(
  session: Session,
  sent: Submission,
  page: Document,
  from: string,
  as: Submitting,
): Promise<Arrived> {
  const { method, url, headers, body } = sent;
  return follow(session, { method, url, from, headers, body, learning: false }, as, page);
}

async function follow(
  session: Session,
  first: Hop,
  as: Submitting | null,
  base: Document | null,
): Promise<Arrived> {
  let hop = first;
  const seen = new Map<string, number>();
  for (;;) {
    const response = await sendHop(session, hop);
    const next = nextAddress(hop, response);
    if (next === null) return readAnswer(session, hop, response, as, base);
    session.onHop(lineOf(hop, response.status, response.ms));
    const key = `${next.method} ${next.url}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times > 3) throw stop(outcome('court-error', { message: 'The site redirects in a circle.' }));
    hop = { method: 'GET', url: next.url, from: hop.from, headers: {}, body: null, learning: hop.learning };
  }
}

/** Where an answer leads without being a page: an HTTP redirect, or a partial answer's. */
function nextAddress(hop: Hop, response: WebResponse): { method: 'GET' | 'POST'; url: string } | null {
  const location = response.headers['location'] ?? null;
  const next = redirected(hop.method, response.status, location, hop.url);
  if (next !== null) {
    if (next.keepsBody && hop.method === 'POST') {
      const message = `The site asked with status ${response.status} for a form to be sent again to another address; that is never done.`;
      throw stop(outcome('unsafe-address', { message }));
    }
    return next;
  }
  if (location !== null && redirectStatuses.has(response.status)) {
    const message = 'The site redirected to something that is no web address, so miwb-link did not go there.';
    throw stop(outcome('unsafe-address', { message }));
  }
  const partial = partialAnswer(response);
  if (partial === null) return null;
  const to = partial.redirect ?? scriptedAddress(partial.evals, hop.url);
  return to === null || !URL.canParse(to, hop.url) ? null : { method: 'GET', url: new URL(to, hop.url).href };
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
  return { document, arrival, line: { ...lineOf(hop, response.status, response.ms), forms } };
}
