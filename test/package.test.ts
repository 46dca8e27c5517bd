import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanEnv } from './support/clean-env.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

let folder = '';
let tarball = '';
let packed: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'miwb-link package '));
  await chmod(folder, 0o755); // another user goes in below
  // Tests run on what the build left; npm would build again under the other tests' feet.
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const [pack] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  tarball = join(folder, pack?.filename ?? '');
  packed = (pack?.files ?? []).map(({ path }) => path);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every file below a folder, with its mode set. */
async function setModes(at: string, file: number, dir: number): Promise<void> {
  for (const entry of await readdir(at, { withFileTypes: true })) {
    const path = join(at, entry.name);
    if (entry.isDirectory()) await setModes(path, file, dir);
    else if (entry.isFile()) await chmod(path, file);
  }
  await chmod(at, dir);
}

/** Links on a practice court with an installed program; `as` is put before the command. */
async function practise(app: string, as: string[] = []): Promise<unknown> {
  const program = join(app, 'node_modules', 'miwb-link', 'bin', 'miwb-link.js');
  const words = [...as, process.execPath, program, 'practice', '--json'];
  const home = join(folder, 'no home');
  const { stdout } = await run(words[0] ?? '', words.slice(1), {
    cwd: app,
    env: { ...cleanEnv(home), HOME: home },
  });
  const { outcome, linked, proof, practice } = JSON.parse(stdout) as Record<string, unknown>;
  return { outcome, linked, proof, practice };
}

const linked = { outcome: 'linked', linked: 'yes', proof: 'menu', practice: true };

describe('the package', () => {
  test('holds the program, the practice pages, and what somebody reads: nothing else', () => {
    const stray = packed.filter(
      (path) =>
        !/^(?:bin|man|completions)\/|^dist\/(?:main\.cjs|help\.txt|THIRD-PARTY-NOTICES|parts\/[\w.-]+\.cjs)$/.test(
          path,
        ) &&
        !/^fixtures\/(?:NOTES\.md|practice\/(?:primefaces\.js|theme\.css|court\.css)|(?:court|practice|sign-on)\/[\w/-]+\.html)$/.test(
          path,
        ) &&
        !/^docs\/[\w-]+\.(?:md|png|svg)$/.test(path) &&
        !/^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/.test(path),
    );
    expect(stray).toEqual([]);
    for (const needed of [
      'bin/miwb-link.js',
      'dist/main.cjs',
      'dist/THIRD-PARTY-NOTICES',
      'fixtures/NOTES.md',
      'fixtures/practice/primefaces.js',
      'fixtures/practice/theme.css',
      'fixtures/practice/court.css',
      'man/miwb-link.1',
      'completions/miwb-link.bash',
      'completions/_miwb-link',
      'completions/miwb-link.fish',
      'completions/miwb-link.ps1',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'SECURITY.md',
    ])
      expect(packed).toContain(needed);
  });

  test('has every page and picture that its own pages lead to, at most 100 KB of them', async () => {
    const pages = packed.filter((path) => /^[\w/-]+\.md$/.test(path));
    for (const page of pages) {
      const text = await readFile(join(root, page), 'utf8');
      const targets = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map((link) => link[1] ?? '');
      const missing = targets.filter((target) => !packed.includes(join(dirname(page), target)));
      expect({ page, missing }).toEqual({ page, missing: [] });
    }
    const pictures = packed.filter((path) => /\.(?:png|svg)$/.test(path));
    const sizes = await Promise.all(pictures.map(async (path) => (await stat(join(root, path))).size));
    expect(pictures.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });

  test('names the licence of every library inside it', async () => {
    const notices = await readFile(join(root, 'dist', 'THIRD-PARTY-NOTICES'), 'utf8');
    for (const library of ['commander', 'undici', 'tough-cookie', 'parse5', 'cheerio', '@inquirer/prompts'])
      expect(notices).toMatch(new RegExp(`^${library} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });

  test('installs without scripts into an empty folder with a space in its name, and links from there, also read-only and as another user', async () => {
    const app = join(folder, 'an empty folder');
    await mkdir(app);
    await run(
      'npm',
      [
        'install',
        '--ignore-scripts',
        '--omit=dev',
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
        '--prefix',
        app,
        tarball,
      ],
      { cwd: app },
    );
    const installed = await readdir(join(app, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['@napi-rs', 'miwb-link']);
    expect(await practise(app)).toEqual(linked);

    await setModes(app, 0o555, 0o555);
    // Only root can become somebody else; anybody else is no owner of a right to write here either.
    const other =
      process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    expect(await practise(app, other)).toEqual(linked);
    await setModes(app, 0o644, 0o755);
  }, 120_000);
});
