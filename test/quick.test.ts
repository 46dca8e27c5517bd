import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWords } from '../src/cli.ts';
import { quickAnswer } from '../src/quick.ts';
import { shippedVersion } from '../src/shipped.ts';
import { PROGRAM, runProgram } from './support/program.ts';

/** What the full reading of the words prints. */
function fullAnswer(word: string): string {
  const request = readWords([word], shippedVersion());
  if (request.command !== 'print') throw new Error(`${word} does not print`);
  return request.text;
}

describe('--version and --help, answered without loading the program', () => {
  test.each(['--version', '-V', '--help', '-h'])(
    '%s prints what reading the words would print',
    async (word) => {
      expect(quickAnswer([word], 80)).toBe(fullAnswer(word));
      expect(await runProgram({ args: [word] })).toEqual({
        code: 0,
        signal: null,
        stdout: fullAnswer(word),
        stderr: '',
      });
    },
  );

  test('the version is the package’s own', () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(quickAnswer(['--version'], undefined)).toBe(`${manifest.version}\n`);
  });

  test('a terminal of another width has its help laid out for it', () => {
    expect(quickAnswer(['--help'], 120)).toBeNull();
    expect(quickAnswer(['--version'], 120)).toBe(fullAnswer('--version'));
  });

  test.each([[[]], [['link', '--help']], [['--help', '--json']], [['--versio']]])(
    '%j is left to the reading of words',
    (words) => {
      expect(quickAnswer(words, 80)).toBeNull();
    },
  );

  test('what loads before the first word is read stays under 8 KB, in the program as built', () => {
    const entry = join(dirname(PROGRAM), '..', 'dist', 'main.js');
    const loaded = new Map<string, string>();
    const load = (file: string): void => {
      if (loaded.has(file)) return;
      const source = readFileSync(file, 'utf8');
      loaded.set(file, source);
      for (const [, to] of source.matchAll(/(?:\bfrom|^import|;import)\s*"(\.[^"]+)"/gm))
        load(join(dirname(file), to ?? ''));
    };
    load(entry);
    expect(loaded.size).toBeGreaterThan(1);
    expect([...loaded.values()].join('').length).toBeLessThan(8_000);
  });
});
