import type { Session } from '../walk/session.ts';
import type { Web, WebRequest } from '../world/web.ts';

/**
 * The same web with one read already on its way, while the rest of the program loads. The first request, if it is
 * that very read, gets its answer; any other first request goes by itself, and the answer is let go.
 */
export function readingAhead(web: Web, read: WebRequest): Web {
  const answer = web.send(read);
  answer.catch(() => {}); // told to whoever asks for it
  let fresh = true;
  return {
    ...web,
    send(request) {
      const first = fresh;
      fresh = false;
      return first && isSameRead(request, read) ? answer : web.send(request);
    },
  };
}

/** The session's web with its first read sent, and a connection to the sign-on opened where that is known already. */
export function signOnAhead({ web, goal, places, timeoutMs, signal }: Session): Web {
  const { loginUrl: url } = goal;
  if (places.signOn !== null) void web.warm(places.signOn);
  return readingAhead(web, {
    method: 'GET',
    url,
    headers: {},
    body: null,
    timeoutMs,
    freshConnection: false,
    signal,
  });
}

function isSameRead(one: WebRequest, other: WebRequest): boolean {
  return (
    one.method === 'GET' &&
    other.method === 'GET' &&
    one.url === other.url &&
    JSON.stringify(one.headers) === JSON.stringify(other.headers)
  );
}
