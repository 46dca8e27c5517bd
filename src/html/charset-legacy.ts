type Decode = (bytes: Uint8Array, charset: string) => string;
type Bytes = ReadonlyMap<number, readonly number[]>;

/** Lead bytes of the encodings that use two bytes for a character (Encoding standard 10 to 13). */
const LEADS = new Map<string, readonly [number, number]>([
  ['gbk', [0x81, 0xfe]],
  ['gb18030', [0x81, 0xfe]],
  // What stands before A1 came from another standard: read, never written.
  ['big5', [0xa1, 0xfe]],
  ['euc-jp', [0x8e, 0xfe]],
  ['shift_jis', [0x81, 0xfc]],
  ['euc-kr', [0x81, 0xfe]],
]);
// Big5 has these twice, and the second is the one to write.
const LATER_IN_BIG5 = new Set([0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345]);

/** Whether a byte pair is read but never written: NEC's copies in Shift_JIS (pointers 8272 to 8835). */
function isCopy(charset: string, lead: number): boolean {
  return charset === 'shift_jis' && lead >= 0xed && lead <= 0xef;
}

function single(charset: string, decode: Decode, found: Map<number, readonly number[]>): void {
  for (let byte = 0x80; byte < 0x100; byte++) {
    const text = decode(Uint8Array.of(byte), charset);
    const code = text.codePointAt(0) ?? 0xfffd;
    if (code !== 0xfffd && !found.has(code)) found.set(code, [byte]);
  }
}

function double(charset: string, decode: Decode, found: Map<number, readonly number[]>): void {
  const [first, last] = LEADS.get(charset) ?? [1, 0];
  for (let lead = first; lead <= last; lead++)
    for (let trail = 0x40; trail < 0xff && !isCopy(charset, lead); trail++) {
      const text = decode(Uint8Array.of(lead, trail), charset);
      const code = text.codePointAt(0) ?? 0xfffd;
      // Two characters are one the pair does not stand for and the byte behind it.
      const whole = String.fromCodePoint(code).length === text.length && code !== 0xfffd && code >= 0x80;
      const later = charset === 'big5' && LATER_IN_BIG5.has(code);
      if (whole && (later || !found.has(code))) found.set(code, [lead, trail]);
    }
}

const made = new Map<string, Bytes>();

/**
 * The bytes of each character beyond ASCII in a legacy encoding, found by decoding every byte and pair once.
 * ISO-2022-JP and the four-byte part of gb18030 are not written: their characters count as lacking.
 */
export function legacyBytes(charset: string, decode: Decode): Bytes {
  const known = made.get(charset);
  if (known !== undefined) return known;
  const found = new Map<number, readonly number[]>();
  single(charset, decode, found);
  if (LEADS.has(charset)) double(charset, decode, found);
  made.set(charset, found);
  return found;
}
