import { describe, expect, test } from 'vitest';
import { ending, tellStory } from '../support/story.ts';
import type { Told } from '../support/story.ts';

const quiet = { openSessions: 0, strayed: 0, leaks: [] };
const nothing = { submitted: 'no', linked: 'no', proof: 'none', finalSubmits: 0, links: 0, ...quiet };

type Story = { scenario: string; link: Told; dryRun: Told };

const ready: Told = { code: 0, outcome: 'dry-run-ready', ...nothing };
const stopped = (code: number, outcome: string): Told => ({ code, outcome, ...nothing });
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
const both = (scenario: string, told: Told): Story => ({ scenario, link: told, dryRun: told });
const there = { ...stopped(0, 'already-linked'), linked: 'yes' };

const stories: Story[] = [
  { scenario: 'success', link: linked, dryRun: ready },
  { scenario: 'success-odd-characters', link: linked, dryRun: ready },
  both('wrong-pacer-password', stopped(4, 'sign-on-refused')),
  both('wrong-passcode', stopped(4, 'passcode-refused')),
  both('wrong-cmecf-password', stopped(4, 'cmecf-refused')),
  both('names-differ', stopped(5, 'names-differ')),
  both('already-linked', { ...there, proof: 'menu', links: 0 }),
  {
    scenario: 'submit-refused',
    link: { ...stopped(10, 'submit-refused'), submitted: 'yes', finalSubmits: 1 },
    dryRun: ready,
  },
  { scenario: 'answer-lost', link: linked, dryRun: ready },
  {
    scenario: 'linked-without-review',
    link: { ...stopped(0, 'linked-without-review'), linked: 'yes', proof: 'menu', links: 1 },
    dryRun: { ...stopped(8, 'linked-without-review'), linked: 'yes', proof: 'menu', links: 1 },
  },
  both('unrecognised-before', stopped(6, 'unrecognised-page')),
  both('unrecognised-link-page', stopped(6, 'unrecognised-page')),
  { scenario: 'unrecognised-after', link: linked, dryRun: ready },
  {
    scenario: 'unrecognised-after-unlinked',
    link: { ...stopped(8, 'outcome-unknown'), submitted: 'yes', linked: 'unknown', finalSubmits: 1 },
    dryRun: ready,
  },
];

describe.concurrent('a firm’s script at the practice court', () => {
  test.each(stories)(
    'links: $scenario ends with $link.outcome, code $link.code',
    async ({ scenario, link }) => {
      expect(ending(await tellStory({ scenario }))).toEqual(link);
    },
  );

  test.each(stories)(
    'dry run: $scenario ends with $dryRun.outcome, code $dryRun.code',
    async ({ scenario, dryRun }) => {
      expect(ending(await tellStory({ scenario, dryRun: true }))).toEqual(dryRun);
    },
  );
});
