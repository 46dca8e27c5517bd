import { join, resolve } from 'node:path';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { fileTime } from '../report/time.ts';
import type { Files } from '../world/files.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';

/** The two files of a receipt; `shown` is the one that is told of. */
export type ReceiptFiles = { shown: string; text: string; json: string };

/**
 * Where a receipt goes. `asked` is what --receipt says: `none`, a file, or null for the user's state folder, which
 * practice does not know. Of `alma.txt` and `alma.json` the other is made beside it; of `alma`, `alma.json`.
 */
export function receiptFiles(
  asked: string | null,
  stateFolder: string,
  { court, places }: Where,
  at: number,
): ReceiptFiles | null {
  if (asked === 'none' || (asked === null && places.practice)) return null;
  const shown =
    asked === null ? join(stateFolder, `receipt-${fileTime(at)}-${court.shortName}.txt`) : resolve(asked);
  if (shown.endsWith('.json')) return { shown, text: `${shown.slice(0, -5)}.txt`, json: shown };
  return { shown, text: shown, json: `${shown.replace(/\.txt$/, '')}.json` };
}

/** Whether a run's receipt can be written where it is to go, looked at before the first request; an outcome says why not. */
export async function receiptFits(
  asked: string | null,
  where: Where,
  around: Surroundings,
): Promise<Outcome | null> {
  if (asked === 'none') return null;
  // resolve() takes the slash away.
  if (asked !== null && /[\\/]$/.test(asked)) return unwritable(asked, 'it is named as a folder');
  const { files, stateFolder } = await around.openKeep();
  if (asked === null && !where.places.practice) {
    const problem = await files.makeFolder(stateFolder);
    if (problem !== null) return unwritable(stateFolder, problem);
  }
  return tryReceipt(files, receiptFiles(asked, stateFolder, where, around.clock.now()));
}

/** Tries whether both files of a receipt could be written; an outcome says why not. */
export async function tryReceipt(files: Files, place: ReceiptFiles | null): Promise<Outcome | null> {
  if (place === null) return null;
  for (const path of [place.text, place.json]) {
    const problem = await files.tryNew(path);
    if (problem !== null) return unwritable(path, problem);
  }
  return null;
}

/** The ending of a run whose receipt has no place, before anything is submitted. */
export function unwritable(path: string, problem: string): Outcome {
  return outcome('usage', {
    message: `The receipt of the link could not be written to ${path}: ${problem}.`,
    nextStep: 'Give another place with --receipt FILE, or --receipt none to go without a receipt.',
  });
}
