import process from 'node:process';

/** Whether owners and modes tell who may read and write a file: everywhere but on Windows, which has other rights. */
export function modesTell(): boolean {
  return process.getuid !== undefined;
}

/** Whether a file's owner is the user of this process; true where owners tell nothing. */
export function isOwn(uid: number): boolean {
  return !modesTell() || uid === process.getuid?.();
}
