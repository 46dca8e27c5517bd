import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { quickAnswer } from './quick.ts';

/** Answers at once what takes no work; else loads the program, runs one command and sets the exit code. */
export async function main(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  const answer = quickAnswer(words, columns);
  const rest = answer === null ? null : writtenAtOnce(answer);
  if (rest?.length === 0) return;
  process.stdout.on('error', resultLost);
  process.stderr.on('error', () => {});
  if (rest === null) {
    const { run } = await import('./run.ts');
    process.exitCode = await run(words);
    // What could not be written is told of in the next turn.
    await new Promise(setImmediate);
    // All is over and told: to end at once is quicker than to wait until Node has taken everything down.
    if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
  } else process.stdout.write(rest);
}

/** How wide the terminal is. Only what may be one is opened as a stream: that takes longer than all else here. */
function columns(): number | undefined {
  return fstatSync(1).isCharacterDevice() ? process.stdout.columns : undefined;
}

/** Writes to standard output without opening it as a stream, and gives what could not be written so. */
function writtenAtOnce(text: string): Buffer {
  const bytes = Buffer.from(text);
  try {
    return bytes.subarray(writeSync(1, bytes));
  } catch {
    // A stream waits for a pipe that is full, and tells what else is wrong.
    return bytes;
  }
}

/** What cannot be said is no reason to stop half-way, or to end with another code than the run's. */
function resultLost({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE' || code === 'EIO') return;
  const why = code === 'ENOSPC' ? 'the disk is full' : code;
  process.stderr.write(
    `The result could not be written to standard output: ${why}. The exit code tells it all the same; see "miwb-link explain".\n`,
  );
}
