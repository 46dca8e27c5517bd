import type { LinkOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { Person } from '../world/person.ts';
import { interruption } from '../walk/failure.ts';
import { walk } from '../walk/walk.ts';
import { answering } from './answering.ts';
import { withHelp } from './help-desk.ts';
import { openSession } from './open-session.ts';
import { mayBeAsked, missingOptions } from './readiness.ts';
import { isCancelled } from './cancelled.ts';
import { atReview } from './at-review.ts';
import { gatherSecrets, realSecretsSet } from './secrets.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';
import { whereTo } from './where.ts';

/** A finished run: its outcome, and the court it was about (null where that was not understood). */
export type Finished = { outcome: Outcome; where: Where | null };

/** Links the accounts, or shows in a dry run that it would work. Every expected ending comes back as a value. */
export async function link(options: LinkOptions, around: Surroundings): Promise<Finished> {
  const where = whereTo(options.court, options.courtAddress);
  if ('exitCode' in where) return { outcome: where, where: null };
  const { practice } = where.places;
  const end = (ended: Outcome): Finished => ({ outcome: withHelp(ended, where), where });
  const real = practice ? realSecretsSet(around.env) : [];
  if (real.length > 0) {
    return end(
      outcome('usage', {
        message: `A practice run does not start while ${real.join(' and ')} is set: a real secret has no place there.`,
        nextStep: 'Unset it; practice takes MIWB_LINK_PRACTICE_… instead.',
      }),
    );
  }
  const gathered = gatherSecrets(
    around.env,
    practice,
    options.secretsStdin ? await around.readStdin(65_536) : null,
  );
  if ('problem' in gathered) return end(outcome('usage', { message: gathered.problem }));
  const { secrets } = gathered;
  const interactive = around.terminal && options.input && !options.secretsStdin;
  const missing = missingOptions(options, secrets, practice);
  if (!interactive && missing.length > 0) {
    const may = mayBeAsked(options, secrets, practice);
    const rest = may.length === 0 ? '' : ` Some accounts are asked for more: ${may.join(', ')}.`;
    return end(
      outcome('input-needed', {
        message: `There is nobody to ask, and this is missing: ${missing.join(', ')}.`,
        nextStep: `Give what is missing and run again.${rest}`,
      }),
    );
  }
  const opened = await openSession(options, where, around, 'link');
  if ('exitCode' in opened) return end(opened);
  const { session } = opened;
  let person: Person | null = null;
  try {
    person = interactive ? await around.openPerson(options.color, () => session.progress.stop()) : null;
    if (person !== null && !options.quiet) person.tell(introduction(options, where));
    const tell = person?.tell ?? (options.quiet ? (): void => {} : around.tell);
    const answers = answering(options, secrets, person, practice, tell);
    const review = atReview(options, where, person, around);
    return end(await walk(session, answers, review, options.dryRun));
  } catch (error) {
    if (isCancelled(error))
      return end(outcome(around.signal.aborted ? interruption(around.signal) : 'cancelled'));
    return end(brokenOutcome(error, session.stage.submitted));
  } finally {
    await session.web.close();
  }
}

/** What a fault of ours ends as: after the final Submit the outcome is unknown, never a mere bug. */
function brokenOutcome(error: unknown, submitted: Outcome['submitted']): Outcome {
  const fault = error instanceof Error ? (error.stack ?? error.message) : 'a value was thrown';
  const message = `miwb-link failed through a fault of its own.\n${fault}`;
  return submitted === 'no'
    ? outcome('bug', { message })
    : outcome('outcome-unknown', { message, submitted, linked: 'unknown' });
}

function introduction(options: LinkOptions, where: Where): string {
  const name = where.places.practice ? 'a practice court (nothing is real)' : where.court.title;
  return [
    `This signs in to PACER, opens ${name}, and sends your old CM/ECF login to it.`,
    'The court then shows both accounts. You compare the names before anything is linked.',
    options.dryRun
      ? 'This is a dry run: it ends at that page. Nothing can be linked.'
      : 'Only if you say so, the accounts are linked: once, and for good.',
    '',
  ].join('\n');
}
