import process from 'node:process';
import { describe, expect, test } from 'vitest';
import type { Ended } from './support/program.ts';
import { PROGRAM, runProgram } from './support/program.ts';

const onFullDisk = (...words: string[]): Promise<Ended> =>
  runProgram({
    executable: 'sh',
    args: ['-c', 'exec "$0" "$@" >/dev/full', process.execPath, PROGRAM, ...words],
  });

describe.skipIf(process.platform !== 'linux')('a result that cannot be written', () => {
  const lost = 'The result could not be written to standard output: the disk is full.';

  test.each([
    'completion bash',
    'courts',
    'config path',
    'credentials list',
    'explain',
    'practice --list',
    'status --help',
    '--help',
    '--version',
  ])('is a failure where it is all there was to do: %s', async (words) => {
    expect(await onFullDisk(...words.split(' '))).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: `${lost}\n`,
    });
  });

  test('changes nothing about how a run ended, which its code tells', async () => {
    expect(await onFullDisk('practice', '--quiet', '--json')).toEqual({
      code: 0,
      signal: null,
      stdout: '',
      stderr: `${lost} The exit code tells it all the same; see "miwb-link explain".\n`,
    });
  });
});
