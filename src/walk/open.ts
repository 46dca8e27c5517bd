import type { Document } from '../html/document.ts';
import { redirected, redirectStatuses } from '../html/navigation.ts';
import type { Submission } from '../html/submission.ts';
import type { Submitting } from '../court/page.ts';
import { outcome } from '../outcome.ts';
import type { WebResponse } from '../world/web.ts';
import type { Hop } from './hop.ts';
import { lineOf, sendHop } from './hop.ts';
import type { Arrived, HopLine, Session } from './session.ts';
import { stop } from './stop.ts';

/** Opens an address with GET, as following a link in `from` would, through its redirects. */
export async function visit(session: Session, url: string, from: string | null): Promise<Arrived> {
  const { hop, response } = await follow(session, following(session, url, from));
  const { readAnswer } = await import('./read-answer.ts');
  return readAnswer(session, hop, response, null, null);
}

/** The same for a page that nobody reads: how the last request went. */
export async function leaveBy(session: Session, url: string, from: string | null): Promise<HopLine> {
  const { hop, response } = await follow(session, following(session, url, from));
  return lineOf(hop, response.status, response.ms);
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
  const linkForm = as === 'link-form';
  const first: Hop = { method, url, from, headers, body, learning: false, linkForm };
  const { hop, response } = await follow(session, first);
  const { readAnswer } = await import('./read-answer.ts');
  return readAnswer(session, hop, response, as, page);
}

function following(session: Session, url: string, from: string | null): Hop {
  return { method: 'GET', url, from, headers: {}, body: null, learning: !session.mayBeSignedOn };
}

/** Sends, and goes on wherever the answers lead, to the first that leads nowhere else. */
async function follow(session: Session, first: Hop): Promise<{ hop: Hop; response: WebResponse }> {
  let hop = first;
  const seen = new Map<string, number>();
  for (;;) {
    const response = await sendHop(session, hop);
    const next = redirectOf(hop, response) ?? (await within(response, hop.url));
    if (next === null) return { hop, response };
    session.onHop(lineOf(hop, response.status, response.ms));
    const key = `${next.method} ${next.url}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times > 3) throw stop(outcome('court-error', { message: 'The site redirects in a circle.' }));
    hop = { method: 'GET', url: next.url, from: hop.from, headers: {}, body: null, learning: hop.learning };
  }
}

/** Where a partial answer leads. What reads answers is loaded once one does not just redirect. */
async function within(response: WebResponse, url: string): Promise<{ method: 'GET'; url: string } | null> {
  const { addressIn } = await import('./read-answer.ts');
  return addressIn(response, url);
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
