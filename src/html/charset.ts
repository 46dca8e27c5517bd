// The C1 range of windows-1252 (Encoding standard, index windows-1252); 0 leaves the byte as it is.
const C1 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

const windows1252 = new Map<number, number>();
for (let byte = 0x80; byte < 0x100; byte++) windows1252.set(C1[byte - 0x80] || byte, byte);

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

/** Bytes as text in a known encoding; what is malformed becomes U+FFFD. */
export function decode(bytes: Uint8Array, charset: string): string {
  return charset === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(charset).decode(bytes);
}

const singleByte = new Map<string, ReadonlyMap<number, number>>([['windows-1252', windows1252]]);

/** The upper half of a single-byte encoding, by code point. */
function upperHalf(charset: string): ReadonlyMap<number, number> {
  const known = singleByte.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset, { fatal: true });
  const found = new Map<number, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    try {
      const code = decoder.decode(Uint8Array.of(byte)).codePointAt(0);
      if (code !== undefined && !found.has(code)) found.set(code, byte);
    } catch {
      // A byte that stands for nothing in this encoding.
    }
  }
  singleByte.set(charset, found);
  return found;
}

/**
 * Text as bytes in the encoding of a submission. A character the encoding lacks is written
 * `&#NNN;` (Encoding standard, "encode", error mode html).
 */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  const upper = upperHalf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    const byte = code < 0x80 ? code : upper.get(code);
    if (byte !== undefined) bytes.push(byte);
    else for (const digit of `&#${code};`) bytes.push(digit.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

/** The encoding a submission uses for a page in this encoding (Encoding standard, "get an output encoding"). */
export function outputCharset(charset: string): string {
  return charset.startsWith('utf-16') || charset === 'replacement' ? 'utf-8' : charset;
}
