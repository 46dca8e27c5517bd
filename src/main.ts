import process from 'node:process';
import { quickAnswer } from './quick.ts';

/** Answers at once what takes no work; else loads the program, runs one command and sets the exit code. */
export async function main(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  const answer = quickAnswer(words, process.stdout.columns);
  if (answer === null) {
    const { run } = await import('./run.ts');
    process.exitCode = await run(words);
  } else process.stdout.write(answer);
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
