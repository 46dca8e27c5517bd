import { legacyBytes } from './charset-legacy.ts';

// The C1 range of windows-1252 (Encoding standard, index windows-1252); 0 leaves the byte as it is.
const C1 = (
  '20ac 0 201a 0192 201e 2026 2020 2021 02c6 2030 0160 2039 0152 0 017d 0 ' +
  '0 2018 2019 201c 201d 2022 2013 2014 02dc 2122 0161 203a 0153 0 017e 0178'
)
  .split(' ')
  .map((code) => Number.parseInt(code, 16));

/** The Encoding standard's name for a label, in lower case, or null for an unknown label. */
export function charsetOf(label: string): string | null {
  const wanted = label.trim().toLowerCase();
  if (wanted === 'x-user-defined') return wanted;
  try {
    return new TextDecoder(wanted).encoding.toLowerCase();
  } catch {
    return null;
  }
}

/** The Encoding standard's name of an encoding as it is written, for `_charset_`. */
export function charsetName(charset: string): string {
  if (/^(?:utf|iso|koi8|euc|ibm|gbk)/.test(charset)) return charset.toUpperCase();
  if (charset === 'big5') return 'Big5';
  return charset === 'shift_jis' ? 'Shift_JIS' : charset;
}

/** The encoding a submission uses for a page in this encoding (Encoding standard, "get an output encoding"). */
export function outputCharset(charset: string): string {
  return charset.startsWith('utf-16') || charset === 'replacement' ? 'utf-8' : charset;
}

// Node's own windows-1252 decoder reads bytes 80 to 9F as Latin-1 in some releases.
function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? C1[byte - 0x80] || byte : byte,
    );
    text += String.fromCharCode(...codes);
  }
  return text;
}

// Bytes 80 to FF stand for U+F780 to U+F7FF (Encoding standard 14.5).
function decodeUserDefined(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte < 0x80 ? byte : byte + 0xf700);
  return text;
}

/** Bytes as text in a known encoding; what is malformed becomes U+FFFD. */
export function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'windows-1252') return decodeWindows1252(bytes);
  return charset === 'x-user-defined' ? decodeUserDefined(bytes) : new TextDecoder(charset).decode(bytes);
}

/**
 * Text as bytes in the encoding of a submission. A character the encoding lacks is written
 * `&#NNN;` (Encoding standard 4.1, "encode or fail", error mode html).
 */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  const known = legacyBytes(charset, decode);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    const found = code < 0x80 ? [code] : known.get(code);
    if (found !== undefined) bytes.push(...found);
    else for (const digit of `&#${code};`) bytes.push(digit.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
