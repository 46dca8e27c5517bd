import { resolve } from './address.ts';
import { skipBrackets, type Cursor } from './script-literal.ts';
import { tokens, type Token } from './script-tokens.ts';

const WINDOWS = new Set(['window', 'document', 'self', 'top', 'parent', 'this', 'globalThis']);
// A line that starts with one of these goes on with the statement before.
const CONTINUES = new Set(['in', 'instanceof']);

/** Whether a statement may end before this place. */
function ends(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (token === undefined || token.text === ';' || token.text === '}') return true;
  return (
    token.newLine &&
    (token.kind === 'name' ? !CONTINUES.has(token.text) : token.kind !== 'punct' || token.text === '{')
  );
}

/** The string a statement at this place sends the browser to, or null. */
function assigned(list: readonly Token[], start: number): string | null {
  const text = (index: number) => (list[index]?.kind === 'string' ? '' : (list[index]?.text ?? ''));
  let at = start;
  while (WINDOWS.has(text(at)) && text(at + 1) === '.') at += 2;
  if (text(at) !== 'location') return null;
  at++;
  const bracketed = list[at + 1];
  let member = '';
  if (text(at) === '.') {
    member = text(at + 1);
    at += 2;
  } else if (text(at) === '[' && bracketed?.kind === 'string' && text(at + 2) === ']') {
    member = bracketed.text;
    at += 3;
  }
  const value = list[at + 1];
  if (value?.kind !== 'string') return null;
  if ((member === '' || member === 'href') && text(at) === '=' && ends(list, at + 2)) return value.text;
  const called = (member === 'assign' || member === 'replace') && text(at) === '(' && text(at + 2) === ')';
  return called && ends(list, at + 3) ? value.text : null;
}

/** The places where a top-level statement begins; bodies of functions, blocks and conditions are passed over. */
function statements(list: readonly Token[]): number[] {
  const starts: number[] = [];
  const cursor: Cursor = { tokens: list, at: 0 };
  let free = true;
  while (cursor.at < list.length) {
    const token = list[cursor.at];
    if (token === undefined) break;
    const last = list[cursor.at - 1];
    const lineStart =
      token.newLine && token.kind === 'name' && last?.kind !== 'punct' && last?.kind !== 'name';
    if (free || lineStart) starts.push(cursor.at);
    if (token.kind === 'punct' && '([{'.includes(token.text)) {
      if (!skipBrackets(cursor)) return [];
      // Behind a parenthesis may stand what it is a condition for; behind a block, a new statement.
      free = token.text === '{';
    } else {
      free = token.kind === 'punct' && token.text === ';';
      cursor.at++;
    }
  }
  return starts;
}

/**
 * Where the page's scripts send a browser at once: `location.assign("…")`, `location.replace('…')`,
 * `location = "…"`, `location.href = "…"` as a top-level statement with a plain string. Absolute; null where there
 * is none, where it is computed, conditional or inside a function, or where two statements disagree. Nothing is run.
 */
export function scriptedAddress(scripts: readonly string[], baseUrl: string): string | null {
  const found = new Set<string | null>();
  for (const script of scripts) {
    const list = tokens(script) ?? [];
    for (const start of statements(list)) {
      const reference = assigned(list, start);
      if (reference !== null) found.add(resolve(reference, baseUrl));
    }
  }
  const [address] = found;
  return found.size === 1 && address?.startsWith('http') === true ? address : null;
}

/** What a redirect asks for (Fetch standard 4.4, "HTTP-redirect fetch"), or null where there is none to follow. */
export function redirected(
  method: 'GET' | 'POST',
  status: number,
  location: string | null,
  from: string,
): { method: 'GET' | 'POST'; url: string; keepsBody: boolean } | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  const address = resolve(location, from);
  if (address === null || !/^https?:/.test(address)) return null;
  const url = new URL(address);
  // A fragment is inherited; an empty one in the Location counts as one.
  if (url.hash === '' && !address.endsWith('#')) url.hash = new URL(from).hash;
  const keepsBody = status === 307 || status === 308;
  return { method: keepsBody ? method : 'GET', url: url.href, keepsBody: keepsBody && method === 'POST' };
}

const POLICIES = new Set([
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
]);

/** The last policy of a header that is known (Referrer Policy 8.1). */
function policyOf(header: string | null | undefined): string {
  const named = (header ?? '').split(',').map((token) => token.trim().toLowerCase());
  return named.findLast((token) => POLICIES.has(token)) ?? 'strict-origin-when-cross-origin';
}

function isTrustworthy(url: URL): boolean {
  return (
    url.protocol === 'https:' || /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  );
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
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
