import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keptIndex } from '../../src/commands/kept-index.ts';
import { clearRefusal, noteRefusal, recentRefusals } from '../../src/commands/refusals.ts';
import type { Store } from '../../src/commands/store.ts';
import { storeIn } from '../../src/commands/store.ts';
import { noteUsed, usedUntil } from '../../src/commands/used-codes.ts';
import { files } from '../../src/world/files.ts';

async function stateFolder(): Promise<{ path: string; store: Store }> {
  const path = await mkdtemp(join(tmpdir(), 'miwb-link-state-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return { path, store: storeIn({ files, stateFolder: path }) };
}

const refusal = (login: string) => ({ court: 'miwb', login, kind: 'pacerPassword' as const });
const logins = Array.from({ length: 20 }, (_, n) => `filer${n}`);

describe('what is kept between runs', () => {
  test('loses nothing where many write at once, and leaves no lock behind', async () => {
    const { path, store } = await stateFolder();
    await Promise.all([
      ...logins.map((login) => noteRefusal(store, refusal(login), 1_000)),
      ...logins.map((login, n) => noteUsed(store, login, n)),
    ]);
    const refused = await recentRefusals(store, logins.map(refusal), 1_000);
    expect(refused.map(({ login }) => login).toSorted()).toEqual(logins.toSorted());
    expect(await Promise.all(logins.map((login) => usedUntil(store, login)))).toEqual([...logins.keys()]);
    await Promise.all(logins.map((login) => clearRefusal(store, refusal(login))));
    expect(await recentRefusals(store, logins.map(refusal), 1_000)).toEqual([]);
    expect((await readdir(path)).toSorted()).toEqual(['passcodes.json', 'refusals.json']);
  });

  test('is begun anew where refusals were damaged; the list of what is in the keychain is left alone', async () => {
    const { path, store } = await stateFolder();
    const [refusals, credentials] = [join(path, 'refusals.json'), join(path, 'credentials.json')];
    await writeFile(refusals, '[{');
    await writeFile(credentials, '[{');
    expect(await noteRefusal(store, refusal('alma'), 1_000)).toBe(null);
    expect(await recentRefusals(store, [refusal('alma')], 1_000)).toHaveLength(1);
    const index = keptIndex(store);
    expect(await index.change(() => [])).toBe('what is there cannot be read');
    expect([await index.read(), await index.readWhole()]).toEqual([[], null]);
    expect(await readFile(credentials, 'utf8')).toBe('[{');
  });

  test.each([
    ['is another’s list', '[{"what": "else"}]'],
    ['is no list', '{}'],
    ['is empty', ''],
  ])('is not written over where a list of what is in the keychain %s', async (_what, text) => {
    const { path, store } = await stateFolder();
    await writeFile(join(path, 'credentials.json'), text);
    expect(await keptIndex(store).change(() => [])).toBe('what is there cannot be read');
  });

  test('is not written over where a folder stands in its place', async () => {
    const { path, store } = await stateFolder();
    await mkdir(join(path, 'credentials.json'));
    expect(await keptIndex(store).readWhole()).toBe(null);
  });
});
