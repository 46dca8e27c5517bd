import { execFileSync } from 'node:child_process';
import { chown, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { files } from '../../src/world/files.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'miwb-link-files-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const modeOf = async (path: string): Promise<string> => ((await lstat(path)).mode & 0o7777).toString(8);

/** A folder that is somebody else's, whoever runs the tests. */
async function anothersFolder(): Promise<string> {
  if (process.getuid?.() !== 0) return '/usr';
  const path = await folder();
  await chown(path, 12_345, 12_345);
  return path;
}

describe('a new file', () => {
  test('is for its owner alone, whole, and nothing else is left beside it', async () => {
    const home = await folder();
    expect(await files.create(join(home, 'receipt.txt'), 'Alma\n')).toBe(null);
    expect(await readFile(join(home, 'receipt.txt'), 'utf8')).toBe('Alma\n');
    expect(await modeOf(join(home, 'receipt.txt'))).toBe('600');
    expect(await readdir(home)).toEqual(['receipt.txt']);
  });

  test('is never written over another, nor through a link, nor onto a device or folder', async () => {
    const home = await folder();
    await writeFile(join(home, 'there'), 'old');
    await writeFile(join(home, 'target'), 'kept');
    await symlink(join(home, 'target'), join(home, 'link'));
    await symlink(join(home, 'nothing'), join(home, 'dangling'));
    await mkdir(join(home, 'folder'));
    execFileSync('mkfifo', [join(home, 'pipe')]);
    const names = ['there', 'link', 'dangling', 'folder', 'pipe'];
    const said = await Promise.all(names.map((name) => files.create(join(home, name), 'new')));
    const tried = await Promise.all(names.map((name) => files.tryNew(join(home, name))));
    const logs = await Promise.all(names.map((name) => files.openLog(join(home, name))));
    expect(said).toEqual([
      'there is a file already, and it is never overwritten',
      'it is a link',
      'it is a link',
      'it is a folder',
      'it is not an ordinary file',
    ]);
    expect([tried, logs]).toEqual([said, said]);
    expect(await readFile(join(home, 'there'), 'utf8')).toBe('old');
    expect(await readFile(join(home, 'target'), 'utf8')).toBe('kept');
    expect(await readdir(home)).toEqual(['dangling', 'folder', 'link', 'pipe', 'target', 'there']);
  });

  test('stands in no folder that is missing, a link, a file, another user’s or everybody’s', async () => {
    const home = await folder();
    await mkdir(join(home, 'real'));
    await symlink(join(home, 'real'), join(home, 'linked'));
    await writeFile(join(home, 'file'), '');
    await mkdir(join(home, 'open'));
    execFileSync('chmod', ['0777', join(home, 'open')]);
    const places = [join(home, 'missing'), join(home, 'linked'), join(home, 'file'), join(home, 'open')];
    places.push(await anothersFolder());
    const said = await Promise.all(places.map((place) => files.create(join(place, 'new'), 'text')));
    const tried = await Promise.all(places.map((place) => files.tryNew(join(place, 'new'))));
    expect(said).toEqual([
      'its folder does not exist',
      'its folder is a link',
      'what should be its folder is a file',
      'everybody may write in its folder',
      'its folder belongs to another user',
    ]);
    expect(tried).toEqual(said);
    expect(await readdir(join(home, 'real'))).toEqual([]);
  });

  test('a place that was tried is left as it was', async () => {
    const home = await folder();
    expect(await files.tryNew(join(home, 'receipt.txt'))).toBe(null);
    expect(await readdir(home)).toEqual([]);
  });

  test('a name that no disk takes is said in words', async () => {
    const home = await folder();
    expect(await files.create(join(home, 'x'.repeat(300)), 'text')).toBe('its name is too long');
  });
});

describe('the folder', () => {
  test('is made with those above it, for its owner alone, and may be there already', async () => {
    const home = await folder();
    const path = join(home, 'a', 'b');
    expect(await files.makeFolder(path)).toBe(null);
    expect(await files.makeFolder(path)).toBe(null);
    expect([await modeOf(join(home, 'a')), await modeOf(path)]).toEqual(['700', '700']);
  });

  test('is refused where a link, a file or another user’s folder stands in its place', async () => {
    const home = await folder();
    await mkdir(join(home, 'real'));
    await symlink(join(home, 'real'), join(home, 'linked'));
    await writeFile(join(home, 'file'), '');
    expect([
      await files.makeFolder(join(home, 'linked')),
      await files.makeFolder(join(home, 'file')),
      await files.makeFolder(join(home, 'file', 'below')),
      await files.makeFolder(await anothersFolder()),
    ]).toEqual([
      'its folder is a link',
      'what should be its folder is a file',
      'what should be its folder is a file',
      'its folder belongs to another user',
    ]);
  });
});

describe('a file written line by line', () => {
  test('holds every line at once, before it is closed', async () => {
    const home = await folder();
    const log = await files.openLog(join(home, 'trace'));
    if (typeof log === 'string') throw new Error(log);
    log.add('one');
    log.add('two');
    expect(await readFile(join(home, 'trace'), 'utf8')).toBe('one\ntwo\n');
    expect(await modeOf(join(home, 'trace'))).toBe('600');
    expect(log.close()).toBe(null);
  });

  test('takes nothing more once it is closed, and may be closed twice', async () => {
    const home = await folder();
    const log = await files.openLog(join(home, 'trace'));
    if (typeof log === 'string') throw new Error(log);
    log.add('one');
    log.close();
    log.add('too late');
    expect([log.close(), await readFile(join(home, 'trace'), 'utf8')]).toEqual([null, 'one\n']);
  });
});

describe('reading', () => {
  test('takes the user’s own ordinary files alone, up to a limit', async () => {
    const home = await folder();
    await writeFile(join(home, 'note'), 'text');
    await symlink(join(home, 'note'), join(home, 'link'));
    execFileSync('mkfifo', [join(home, 'pipe')]);
    expect(
      await Promise.all([
        files.read(join(home, 'note'), 4),
        files.read(join(home, 'note'), 3),
        files.read(join(home, 'link'), 9),
        files.read(join(home, 'pipe'), 9),
        files.read(home, 9),
        files.read(join(home, 'missing'), 9),
      ]),
    ).toEqual(['text', null, null, null, null, null]);
  });

  test('lists a folder, and nothing for what is none', async () => {
    const home = await folder();
    await writeFile(join(home, 'note'), '');
    expect([await files.list(home), await files.list(join(home, 'missing'))]).toEqual([['note'], []]);
    await files.remove(join(home, 'note'));
    await files.remove(join(home, 'note'));
    expect(await files.list(home)).toEqual([]);
  });
});
