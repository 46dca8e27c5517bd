import { connect as tcp } from 'node:net';
import type { LookupFunction, Socket } from 'node:net';
import { connectFailure, webFailure } from './web-failure.ts';
import { proxyFor } from './web-proxy.ts';
import type { ProxySettings } from './web-proxy.ts';

export type Road = { practice: boolean; caPem: string | null; proxy: ProxySettings | null };

// Names under .localhost never reach a resolver: 127.0.0.1 is tried first, then ::1.
const loopback: LookupFunction = (_hostname, options, done) => {
  if (options.all === true) {
    done(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]);
  } else {
    done(null, '127.0.0.1', 4);
  }
};

/** Waits for a socket's `event`; rejects with what went wrong, or when the signal gives the wait up. */
export function ready<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = (): void => void socket.destroy(new Error('given up'));
    const finish = (settle: () => void) => (): void => {
      signal.removeEventListener('abort', abort);
      settle();
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once(
      event,
      finish(() => resolve(socket)),
    );
    socket.once(
      'close',
      finish(() => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }))),
    );
    socket.once('error', (e) => finish(() => reject(e))());
    if (signal.aborted) abort();
  });
}

/** Opens the way to the host of `url`: TCP, or a tunnel through the proxy where one is set. */
export async function openTcp(url: URL, road: Road, signal: AbortSignal): Promise<Socket> {
  const proxy = road.practice ? null : proxyFor(url, road.proxy);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (proxy !== null) {
    const [{ openTunnel }, { trust }] = await Promise.all([
      import('./web-tunnel.ts'),
      import('./web-trust.ts'),
    ]);
    return openTunnel(proxy, `${url.hostname}:${port}`, trust(road.caPem), signal);
  }
  const socket = tcp({
    host: url.hostname,
    port,
    autoSelectFamily: true,
    // Node's 250 ms gives up on a slow line before a good address has had time to answer.
    // On loopback nothing is slow but a busy machine, whose clock must not give the court up.
    autoSelectFamilyAttemptTimeout: road.practice ? 10_000 : 1_000,
    ...(road.practice ? { lookup: loopback } : {}),
  });
  return ready(socket, 'connect', signal);
}

/**
 * Opens one connection to the host of `url`, through the proxy where one is set, with TLS and its
 * verification for https. Fails with a WebFailure whose `sent` is 'no'.
 */
export async function openConnection(url: URL, road: Road, signal: AbortSignal): Promise<Socket> {
  try {
    const isSecure = url.protocol === 'https:';
    // TLS is loaded while the connection is being opened.
    const [socket, tls] = await Promise.all([
      openTcp(url, road, signal),
      isSecure ? Promise.all([import('node:tls'), import('./web-trust.ts')]) : null,
    ]);
    socket.setNoDelay(true);
    if (tls === null) return socket;
    const [{ connect }, { trust }] = tls;
    const secure = connect({
      socket,
      host: url.hostname,
      servername: url.hostname.replace(/\.$/, ''),
      ALPNProtocols: ['http/1.1'],
      ...trust(road.caPem),
    });
    return await ready(secure, 'secureConnect', signal);
  } catch (e) {
    if (signal.aborted) throw givenUp(e, url);
    throw connectFailure(e, url.hostname);
  }
}

function givenUp(e: unknown, url: URL): Error {
  const failure = connectFailure(e, url.hostname);
  if (failure.code === 'proxy') return failure;
  return webFailure('timeout', 'no', `${url.hostname} did not take the connection in time.`);
}
