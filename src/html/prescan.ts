import { charsetOf } from './charset.ts';

const SPACE = /[\t\n\f\r /]/;

type Cursor = { text: string; at: number };

/** One attribute of the tag at the cursor (HTML standard 13.2.3.2, "get an attribute"), or null at its end. */
function attribute(cursor: Cursor): { name: string; value: string } | null {
  const { text } = cursor;
  const skip = (what: RegExp) => {
    while (cursor.at < text.length && what.test(text.charAt(cursor.at))) cursor.at++;
  };
  const take = (until: RegExp) => {
    const from = cursor.at;
    while (cursor.at < text.length && !until.test(text.charAt(cursor.at))) cursor.at++;
    return text.slice(from, cursor.at).toLowerCase();
  };
  skip(SPACE);
  if (cursor.at >= text.length || text.charAt(cursor.at) === '>') return null;
  const first = text.charAt(cursor.at++).toLowerCase();
  const name = first + take(/[\t\n\f\r />=]/);
  skip(/[\t\n\f\r ]/);
  if (text.charAt(cursor.at) !== '=') return { name, value: '' };
  cursor.at++;
  skip(/[\t\n\f\r ]/);
  const quote = text.charAt(cursor.at);
  if (quote !== '"' && quote !== "'") return { name, value: take(/[\t\n\f\r >]/) };
  const end = text.indexOf(quote, cursor.at + 1);
  const value = text.slice(cursor.at + 1, end < 0 ? text.length : end).toLowerCase();
  cursor.at = end < 0 ? text.length : end + 1;
  return { name, value };
}

/** The encoding named in a meta element's `content` (HTML standard, "extracting a character encoding"). */
function contentCharset(content: string): string | null {
  const found =
    /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r ;][^\t\n\f\r ;]*))/i.exec(content);
  return found === null ? null : charsetOf(found[1] ?? found[2] ?? found[3] ?? '');
}

function metaCharset(cursor: Cursor): string | null {
  const seen = new Map<string, string>();
  for (let next = attribute(cursor); next !== null; next = attribute(cursor))
    if (!seen.has(next.name)) seen.set(next.name, next.value);
  // A tag that does not end within the bytes at hand says nothing.
  if (cursor.at >= cursor.text.length) return null;
  const named = seen.get('charset');
  if (named !== undefined) return charsetOf(named);
  return seen.get('http-equiv') === 'content-type' ? contentCharset(seen.get('content') ?? '') : null;
}

/**
 * The encoding that a page's first bytes name in a `<meta>`, or null (HTML standard 13.2.3.2,
 * "prescan a byte stream"). UTF-16 there means UTF-8, as the page could be read so far.
 */
export function prescan(bytes: Uint8Array): string | null {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const cursor: Cursor = { text, at: 0 };
  while (cursor.at < text.length) {
    const open = text.indexOf('<', cursor.at);
    if (open < 0) return null;
    cursor.at = open + 1;
    if (text.startsWith('!--', cursor.at)) {
      const end = text.indexOf('-->', cursor.at + 1);
      if (end < 0) return null;
      cursor.at = end + 3;
    } else if (/^meta[\t\n\f\r /]/i.test(text.slice(cursor.at, cursor.at + 5))) {
      cursor.at += 5;
      const charset = metaCharset(cursor);
      if (charset !== null)
        return /^utf-16/.test(charset) ? 'utf-8' : charset === 'x-user-defined' ? 'windows-1252' : charset;
    } else if (/^\/?[a-z]/i.test(text.slice(cursor.at, cursor.at + 2))) {
      while (cursor.at < text.length && !/[\t\n\f\r >]/.test(text.charAt(cursor.at))) cursor.at++;
      while (attribute(cursor) !== null);
    } else if (/^[!/?]/.test(text.charAt(cursor.at))) {
      const end = text.indexOf('>', cursor.at);
      if (end < 0) return null;
      cursor.at = end + 1;
    }
  }
  return null;
}
