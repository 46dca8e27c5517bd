import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { quickAnswer } from './quick.ts';

/** Answers at once what takes no work; else loads the program, runs one command and sets the exit code. */
export async function main(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  const answer = quickAnswer(words, columns);
  const rest = answer === null ? null : writtenAtOnce(answer);
  if (rest?.length === 0) return;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => resultLost(error, onlyPrints(words)));
  process.stderr.on('error', () => {});
  if (rest === null) {
    const { run } = await import('./run.ts');
    const code = await run(words);
    process.exitCode = code || (process.exitCode ?? 0);
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

/** Whether what the words ask for is nothing but something to read: it has not been done where it was not written. */
function onlyPrints([first = '', ...rest]: readonly string[]): boolean {
  if (['completion', 'config', 'courts', 'explain', 'manual'].includes(first)) return true;
  if ([first, ...rest].some((word) => ['--help', '-h', '--version', '-V'].includes(word))) return true;
  return (
    (first === 'practice' && rest.includes('--list')) || (first === 'credentials' && rest.includes('list'))
  );
}

/** What cannot be said is no reason to stop half-way, or to end a run that did something with another code than its own. */
function resultLost({ code }: NodeJS.ErrnoException, allThereWas: boolean): void {
  if (code === 'EPIPE' || (code === 'EIO' && !allThereWas)) return;
  const why = code === 'ENOSPC' ? 'the disk is full' : code;
  const told = allThereWas ? '' : ' The exit code tells it all the same; see "miwb-link explain".';
  if (allThereWas) process.exitCode ||= 1;
  process.stderr.write(`The result could not be written to standard output: ${why}.${told}\n`);
}
