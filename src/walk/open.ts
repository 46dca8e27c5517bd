import type { Document } from '../html/document.ts';
import { redirected, redirectStatuses } from '../html/navigation.ts';
import type { Submission } from '../html/submission.ts';
import type { Submitting } from '../court/page.ts';
import { outcome } from '../outcome.ts';
import type { WebResponse } from '../world/web.ts';
import type { Hop } from './hop.ts';
import { lineOf, sendHop } from './hop.ts';
import type { Arrived, Session } from './session.ts';
import { stop } from './stop.ts';

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
    let next = redirectOf(hop, response);
    if (next === null) {
      // The first answers only lead on; what reads pages is loaded after them.
      const { addressIn, readAnswer } = await import('./read-answer.ts');
      next = addressIn(response, hop.url);
      if (next === null) return readAnswer(session, hop, response, as, base);
    }
    session.onHop(lineOf(hop, response.status, response.ms));
    const key = `${next.method} ${next.url}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times > 3) throw stop(outcome('court-error', { message: 'The site redirects in a circle.' }));
    hop = { method: 'GET', url: next.url, from: hop.from, headers: {}, body: null, learning: hop.learning };
  }
}

/** Where an HTTP redirect leads, or null for any other answer. */
function redirectOf(hop: Hop, response: WebResponse): { method: 'GET' | 'POST'; url: string } | null {
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
  return null;
}
