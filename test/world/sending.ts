import { onTestFinished } from 'vitest';
import { isWebFailure, openWeb } from '../../src/world/web.ts';
import type { Web, WebOptions, WebRequest, WebResponse } from '../../src/world/web.ts';

export const USER_AGENT = 'miwb-link test';
export const COURT = 'ecf.miwb.practice.localhost';
export const SIGN_ON = 'login.practice.localhost';

/** A web that is closed when the test is over. */
export function webFor(options: Partial<WebOptions> = {}): Web {
  const web = openWeb({ practice: true, userAgent: USER_AGENT, ...options });
  onTestFinished(() => web.close());
  return web;
}

/** A request with everything in it that the test does not care about. */
export function asking(url: string, more: Partial<WebRequest> = {}): WebRequest {
  return { method: 'GET', url, headers: {}, body: null, timeoutMs: 5_000, freshConnection: false, ...more };
}

export const textOf = (answer: WebResponse): string => Buffer.from(answer.body).toString('utf8');

export type Told = { code: string; sent: string; message: string };

/** How a request failed, as plain data; throws if it did not, or in another way. */
export async function failureOf(sending: Promise<unknown>): Promise<Told> {
  try {
    await sending;
  } catch (e) {
    if (!isWebFailure(e)) throw e;
    return { code: e.code, sent: e.sent, message: e.message };
  }
  throw new Error('The request did not fail.');
}
