import { close, constants, createReadStream, fstat, open } from 'node:fs';
import type { Stats } from 'node:fs';
import { Socket } from 'node:net';
import process from 'node:process';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { isOwn, modesTell } from './ownership.ts';

const most = 1_000_000; // bytes
const patience = 10_000; // ms that a pipe is waited for

/** A file that is there and is not read, and why not, in words. */
export type Unfit = Error & { code: 'UNFIT' };

/**
 * The text of a file that somebody named, also of a link to one or of a pipe; of at most a megabyte, and of a pipe that
 * gives it within ten seconds. `own`: it has to be the user's (or root's), and not open for everybody to write.
 * Rejects with an Unfit for a device and for what is too large, too slow or somebody else's; with Node's own error for
 * what cannot be opened.
 */
export async function readText(path: string, whose: 'anyone' | 'own' = 'anyone'): Promise<string> {
  // A pipe that nobody writes to would hold up the opening, and with it the end of the program.
  const descriptor = await promisify(open)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let found: Stats;
  try {
    found = await promisify(fstat)(descriptor);
    const why = unfitness(found, whose);
    if (why !== null) throw unfit(why);
  } catch (error) {
    await promisify(close)(descriptor);
    throw error;
  }
  const { text, size } = found.isFIFO()
    ? await outOfPipe(descriptor)
    : await textOf(createReadStream(path, { fd: descriptor, end: most }), most);
  if (size > most) throw unfit('it is larger than a megabyte');
  return text;
}

/**
 * Reads standard input to its end, or until it is longer than `limit` bytes; empty if `signal` comes first. Null at a
 * terminal, which would show what is typed.
 */
export async function readStdin(limit: number, signal: AbortSignal): Promise<string | null> {
  if (isatty(0)) return null;
  const stop = (): void => void process.stdin.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return (await textOf(process.stdin, limit)).text;
  } catch (error) {
    if (signal.aborted) return '';
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

type Read = { text: string; size: number };

async function outOfPipe(descriptor: number): Promise<Read> {
  const pipe = new Socket({ fd: descriptor, readable: true, writable: false });
  const late = unfit('nothing came through the pipe in ten seconds');
  const timer = setTimeout(() => pipe.destroy(late), patience);
  try {
    return await textOf(pipe, most);
  } finally {
    clearTimeout(timer);
  }
}

/** A stream's text in UTF-8, without the mark (U+FEFF) that Windows' own programs put before it. */
async function textOf(stream: AsyncIterable<unknown>, limit: number): Promise<Read> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    chunks.push(bytes);
    if (size > limit) break;
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)), size };
}

function unfitness(found: Stats, whose: 'anyone' | 'own'): string | null {
  if (found.isCharacterDevice() || found.isBlockDevice()) return 'it is a device';
  if (whose === 'anyone' || !modesTell() || !found.isFile()) return null;
  if (!isOwn(found.uid) && found.uid !== 0) return 'it belongs to another user';
  return (found.mode & 0o002) === 0 ? null : 'everybody may write in it';
}

function unfit(why: string): Unfit {
  return Object.assign(new Error(why), { code: 'UNFIT' as const });
}
