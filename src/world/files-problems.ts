import type { Stats } from 'node:fs';
import { isOwn, modesTell } from './ownership.ts';

const words: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EEXIST: 'there is a file already, and it is never overwritten',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ELOOP: 'it is a link',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether a failure of the file system is this one. */
export function isExpected(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}

/** A failure of the file system in words; what is none is thrown on. */
export function fileProblem(error: unknown): string {
  const code = codeOf(error);
  if (code === '') throw error;
  return words[code] ?? `it cannot be written (${code})`;
}

/**
 * Why no file of the user's alone can stand in a folder, or null. It has to be a folder, not a link, the user's own
 * (root's is taken where only the owner of a file may take it away, as in /tmp), and not open for everybody to write.
 */
export function folderProblem(found: Stats): string | null {
  if (found.isSymbolicLink()) return 'its folder is a link';
  if (!found.isDirectory()) return 'what should be its folder is a file';
  if (!modesTell()) return null;
  const sticky = (found.mode & 0o1000) !== 0;
  if (!isOwn(found.uid) && !(found.uid === 0 && sticky)) return 'its folder belongs to another user';
  return (found.mode & 0o002) !== 0 && !sticky ? 'everybody may write in its folder' : null;
}
