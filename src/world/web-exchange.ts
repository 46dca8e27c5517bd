import type { Dispatcher } from 'undici';
import { MAX_BODY, tooLarge } from './web-body.ts';
import { exchangeFailure, webFailure } from './web-failure.ts';

export type RawAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer };
export type RawRequest = {
  url: URL;
  method: 'GET' | 'POST';
  headers: string[];
  body: Uint8Array | null;
  /** No later request may use the same connection. */
  last: boolean;
};
export type Bounds = {
  timeoutMs: number;
  signal?: AbortSignal;
  /** Called when the request ends before its connection was open. */
  abandon(): void;
  /** Called once the request has been written. */
  onWritten(): void;
  /** Called once, as soon as the answer's headers are there. */
  onHeaders(headers: Record<string, string | string[]>): void;
};

function definite(given: Record<string, string | string[] | undefined>): RawAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/**
 * Sends one request over `dispatcher` and gives its answer, still packed. The request is written at most
 * once whatever undici does, and everything, connection to last byte, ends within `timeoutMs`.
 */
export function exchange(dispatcher: Dispatcher, request: RawRequest, bounds: Bounds): Promise<RawAnswer> {
  const host = request.url.hostname;
  return new Promise((resolve, reject) => {
    let writing: Dispatcher.DispatchController | null = null;
    let settled = false;
    let status = 0;
    let headers: RawAnswer['headers'] = {};
    let size = 0;
    const chunks: Buffer[] = [];

    const settle = (end: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      bounds.signal?.removeEventListener('abort', aborted);
      end();
    };
    const fail = (e: Error): void => {
      settle(() => reject(e));
      if (writing === null) bounds.abandon();
      else writing.abort(e);
    };
    const sent = () => (writing === null ? 'no' : 'maybe');
    const aborted = (): void => fail(webFailure('aborted', sent(), `The request to ${host} was broken off.`));
    const timedOut = (): void => {
      if (writing === null) {
        // The connector knows best what it was waiting for; its failure arrives at once.
        bounds.abandon();
        setImmediate(() => fail(webFailure('timeout', 'no', `${host} did not take the connection in time.`)));
      } else {
        const seconds = Math.round(bounds.timeoutMs / 1000);
        const span = seconds === 1 ? '1 second' : `${seconds} seconds`;
        fail(webFailure('timeout', 'maybe', `${host} did not answer within ${span}.`));
      }
    };
    const timer = setTimeout(timedOut, bounds.timeoutMs);
    if (bounds.signal?.aborted === true) {
      aborted();
      return;
    }
    bounds.signal?.addEventListener('abort', aborted, { once: true });

    dispatcher.dispatch(
      {
        origin: request.url.origin,
        path: request.url.pathname + request.url.search,
        method: request.method,
        headers: request.headers,
        body: request.body,
        reset: request.last,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(controller) {
          if (settled || writing !== null) {
            controller.abort(new Error('a request is written once'));
            fail(webFailure('reset', sent(), `The connection to ${host} was lost.`));
            return;
          }
          writing = controller;
          setImmediate(() => bounds.onWritten());
        },
        onResponseStart(_controller, statusCode, given) {
          if (statusCode < 200 || settled) return;
          status = statusCode;
          headers = definite(given);
          bounds.onHeaders(headers);
          if (Number(headers['content-length'] ?? 0) > MAX_BODY) fail(tooLarge(host));
        },
        onResponseData(_controller, chunk) {
          size += chunk.length;
          if (size > MAX_BODY) fail(tooLarge(host));
          else chunks.push(chunk);
        },
        onResponseEnd() {
          settle(() => resolve({ status, headers, body: Buffer.concat(chunks, size) }));
        },
        onResponseError(_controller, e) {
          settle(() => reject(exchangeFailure(e, host, sent())));
        },
      },
    );
  });
}
