import { outcome } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { LinkOptions } from '../request.ts';
import { walk } from '../walk/walk.ts';
import { atReview } from './at-review.ts';
import { brokenOutcome } from './fault.ts';
import { openKeeping } from './keeping.ts';
import type { Ready } from './signed-run.ts';
import type { Surroundings } from './surroundings.ts';

/** Walks to the review page and, once approved, through the final Submit; keeps the receipt and the note. */
export async function linkWalk(
  options: LinkOptions,
  { where, session, answers, person, said, tell }: Ready,
  around: Surroundings,
): Promise<Outcome> {
  const keeping = await openKeeping(options, where, around, tell);
  session.beforeFinalSubmit = (page) => keeping.before(page, said);
  session.beforeSignOut = (ended) => keeping.after(ended, said);
  const review = atReview(options, where, person, around);
  return walk(session, answers, review, options.dryRun).catch(async (error: unknown) => {
    if (session.stage.submitted !== 'no') return keeping.after(brokenOutcome(error, session.stage), said);
    await keeping.after(outcome('bug'), said);
    throw error;
  });
}
