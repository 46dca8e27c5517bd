export type Charset = 'utf-8' | 'windows-1252';

// Bytes 80 to 9F of windows-1252 (Encoding standard); some Node releases decode it as Latin-1.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as text, in the encoding of the page they belong to. */
export function decode(bytes: Uint8Array, charset: Charset): string {
  if (charset === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(/[\x80-\x9f]/g, (letter) => upper.charAt(letter.charCodeAt(0) - 0x80));
}

/** Text as bytes; what windows-1252 has no letter for becomes a character reference, as in a browser's form. */
export function encode(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  const latin = Array.from(text, (letter) => {
    const at = upper.indexOf(letter);
    if (at >= 0) return String.fromCharCode(0x80 + at);
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x100 ? letter : `&#${code};`;
  });
  return Buffer.from(latin.join(''), 'latin1');
}
