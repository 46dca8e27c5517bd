import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import module from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWords } from '../src/cli.ts';
import { quickAnswer } from '../src/quick.ts';
import { shippedVersion } from '../src/shipped.ts';
import { makeHome } from './support/clean-env.ts';
import { PROGRAM, runProgram } from './support/program.ts';

// From Node 22.8 on.
const { enableCompileCache } = module as { enableCompileCache?: unknown };

/** What the full reading of the words prints. */
function fullAnswer(word: string): string {
  const request = readWords([word], shippedVersion());
  if (request.command !== 'print') throw new Error(`${word} does not print`);
  return request.text;
}

const dist = join(dirname(PROGRAM), '..', 'dist');

/** Some parts of the program as built, with all that loads with them at once. */
function loadedWith(...names: string[]): string {
  const loaded = new Map<string, string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    const source = readFileSync(file, 'utf8');
    loaded.set(file, source);
    const atOnce = source.replaceAll(/\.then\(\(\)=>(?:__toESM\()?require\("[^"]+"\)/g, '');
    for (const [, to] of atOnce.matchAll(/\brequire\("(\.[^"]+)"\)/g)) load(join(dirname(file), to ?? ''));
  };
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  for (const name of names) {
    const found = files.filter((file) => basename(file) === `${name}.cjs`);
    expect({ name, found }).toEqual({ name, found: [expect.any(String)] });
    load(join(dist, found[0] ?? ''));
  }
  return [...loaded.values()].join('');
}

describe('--version and --help, answered without loading the program', () => {
  test.each(['--version', '-V', '--help', '-h'])(
    '%s prints what reading the words would print',
    async (word) => {
      expect(quickAnswer([word], () => 80)).toBe(fullAnswer(word));
      expect(await runProgram({ args: [word] })).toEqual({
        code: 0,
        signal: null,
        stdout: fullAnswer(word),
        stderr: '',
      });
    },
  );

  test('what was compiled is kept among the user’s own files, never in a folder for all', async () => {
    const home = await makeHome();
    const [cache, shared] = [join(home.path, '.cache'), join(home.path, 'shared')];
    await mkdir(cache);
    await mkdir(shared);
    await runProgram({ args: ['--version'], home: home.path, env: { TMPDIR: shared } });
    const kept = [await readdir(cache), await readdir(shared)];
    await home.remove();
    expect(kept).toEqual([enableCompileCache === undefined ? [] : ['miwb-link'], []]);
  });

  test('the version is the package’s own', () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(quickAnswer(['--version'], () => undefined)).toBe(`${manifest.version}\n`);
  });

  test('a terminal of another width has its help laid out for it', () => {
    expect(quickAnswer(['--help'], () => 120)).toBeNull();
    expect(quickAnswer(['--version'], () => 120)).toBe(fullAnswer('--version'));
  });

  test.each([[[]], [['link', '--help']], [['--help', '--json']], [['--versio']]])(
    '%j is left to the reading of words',
    (words) => {
      expect(quickAnswer(words, () => 80)).toBeNull();
    },
  );

  test('what loads before the first word is read stays under 8 KB, in the program as built', () => {
    expect(loadedWith('main').length).toBeLessThan(8_000);
  });

  test('what loads before the first request leaves stays under 600 KB', () => {
    const { length } = loadedWith('main', 'start');
    expect(length).toBeGreaterThan(200_000);
    expect(length).toBeLessThan(600_000);
  });

  test('nothing that is built tells where it was built', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.c?js$/.test(file),
    );
    const telling = files.filter((file) => readFileSync(join(dist, file), 'utf8').includes(dirname(dist)));
    expect([files.length > 20, telling]).toEqual([true, []]);
  });

  test('what reads pages is loaded only after the first answer', () => {
    const reads = (...names: string[]): boolean => loadedWith(...names).includes('LoadedCheerio');
    expect([reads('main', 'start', 'walk'), reads('pages')]).toEqual([false, true]);
  });
});
