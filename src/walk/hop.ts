import { tellablePath } from '../html/address.ts';
import { originFor, refererFor } from '../html/navigation.ts';
import { admit } from '../court/places.ts';
import { outcome } from '../outcome.ts';
import type { WebResponse } from '../world/web.ts';
import { asWebFailure, interruption } from './failure.ts';
import { isBusy, mayPass, pauseBefore } from './patience.ts';
import type { HopLine, Session } from './session.ts';
import { stop } from './stop.ts';

/** One request: `from` is the document that leads there, `learning` where a practice sign-on may still be learnt. */
export type Hop = {
  method: 'GET' | 'POST';
  url: string;
  from: string | null;
  headers: Record<string, string>;
  body: Uint8Array | null;
  learning: boolean;
  /** It carries the link form. */
  linkForm?: boolean;
};

const hopLimit = 80;

/**
 * Sends one request, after checking that the address is the court's or the sign-on's; with the Referer and
 * Origin that a browser sends. Throws a stop for any other address, a WebFailure if the network fails.
 */
export async function sendHop(session: Session, hop: Hop): Promise<WebResponse> {
  const places = admit(session.places, hop.url, hop.learning);
  if (typeof places === 'string') {
    const asked = URL.canParse(hop.url) ? new URL(hop.url).host : 'an unreadable address';
    throw stop(
      outcome('unsafe-address', {
        message: `The site led to ${asked}, where miwb-link must not go: ${places}.`,
      }),
    );
  }
  session.places = places;
  session.hops += 1;
  if (session.hops > hopLimit) {
    throw stop(
      outcome('unrecognised-page', { message: `The site kept leading on: more than ${hopLimit} requests.` }),
    );
  }
  if (session.signal.aborted) throw stop(outcome(interruption(session.signal)));
  return hop.method === 'GET' ? readPatiently(session, hop) : sendOnce(session, hop, session.timeoutMs);
}

/** A read may be sent again if it failed for the moment, within the time that one request is allowed; a POST never is. */
async function readPatiently(session: Session, hop: Hop): Promise<WebResponse> {
  const until = session.clock.elapsed() + session.timeoutMs;
  for (let attempt = 1; ; attempt += 1) {
    const left = until - session.clock.elapsed();
    try {
      const response = await sendOnce(session, hop, Math.max(left, 1));
      const asked = response.headers['retry-after'] ?? null;
      const pause = isBusy(response) ? pauseFor(session, attempt, until, asked) : null;
      if (pause === null) return response;
      await session.clock.pause(pause, session.signal);
    } catch (error) {
      const pause =
        mayPass(error) && !session.signal.aborted ? pauseFor(session, attempt, until, null) : null;
      if (pause === null) throw error;
      await session.clock.pause(pause, session.signal);
    }
  }
}

function pauseFor(
  session: Session,
  attempt: number,
  until: number,
  retryAfter: string | null,
): number | null {
  const { clock } = session;
  return pauseBefore(attempt, until - clock.elapsed(), retryAfter, clock.now(), session.random());
}

/** How long a request under way may still take once a signal has come (ms): its answer can carry a new token. */
const grace = 2_000;

async function sendOnce(session: Session, hop: Hop, timeoutMs: number): Promise<WebResponse> {
  const since = session.clock.elapsed();
  const cut = new AbortController();
  const answered = new AbortController();
  const cutSoon = (): void => {
    session.clock.pause(grace, answered.signal).then(
      () => cut.abort(),
      () => {},
    );
  };
  session.signal.addEventListener('abort', cutSoon, { once: true });
  let stopSpare = (): void => {};
  try {
    if (hop.linkForm === true) session.stage.linkFormOpen = true;
    return await session.web.send({
      method: hop.method,
      url: hop.url,
      headers: { ...hop.headers, ...browserHeaders(hop, session.referrerPolicy) },
      body: hop.body,
      timeoutMs,
      freshConnection: false,
      signal: cut.signal,
      onWritten() {
        // While the first answer is awaited the walk itself is still being loaded.
        if (session.hops > 1) stopSpare = whileWaiting(session.spare ?? []);
      },
    });
  } catch (error) {
    if (hop.linkForm === true && asWebFailure(error)?.sent === 'no') session.stage.linkFormOpen = false;
    session.onHop(lineOf(hop, null, session.clock.elapsed() - since));
    throw error;
  } finally {
    stopSpare();
    session.signal.removeEventListener('abort', cutSoon);
    answered.abort();
  }
}

/** Does one piece of work after another, with a look at the network between, until it is told to stop. */
function whileWaiting(pieces: (() => void)[]): () => void {
  let waiting = true;
  const next = (): void => {
    if (!waiting || pieces.length === 0) return;
    pieces.shift()?.();
    setImmediate(next);
  };
  setImmediate(next);
  return () => (waiting = false);
}

/** One hop as it may be told: no query values, no session's name in its path, no body; `status` null where no answer came. */
export function lineOf(
  { method, url }: Pick<Hop, 'method' | 'url'>,
  status: number | null,
  ms: number,
): HopLine {
  const { host, pathname, searchParams } = new URL(url);
  const [path, query] = [tellablePath(pathname), [...searchParams.keys()]];
  return { method, host, path, query, status, ms, kind: null, forms: [] };
}

/** The Referer and Origin a browser adds to a request that `hop.from`, a page with that referrer policy, leads to. */
export function browserHeaders(
  hop: Pick<Hop, 'method' | 'url' | 'from'>,
  policy: string | null = null,
): Record<string, string> {
  if (hop.from === null) return {};
  const referer = refererFor(hop.from, hop.url, policy);
  const origin = originFor(hop.method, hop.from, hop.url, policy);
  return { ...(referer === null ? {} : { referer }), ...(origin === null ? {} : { origin }) };
}
