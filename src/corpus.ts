import process from 'node:process';
import { readFolder } from './corpus/reading.ts';

// `npm run corpus -- DIR`, for maintainers who have been sent a page: one JSON line a page; exit code 2 without a folder.
try {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) throw new Error('It takes one folder of *.html pages.');
  for (const reading of readFolder(folder)) process.stdout.write(`${JSON.stringify(reading)}\n`);
} catch (error) {
  process.stderr.write(`corpus: ${error instanceof Error ? error.message : 'failed'}\n`);
  process.exitCode = 2;
}
