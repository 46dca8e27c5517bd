import { isIP } from 'node:net';
import { webFailure } from './web-failure.ts';

const bareName = (hostname: string): string => hostname.replace(/\.$/, '').toLowerCase();

/** True for names under `.localhost`, which RFC 6761 section 6.3 keeps for loopback. */
export function isPracticeHost(hostname: string): boolean {
  return bareName(hostname).endsWith('.localhost');
}

function refusal(url: URL, practice: boolean): string | null {
  const name = bareName(url.hostname);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'is not a web address';
  if (url.username !== '' || url.password !== '') return 'carries a user name or password in the address';
  if (practice) return isPracticeHost(name) ? null : 'lies outside the practice court';
  if (name === 'localhost' || isPracticeHost(name)) return 'is a practice address, not a real court';
  if (name.startsWith('[') || isIP(name) !== 0) return 'is a bare IP address';
  if (url.protocol === 'http:') return 'is not secure (http, not https)';
  return null;
}

const refused = (why: string): Error => webFailure('forbidden-host', 'no', `Not contacted: ${why}.`);

/**
 * Parses the address of a request and lets it through only where it may go: a practice run stays under
 * `.localhost`, a real run never goes there, to an IP literal, or over plain http. Throws the WebFailure
 * 'forbidden-host' otherwise.
 */
export function allowedUrl(address: string, practice: boolean): URL {
  if (!URL.canParse(address)) throw refused('the address to go to cannot be read');
  const url = new URL(address);
  const why = refusal(url, practice);
  if (why !== null) throw refused(`${url.host || url.protocol} ${why}`);
  return url;
}
