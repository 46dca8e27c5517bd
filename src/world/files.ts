import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { locked } from './file-lock.ts';
import { fileProblem, folderProblem, isExpected } from './files-problems.ts';
import { isOwn } from './ownership.ts';

/** Why a file could not be written, in words; null where it was. */
export type Problem = string | null;

/** A file that grows line by line, so that what was written stays even if the program is killed. */
export type Log = { add(line: string): void; close(): Problem };

/**
 * Files for the user alone: made new with mode 0600, never overwritten, never through a link, in a folder of the
 * user's own. Every failure that a disk can bring comes back in words.
 */
export type Files = {
  /** Makes a folder (0700) and those above it where they are missing; an existing one must be fit to write in. */
  makeFolder(path: string): Promise<Problem>;
  /** Tries whether a new file could be written at `path`, by writing one beside it and taking it away. */
  tryNew(path: string): Promise<Problem>;
  /** Writes a new file whole or not at all. */
  create(path: string, text: string): Promise<Problem>;
  /** Writes a file whole or not at all, in place of an ordinary one that may be there. */
  replace(path: string, text: string): Promise<Problem>;
  /** Opens a new file to be written line by line. */
  openLog(path: string): Promise<Log | string>;
  /** The names in a folder; none where it cannot be read. */
  list(folder: string): Promise<string[]>;
  /** Whether anything is at `path`, or may be: only what is certainly not there is not. */
  isThere(path: string): Promise<boolean>;
  /** The text of an ordinary file of the user's own, or null for anything else and for more than `limit` bytes. */
  read(path: string, limit: number): Promise<string | null>;
  /** Takes a file away; one that is gone already is no failure. */
  remove(path: string): Promise<void>;
  /** Does work while no other run does work under the lock file at `path`. */
  locked<T>(path: string, work: () => Promise<T>): Promise<T>;
};

// Windows knows neither O_NOFOLLOW nor O_NONBLOCK, and O_EXCL refuses a link there too.
const { O_NOFOLLOW: noFollow, O_NONBLOCK: noWait } = constants;
const anew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
const toRead = constants.O_RDONLY | noFollow | noWait;
const taken = 'there is a file already, and it is never overwritten';
const trial = ' '.repeat(16_384);

export const files: Files = {
  async makeFolder(path) {
    return attempt(async () => {
      await makeMissing(path);
      return folderProblem(await lstat(path));
    });
  },
  tryNew: (path) =>
    attempt(async () => {
      const unfit = await unfitPlace(path);
      if (unfit !== null) return unfit;
      const beside = besideOf(path);
      await writeNew(beside, trial);
      await unlink(beside);
      return null;
    }),
  create: (path, text) =>
    attempt(async () => {
      const unfit = await unfitPlace(path);
      if (unfit !== null) return unfit;
      const beside = besideOf(path);
      await writeNew(beside, text);
      try {
        // Unlike a rename, a link never takes the place of what came there meanwhile.
        await link(beside, path).catch((error: unknown) => {
          if (isExpected(error, 'EEXIST')) throw error;
          return writeNew(path, text);
        });
      } finally {
        await unlink(beside);
      }
      return null;
    }),
  replace: (path, text) =>
    attempt(async () => {
      const unfit = await unfitPlace(path);
      if (unfit !== null && unfit !== taken) return unfit;
      const beside = besideOf(path);
      await writeNew(beside, text);
      await rename(beside, path).catch(async (error: unknown) => {
        await unlink(beside);
        throw error;
      });
      return null;
    }),
  async openLog(path) {
    let opened: number | null = null;
    const problem = await attempt(async () => {
      const unfit = await unfitPlace(path);
      if (unfit === null) opened = openSync(path, anew | constants.O_APPEND, 0o600);
      return unfit;
    });
    return opened === null ? (problem ?? 'it could not be opened') : logInto(opened);
  },
  list: (folder) => readdir(folder).catch(() => []),
  isThere: (path) =>
    lstat(path).then(
      () => true,
      (error: unknown) => !isExpected(error, 'ENOENT') && !isExpected(error, 'ENOTDIR'),
    ),
  async read(path, limit) {
    const handle = await open(path, toRead).catch(() => null);
    if (handle === null) return null;
    try {
      const found = await handle.stat();
      const fit = found.isFile() && isOwn(found.uid) && found.size <= limit;
      return fit ? await handle.readFile('utf8') : null;
    } catch {
      return null;
    } finally {
      await handle.close();
    }
  },
  remove: (path) => unlink(path).catch(() => {}),
  locked,
};

function logInto(descriptor: number): Log {
  let problem: Problem = null;
  let opened = true;
  const guarded = (act: () => void): void => {
    if (!opened) return;
    try {
      act();
    } catch (error) {
      problem ??= fileProblem(error);
    }
  };
  return {
    add: (line) => guarded(() => void writeSync(descriptor, `${line}\n`)),
    close() {
      guarded(() => closeSync(descriptor));
      opened = false;
      return problem;
    },
  };
}

async function attempt(act: () => Promise<Problem>): Promise<Problem> {
  try {
    return await act();
  } catch (error) {
    return fileProblem(error);
  }
}

/** Makes a folder and those above it where they are missing; mkdir's own `recursive` never ends below /proc. */
async function makeMissing(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path; (await whatIsAt(at)) === null; at = dirname(at)) missing.push(at);
  for (const at of missing.toReversed()) {
    await mkdir(at, { mode: 0o700 }).catch((error: unknown) => {
      if (!isExpected(error, 'EEXIST')) throw error;
    });
  }
}

function whatIsAt(path: string): Promise<Stats | null> {
  return lstat(path).catch((error: unknown) => {
    if (isExpected(error, 'ENOENT')) return null;
    throw error;
  });
}

/** What speaks against a new file at `path`: its folder, or something that is there already. */
async function unfitPlace(path: string): Promise<Problem> {
  const unfit = folderProblem(await lstat(dirname(path)));
  if (unfit !== null) return unfit;
  const there = await whatIsAt(path);
  if (there === null) return null;
  if (there.isSymbolicLink()) return 'it is a link';
  if (there.isDirectory()) return 'it is a folder';
  if (!there.isFile()) return 'it is not an ordinary file';
  return taken;
}

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a file that is not there yet, through to the disk; takes it away again if that fails half-way. */
async function writeNew(path: string, text: string): Promise<void> {
  const handle = await open(path, anew, 0o600);
  try {
    // A umask may have taken even the user's own rights away.
    await handle.chmod(0o600);
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } catch (error) {
    await unlink(path).catch(() => {});
    throw error;
  } finally {
    await handle.close();
  }
}
