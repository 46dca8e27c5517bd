import { describe, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { Kind, LogEntry } from '../../src/practice/log.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { walkWith } from '../faults/walk.ts';
import { runProgram } from '../support/program.ts';
import { scriptedArgs, secretsOf } from '../support/story.ts';

type Told = { code: number | null; log: LogEntry[]; times(kind: Kind): number[] };

/** Runs a firm's script through the full walk with these faults; `times` is when each request of a kind came (ms). */
async function go(faults: readonly Fault[], seconds = 8): Promise<Told> {
  const scenario = walkWith(faults);
  const court = await startCourt({ scenario });
  const given = { '--receipt': 'none', '--timeout': String(seconds) };
  try {
    const { code } = await runProgram({
      args: ['--json', '--quiet', ...scriptedArgs(scenario, court.address, given)],
      env: secretsOf(scenario, court),
      timeoutMs: 60_000,
    });
    const times = (kind: Kind): number[] => court.log.filter((one) => one.kind === kind).map(({ at }) => at);
    return { code, log: court.log, times };
  } finally {
    await court.close();
  }
}

const gaps = (times: number[]): number[] => times.slice(1).map((at, index) => at - (times[index] ?? 0));
const slack = 1_500; // ms that a busy machine may take beyond a pause
const between = (low: number, high: number) => (ms: number | undefined) =>
  ms !== undefined && ms >= low - 2 && ms <= high + slack;

describe.concurrent('a read that failed for the moment, by the court’s own log', () => {
  test('is sent again after pauses that grow, and the run goes on', { timeout: 60_000 }, async () => {
    const { code, times } = await go([{ at: 'link-page', does: { name: 'lost' }, times: 3 }]);
    const [first, second, third, ...more] = gaps(times('link-page'));
    expect([code, more]).toEqual([0, []]);
    expect([first, second, third]).toSatisfy(
      ([a, b, c]: number[]) => between(200, 400)(a) && between(400, 800)(b) && between(800, 1600)(c),
    );
  });

  test('is given up after four times', { timeout: 60_000 }, async () => {
    const { code, times } = await go([{ at: 'link-page', does: { name: 'lost' } }]);
    expect([code, times('link-page').length]).toEqual([7, 4]);
  });

  test('is given up once the time that one request is allowed is over', { timeout: 60_000 }, async () => {
    const { code, times } = await go([{ at: 'link-page', does: { name: 'lost' } }], 1);
    const seen = times('link-page');
    expect(code).toBe(7);
    // Three pauses take 1.4 s at the least.
    expect(seen.length).toBeLessThan(4);
    expect((seen.at(-1) ?? 0) - (seen[0] ?? 0)).toBeLessThan(1_000);
  });

  test('waits as many seconds as Retry-After says', { timeout: 60_000 }, async () => {
    const { code, times } = await go([{ at: 'link-page', does: { name: 'busy', words: '3' }, times: 1 }]);
    const [first, ...more] = gaps(times('link-page'));
    expect([code, more]).toEqual([0, []]);
    expect(first).toSatisfy(between(3_000, 3_000));
  });

  test('waits until the date that Retry-After says', { timeout: 60_000 }, async () => {
    const words = new Date(Date.now() + 8_000).toUTCString();
    const { code, times } = await go([{ at: 'login.pl', does: { name: 'busy', words }, times: 1 }], 20);
    const [first = 0, second = 0] = times('login.pl');
    expect([code, first < Date.parse(words)]).toEqual([0, true]);
    expect(second - Date.parse(words)).toSatisfy(between(0, 0));
  });

  test(
    'is not waited for beyond the time allowed, whatever Retry-After says',
    { timeout: 60_000 },
    async () => {
      for (const words of ['60', new Date(Date.now() + 60_000).toUTCString()]) {
        const { code, log } = await go([{ at: 'login.pl', does: { name: 'busy', words } }], 2);
        expect([code, log.length]).toEqual([7, 1]);
      }
    },
  );
});

describe.concurrent('a POST that failed for the moment', () => {
  const posts: Kind[] = ['sign-on', 'passcode', 'redaction', 'link-form', 'final-submit'];
  const does = {
    'a lost connection': { name: 'lost' },
    'a 503 with Retry-After': { name: 'busy', words: '0' },
    'a 502 of a proxy': { name: 'bad-gateway' },
  } as const;
  const cases = posts.flatMap((at) =>
    Object.keys(does).map((what) => ({ at, what: what as keyof typeof does })),
  );

  test.each(cases)('is never sent again: $at, $what', { timeout: 60_000 }, async ({ at, what }) => {
    const { log } = await go([{ at, does: does[what] }]);
    const sent = log.filter(({ method }) => method === 'POST').map(({ kind }) => kind);
    expect(sent).toEqual(posts.slice(0, posts.indexOf(at) + 1));
  });
});
