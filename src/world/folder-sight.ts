import { access, constants, lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { folderProblem } from './files-problems.ts';
import { modesTell } from './ownership.ts';

/**
 * A folder as it is; `mode` is null where modes tell nothing. `open`: others can look into it. `problem` says in words
 * why it cannot be used.
 */
export type FolderSight = { there: boolean; mode: number | null; open: boolean; problem: string | null };

/** Looks at a folder, or, where it is not there yet, at whether it could be made. Changes nothing. */
export async function lookAtFolder(path: string): Promise<FolderSight> {
  const found = await lstat(path).catch(() => null);
  if (found === null) {
    const problem = (await couldBeMade(path)) ? null : 'it cannot be made';
    return { there: false, mode: null, open: false, problem };
  }
  const problem =
    folderProblem(found)?.replace('its folder', 'it').replace('what should be it', 'it') ?? null;
  const writable = problem === null && (await isWritable(path));
  return {
    there: true,
    mode: modesTell() ? found.mode & 0o7777 : null,
    open: modesTell() && (found.mode & 0o077) !== 0,
    problem: problem ?? (writable ? null : 'there is no permission to write there'),
  };
}

/** The nearest folder above that exists is what it would be made in. */
async function couldBeMade(path: string): Promise<boolean> {
  const above = dirname(path);
  const found = await lstat(above).catch(() => null);
  if (found === null) return above !== path && couldBeMade(above);
  return found.isDirectory() && isWritable(above);
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
