import type { Outcome } from '../outcome.ts';
import type { LinkOptions } from '../request.ts';
import { walk } from '../walk/walk.ts';
import { atReview } from './at-review.ts';
import { openKeeping } from './keeping.ts';
import { brokenOutcome } from './signed-run.ts';
import type { Ready } from './signed-run.ts';
import type { Surroundings } from './surroundings.ts';

/** Walks to the review page and, once approved, through the final Submit; keeps the receipt and the note. */
export async function linkWalk(
  options: LinkOptions,
  { where, session, answers, person, said }: Ready,
  around: Surroundings,
): Promise<Outcome> {
  const tell = person?.tell ?? (options.quiet ? (): void => {} : around.tell);
  const keeping = await openKeeping(options, where, around, tell);
  if ('exitCode' in keeping) return keeping;
  session.beforeFinalSubmit = keeping.before;
  const review = atReview(options, where, person, around);
  const ended = await walk(session, answers, review, options.dryRun).catch((error: unknown) => {
    if (session.stage.submitted === 'no') throw error;
    return brokenOutcome(error, session.stage.submitted);
  });
  return keeping.after(ended, said);
}
