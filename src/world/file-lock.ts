import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, open, rename, unlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isExpected } from './files-problems.ts';

const anew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const pause = 25; // ms between two tries
const most = 6_000 / pause; // tries before the work is done without the lock
const stale = 3_000 / pause; // tries that find the same lock: whoever made it is gone

/**
 * Does `work` while no other run does what it locks by the file at `path`. A lock that stays the same for 3 seconds was
 * left behind and is taken over. Where there can be none, or after 6 seconds, the work is done without: a lock only
 * keeps two runs from losing each other's entries.
 */
export async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const held = await take(path);
  try {
    return await work();
  } finally {
    if (held) await unlink(path).catch(() => {});
  }
}

async function take(path: string): Promise<boolean> {
  let seen: string | null = null;
  for (let tries = 0, same = 0; tries < most; tries++) {
    try {
      await (await open(path, anew, 0o600)).close();
      return true;
    } catch (error) {
      if (!isExpected(error, 'EEXIST')) return false;
    }
    const found = await marksOf(path);
    if (found === 'no file') return false;
    same = found === seen ? same + 1 : 0;
    seen = found;
    if (seen !== null && same >= stale) await takeAway(path, seen);
    await sleep(pause);
  }
  return false;
}

/** What tells one lock from the next, which may stand at the same place; null for none. */
async function marksOf(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  return found.isFile() ? `${found.ino} ${found.mtimeMs}` : 'no file';
}

/** Takes away the lock that bears these marks; one that another run made meanwhile is put back. */
async function takeAway(path: string, marks: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
    if ((await marksOf(aside)) !== marks) await link(aside, path);
  } catch {
    // Another run was quicker.
  }
  await unlink(aside).catch(() => {});
}
