import { describe, expect, test } from 'vitest';
import { scenarios } from '../../src/practice/scenarios.ts';
import { ending, tellStory } from '../support/story.ts';
import type { Told } from '../support/story.ts';

const quiet = { openSessions: 0, strayed: 0, leaks: [] };
const refused: Told = {
  code: 6,
  outcome: 'unsafe-address',
  submitted: 'no',
  linked: 'no',
  proof: 'none',
  finalSubmits: 0,
  links: 0,
  ...quiet,
};
const linked: Told = {
  code: 0,
  outcome: 'linked',
  submitted: 'yes',
  linked: 'yes',
  proof: 'menu',
  finalSubmits: 1,
  links: 1,
  ...quiet,
};
const unknown: Told = {
  ...linked,
  code: 8,
  outcome: 'outcome-unknown',
  linked: 'unknown',
  proof: 'none',
  links: 0,
};

/** What becomes of each attack. A page that a walk never opens (the front page) cannot hurt it. */
function expected(id: string): Told {
  if (id.endsWith('-landing')) return linked;
  if (/^attack-30[78]-final-submit$/.test(id)) return linked;
  return id.endsWith('-final-submit') ? unknown : refused;
}

const attacks = scenarios
  .filter(({ id }) => id.startsWith('attack-'))
  .map(({ id, summary }) => ({ id, summary }));

describe.concurrent('a court that leads astray', () => {
  test('there are attacks of every sort', () => {
    expect(attacks.length).toBeGreaterThan(30);
  });

  test.each(attacks)('$id: $summary', async ({ id }) => {
    expect(ending(await tellStory({ scenario: id }))).toEqual(expected(id));
  });
});
