import { createReadStream } from 'node:fs';

const most = 1_000_000; // bytes

/**
 * The text of a file that somebody named, also of a link to one or of a pipe; of at most a megabyte, so that a device
 * without an end has one. Rejects for what cannot be read, or is larger.
 */
export async function readText(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path, { end: most }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
  }
  if (size > most) throw new RangeError('the file is larger than a megabyte');
  return Buffer.concat(chunks).toString('utf8');
}
