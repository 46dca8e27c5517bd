import { decode } from './charset.ts';
import type { Charset } from './charset.ts';

export type Entry = [name: string, value: string];

/** Bytes of `a=b&c=d` with `+` as space and %XX undone, decoded afterwards in the page's own encoding. */
export function readUrlencoded(body: Buffer, charset: Charset): Entry[] {
  const plain = (piece: string): string => {
    const bytes = Buffer.from(piece.replaceAll('+', ' '), 'latin1');
    const out: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const hex = bytes[at] === 0x25 ? bytes.toString('latin1', at + 1, at + 3) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        out.push(Number.parseInt(hex, 16));
        at += 2;
      } else out.push(bytes[at] ?? 0);
    }
    return decode(Uint8Array.from(out), charset);
  };
  return body
    .toString('latin1')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): Entry => {
      const equals = pair.indexOf('=');
      if (equals < 0) return [plain(pair), ''];
      return [plain(pair.slice(0, equals)), plain(pair.slice(equals + 1))];
    });
}

/** The parts of a multipart/form-data body (RFC 7578), names unescaped as the HTML standard escapes them. */
export function readMultipart(body: Buffer, boundary: string, charset: Charset): Entry[] {
  const entries: Entry[] = [];
  const fence = Buffer.from(`--${boundary}`);
  let at = body.indexOf(fence);
  while (at >= 0) {
    const start = at + fence.length + 2;
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), fence]), start - 2);
    if (next < 0) break;
    const split = body.indexOf('\r\n\r\n', start - 2);
    if (split >= 0 && split < next) {
      const head = decode(body.subarray(start, split), charset);
      const name = /\bname="([^"]*)"/.exec(head)?.[1] ?? '';
      const unescaped = name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
      entries.push([unescaped, decode(body.subarray(split + 4, next), charset)]);
    }
    at = next + 2;
  }
  return entries;
}

/** The entries of a request body by its content type; none for a type no form has. */
export function readEntries(body: Buffer, contentType: string, charset: Charset): Entry[] {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return readUrlencoded(body, charset);
  const boundary = /^multipart\/form-data;.*?boundary="?([^";]+)/i.exec(contentType)?.[1];
  return boundary === undefined ? [] : readMultipart(body, boundary, charset);
}

/** The value of the first entry of that name, or an empty text. */
export function valueOf(entries: readonly Entry[], name: string): string {
  return entries.find(([own]) => own === name)?.[1] ?? '';
}
