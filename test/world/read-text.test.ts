import { execFileSync } from 'node:child_process';
import { open, symlink, writeFile } from 'node:fs/promises';
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
          (error: NodeJS.ErrnoException) => error.code ?? error.message,
        ),
      ),
    );
    expect(ended).toEqual([
      'the file is larger than a megabyte',
      'the file is larger than a megabyte',
      'EISDIR',
      'ENOENT',
    ]);
    expect(performance.now() - since).toBeLessThan(3_000);
  });
});
