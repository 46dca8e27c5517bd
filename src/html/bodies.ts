import { encode } from './charset.ts';
import type { FormEntry } from './entries.ts';

const SAFE = /[\w*\-.]/;

const newlines = (text: string) => text.replace(/\r\n?|\n/g, '\r\n');

function percent(text: string, charset: string): string {
  let out = '';
  for (const byte of encode(text, charset)) {
    const character = String.fromCharCode(byte);
    if (byte === 0x20) out += '+';
    else if (byte < 0x80 && SAFE.test(character)) out += character;
    else out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** Entries as application/x-www-form-urlencoded (URL standard 5.2), line ends made CRLF. */
export function urlencoded(entries: readonly FormEntry[], charset: string): string {
  return entries
    .map(({ name, value }) => `${percent(newlines(name), charset)}=${percent(newlines(value), charset)}`)
    .join('&');
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const quoted = (name: string) => name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');

/** Entries as multipart/form-data (HTML standard 4.10.21.8): names with quotes and line ends escaped, an empty file as a part without a name. */
export function multipart(entries: readonly FormEntry[], charset: string, boundary: string): Uint8Array {
  const pieces = entries.flatMap(({ name, value, file }) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(newlines(name))}"`;
    const rest = file
      ? '; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n'
      : `\r\n\r\n${newlines(value)}\r\n`;
    return [encode(head + rest, charset)];
  });
  return join([...pieces, encode(`--${boundary}--\r\n`, charset)]);
}

/** Entries as text/plain (HTML standard 4.10.21.9): name=value on lines of their own, nothing escaped. */
export function plain(entries: readonly FormEntry[], charset: string): Uint8Array {
  const text = entries.map(({ name, value }) => `${newlines(name)}=${newlines(value)}\r\n`).join('');
  return encode(text, charset);
}
