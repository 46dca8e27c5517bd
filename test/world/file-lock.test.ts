import { access, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { locked } from '../../src/world/file-lock.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'miwb-link-lock-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** How long, in seconds, work under a lock had to wait. */
async function waitedFor(lock: string): Promise<number> {
  const start = performance.now();
  return locked(lock, () => Promise.resolve((performance.now() - start) / 1_000));
}

describe('work under a lock', () => {
  test('is done one after the other, and the lock is gone afterwards, also after a failure', async () => {
    const home = await folder();
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await sleep(40);
      order.push(`${name} ends`);
    };
    const lock = join(home, 'lock');
    await expect(locked(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await Promise.all(['a', 'b', 'c'].map((name) => locked(lock, work(name))));
    const names = order.filter((line) => line.endsWith('begins')).map((line) => line[0]);
    expect(order).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(await readdir(home)).toEqual([]);
  });

  test('takes over a lock that was left behind, and waits for one that is used', async () => {
    const home = await folder();
    const lock = join(home, 'lock');
    await writeFile(lock, '');
    const waits = await Promise.all([waitedFor(lock), waitedFor(lock), waitedFor(lock)]);
    expect(Math.min(...waits)).toBeGreaterThan(2.9);
    expect(Math.max(...waits)).toBeLessThan(6);
    expect(await readdir(home)).toEqual([]);
  });

  test('is done all the same where there can be no lock', async () => {
    const home = await folder();
    await mkdir(join(home, 'folder'));
    expect(await waitedFor(join(home, 'folder'))).toBeLessThan(1);
    expect(await waitedFor(join(home, 'missing', 'lock'))).toBeLessThan(1);
    await access(join(home, 'folder'));
  });

  test('is done without the lock where others hold it for ever, after some seconds', async () => {
    const home = await folder();
    const lock = join(home, 'lock');
    let over = false;
    const others = (async () => {
      while (!over) {
        await writeFile(`${lock}.next`, '');
        await rename(`${lock}.next`, lock);
        await sleep(1_000);
      }
    })();
    await sleep(100);
    const waited = await waitedFor(lock);
    over = true;
    await others;
    expect(waited).toBeGreaterThan(5);
    expect(waited).toBeLessThan(12);
  });
});
