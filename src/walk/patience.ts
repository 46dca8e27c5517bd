import type { WebResponse } from '../world/web.ts';
import { asWebFailure } from './failure.ts';

const attempts = 4;
const firstPause = 400; // ms
const passing = new Set(['dns', 'refused', 'reset', 'bad-answer', 'proxy']);
const busy = new Set([429, 502, 503, 504]);

/** Whether a failed read may have failed only for the moment, so that reading again can help. */
export function mayPass(thrown: unknown): boolean {
  const failure = asWebFailure(thrown);
  return failure !== null && passing.has(failure.code);
}

/** Whether a status says that the site is busy for the moment. */
export function isBusy(response: WebResponse): boolean {
  return busy.has(response.status);
}

/**
 * How long to wait before reading again (ms): growing by half-random doubling, or what Retry-After asks (RFC 9110,
 * section 10.2.3, seconds or a date); null if no attempt is left or the wait would outlast `allowed` ms.
 * `random` is from 0 to 1; `now` in ms.
 */
export function pauseBefore(
  attempt: number,
  allowed: number,
  retryAfter: string | null,
  now: number,
  random: number,
): number | null {
  if (attempt >= attempts) return null;
  const grown = firstPause * 2 ** (attempt - 1) * (0.5 + random / 2);
  const asked = retryAfter === null ? null : askedPause(retryAfter, now);
  const pause = Math.max(grown, asked ?? 0);
  return pause < allowed ? Math.round(pause) : null;
}

function askedPause(text: string, now: number): number | null {
  if (/^\s*\d{1,6}\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
