import { printable } from '../court/printable.ts';
import type { ReadAccount } from '../outcome.ts';
import { zonedTime } from './time.ts';

/**
 * What is noted down right before the final Submit and taken away once its outcome is known, so that a run that was
 * killed in between is explained by the next one. It holds no secret.
 */
export type Note = {
  schema: 'miwb-link-note/1';
  about: 'The final Submit was about to be sent. Whether the accounts were linked is not known.';
  time: string;
  /** Milliseconds since 1970. */
  at: number;
  program: string;
  court: { id: string; name: string; address: string };
  accounts: { cmecf: ReadAccount; pacer: ReadAccount };
};

/** Makes the note; `ahead` is the minutes that local time is ahead of UTC. */
export function noteOf(facts: Omit<Note, 'schema' | 'about' | 'time'> & { ahead: number }): Note {
  const { at, ahead, program, court, accounts } = facts;
  return {
    schema: 'miwb-link-note/1',
    about: 'The final Submit was about to be sent. Whether the accounts were linked is not known.',
    time: zonedTime(at, ahead),
    at,
    program,
    court,
    accounts,
  };
}

/** Reads a note that was left over; null for anything that is none. */
export function readNote(text: string): Note | null {
  try {
    const value: unknown = JSON.parse(text);
    return isNote(value) ? value : null;
  } catch {
    return null;
  }
}

function isNote(value: unknown): value is Note {
  const { schema, time, at, court, accounts } = fields(value);
  return (
    schema === 'miwb-link-note/1' &&
    typeof time === 'string' &&
    typeof at === 'number' &&
    [fields(court)['id'], fields(court)['name'], fields(court)['address']].every(isText) &&
    [fields(accounts)['cmecf'], fields(accounts)['pacer']].every(isNamed)
  );
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNamed = (value: unknown): boolean =>
  [fields(value)['name'], fields(value)['login']].every((one) => one === null || isText(one));

/** How long after its note a run may still be at its final Submit and the proof, at the most (ms). */
export const underWay = 5 * 60_000;

/** What a left-over note means, for a person, at the time `now` (ms since 1970). */
export function noteWords(note: Note, now: number): string {
  const { cmecf, pacer } = note.accounts;
  const named = ({ name, login }: ReadAccount): string =>
    printable(`${name ?? 'name not known'} (login ${login ?? 'not known'})`);
  const lines = [
    `An earlier run for ${printable(note.court.name)} stopped around the final Submit, at ${printable(note.time)}:`,
    `  CM/ECF account: ${named(cmecf)}`,
    `  PACER account:  ${named(pacer)}`,
    'Whether it linked these accounts is not known. The court’s menu will tell: if they are linked, this run finds the filing menus; if not, nothing was lost. The final Submit of that run is not sent again.',
  ];
  if (now - note.at < underWay)
    lines.push('That was a moment ago: another run may still be at it. Let it end first.');
  return lines.join('\n');
}
