import { createReadStream } from 'node:fs';
import process from 'node:process';

const most = 1_000_000; // bytes

/**
 * The text of a file that somebody named, also of a link to one or of a pipe; of at most a megabyte, so that a device
 * without an end has one. Rejects for what cannot be read, or is larger.
 */
export async function readText(path: string): Promise<string> {
  const { text, size } = await textOf(createReadStream(path, { end: most }), most);
  if (size > most) throw new RangeError('the file is larger than a megabyte');
  return text;
}

/** Reads standard input to its end, or until it is longer than `limit` bytes. */
export async function readStdin(limit: number): Promise<string> {
  return (await textOf(process.stdin, limit)).text;
}

/** A stream's text in UTF-8, without the mark (U+FEFF) that Windows' own programs put before it. */
async function textOf(
  stream: AsyncIterable<unknown>,
  limit: number,
): Promise<{ text: string; size: number }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) break;
    chunks.push(bytes);
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)), size };
}
