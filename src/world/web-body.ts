import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { InputType, ZlibOptions } from 'node:zlib';
import { errorCode, webFailure } from './web-failure.ts';

/** The largest body that is taken, before and after decompression: 8 MB. */
export const MAX_BODY = 8 * 1024 * 1024;

/** The codings `unpacked` undoes, for `Accept-Encoding`. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

type Unpack = (packed: InputType, options: ZlibOptions) => Promise<Buffer>;
const unpackGzip: Unpack = promisify<InputType, ZlibOptions, Buffer>(gunzip);
const unpackBrotli: Unpack = promisify<InputType, ZlibOptions, Buffer>(brotliDecompress);
const unpackZlib: Unpack = promisify<InputType, ZlibOptions, Buffer>(inflate);
const unpackRaw: Unpack = promisify<InputType, ZlibOptions, Buffer>(inflateRaw);

// "deflate" means zlib (RFC 9110 section 8.4.1.2); some servers send it bare, and browsers take both.
const unpackDeflate: Unpack = (packed, options) =>
  packed instanceof Uint8Array && ((packed[0] ?? 0) & 0x0f) === 8
    ? unpackZlib(packed, options)
    : unpackRaw(packed, options);

const CODINGS = new Map<string, Unpack>([
  ['gzip', unpackGzip],
  ['x-gzip', unpackGzip],
  ['deflate', unpackDeflate],
  ['br', unpackBrotli],
]);

/**
 * Undoes `Content-Encoding` (RFC 9110 section 8.4). `sent` is always 'maybe' in its failures: an answer
 * came. Fails with 'too-large' beyond MAX_BODY, 'bad-answer' for damaged or unknown codings.
 */
export async function unpacked(
  body: Buffer,
  contentEncoding: string | undefined,
  host: string,
): Promise<Buffer> {
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .toReversed();
  if (codings.length > 2) throw badCoding(host);
  let plain = body;
  for (const coding of codings) {
    if (plain.length === 0) return plain;
    const unpack = CODINGS.get(coding);
    if (unpack === undefined) throw badCoding(host);
    try {
      plain = await unpack(plain, { maxOutputLength: MAX_BODY });
    } catch (e) {
      throw errorCode(e) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(host) : badCoding(host);
    }
  }
  return plain;
}

/** The failure for a body beyond MAX_BODY. */
export function tooLarge(host: string): Error {
  return webFailure('too-large', 'maybe', `The answer of ${host} is larger than 8 MB.`);
}

function badCoding(host: string): Error {
  return webFailure('bad-answer', 'maybe', `The answer of ${host} is packed in a way that cannot be undone.`);
}
