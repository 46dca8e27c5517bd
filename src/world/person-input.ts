import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadStream } from 'node:tty';

export type Input = NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;

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
 * Calls `gone` when the input ends while a question is open: a closed pipe, a lost terminal, or Ctrl-D on
 * an empty line. inquirer hears none of them before the program exits. Gives the function that stops watching.
 */
export function watchEnd(input: Input, gone: () => void): () => void {
  const key = (_text: string, pressed: Key): void => {
    if (pressed?.ctrl !== true || pressed.name !== 'd') return;
    // readline closes itself on Ctrl-D only where nothing is typed yet, and pauses the input then.
    setImmediate(() => {
      if (input.isPaused()) gone();
    });
  };
  input.on('keypress', key);
  input.once('end', gone);
  input.once('close', gone);
  return () => {
    input.off('keypress', key);
    input.off('end', gone);
    input.off('close', gone);
  };
}
