import { afterEach } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { CourtOptions, PracticeCourt } from '../../src/practice/court.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

const courts: PracticeCourt[] = [];

afterEach(() => Promise.all(courts.splice(0).map((court) => court.close())));

/** A practice court that is closed after the test, and the person of its scenario. */
export async function open(
  scenario: string,
  options: Omit<CourtOptions, 'scenario'> = {},
): Promise<{ court: PracticeCourt; guest: Visitor }> {
  const court = await startCourt({ ...options, scenario });
  courts.push(court);
  return { court, guest: visitor(scenario) };
}
