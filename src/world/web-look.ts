import { lookup } from 'node:dns/promises';
import { connect as tls } from 'node:tls';
import type { PeerCertificate } from 'node:tls';
import { openTcp, ready } from './web-connect.ts';
import type { Road } from './web-connect.ts';
import { connectFailure } from './web-failure.ts';
import type { FailureCode } from './web-failure.ts';
import { allowedUrl } from './web-guard.ts';
import { proxyFor } from './web-proxy.ts';
import { trust } from './web-trust.ts';

/** What was seen of a host by opening one connection to it. Times in ms. */
export type Sight = {
  /** The proxy's host:port, or null where there is none on the way. */
  proxy: string | null;
  /** Null where the name is not looked up here: a proxy's matter, or a practice court's. */
  lookup: { addresses: string[]; ms: number } | null;
  openedMs: number | null;
  tls: { protocol: string; issuer: string; validTo: string; seen: boolean } | null;
  failure: { code: FailureCode; message: string } | null;
};

/**
 * Looks at the host of `address`: name look-up, connection, TLS with its verification, and who issued the certificate
 * seen, also one that was not trusted. No request is sent. Never rejects.
 */
export async function lookAt(address: string, road: Road, timeoutMs: number): Promise<Sight> {
  const sight: Sight = { proxy: null, lookup: null, openedMs: null, tls: null, failure: null };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const url = allowedUrl(address, road.practice);
    const proxy = road.practice ? null : proxyFor(url, road.proxy);
    sight.proxy = proxy === null ? null : `${proxy.hostname}:${proxy.port}`;
    if (proxy === null && !road.practice) sight.lookup = await lookUp(url.hostname, signal);
    const started = performance.now();
    const socket = await openTcp(url, road, signal);
    try {
      if (url.protocol === 'https:') {
        const secure = tls({ socket, host: url.hostname, servername: url.hostname, ...trust(road.caPem) });
        // Before Node verifies it and, if it is not trusted, drops it.
        secure.prependListener('secure', () => {
          const { issuer, valid_to: validTo } = secure.getPeerCertificate();
          sight.tls = { protocol: secure.getProtocol() ?? '', issuer: nameOf(issuer), validTo, seen: false };
        });
        await ready(secure, 'secureConnect', signal);
        if (sight.tls !== null) sight.tls = { ...sight.tls, seen: true };
      }
      sight.openedMs = Math.round(performance.now() - started);
    } finally {
      socket.destroy();
    }
  } catch (e) {
    const { code, message } = connectFailure(e, new URL(address).hostname);
    const late = signal.aborted && code !== 'proxy';
    sight.failure = late
      ? { code: 'timeout', message: `${new URL(address).hostname} did not take the connection in time.` }
      : { code, message };
  }
  return sight;
}

async function lookUp(hostname: string, signal: AbortSignal): Promise<Sight['lookup']> {
  const started = performance.now();
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  const found = await Promise.race([lookup(hostname, { all: true }), late]);
  return { addresses: found.map(({ address }) => address), ms: Math.round(performance.now() - started) };
}

function nameOf(issuer: PeerCertificate['issuer'] | undefined): string {
  const { CN, O } = issuer ?? {};
  const [name, organisation] = [CN, O].map((one) => (Array.isArray(one) ? one[0] : one));
  return (
    [name, organisation].filter((one) => typeof one === 'string' && one !== '').join(', ') || '(no name)'
  );
}
