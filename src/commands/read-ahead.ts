import type { Session } from '../walk/session.ts';
import type { Web, WebRequest } from '../world/web.ts';

/**
 * The same web with one read already on its way, while the rest of the program loads. The first request, if it is
 * that very read, gets its answer; any other first request goes by itself, and the answer is let go.
 */
export function readingAhead(web: Web, read: WebRequest): Web {
  const answer = web.send(read);
  // The failure is told to whoever asks for the answer.
  answer.catch(() => read.onWritten?.());
  let fresh = true;
  return {
    ...web,
    send(request) {
      const first = fresh;
      fresh = false;
      if (!first || !isSameRead(request, read)) return web.send(request);
      request.onWritten?.();
      return answer;
    },
  };
}

/**
 * The session's web with its first read sent, and a connection to the sign-on opened where that is known already;
 * `left` settles when the read has been written, or has failed.
 */
export function signOnAhead({ web, goal, places, timeoutMs, signal }: Session): {
  web: Web;
  left: Promise<void>;
} {
  const { loginUrl: url } = goal;
  if (places.signOn !== null) void web.warm(places.signOn);
  const read = { url, method: 'GET', headers: {}, body: null, freshConnection: false } as const;
  let onWritten = (): void => {};
  const left = new Promise<void>((resolve) => (onWritten = resolve));
  return { left, web: readingAhead(web, { ...read, timeoutMs, signal, onWritten }) };
}

function isSameRead(one: WebRequest, other: WebRequest): boolean {
  return (
    one.method === 'GET' &&
    other.method === 'GET' &&
    one.url === other.url &&
    JSON.stringify(one.headers) === JSON.stringify(other.headers)
  );
}
