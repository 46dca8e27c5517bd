import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cleanEnv } from '../support/clean-env.ts';

const root = join(import.meta.dirname, '..', '..');
const checks = ['types', 'lint', 'format', 'matrix'];
let folder = '';

const git = (...args: string[]): Promise<unknown> =>
  promisify(execFile)('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: folder,
  });

/** A small package with the release command in it, in a repository that is fit to be released as 1.2.3. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'));
  for (const file of ['scripts/release.mjs', 'scripts/release-rules.mjs'])
    await cp(join(root, file), join(folder, file));
  await write(
    'package.json',
    JSON.stringify({
      name: 'small',
      version: '1.2.3',
      files: ['main.js'],
      scripts: Object.fromEntries(checks.map((check) => [check, `node ${check}.mjs`])),
    }),
  );
  await write('CHANGELOG.md', '# Changelog\n\n## 1.2.3\n\n- Works.\n\n## 1.2.2\n\n- Begins.\n');
  await write('.gitignore', 'release/\ndist/\n');
  for (const check of checks) await write(`${check}.mjs`, '');
  await write(
    'matrix.mjs',
    "import fs from 'fs'; fs.mkdirSync('dist'); fs.writeFileSync('dist/sbom.cdx.json', '{}');",
  );
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
  const stderr = await promisify(execFile)(process.execPath, ['scripts/release.mjs', version], options).then(
    () => '',
    (error: { stderr: string }) => error.stderr,
  );
  const made = await readdir(join(folder, 'release', '1.2.3')).catch(() => []);
  return { refused: stderr.split('\n').filter((line) => line.startsWith('- ')), made };
}

test('a release is a tarball, what changed, a list of what is in it, and their checksums', async () => {
  expect(await release('1.2.3')).toEqual({
    refused: [],
    made: ['CHANGES.md', 'SHA256SUMS', 'sbom.cdx.json', 'small-1.2.3.tgz'],
  });
  const made = join(folder, 'release', '1.2.3');
  await promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: made });
  expect(await readFile(join(made, 'CHANGES.md'), 'utf8')).toBe('- Works.\n');
  expect(await readFile(join(made, 'sbom.cdx.json'), 'utf8')).toBe('{}');
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

test.each(checks)('it is stopped where %s is not green', async (check) => {
  await write(`${check}.mjs`, 'process.exit(1);');
  await commit();
  expect(await release('1.2.3')).toEqual({ refused: [`- npm run ${check} is not green`], made: [] });
});

describe('the list of what is in the program (CycloneDX 1.5)', () => {
  type Component = {
    'bom-ref': string;
    type: string;
    name: string;
    version: string;
    scope: string;
    licenses: unknown[];
    purl: string;
    hashes: { alg: string; content: string }[];
  };
  const listed = async (): Promise<Record<string, unknown> & { components: Component[] }> =>
    JSON.parse(await readFile(join(root, 'dist', 'sbom.cdx.json'), 'utf8')) as Awaited<
      ReturnType<typeof listed>
    >;

  test('names every library whose licence is in the bundle, and the keychain’s, which may be absent', async () => {
    const notices = await readFile(join(root, 'dist', 'THIRD-PARTY-NOTICES'), 'utf8');
    const inside = [...notices.matchAll(/^-{72}\n\n(\S+) (\S+) \(/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    const { components } = await listed();
    const of = (scope: string): string[] =>
      components.filter((one) => one.scope === scope).map(({ name, version }) => `${name} ${version}`);
    expect(inside.length).toBeGreaterThan(20);
    expect(of('required')).toEqual(inside);
    expect(of('optional').filter((one) => !/^@napi-rs\/keyring(-[\w-]+)? 2\.1\.2$/.test(one))).toEqual([]);
    expect(of('optional')).toContain('@napi-rs/keyring-win32-x64-msvc 2.1.2');
  });

  test('gives each its address, its licence and the checksum that the lock file holds it to', async () => {
    const { components, ...head } = await listed();
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(components.find(({ name }) => name === '@inquirer/core')).toEqual({
      'bom-ref': expect.stringMatching(/^pkg:npm\/%40inquirer\/core@[\d.]+$/),
      type: 'library',
      name: '@inquirer/core',
      version: expect.stringMatching(/^[\d.]+$/),
      scope: 'required',
      licenses: [{ license: { id: 'MIT' } }],
      purl: expect.stringMatching(/^pkg:npm\/%40inquirer\/core@[\d.]+$/),
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    });
    for (const { licenses, purl, hashes, 'bom-ref': ref } of components)
      expect([ref, licenses.length, hashes.length]).toEqual([purl, 1, 1]);
    expect(new Set(components.map(({ purl }) => purl)).size).toBe(components.length);
    const self = `pkg:npm/miwb-link@${manifest.version}`;
    expect(head).toEqual({
      $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      metadata: {
        component: {
          'bom-ref': self,
          type: 'application',
          name: 'miwb-link',
          version: manifest.version,
          licenses: [{ license: { id: 'MIT' } }],
          purl: self,
        },
      },
      dependencies: [{ ref: self, dependsOn: components.map(({ purl }) => purl) }],
    });
  });
});
