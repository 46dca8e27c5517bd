import { webFailure } from './web-failure.ts';

export type ProxySettings = { http?: string; https?: string; no?: string };
export type ProxyAddress = { secure: boolean; hostname: string; port: number; authorization: string | null };

function exempt(entry: string, hostname: string, port: number): boolean {
  const colon = entry.lastIndexOf(':');
  const wantedPort = colon > 0 ? Number(entry.slice(colon + 1)) : Number.NaN;
  const hasPort = Number.isInteger(wantedPort);
  if (hasPort && wantedPort !== port) return false;
  const name = (hasPort ? entry.slice(0, colon) : entry).replace(/^\*?\./, '').toLowerCase();
  return name === '*' || hostname === name || (name !== '' && hostname.endsWith(`.${name}`));
}

/**
 * True if NO_PROXY (`no`: names parted by commas or spaces; `*` for all; `.name`, `*.name` and `name` all
 * cover the name and everything below it; `name:port` that port alone) exempts `url`.
 */
export function bypassesProxy(url: URL, no: string | undefined): boolean {
  const hostname = url.hostname.replace(/\.$/, '').toLowerCase();
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return (no ?? '').split(/[,\s]/).some((entry) => entry !== '' && exempt(entry, hostname, port));
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * The proxy an https request to `url` goes through, or null for none. As in curl, only the https setting
 * counts for https. Throws the WebFailure 'proxy' for a setting that is no http or https proxy.
 */
export function proxyFor(url: URL, settings: ProxySettings | null | undefined): ProxyAddress | null {
  const given = settings?.https?.trim() ?? '';
  if (given === '' || bypassesProxy(url, settings?.no)) return null;
  const address = given.includes('://') ? given : `http://${given}`;
  const proxy = URL.canParse(address) ? new URL(address) : null;
  // After "http://user:12/34@proxy" the host would be "user", and its port a piece of the password.
  if (proxy === null || `${proxy.pathname}${proxy.search}${proxy.hash}`.includes('@')) {
    throw webFailure('proxy', 'no', 'The proxy setting (HTTPS_PROXY) is not an address.');
  }
  const secure = proxy.protocol === 'https:';
  if (!secure && proxy.protocol !== 'http:') {
    throw webFailure(
      'proxy',
      'no',
      `A proxy of the kind ${proxy.protocol}// cannot be used, only http and https.`,
    );
  }
  const login = `${decoded(proxy.username)}:${decoded(proxy.password)}`;
  return {
    secure,
    hostname: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: Number(proxy.port) || (secure ? 443 : 80),
    authorization: login === ':' ? null : `Basic ${Buffer.from(login).toString('base64')}`,
  };
}
