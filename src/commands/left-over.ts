import { join } from 'node:path';
import type { Outcome } from '../outcome.ts';
import { noteWords, readNote } from '../report/note.ts';
import type { Note } from '../report/note.ts';
import type { Files } from '../world/files.ts';
import type { Where } from './where.ts';

const prefix = 'about-to-submit-';
const limit = 65_536; // bytes

/** The name of a note in the state folder. */
export function noteFile(folder: string, stamp: string): string {
  return join(folder, `${prefix}${stamp}.json`);
}

/** The notes that earlier runs for this court left over. */
async function leftOver(files: Files, folder: string, where: Where): Promise<{ path: string; note: Note }[]> {
  const names = (await files.list(folder)).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.json'),
  );
  const found: { path: string; note: Note }[] = [];
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    const note = readNote((await files.read(path, limit)) ?? '');
    if (note?.court.id === where.court.id) found.push({ path, note });
  }
  return found;
}

/** What the notes of earlier runs mean, in words; `pacerUser` leaves out those about others, null none. */
export async function leftOverWords(
  files: Files,
  folder: string,
  where: Where,
  pacerUser: string | null,
  now: number,
): Promise<string[]> {
  const notes = await leftOver(files, folder, where);
  return notes.filter(({ note }) => concerns(note, pacerUser)).map(({ note }) => noteWords(note, now));
}

/** Takes away the notes about this PACER account once a run has seen whether it is linked. */
export async function settleLeftOver(
  files: Files,
  folder: string,
  where: Where,
  ended: Outcome,
  pacerUser: string | null,
): Promise<void> {
  if (!settles(ended) || pacerUser === null) return;
  for (const { path, note } of await leftOver(files, folder, where))
    if (concerns(note, pacerUser)) await files.remove(path);
}

// Filing menus say that it is linked; a review page or a menu without them, that it is not.
function settles(ended: Outcome): boolean {
  if (ended.linked === 'unknown') return false;
  return ended.linked === 'yes' || ended.accounts !== null || ended.id === 'cannot-file';
}

function concerns(note: Note, pacerUser: string | null): boolean {
  const { login } = note.accounts.pacer;
  return pacerUser === null || login === null || login.toLowerCase() === pacerUser.toLowerCase();
}
