import { printableJson } from '../court/printable.ts';
import { courtOf } from '../report/json.ts';
import type { CheckOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { interruption } from '../walk/failure.ts';
import { outcome } from '../outcome.ts';
import { checkHere } from './check-here.ts';
import type { Line } from './check-lines.ts';
import { checkText, doubt, fine, worst } from './check-lines.ts';
import { checkTrust, frontPage, sightLines, signOnPage } from './check-road.ts';
import { skewWords, timed } from './clock-skew.ts';
import { withConfig } from './config.ts';
import type { Printed } from './credentials.ts';
import { openSession } from './open-session.ts';
import { roadOf } from './road.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';
import { whereTo } from './where.ts';

/**
 * `miwb-link check`: looks at this computer and the way to the court, and signs in nowhere. Every line is ok, warn or
 * fail with what to do; the exit code is the worst line's.
 */
export async function check(typed: CheckOptions, around: Surroundings): Promise<Printed | Outcome> {
  const configured = await withConfig({ ...typed, pacerUser: null, clientCode: null }, around);
  // A configuration that cannot be used is a line of the check, not its end.
  const options = 'exitCode' in configured ? typed : configured;
  const where = whereTo(options.court ?? 'miwb', options.courtAddress);
  if ('exitCode' in where) return where;
  around.stage.where = where;
  const { practice } = where.places;
  const lines = await checkHere(around, practice);
  const road = await roadOf(options, practice, around);
  if ('exitCode' in road) return road;
  lines.push(...(await checkTrust(options.caFile, road, practice, around)));
  const opened = await openSession({ ...options, quiet: true, verbose: false }, where, around, 'status');
  if ('exitCode' in opened) return opened;
  const { web, ahead } = timed(opened.session.web, around.clock);
  const session = { ...opened.session, web };
  const look = async (what: 'court' | 'sign-on', origin: string): Promise<void> => {
    const sight = await around.lookAt(origin, { ...road, practice }, session.timeoutMs);
    lines.push(...sightLines(what, new URL(origin).host, sight));
    if (sight.failure === null) lines.push(await frontPage(what, origin, session));
  };
  try {
    await look('court', session.places.court);
    const courtFails = lines.some(({ id, ok }) => id === 'court-connection' && ok === 'fail');
    // Where a practice court signs on is learnt from where it leads.
    const page = courtFails ? null : await signOnPage(session);
    if (session.places.signOn !== null) await look('sign-on', session.places.signOn);
    if (page !== null) lines.push(page);
    lines.push(...clockLine(ahead()));
    if (around.signal.aborted) return outcome(interruption(around.signal));
  } finally {
    await session.web.close();
  }
  return {
    text: options.json
      ? json(lines, where)
      : checkText(options.quiet ? lines.filter(({ ok }) => ok !== 'ok') : lines),
    exitCode: worst(lines),
  };
}

function clockLine(ahead: number | null): Line[] {
  const words = skewWords(ahead);
  if (words === null || ahead === null) return [];
  return Math.abs(ahead) < 15_000
    ? [fine('clock', words)]
    : [doubt('clock', words, 'Let the system set its time from the network.')];
}

function json(lines: readonly Line[], where: Where): string {
  const result = {
    schema: 'miwb-link-check/1',
    exitCode: worst(lines),
    practice: where.places.practice,
    court: courtOf(where),
    lines,
  };
  return `${printableJson(result)}\n`;
}
