import { outcome, whileLinkFormOpen } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { Stage } from '../walk/session.ts';

// What V8 says of code and not of values: of anything else the message may repeat a secret, whatever its spelling.
const engineWords =
  /^(?:Cannot (?:read|set) properties of (?:undefined|null) \((?:read|sett)ing '[A-Za-z]{1,20}'\)|[A-Za-z$_.]{1,60} is not (?:a function|a constructor|iterable|defined)|Maximum call stack size exceeded|Invalid array length)$/;
const frame = /^ {4}at (?:[^/\\:]{1,120} \()?(?:node:|file:\/\/|\/|[A-Za-z]:\\)[^"'<>%&]{1,300}:\d+:\d+\)?$/;

/** What a fault of ours is told by: its kind, where in the program it happened, and its message only if no value is in it. */
export function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return 'a value was thrown';
  const code = String('code' in error ? error.code : '');
  const kind = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  const coded = /^[A-Z][A-Z_]{1,60}$/.test(code) ? ` [${code}]` : '';
  const message = engineWords.test(error.message) ? error.message : '(its message is left out)';
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  return [`${kind}${coded}: ${message}`, ...frames].join('\n');
}

/** What a fault of ours ends as: after the final Submit the outcome is unknown, never a mere bug. */
export function brokenOutcome(
  error: unknown,
  { submitted, linkFormOpen }: Pick<Stage, 'submitted' | 'linkFormOpen'>,
): Outcome {
  const message = `miwb-link failed through a fault of its own.\n${faultWords(error)}`;
  if (submitted !== 'no') return outcome('outcome-unknown', { message, submitted, linked: 'unknown' });
  const bug = outcome('bug', { message });
  return linkFormOpen ? whileLinkFormOpen(bug) : bug;
}

/** Where a fault of ours is told. */
export function reportTo(tracker: string): string {
  return `Where to report it: ${tracker}`;
}
