import { submission } from '../html/submission.ts';
import { redirected } from '../html/navigation.ts';
import { roleOf } from '../court/places.ts';
import { outcome } from '../outcome.ts';
import type { WebResponse } from '../world/web.ts';
import type { Approval, ReviewPage } from './approval.ts';
import { redeem } from './approval.ts';
import { asWebFailure } from './failure.ts';
import { browserHeaders, lineOf } from './hop.ts';
import type { Arrived, Session } from './session.ts';
import { stop } from './stop.ts';

const patience = 120_000; // ms

/** What came of the final Submit: an answer, a redirect to look behind with GET, or no answer that could be read. */
export type FinalAnswer =
  | { response: WebResponse; url: string; leadsTo: { url: string; from: string } | null }
  | { response: null; sent: 'no' | 'maybe'; message: string };

/**
 * Sends the request that links the accounts: the only function that does, once for each approval. On a fresh
 * connection, never repeated; no signal ends it early. Throws a stop, with nothing sent, if the approval is
 * not for this very page or the form does not post to the court.
 */
export async function sendFinalSubmit(
  session: Session,
  approval: Approval,
  page: ReviewPage,
  here: Pick<Arrived, 'arrival' | 'referrerPolicy'>,
): Promise<FinalAnswer> {
  const from = here.arrival.parts.url;
  // A page that was looked at since has a policy of its own.
  session.referrerPolicy = here.referrerPolicy;
  const bound = redeem(approval, session.places.court, page);
  if (bound === null) throw new Error('the approval is spent, or not for this review page');
  const request = submission(page.target.form, [], bound.button, session.boundary());
  const safe =
    roleOf(session.places, from) === 'court' &&
    URL.canParse(request.url) &&
    roleOf(session.places, request.url) === 'court';
  if (!safe || request.method !== 'POST') {
    throw stop(
      outcome('unsafe-address', {
        message: 'The review page’s form does not post to the court. It was not sent.',
      }),
    );
  }
  if (JSON.stringify(request.entries) !== JSON.stringify(bound.entries))
    throw new Error('the form is not the one approved');
  session.hops += 1;
  session.stage.submitted = 'unknown';
  const hop = { method: 'POST', url: request.url } as const;
  const since = session.clock.elapsed();
  try {
    const response = await session.web.send({
      ...hop,
      headers: { ...request.headers, ...browserHeaders({ ...hop, from }, session.referrerPolicy) },
      body: request.body,
      timeoutMs: patience,
      freshConnection: true,
    });
    session.stage.submitted = 'yes';
    const next = redirected('POST', response.status, response.headers['location'] ?? null, request.url);
    // The page that a redirect leads to is still asked for by the review page (Fetch standard, HTTP-redirect fetch).
    const leadsTo =
      next === null || next.keepsBody || roleOf(session.places, next.url) === null
        ? null
        : { url: next.url, from };
    if (leadsTo !== null) session.onHop(lineOf(hop, response.status, response.ms));
    return { response, url: request.url, leadsTo };
  } catch (error) {
    const failure = asWebFailure(error);
    if (failure?.sent === 'no') session.stage.submitted = 'no';
    session.onHop(lineOf(hop, null, session.clock.elapsed() - since));
    return {
      response: null,
      sent: failure?.sent ?? 'maybe',
      message: failure?.message ?? 'The request failed.',
    };
  }
}
