import { resolve } from 'node:path';
import type { Outcome } from '../outcome.ts';
import type { Where } from './where.ts';
import { reportTo } from './fault.ts';
import { notByThisSubmit } from '../report/lines.ts';
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

// Their advice is about the account or the court; the others' about this computer or the next command.
const atTheCourt = new Set<number>([4, 5, 6, 7, 8, 10]);
const good = new Set<Outcome['id']>(['linked', 'already-linked', 'linked-without-review']);

/** What a report to the maintainers needs: whether a trace was made, and where it goes. */
export type Reporting = { trace: string | null; tracker: string };

/**
 * Adds the help desk's number where a person at the court is the answer, the guide's steps where they are, and how a
 * page that was not understood can be told to the maintainers.
 */
export function withHelp(ended: Outcome, { court, places }: Where, reporting: Reporting): Outcome {
  const parts = [ended.nextStep];
  if (ended.id === 'bug') parts.push(reportTo(reporting.tracker));
  // Where a page led astray, nobody is told to sign in there by hand.
  if (ended.exitCode === 6 && ended.id !== 'unsafe-address') parts.push(remainingSteps(places.court));
  if (ended.exitCode === 6) parts.push(traceWords(reporting));
  const helps = personHelps.has(ended.id) || ended.linked === 'unknown' || notByThisSubmit(ended);
  if (helps && court.helpDesk !== null && !places.practice) {
    parts.push(`Help desk of the court (${court.title}): ${court.helpDesk}.`);
  }
  const nextStep = parts.join('\n\n');
  return { ...ended, nextStep: places.practice ? practised(ended, nextStep) : nextStep };
}

/** Nobody is to be called about an invented account: practice names no number, and says what it would be about. */
function practised({ id, exitCode, linked }: Outcome, nextStep: string): string {
  const namesRealOnes = /\d{3}-\d{3}-\d{4}|uscourts\.gov/.test(nextStep);
  if (!namesRealOnes && !atTheCourt.has(exitCode) && !good.has(id) && linked !== 'unknown') return nextStep;
  return `At the real court this would be said (here there is nothing to do):\n${nextStep.replaceAll(/,? \d{3}-\d{3}-\d{4},?/g, '')}`;
}

function traceWords({ trace, tracker }: Reporting): string {
  const how =
    trace === null
      ? `To help miwb-link know this page, run it again with --trace FILE and send the file to ${tracker}.`
      : `To help miwb-link know this page, send the trace in ${resolve(trace)} to ${tracker}.`;
  return `${how}\nA trace holds paths, the names of forms and fields, and the words that every court uses; all else by its shape (Aaaa, 99): no name, number, e-mail address or password. Read it before you send it.`;
}
