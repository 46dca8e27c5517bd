import { charsetOf, decode } from './charset.ts';
import { prescan } from './prescan.ts';

/** The value of `charset` in a Content-Type, quoted or not, or null. */
function headerCharset(contentType: string | null): string | null {
  const found = /;[\t\n\r ]*charset[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|([^;"]*))/i.exec(contentType ?? '');
  return charsetOf(found?.[1] ?? found?.[2] ?? '');
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  return null;
}

/** XML and JSON are UTF-8 where nothing else is said (RFC 7303, RFC 8259). */
function isNotHtml(contentType: string | null): boolean {
  const essence = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^(?:text|application)\/(?:xml|json)$/.test(essence) || /\+(?:xml|json)$/.test(essence);
}

/**
 * A page's bytes as text, and the encoding they were read in (lower case, the Encoding standard's name).
 * In this order: byte order mark, Content-Type, the first 1024 bytes' `<meta>`, windows-1252
 * (HTML standard 13.2.3.2). Malformed bytes become U+FFFD; it never fails.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): { text: string; charset: string } {
  const mark = byteOrderMark(bytes);
  if (mark !== null)
    return { text: decode(bytes.subarray(mark.length), mark.charset), charset: mark.charset };
  const fallback = isNotHtml(contentType) ? 'utf-8' : 'windows-1252';
  const charset = headerCharset(contentType) ?? prescan(bytes.subarray(0, 1024)) ?? fallback;
  return { text: decode(bytes, charset), charset };
}
