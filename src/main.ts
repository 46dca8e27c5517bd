import process from 'node:process';
import { quickAnswer } from './quick.ts';

/** Answers at once what takes no work; else loads the program, runs one command and sets the exit code. */
export async function main(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  process.stdout.on('error', resultLost);
  process.stderr.on('error', () => {});
  const answer = quickAnswer(words, process.stdout.columns);
  if (answer === null) {
    const { run } = await import('./run.ts');
    process.exitCode = await run(words);
  } else process.stdout.write(answer);
}

/** What cannot be said is no reason to stop half-way, or to end with another code than the run's. */
function resultLost({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE' || code === 'EIO') return;
  const why = code === 'ENOSPC' ? 'the disk is full' : code;
  process.stderr.write(
    `The result could not be written to standard output: ${why}. The exit code tells it all the same; see "miwb-link explain".\n`,
  );
}
