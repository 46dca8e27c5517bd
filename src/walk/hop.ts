import { originFor, refererFor } from '../html/navigation.ts';
import { admit } from '../court/places.ts';
import { outcome } from '../outcome.ts';
import type { WebResponse } from '../world/web.ts';
import type { Session } from './session.ts';
import { stop } from './stop.ts';

/** One request: `from` is the document that leads there, `learning` where a practice sign-on may still be learnt. */
export type Hop = {
  method: 'GET' | 'POST';
  url: string;
  from: string | null;
  headers: Record<string, string>;
  body: Uint8Array | null;
  learning: boolean;
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
  return session.web.send({
    method: hop.method,
    url: hop.url,
    headers: { ...hop.headers, ...browserHeaders(hop) },
    body: hop.body,
    timeoutMs: session.timeoutMs,
    freshConnection: false,
    signal: session.signal,
  });
}

/** The Referer and Origin a browser adds to a request that `hop.from` leads to. */
export function browserHeaders(hop: Pick<Hop, 'method' | 'url' | 'from'>): Record<string, string> {
  if (hop.from === null) return {};
  const referer = refererFor(hop.from, hop.url);
  const origin = originFor(hop.method, hop.from, hop.url);
  return { ...(referer === null ? {} : { referer }), ...(origin === null ? {} : { origin }) };
}
