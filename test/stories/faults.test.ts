import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../faults/judge.ts';
import { runCase, runPlain } from '../faults/run.ts';
import type { Case } from '../faults/run.ts';
import { allCases, titles } from '../faults/table.ts';
import { steps, walkWith } from '../faults/walk.ts';

const cases = allCases().map((one) => ({
  title: `${one.kind.title} at ${one.step.title}, ${one.where}`,
  one,
}));
const stalls = ({ kind, step }: Case): boolean => kind.stalls === true && step.group === 'final';
const atFinal = cases.filter(({ one }) => one.step.group === 'final' && !stalls(one));

/** One case of every fault elsewhere, each at another request. */
const elsewhere = titles.rows.map((row, at) => {
  const others = cases.filter(({ one }) => one.kind.title === row && one.step.group !== 'final');
  const found = others[(at * 5) % others.length];
  if (found === undefined) throw new Error(`no case of ${row}`);
  return found;
});

describe('the walk that the faults strike', () => {
  test('is the requests of the table, in order, and ends linked', async () => {
    const { log, result } = await runPlain();
    const counted = new Map<string, number>();
    const seen = log.map(({ kind }) => {
      const skip = counted.get(kind) ?? 0;
      counted.set(kind, skip + 1);
      return { at: kind, skip };
    });
    expect(seen).toEqual(steps.map(({ at, skip }) => ({ at, skip })));
    expect([result.said?.outcome, result.links, result.openSessions, result.leaks]).toEqual([
      'linked',
      1,
      0,
      [],
    ]);
  });

  test('is walked by somebody whose secrets are hard to carry', () => {
    const { pacerPassword, cmecfPassword } = walkWith([]);
    for (const sign of ['"', "'", ' ', '%', '&', '+', ';', '<', 'ö', '€'])
      expect(pacerPassword + cmecfPassword).toContain(sign);
  });
});

describe.concurrent('a fault at the final Submit', () => {
  test('stalls are waited for, two minutes long', { timeout: 240_000 }, async () => {
    const waiting = cases.filter(({ one }) => stalls(one));
    const judged = await Promise.all(
      waiting.map(async ({ title, one }) => ({ title, wrong: judge(one, await runCase(one)) })),
    );
    expect(judged).toEqual(waiting.map(({ title }) => ({ title, wrong: [] })));
  });

  test.each(atFinal)('$title', { timeout: 60_000 }, async ({ one }) => {
    expect(judge(one, await runCase(one))).toEqual([]);
  });
});

describe.concurrent('a fault elsewhere', () => {
  test.each(elsewhere)('$title', { timeout: 60_000 }, async ({ one }) => {
    expect(judge(one, await runCase(one))).toEqual([]);
  });
});

describe('the judge', () => {
  const one = cases.find(({ title }) => title === '500 at final Submit, final-after')?.one;
  if (one === undefined) throw new Error('no such case');
  const good = {
    code: 0,
    said: { outcome: 'linked', exitCode: 0, submitted: 'yes', linked: 'yes', proof: 'menu' },
    posts: { 'sign-on': 1, passcode: 1, redaction: 1, 'link-form': 1, 'final-submit': 1 },
    links: 1,
    openSessions: 0,
    strayed: 0,
    explained: false,
    notes: 0,
    leaks: [],
    ms: 900,
    next: null,
  };
  const said = (more: object): typeof good => ({ ...good, said: { ...good.said, ...more } });
  const posts = (more: object): typeof good => ({ ...good, posts: { ...good.posts, ...more } });

  test.each([
    ['nothing', good, []],
    ['a second final Submit', posts({ 'final-submit': 2 }), ['final-submit sent 2 times']],
    ['a passcode sent twice', posts({ passcode: 2 }), ['passcode sent 2 times']],
    ['a second password', posts({ 'sign-on': 2 }), ['sign-on sent 2 times']],
    [
      'a final Submit of nothing seen',
      { ...good, posts: { 'final-submit': 1 } },
      ['a final Submit without a review'],
    ],
    ['a link that is none', { ...good, links: 0 }, ['said linked; it is not']],
    ['a submission kept quiet', said({ submitted: 'no' }), ['said not submitted; it was']],
    ['one made up', { ...good, posts: {} }, ['said submitted; it was not']],
    ['a code that is not documented', { ...good, code: 1 }, ['code 1 is not the documented one of linked']],
    ['a session left open', { ...good, openSessions: 1 }, ['not logged out']],
    ['a leak', { ...good, leaks: ['stdout: hex'] }, ['leak: stdout: hex']],
    ['a request to another host', { ...good, strayed: 1 }, ['a request reached another host']],
    ['no word at all', { ...good, said: null }, ['it said nothing', 'ended as nothing said, not as linked']],
  ])('finds %s', (_what, result, wrong) => {
    expect(judge(one, result)).toEqual(wrong);
  });

  const atForm = cases.find(({ title }) => title === '500 at link form, post')?.one;
  if (atForm === undefined) throw new Error('no such case');
  const lost = {
    ...good,
    code: 6,
    said: { outcome: 'court-error', exitCode: 6, submitted: 'no', linked: 'unknown', proof: 'none' },
    posts: { 'sign-on': 1, passcode: 1, redaction: 1, 'link-form': 1 },
    links: 0,
  };

  test.each([
    ['nothing', lost, []],
    [
      'a link that nobody can rule out',
      { ...lost, said: { ...lost.said, linked: 'no' } },
      ['said not linked; nobody knows'],
    ],
    [
      'a doubt that is none',
      { ...lost, posts: { 'sign-on': 1 } },
      ['said unknown although nothing was sent'],
    ],
  ])('finds, where the answer to the link form is lost, %s', (_what, result, wrong) => {
    expect(judge(atForm, result)).toEqual(wrong);
  });

  const killed = cases.find(
    ({ one: { kind, where } }) => kind.does === 'killed' && where === 'final-after',
  )?.one;
  if (killed === undefined) throw new Error('no such case');
  const next = {
    ...good,
    said: { ...good.said, outcome: 'already-linked', submitted: 'no' },
    posts: { 'sign-on': 1 },
    explained: true,
  };
  const first = { ...good, code: null, said: null, openSessions: 1, notes: 1, next };

  test.each([
    ['nothing', first, []],
    ['a killed run that left no note', { ...first, notes: 0 }, ['the killed run left 0 notes']],
    [
      'a next run that does not explain it',
      { ...first, next: { ...next, explained: false } },
      ['the next run did not explain the killed one'],
    ],
    [
      'a note that nobody takes away',
      { ...first, next: { ...next, notes: 1 } },
      ['the next run left the note lying'],
    ],
    [
      'another session left open',
      { ...first, next: { ...next, openSessions: 2 } },
      ['next run: not logged out'],
    ],
    [
      'a link made again',
      { ...first, next: { ...next, posts: good.posts } },
      ['next run: said not submitted; it was', 'the next run sent a final Submit again'],
    ],
  ])('finds, after a SIGKILL, %s', (_what, result, wrong) => {
    expect(judge(killed, result)).toEqual(wrong);
  });
});

describe('the table in docs/faults.md', () => {
  const section =
    readFileSync('docs/faults.md', 'utf8').split('<!-- faults -->')[1]?.split('<!-- end')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim()),
    );

  test('has a row for every fault, a column for every request, and no run that failed', () => {
    expect(rows[0]?.slice(1)).toEqual(titles.columns);
    expect(rows.slice(2).map(([title]) => title)).toEqual(titles.rows);
    expect(section).not.toContain('**');
  });
});
