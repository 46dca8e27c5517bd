import { describe, expect, test } from 'vitest';
import { scenarios } from '../../src/practice/scenarios.ts';
import { ending, tellStory } from '../support/story.ts';
import { stories } from './endings.ts';

/** Short, for the scenarios in which a site never answers; the final Submit has its own two minutes. */
const options = { '--timeout': '5' };
const longest = 200_000; // ms

describe.concurrent('a firm’s script at the practice court', () => {
  test('has a story for every scenario', () => {
    expect(stories.map(({ scenario }) => scenario).toSorted()).toEqual(
      scenarios.map(({ id }) => id).toSorted(),
    );
  });

  test.each(stories)(
    'links: $scenario ends with $link.outcome, code $link.code',
    async ({ scenario, link }) => {
      expect(ending(await tellStory({ scenario, options, timeoutMs: longest }))).toEqual(link);
    },
    longest,
  );

  test.each(stories)(
    'dry run: $scenario ends with $dryRun.outcome, code $dryRun.code',
    async ({ scenario, dryRun }) => {
      expect(ending(await tellStory({ scenario, options, dryRun: true, timeoutMs: longest }))).toEqual(
        dryRun,
      );
    },
    longest,
  );
});
