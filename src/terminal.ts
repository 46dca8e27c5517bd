import process from 'node:process';
import { isatty } from 'node:tty';
import { proseWidth } from './report/prose.ts';

/** Whether somebody is there to be asked: questions go to standard error, answers come from standard input. */
export function attended(): boolean {
  return isatty(0) && isatty(2);
}

/** Whether the terminal may be sent colours. */
export function colorful(): boolean {
  const { env, stderr } = process;
  return stderr.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Whether ACCESSIBLE asks for plain lines that a screen reader can read: nothing redrawn, no columns. */
export function accessible(): boolean {
  return (process.env['ACCESSIBLE'] ?? '') !== '';
}

/** The columns of prose on a stream for a person; null where nothing is to be broken. */
export function proseColumns(stream: { isTTY?: boolean; columns?: number }): number | null {
  return stream.isTTY === true && !accessible() ? proseWidth(stream.columns || 80) : null;
}
