import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanEnv } from './support/clean-env.ts';

const root = join(import.meta.dirname, '..');
let folder = '';

const git = (...args: string[]): Promise<unknown> =>
  promisify(execFile)('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: folder,
  });

/** A small package with the release command in it, in a repository that is fit to be released as 1.2.3. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'));
  for (const file of ['release.mjs', 'release-rules.mjs']) await cp(join(root, file), join(folder, file));
  await write(
    'package.json',
    JSON.stringify({ name: 'small', version: '1.2.3', scripts: { check: 'node check.mjs' } }),
  );
  await write(
    'package-lock.json',
    JSON.stringify({
      name: 'small',
      version: '1.2.3',
      lockfileVersion: 3,
      packages: { '': { name: 'small', version: '1.2.3' } },
    }),
  );
  await write('CHANGELOG.md', '# Changelog\n\n## 1.2.3\n\n- Works.\n');
  await write('.gitignore', 'release/\n');
  await write('check.mjs', '');
  await git('init', '-q', '-b', 'main');
  await commit();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

async function commit(): Promise<void> {
  await git('add', '-A');
  await git('commit', '-q', '-m', 'As it is');
}

/** What the release command says, and whether it made anything. */
async function release(version: string): Promise<{ refused: string[]; made: string[] }> {
  const options = { cwd: folder, env: cleanEnv(folder) };
  const stderr = await promisify(execFile)('node', ['release.mjs', version], options).then(
    () => '',
    (error: { stderr: string }) => error.stderr,
  );
  const made = await readdir(join(folder, 'release', '1.2.3')).catch(() => []);
  return { refused: stderr.split('\n').filter((line) => line.startsWith('- ')), made };
}

test('a release is a tarball, a list of what is in it, and their checksums', async () => {
  expect(await release('1.2.3')).toEqual({
    refused: [],
    made: ['SHA256SUMS', 'sbom.cdx.json', 'small-1.2.3.tgz'],
  });
  const made = join(folder, 'release', '1.2.3');
  await promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: made });
  expect(JSON.parse(await readFile(join(made, 'sbom.cdx.json'), 'utf8'))).toMatchObject({
    bomFormat: 'CycloneDX',
  });
}, 60_000);

test('what is not committed is not released', async () => {
  await write('new.txt', 'new');
  expect(await release('1.2.3')).toEqual({
    refused: ['- there are changes that are not committed'],
    made: [],
  });
});

test('only main is released', async () => {
  await git('checkout', '-q', '-b', 'other');
  expect(await release('1.2.3')).toEqual({ refused: ['- this is branch other, not main'], made: [] });
});

test('the version must be the package’s and the changelog’s', async () => {
  expect(await release('1.3.0')).toEqual({
    refused: [
      '- package.json says 1.2.3, not 1.3.0',
      '- CHANGELOG.md does not begin with a heading "## 1.3.0"',
    ],
    made: [],
  });
  expect(await release('soon')).toEqual({
    refused: ['- say which version: npm run release -- 1.2.3'],
    made: [],
  });
});

test('nothing may be left as unreleased', async () => {
  await write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- More.\n\n## 1.2.3\n\n- Works.\n');
  await commit();
  expect(await release('1.2.3')).toEqual({
    refused: ['- CHANGELOG.md still lists something as unreleased'],
    made: [],
  });
});

test('a version is released once', async () => {
  await git('tag', 'v1.2.3');
  expect(await release('1.2.3')).toEqual({ refused: ['- v1.2.3 was released already'], made: [] });
});

test('checks that are not green stop it', async () => {
  await write('check.mjs', 'process.exit(1);');
  await commit();
  expect(await release('1.2.3')).toEqual({ refused: ['- npm run check is not green'], made: [] });
});
