import { printableJson } from '../court/printable.ts';
import type { Outcome } from '../outcome.ts';
import { noteOf } from '../report/note.ts';
import { leavesReceipt, receiptOf, receiptText } from '../report/receipt.ts';
import type { Receipt } from '../report/receipt.ts';
import { fileTime } from '../report/time.ts';
import type { ReviewPage } from '../walk/approval.ts';
import { accountsOf } from '../walk/prove.ts';
import { leftOverWords, noteFile, settleLeftOver } from './left-over.ts';
import { receiptFiles, tryReceipt, unwritable } from './receipt-place.ts';
import type { ReceiptFiles } from './receipt-place.ts';
import type { Said } from './said.ts';
import type { Keep, Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';

/** What a run leaves behind: a note before the final Submit, a receipt after it. */
export type Keeping = {
  /** Right before the final Submit: tries the receipt's place again and writes the note. An outcome ends the run. */
  before(page: ReviewPage, said: Said): Promise<Outcome | null>;
  /** Writes the receipt if the run has to leave one, and settles the notes; never changes how the run ended. */
  after(ended: Outcome, said: Said): Promise<Outcome>;
};

/** What a run was asked to keep, and where it is. */
export type Asked = { receipt: string | null; pacerUser: string | null };

/**
 * Opens what a run leaves behind, and tells of runs that were cut off. `asked.receipt` is what --receipt says: null for
 * the user's state folder, `none`, or a file.
 */
export async function openKeeping(
  asked: Asked,
  where: Where,
  around: Surroundings,
  tell: (text: string) => void,
): Promise<Keeping> {
  const keep = await around.openKeep();
  const { files, stateFolder } = keep;
  const { practice } = where.places;
  const inStateFolder = asked.receipt === null && !practice;
  const now = around.clock.now();
  const place = receiptFiles(asked.receipt, stateFolder, where, now);
  if (!practice) {
    for (const words of await leftOverWords(files, stateFolder, where, asked.pacerUser, now))
      tell(`${words}\n`);
  }
  let note: string | null = null;
  return {
    async before(page, said) {
      const gone = await tryReceipt(files, place);
      if (gone !== null || practice || asked.receipt === 'none') return gone;
      note = noteFile(stateFolder, fileTime(around.clock.now()));
      const problem = await writeNote(keep, note, page, said, where, around);
      if (problem === null) return null;
      if (inStateFolder) return unwritable(note, problem);
      tell(`The note that the final Submit is about to be sent could not be written to ${note}: ${problem}.`);
      return null;
    },
    async after(ended, said) {
      try {
        const receipt = leavesReceipt(ended) ? await leave(ended, said) : null;
        if (note !== null && ended.linked !== 'unknown') await files.remove(note);
        if (!practice) await settleLeftOver(files, stateFolder, where, ended, said.login('pacerUser'), now);
        return { ...ended, receipt };
      } catch {
        around.tell('The receipt could not be written.');
        return ended;
      }
    },
  };

  async function leave(ended: Outcome, said: Said): Promise<string | null> {
    if (place === null) return null;
    const receipt = receiptOf(ended, {
      at: around.clock.now(),
      ahead: around.ahead(),
      version: around.version,
      practice,
      court: courtOf(where),
      logins: { cmecf: said.login('cmecfLogin'), pacer: said.login('pacerUser') },
      withoutSecrets: said.withoutSecrets,
    });
    return writeReceipt(keep, place, receipt, ended, around);
  }
}

async function writeReceipt(
  { files }: Keep,
  place: ReceiptFiles,
  receipt: Receipt,
  { message }: Outcome,
  around: Surroundings,
): Promise<string | null> {
  const text = receiptText(receipt, message.split('\n')[0] ?? '');
  const problem = await files.create(place.text, text);
  if (problem !== null) {
    around.tell(`The receipt could not be written to ${place.text}: ${problem}. This is it:\n\n${text}`);
    return null;
  }
  const data = await files.create(place.json, `${printableJson(receipt)}\n`);
  if (data !== null) around.tell(`The receipt could not be written as JSON to ${place.json}: ${data}.`);
  return place.shown;
}

async function writeNote(
  { files, stateFolder }: Keep,
  path: string,
  page: ReviewPage,
  said: Said,
  where: Where,
  around: Surroundings,
): Promise<string | null> {
  const { cmecf, pacer } = accountsOf(page);
  const nobody = { name: null, login: null };
  // Whose note it is has to be known, even where the page shows no login.
  const login = pacer?.login ?? said.login('pacerUser');
  const note = noteOf({
    at: around.clock.now(),
    ahead: around.ahead(),
    program: `miwb-link ${around.version}`,
    court: courtOf(where),
    accounts: { cmecf: cmecf ?? nobody, pacer: { name: pacer?.name ?? null, login } },
  });
  return (await files.makeFolder(stateFolder)) ?? (await files.create(path, `${printableJson(note)}\n`));
}

function courtOf({ court, places }: Where): { id: string; name: string; address: string } {
  return { id: court.id, name: court.title, address: places.court };
}
