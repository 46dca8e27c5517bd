import { execFileSync } from 'node:child_process';
import { chmod, chown, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readText } from '../../src/world/read-text.ts';
import { makeHome } from '../support/clean-env.ts';

async function folder(): Promise<string> {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  return home.path;
}

describe('a file that somebody named', () => {
  test('is read whole, also through a link and out of a pipe', async () => {
    const home = await folder();
    const file = join(home, 'file');
    await writeFile(file, 'grüße\n');
    await symlink(file, join(home, 'link'));
    execFileSync('mkfifo', [join(home, 'pipe')]);
    const piped = readText(join(home, 'pipe'));
    await writeFile(join(home, 'pipe'), 'piped');
    expect([await readText(file), await readText(join(home, 'link')), await piped]).toEqual([
      'grüße\n',
      'grüße\n',
      'piped',
    ]);
  });

  test('is read without the mark that Windows’ own programs begin a text with', async () => {
    const file = join(await folder(), 'file');
    await writeFile(file, '\ufeff{}\r\n');
    expect(await readText(file)).toBe('{}\r\n');
  });

  test('is refused at once where it is a gigabyte, a device without an end, a folder or nothing', async () => {
    const home = await folder();
    const large = await open(join(home, 'large'), 'w');
    await large.truncate(2 ** 30);
    await large.close();
    const since = performance.now();
    const ended = await Promise.all(
      [join(home, 'large'), '/dev/zero', home, join(home, 'none')].map((path) =>
        readText(path).then(
          () => 'read',
          (error: NodeJS.ErrnoException) => (error.code === 'UNFIT' ? error.message : error.code),
        ),
      ),
    );
    expect(ended).toEqual(['it is larger than a megabyte', 'it is a device', 'EISDIR', 'ENOENT']);
    expect(performance.now() - since).toBeLessThan(3_000);
  });

  test('is given up after ten seconds where it is a pipe that nobody writes to', async () => {
    const home = await folder();
    execFileSync('mkfifo', [join(home, 'pipe')]);
    await expect(readText(join(home, 'pipe'))).rejects.toThrow(
      'nothing came through the pipe in ten seconds',
    );
  });

  test('that has to be the user’s own is not somebody else’s, nor everybody’s to write', async () => {
    const home = await folder();
    const [own, everybodys] = [join(home, 'own'), join(home, 'everybodys')];
    await writeFile(own, 'own');
    await writeFile(everybodys, 'open');
    await chmod(everybodys, 0o666);
    expect(await readText(own, 'own')).toBe('own');
    await expect(readText(everybodys, 'own')).rejects.toThrow('everybody may write in it');
    if (process.getuid?.() !== 0) return;
    await chown(own, 12_345, 12_345);
    await expect(readText(own, 'own')).rejects.toThrow('it belongs to another user');
  });
});
