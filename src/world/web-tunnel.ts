import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { connectFailure, webFailure } from './web-failure.ts';
import type { ProxyAddress } from './web-proxy.ts';

const STATUS_WORDS: Record<number, string> = {
  403: 'does not allow this address',
  407: 'asks for a user name and password, or refuses the ones given',
  502: 'could not reach the address',
  503: 'is not available',
  504: 'could not reach the address in time',
};

const reasonIn = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

/**
 * Asks `proxy` once for a tunnel to `target` (host:port), CONNECT of RFC 9110 section 9.3.6. Gives the
 * tunnel's socket, or fails with the WebFailure 'proxy'. undici's own ProxyAgent reconnects for ever to a
 * proxy that hangs up on CONNECT.
 */
export function openTunnel(
  proxy: ProxyAddress,
  target: string,
  trusted: ConnectionOptions,
  signal: AbortSignal,
): Promise<Socket> {
  const name = `${proxy.hostname}:${proxy.port}`;
  const refused = (why: string): Error => webFailure('proxy', 'no', `The proxy ${name} ${why}.`);
  return new Promise((resolve, reject) => {
    const asked = (proxy.secure ? overHttps : overHttp)({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port,
      path: target,
      headers: { Host: target },
      // Else Node would check the proxy's certificate against the Host header.
      servername: isIP(proxy.hostname) === 0 ? proxy.hostname : '',
      agent: false,
      ...trusted,
      signal,
    });
    // Not among the options above: NODE_DEBUG=http or net would print them.
    if (proxy.authorization !== null) asked.setHeader('Proxy-Authorization', proxy.authorization);
    asked.once('connect', (answer, socket, head) => {
      const status = answer.statusCode ?? 0;
      const open = status >= 200 && status < 300;
      if (open && head.length === 0) {
        resolve(socket);
        return;
      }
      socket.destroy();
      const why = open ? 'spoke out of turn' : (STATUS_WORDS[status] ?? 'refused');
      reject(refused(`${why} (${status})`));
    });
    asked.once('error', (e) => {
      if (signal.aborted) reject(refused('did not answer in time'));
      else reject(refused(`cannot be used: ${reasonIn(connectFailure(e, 'it').message)}`));
    });
    asked.end();
  });
}
