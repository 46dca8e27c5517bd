import type { Cursor } from './script-tokens.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** One escape sequence, the cursor behind its backslash; null where it is malformed or octal. */
function escapeAt(cursor: Cursor): string | null {
  const { source } = cursor;
  const letter = source.charAt(cursor.at++);
  if (letter === '\r' && source.charAt(cursor.at) === '\n') cursor.at++;
  if (/[\n\r\u2028\u2029]/.test(letter)) return '';
  if (letter === '0' && /\d/.test(source.charAt(cursor.at))) return null;
  const digits = letter === 'x' ? /[\da-f]{2}/iy : letter === 'u' ? /[\da-f]{4}|\{[\da-f]{1,6}\}/iy : null;
  if (digits === null) return /[1-9]/.test(letter) ? null : (ESCAPES[letter] ?? letter);
  digits.lastIndex = cursor.at;
  const found = digits.exec(source)?.[0];
  const code = Number.parseInt(found?.replace(/[{}]/g, '') ?? '', 16);
  if (found === undefined || Number.isNaN(code) || code > 0x10ffff) return null;
  cursor.at += found.length;
  return String.fromCodePoint(code);
}

/** The value of a string literal (ECMAScript 12.9.4), the cursor behind its first quote; null where it does not end. */
export function readString(cursor: Cursor, quote: string): string | null {
  const { source } = cursor;
  let value = '';
  while (cursor.at < source.length) {
    const character = source.charAt(cursor.at++);
    if (character === quote) return value;
    if (character === '\n' || character === '\r') return null;
    const read = character === '\\' ? escapeAt(cursor) : character;
    if (read === null) return null;
    value += read;
  }
  return null;
}
