import { resolve } from './address.ts';
import { addressAt, statementsOf } from './script-statements.ts';
import { tokens } from './script-tokens.ts';
import { isTrustworthy, parse, policyOf } from './referrer-policy.ts';

/**
 * Where the page's scripts send a browser at once: `location.assign("…")`, `location.replace('…')`,
 * `location = "…"`, `location.href = "…"` as a top-level statement with a plain string. Absolute; null where there
 * is none, where it is computed, conditional or inside a function, or where two statements disagree. Nothing is run.
 */
export function scriptedAddress(scripts: readonly string[], baseUrl: string): string | null {
  const found = new Set<string | null>();
  for (const script of scripts) {
    const list = tokens(script) ?? [];
    for (const start of statementsOf(list)) {
      const reference = addressAt(list, start);
      if (reference !== null) found.add(resolve(reference, baseUrl));
    }
  }
  const [address] = found;
  return found.size === 1 && address?.startsWith('http') === true ? address : null;
}

/** The statuses that send a browser on to the address in `Location`. */
export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What a redirect asks for (Fetch standard 4.4, "HTTP-redirect fetch"), or null where there is none to follow. */
export function redirected(
  method: 'GET' | 'POST',
  status: number,
  location: string | null,
  from: string,
): { method: 'GET' | 'POST'; url: string; keepsBody: boolean } | null {
  if (!redirectStatuses.has(status) || location === null) return null;
  const address = resolve(location, from);
  if (address === null || !/^https?:/.test(address)) return null;
  const url = new URL(address);
  // A fragment is inherited; an empty one in the Location counts as one.
  if (url.hash === '' && !address.endsWith('#')) url.hash = new URL(from).hash;
  const keepsBody = status === 307 || status === 308;
  return { method: keepsBody ? method : 'GET', url: url.href, keepsBody: keepsBody && method === 'POST' };
}

/**
 * The Referer a browser sends from one page to another address, or null for none (Referrer Policy 8.3).
 * `policy` is the page's Referrer-Policy header; without one strict-origin-when-cross-origin holds.
 */
export function refererFor(from: string, to: string, policy?: string | null): string | null {
  const source = parse(from);
  const target = parse(to);
  if (source === null || target === null || !/^https?:$/.test(source.protocol)) return null;
  source.username = '';
  source.password = '';
  source.hash = '';
  const origin = `${source.origin}/`;
  const whole = source.href.length > 4096 ? origin : source.href;
  const same = source.origin === target.origin;
  const downgrade = isTrustworthy(source) && !isTrustworthy(target);
  switch (policyOf(policy)) {
    case 'no-referrer':
      return null;
    case 'origin':
      return origin;
    case 'unsafe-url':
      return whole;
    case 'same-origin':
      return same ? whole : null;
    case 'strict-origin':
      return downgrade ? null : origin;
    case 'origin-when-cross-origin':
      return same ? whole : origin;
    case 'no-referrer-when-downgrade':
      return downgrade ? null : whole;
    default:
      return same ? whole : downgrade ? null : origin;
  }
}

/**
 * The Origin header of a form's request (Fetch standard 3.1): null for a GET; the text "null" where the page's policy
 * or a way from a secure page to an insecure one forbids to name it. `policy` as for `refererFor`.
 */
export function originFor(
  method: 'GET' | 'POST',
  from: string,
  to: string,
  policy?: string | null,
): string | null {
  const source = parse(from);
  const target = parse(to);
  if (method === 'GET' || source === null || target === null) return null;
  const downgrade = source.protocol === 'https:' && target.protocol !== 'https:';
  const named = policyOf(policy);
  if (named === 'no-referrer') return 'null';
  if (named === 'same-origin') return source.origin === target.origin ? source.origin : 'null';
  return downgrade && !['origin', 'origin-when-cross-origin', 'unsafe-url'].includes(named)
    ? 'null'
    : source.origin;
}
