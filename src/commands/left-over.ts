import { join } from 'node:path';
import type { Outcome } from '../outcome.ts';
import { noteWords, readNote, underWay } from '../report/note.ts';
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

/**
 * Takes away the notes about this very PACER account once a run that `started` then (ms since 1970) has seen whether it
 * is linked.
 */
export async function settleLeftOver(
  files: Files,
  folder: string,
  where: Where,
  ended: Outcome,
  pacerUser: string | null,
  started: number,
): Promise<void> {
  if (pacerUser === null) return;
  for (const { path, note } of await leftOver(files, folder, where))
    if (isOf(note, pacerUser) && settles(ended, note, started)) await files.remove(path);
}

// The filing menus settle every note. What says that nothing is linked says so only of a Submit that was over when this
// run began: another run may still be at a later one.
function settles(ended: Outcome, note: Note, started: number): boolean {
  if (ended.linked === 'unknown') return false;
  if (ended.linked === 'yes' && ended.proof === 'menu') return true;
  const seen = ended.linked === 'yes' || ended.accounts !== null || ended.id === 'cannot-file';
  return seen && started - note.at >= underWay;
}

/** Whether somebody is to hear of a note: of their own, and of one that names nobody. */
function concerns(note: Note, pacerUser: string | null): boolean {
  return pacerUser === null || note.accounts.pacer.login === null || isOf(note, pacerUser);
}

function isOf({ accounts }: Note, pacerUser: string): boolean {
  return accounts.pacer.login?.toLowerCase() === pacerUser.toLowerCase();
}
