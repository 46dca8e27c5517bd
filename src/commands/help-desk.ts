import type { Outcome } from '../outcome.ts';
import type { Where } from './where.ts';
import { remainingSteps } from '../court/guide.ts';

const personHelps = new Set<Outcome['id']>([
  'cmecf-refused',
  'linked-elsewhere',
  'unsafe-address',
  'court-error',
  'outcome-unknown',
  'submit-refused',
  'linked-without-review',
  'names-differ',
  'already-linked',
]);

/** Adds the help desk's number where a person at the court is the answer, and the guide's steps where they are. */
export function withHelp(ended: Outcome, { court, places }: Where): Outcome {
  const parts = [ended.nextStep];
  if (ended.exitCode === 6 && ended.submitted === 'no') parts.push(remainingSteps(places.court));
  if (personHelps.has(ended.id) && court.helpDesk !== null) {
    parts.push(`Help desk of the court (${court.title}): ${court.helpDesk}.`);
  }
  return { ...ended, nextStep: parts.join('\n') };
}
