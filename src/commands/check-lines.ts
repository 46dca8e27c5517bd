import type { Outcome } from '../outcome.ts';
import { printable } from '../court/printable.ts';

/** One thing looked at. `exitCode` is what it costs where it fails; `nextStep` what to do where it is not ok. */
export type Line = {
  id: string;
  ok: 'ok' | 'warn' | 'fail';
  says: string;
  nextStep: string | null;
  exitCode: number;
};

/** The line of something that is as it should be. */
export function fine(id: string, says: string): Line {
  return { id, ok: 'ok', says, nextStep: null, exitCode: 0 };
}

/** The line of something that is not ok and need not stop a link. */
export function doubt(id: string, says: string, nextStep: string): Line {
  return { id, ok: 'warn', says, nextStep, exitCode: 0 };
}

/** The line of something that stands in the way of a link, and the exit code that it costs. */
export function bad(id: string, says: string, nextStep: string, exitCode: number): Line {
  return { id, ok: 'fail', says, nextStep, exitCode };
}

/** The line of something that would end a run. */
export function badAs(id: string, { message, nextStep, exitCode }: Outcome): Line {
  return bad(id, message, nextStep, exitCode);
}

/** The code of the worst line: 0 where none fails. */
export function worst(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ exitCode }) => exitCode));
}

const marks = { ok: '[ok]  ', warn: '[warn]', fail: '[FAIL]' };

/** The lines for a person, each with its next step below it, and what they come to. */
export function checkText(lines: readonly Line[]): string {
  const told = lines.flatMap(({ id, ok, says, nextStep }) => [
    `${marks[ok]} ${id}: ${printable(says)}`,
    ...(nextStep === null ? [] : nextStep.split('\n').map((step) => `         → ${printable(step)}`)),
  ]);
  const failed = lines.filter(({ ok }) => ok === 'fail').length;
  const sum =
    failed === 0
      ? 'Nothing here stands in the way of a link.'
      : `${failed === 1 ? 'One thing stands' : `${failed} things stand`} in the way of a link.`;
  return `${[...told, ...(told.length === 0 ? [] : ['']), sum].join('\n')}\n`;
}
