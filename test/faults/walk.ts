import type { Kind } from '../../src/practice/log.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { bertil } from '../../src/practice/scenarios/people.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { scenarioOf } from '../support/story.ts';

/** One request of the full walk: how many of its kind come before it, and what sort of request it is. */
export type Step = {
  title: string;
  at: Kind;
  skip: number;
  group: 'read' | 'post' | 'final' | 'proof' | 'log-out';
};

/** The walk with a passcode and a redaction notice, request by request. */
export const steps: readonly Step[] = [
  { title: 'login.pl', at: 'login.pl', skip: 0, group: 'read' },
  { title: 'sign-on page', at: 'sign-on-page', skip: 0, group: 'read' },
  { title: 'password', at: 'sign-on', skip: 0, group: 'post' },
  { title: 'passcode', at: 'passcode', skip: 0, group: 'post' },
  { title: 'redaction', at: 'redaction', skip: 0, group: 'post' },
  { title: 'back at login.pl', at: 'login.pl', skip: 1, group: 'read' },
  { title: 'Utilities', at: 'utilities', skip: 0, group: 'read' },
  { title: 'link page', at: 'link-page', skip: 0, group: 'read' },
  { title: 'link form', at: 'link-form', skip: 0, group: 'post' },
  { title: 'final Submit', at: 'final-submit', skip: 0, group: 'final' },
  { title: 'proof', at: 'utilities', skip: 1, group: 'proof' },
  { title: 'log-out', at: 'logout', skip: 0, group: 'log-out' },
];

/** The scenario of that walk, with a person whose every word is hard to carry, and these faults. */
export function walkWith(faults: readonly Fault[]): Scenario {
  const { traits } = scenarioOf('redaction-dialog');
  return {
    ...bertil,
    id: 'faults',
    summary: 'The full walk, with one fault.',
    traits: { ...traits, faults },
  };
}

/** A fault at that request, once unless it says otherwise. */
export function faultAt(step: Step, fault: Omit<Fault, 'at' | 'skip'>): Fault {
  return { at: step.at, skip: step.skip, times: 1, ...fault };
}

/** The same from that request on, whatever is asked for. */
export function fromOn(step: Step, does: Fault['does']): Fault[] {
  const later = steps.slice(steps.indexOf(step));
  const kinds = [...new Set(steps.map(({ at }) => at))];
  return kinds.map((at) => {
    const before = steps.filter((one) => one.at === at && !later.includes(one)).length;
    return { at, does, skip: before };
  });
}
