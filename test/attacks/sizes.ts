import type { Surprise } from '../../src/practice/surprises.ts';
import type { Attack, Try } from './attack.ts';
import { bent, said } from './attack.ts';

const instead = (does: Surprise): Try => ({ faults: [{ at: 'utilities', does }] });
const filled = (text: string, times: number): Try => said('utilities', ['<H2>', `${text.repeat(times)}<H2>`]);
const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `c${at}=1`);

/** Answers too large, too deep or too slow to be a page of the walk. Each run has to end in time. */
export const sizes: readonly Attack[] = [
  {
    attack: 'An answer of nine or forty megabytes, or without an end',
    scenarios: ['strange-too-large-utilities', 'strange-too-large-link-form'],
    tries: [instead({ name: 'forty-megabytes' }), instead({ name: 'endless' })],
    ends: 'court-error',
  },
  {
    attack: 'A page nested a hundred thousand deep',
    scenarios: ['strange-deep-utilities', 'strange-deep-link-form'],
    tries: [filled('<div>', 100_000), filled('<table><tr><td>', 40_000), filled('<form><select><b>', 40_000)],
    ends: 'unrecognised-page',
  },
  {
    attack: 'A bomb of forty megabytes, in gzip, brotli, deflate, or one inside another',
    tries: ['gzip', 'br', 'deflate', 'gzip, gzip'].map((words) => instead({ name: 'gzip-bomb', words })),
    ends: 'court-error',
  },
  {
    attack: 'Three codings inside one another, or one that nobody knows',
    tries: [
      instead({ name: 'gzip-bomb', words: 'gzip, gzip, gzip' }),
      bent('utilities', { headers: { 'content-encoding': 'zstd' } }),
    ],
    ends: 'network',
  },
  {
    attack: 'A hundred thousand headers or cookies, or one header of ten megabytes',
    tokenLost: true,
    tries: [
      bent('utilities', {
        headers: Object.fromEntries(many(100_000).map((one) => [one.split('=')[0], '1'])),
      }),
      bent('utilities', { cookies: many(100_000) }),
      bent('utilities', { headers: { server: 'x'.repeat(10_000_000) } }),
    ],
    ends: 'court-error',
  },
  {
    attack: 'Three hundred cookies',
    tries: [bent('login.pl', { cookies: many(300) }, { times: 1 })],
    ends: 'linked',
    safe: 'kept and sent back, as a browser would',
  },
  {
    attack:
      'Text made to slow a pattern down: brackets, quotes, scripts, entities and spaces by the hundred thousand',
    tries: [
      filled('(', 300_000),
      filled('"<\'', 100_000),
      filled(' ', 900_000),
      filled('&amp', 150_000),
      said('utilities', ['<H2>', `<script>${'location.assign("x'.repeat(40_000)}</script><H2>`]),
      said('utilities', ['<H2>', `<a onclick='${'PrimeFaces.ab({s:{'.repeat(30_000)}'>x</a><H2>`]),
    ],
    ends: 'linked',
    safe: 'read in time proportional to its length',
  },
  {
    attack: 'The words of a page of linking, by the ten thousand',
    tries: [filled('link a cm/ecf pacer ', 40_000), filled('not already been linked to ', 30_000)],
    ends: 'unrecognised-page',
  },
];
