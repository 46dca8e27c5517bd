import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** Standard input, or what stands for it. */
export type Input = NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?: (mode: boolean) => unknown };

const QUIET_MS = 20;
const CTRL_C = 0x03;

/**
 * Throws away what was typed before a question opened, so that no key answers a question its writer had
 * not seen. Gives false if a Ctrl-C was among it or the input is at its end. Does nothing without a terminal.
 */
export async function drainTyped(input: Input): Promise<boolean> {
  if (input.isTTY !== true) return true;
  const seen = { interrupted: false, key: true };
  const discard = (chunk: string | Buffer): void => {
    seen.key = true;
    if (Buffer.from(chunk).includes(CTRL_C)) seen.interrupted = true;
  };
  const ended = (): void => {
    seen.interrupted = true;
  };
  input.setRawMode?.(true);
  input.on('data', discard);
  input.once('end', ended);
  input.resume();
  try {
    while (seen.key && !seen.interrupted) {
      seen.key = false;
      await sleep(QUIET_MS);
    }
  } finally {
    input.off('data', discard);
    input.off('end', ended);
    input.pause();
    input.setRawMode?.(false);
  }
  return !seen.interrupted;
}

type Key = { ctrl?: boolean; name?: string } | undefined;

/**
 * The input one question reads from, fed by the real one. What readline cannot bear stays outside: it throws
 * when a terminal that has vanished cannot be put back. Calls `gone` when the input ends while the question
 * is open: a closed pipe, a lost terminal, or Ctrl-D on an empty line, none of which inquirer hears.
 */
export function questionInput(input: Input, gone: () => void): { stream: Input; close: () => void } {
  const feed = new PassThrough();
  const stream: Input = Object.assign(feed, {
    isTTY: input.isTTY === true,
    setRawMode: (mode: boolean) => void input.setRawMode?.(mode),
  });
  const ended = (): void => void setImmediate(gone);
  const pass = (chunk: string | Buffer): void => {
    feed.write(chunk);
    // Right after Escape, readline takes Ctrl-C for another key, one without a meaning.
    if (chunk.includes('\u0003')) ended();
  };
  stream.on('keypress', (_text: string, pressed: Key) => {
    if (pressed?.ctrl !== true || pressed.name !== 'd') return;
    // readline closes itself on Ctrl-D only where nothing is typed yet, and pauses its input then.
    setImmediate(() => {
      if (stream.isPaused()) gone();
    });
  });
  input.on('data', pass);
  for (const event of ['end', 'close', 'error']) input.on(event, ended);
  if ('readableEnded' in input && input.readableEnded === true) ended();
  input.resume();
  return {
    stream,
    close() {
      input.off('data', pass);
      for (const event of ['end', 'close', 'error']) input.off(event, ended);
      input.setRawMode?.(false);
      input.pause();
    },
  };
}
