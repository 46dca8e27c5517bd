import type { LinkOptions } from '../request.ts';
import { withConfig } from './config.ts';
import { mayBeAsked, missingOptions } from './readiness.ts';
import { signedRun } from './signed-run.ts';
import type { Finished } from './signed-run.ts';
import type { Surroundings } from './surroundings.ts';
import { courtInWords } from './where.ts';
import type { Where } from './where.ts';

/** Links the accounts, or shows in a dry run that it would work. Every expected ending comes back as a value. */
export async function link(typed: LinkOptions, around: Surroundings): Promise<Finished> {
  const options = await withConfig(typed, around);
  if ('exitCode' in options) return { outcome: options, where: null };
  return signedRun(options, around, {
    aim: 'link',
    names: options,
    cmecfPasswordCommand: options.cmecfPasswordCommand,
    missing: (secrets, practice) => missingOptions(options, secrets, practice),
    mayBeAsked: (secrets, practice) => mayBeAsked(options, secrets, practice),
    introduction: (where) => introduction(options, where),
    fits: async (where) => (await import('./receipt-place.ts')).receiptFits(options.receipt, where, around),
    // Loaded while the first answer is on its way.
    go: async (ready, spoken) => (await import('./link-walk.ts')).linkWalk(options, ready, spoken),
  });
}

function introduction(options: LinkOptions, where: Where): string {
  return [
    `This signs in to PACER, opens ${courtInWords(where)}, and sends your old CM/ECF login and password to it.`,
    'The court then shows both accounts. You compare the names before anything is linked.',
    options.dryRun
      ? 'This is a dry run: it ends at that page and cannot send the final Submit.'
      : 'Only if you say so, the accounts are linked: once, and for good.',
    '',
  ].join('\n');
}
