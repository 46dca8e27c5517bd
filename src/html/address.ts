import { encode } from './charset.ts';

/** Escapes what is not ASCII in a reference's query in the page's encoding (URL standard 4.4, "query state"). */
function queryEncoded(reference: string, charset: string): string {
  const hash = reference.indexOf('#');
  const end = hash < 0 ? reference.length : hash;
  const query = reference.indexOf('?');
  if (query < 0 || query > end) return reference;
  let escaped = '';
  for (const byte of encode(reference.slice(query, end), charset))
    escaped += byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`;
  // What the encoding lacks came back as a numeric reference; its signs must not end the query.
  const safe = escaped.replace(/&#(\d+);/g, (whole, code: string) =>
    Number(code) > 0x7f ? `%26%23${code}%3B` : whole,
  );
  return reference.slice(0, query) + safe + reference.slice(end);
}

/** Parses a URL reference as the URL standard does, or gives null; `charset` is the page's own encoding. */
export function resolve(reference: string, base: string, charset = 'utf-8'): string | null {
  const plain = charset === 'utf-8' || /^[\0-\x7f]*$/.test(reference);
  try {
    return new URL(plain ? reference : queryEncoded(reference, charset), base).href;
  } catch {
    return null;
  }
}

/**
 * A path as it may be told: its steps without their parameters (`;jsessionid=…`, RFC 3986 section 3.3), and without
 * those that only chance makes: twenty signs or more in which letters and digits change places again and again.
 */
export function tellablePath(pathname: string): string {
  return pathname
    .split('/')
    .map((step) => step.split(/;|%3b/i, 1)[0] ?? '')
    .map((step) => (isMadeByChance(step) ? '…' : step))
    .join('/');
}

const isMadeByChance = (step: string): boolean =>
  step.length >= 20 && (step.match(/\d+|[a-z]+/gi) ?? []).length > 6;
