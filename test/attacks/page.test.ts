import { describe, expect, test } from 'vitest';
import { endings } from '../../src/outcome.ts';
import { scenarios } from '../../src/practice/scenarios.ts';
import { stories } from '../stories/endings.ts';
import type { Attack, Try } from './attack.ts';
import { attacks } from './attacks.ts';
import { strike } from './run.ts';
import type { Struck } from './run.ts';

const all = Object.values(attacks).flat();
const sent = new Set(['linked', 'submit-refused', 'outcome-unknown']);
const cases = all.flatMap((attack) =>
  attack.tries.map((one, at) => [`${attack.attack} (${at + 1})`, { attack, one }] as const),
);

/** What went against the promises or the table; nothing where all held. */
function wrongs(attack: Attack, one: Try, struck: Struck): string[] {
  const { said, requests } = struck;
  const submits = sent.has(attack.ends) ? 1 : 0;
  const message = String(said?.['message']);
  const wrong = [
    struck.code === endings[attack.ends].exitCode ? null : `code ${struck.code}`,
    one.plainly === true || said?.['outcome'] === attack.ends
      ? null
      : `ended as ${String(said?.['outcome'])}`,
    attack.says === undefined || attack.says.test(message) ? null : 'said something else',
    struck.finalSubmits === submits ? null : `${struck.finalSubmits} final Submits`,
    struck.links === (attack.ends === 'linked' ? 1 : 0) ? null : `${struck.links} links`,
    struck.openSessions === 0 || attack.tokenLost === true ? null : 'not logged out',
    ...struck.strays.map((host) => `a request reached ${host}`),
    ...struck.leaks.map((leak) => `leak: ${leak}`),
    ...struck.raw.map((where) => `raw characters in ${where}`),
    requests.some(({ head }) => attack.never?.test(head) === true)
      ? 'a request carried what it must not'
      : null,
    attack.carries === undefined ||
    requests.some(({ head, entries }) => attack.carries?.test(head + entries) === true)
      ? null
      : 'no request carried what it should',
  ].filter((text) => text !== null);
  return wrong.length === 0 ? [] : [...wrong, message];
}

describe.concurrent('a page that attacks', () => {
  test.each(cases)('%s', async (_title, { attack, one }) => {
    expect(wrongs(attack, one, await strike(attack, one))).toEqual([]);
  });
});

describe('an attack that is one of practice’s scenarios', () => {
  test('every such scenario is one of the attacks', () => {
    const known = new Set(all.flatMap((attack) => attack.scenarios ?? []));
    const ids = scenarios.map(({ id }) => id).filter((id) => id.startsWith('attack-'));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  test.each(all.flatMap((attack) => (attack.scenarios ?? []).map((id) => ({ id, ends: attack.ends }))))(
    '$id ends as the table says',
    ({ id, ends }) => {
      expect(stories.find(({ scenario }) => scenario === id)?.link.outcome).toBe(ends);
    },
  );
});
