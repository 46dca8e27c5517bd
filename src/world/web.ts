import { Agent, Client } from 'undici';
import type { Dispatcher } from 'undici';
import { ACCEPTED_CODINGS, unpacked } from './web-body.ts';
import { makeConnector } from './web-connector.ts';
import type { Connector } from './web-connector.ts';
import { cookiesLater } from './web-cookies-later.ts';
import { exchange } from './web-exchange.ts';
import { webFailure } from './web-failure.ts';
import { allowedUrl } from './web-guard.ts';
import type { ProxySettings } from './web-proxy.ts';

export { isWebFailure } from './web-failure.ts';
export type { FailureCode, WebFailure } from './web-failure.ts';

export type WebRequest = {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  timeoutMs: number;
  freshConnection: boolean;
  signal?: AbortSignal;
  /** Called once the request has been written: there is time until the answer comes. */
  onWritten?(): void;
};
export type WebResponse = {
  url: string;
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  ms: number;
};
export type Web = {
  /** Exactly one hop: never retried, no redirect followed. Ends with a WebFailure if there is no answer. */
  send(request: WebRequest): Promise<WebResponse>;
  /** Opens a connection ahead of need, unless there is one; its failures are ignored. */
  warm(origin: string): Promise<void>;
  /** Whether a request there would carry any cookie. */
  hasCookies(url: string): Promise<boolean>;
  /** Forgets the cookies a browser would send only to `host`. */
  dropCookies(host: string): void;
  /** Drops every connection. Nothing can be sent afterwards. */
  close(): Promise<void>;
};
export type WebOptions = {
  practice: boolean;
  caPem?: string | null;
  proxy?: ProxySettings | null;
  userAgent: string;
};

/** How long after a request its connection is surely kept open still. */
const KEPT_OPEN_MS = 3_000;

const LIMITS = { pipelining: 1, maxHeaderSize: 64 * 1024, allowH2: false } as const;

function headerList(request: WebRequest, userAgent: string, cookie: string | null): string[] {
  const named = new Map<string, [string, string]>([
    ['user-agent', ['User-Agent', userAgent]],
    ['accept', ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8']],
    ['accept-language', ['Accept-Language', 'en-US,en;q=0.9']],
  ]);
  for (const [name, value] of Object.entries(request.headers)) named.set(name.toLowerCase(), [name, value]);
  named.set('accept-encoding', ['Accept-Encoding', ACCEPTED_CODINGS]);
  for (const ours of ['host', 'content-length', 'connection', 'cookie', 'transfer-encoding'])
    named.delete(ours);
  if (cookie !== null) named.set('cookie', ['Cookie', cookie]);
  return [...named.values()].flat();
}

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function plainHeaders(headers: Record<string, string | string[]>): Record<string, string> {
  const shown = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return Object.fromEntries(shown.map(([name, value]) => [name, listOf(value).join(', ')]));
}

/** Opens the way to the court's hosts: cookies in memory, no connection yet. */
export function openWeb(options: WebOptions): Web {
  const road = { practice: options.practice, caPem: options.caPem ?? null, proxy: options.proxy ?? null };
  const cookies = cookiesLater();
  const shared = makeConnector(road);
  const agent = new Agent({ ...LIMITS, connections: 1, connect: shared.connect });
  const open = new Set<() => Promise<void>>();
  const lastUsed = new Map<string, number>();
  let closed = false;

  async function over(request: WebRequest, url: URL, dispatcher: Dispatcher, connector: Connector) {
    const started = performance.now();
    lastUsed.set(url.origin, started);
    const cookie = await cookies.headerFor(url.href);
    const raw = await exchange(
      dispatcher,
      {
        url,
        method: request.method,
        headers: headerList(request, options.userAgent, cookie),
        body: request.body,
        last: request.freshConnection,
      },
      {
        timeoutMs: request.timeoutMs,
        ...(request.signal ? { signal: request.signal } : {}),
        abandon: () => connector.abandon(),
        onWritten() {
          // Whoever needs the jar is told why there is none.
          cookies.ahead().catch(() => {});
          request.onWritten?.();
        },
        onHeaders: (headers) => cookies.store(url.href, listOf(headers['set-cookie'])),
      },
    );
    const coding = listOf(raw.headers['content-encoding']).join(',');
    const body = await unpacked(raw.body, coding, url.hostname);
    const ms = Math.round(performance.now() - started);
    return {
      url: url.href,
      status: raw.status,
      headers: plainHeaders(raw.headers),
      body: new Uint8Array(body),
      ms,
    };
  }

  async function overFresh(request: WebRequest, url: URL): Promise<WebResponse> {
    const connector = makeConnector(road);
    const client = new Client(url.origin, { ...LIMITS, pipelining: 0, connect: connector.connect });
    const end = async (): Promise<void> => {
      connector.close();
      await client.destroy();
    };
    open.add(end);
    try {
      return await over(request, url, client, connector);
    } finally {
      open.delete(end);
      await end();
    }
  }

  return {
    async send(request) {
      const url = allowedUrl(request.url, options.practice);
      if (closed) throw webFailure('aborted', 'no', 'The program is ending; nothing was sent.');
      return request.freshConnection ? overFresh(request, url) : over(request, url, agent, shared);
    },
    async warm(origin) {
      try {
        const url = allowedUrl(origin, options.practice);
        const stillOpen = performance.now() - (lastUsed.get(url.origin) ?? -Infinity) < KEPT_OPEN_MS;
        if (!closed && !stillOpen) await shared.warm(url);
      } catch {
        // A connection that cannot be opened ahead is opened, and its failure told, when it is needed.
      }
    },
    hasCookies: async (url) => (await cookies.headerFor(url)) !== null,
    dropCookies: (host) => cookies.drop(host),
    async close() {
      closed = true;
      shared.close();
      await Promise.all([agent.destroy(), ...[...open].map((end) => end())]);
    },
  };
}
