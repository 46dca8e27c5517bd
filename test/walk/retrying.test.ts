import { describe, expect, test } from 'vitest';
import { practicePlaces } from '../../src/court/places.ts';
import { sendHop } from '../../src/walk/hop.ts';
import type { Hop } from '../../src/walk/hop.ts';
import type { Session } from '../../src/walk/session.ts';
import { webFailure } from '../../src/world/web-failure.ts';
import type { FailureCode } from '../../src/world/web-failure.ts';

const url = 'http://ecf.miwb.practice.localhost:1/cgi-bin/login.pl';

/**
 * What a request that always fails so came to: how often it was sent, the pauses in between (ms), and how long each may
 * take (ms). The clock is set back by so many ms meanwhile.
 */
async function failing(
  method: Hop['method'],
  code: FailureCode,
  chances: number[],
  setBack = 0,
): Promise<{ sent: number; pauses: number[]; limits: number[]; ended: unknown }> {
  const places = practicePlaces(url);
  if (typeof places !== 'object') throw new Error(places);
  const pauses: number[] = [];
  let sent = 0;
  const limits: number[] = [];
  let elapsed = 0;
  const session = {
    places,
    hops: 0,
    timeoutMs: 30_000,
    signal: new AbortController().signal,
    onHop: () => {},
    random: () => chances.shift() ?? 0,
    clock: {
      now: () => elapsed - setBack * sent,
      elapsed: () => elapsed,
      pause(ms: number, signal?: AbortSignal) {
        // The wait for an answer once a signal has come is none between two tries.
        if (signal !== session.signal) return new Promise<void>(() => {});
        pauses.push(ms);
        elapsed += ms;
        return Promise.resolve();
      },
    },
    web: {
      send({ timeoutMs }: { timeoutMs: number }) {
        sent += 1;
        limits.push(timeoutMs);
        return Promise.reject(webFailure(code, 'maybe', 'It failed.'));
      },
    },
  } as unknown as Session;
  const hop: Hop = { method, url, from: null, headers: {}, body: null, learning: false };
  const ended: unknown = await sendHop(session, hop).catch((error: unknown) => error);
  return { sent, pauses, limits, ended };
}

describe('a request that fails', () => {
  test('is sent again, where it reads, after pauses as long as chance has it', async () => {
    expect(await failing('GET', 'reset', [0, 1, 0.5])).toMatchObject({ sent: 4, pauses: [200, 800, 1200] });
  });

  test('gets what is left of its time, even where the clock is set back meanwhile', async () => {
    expect(await failing('GET', 'reset', [0, 1, 0.5], 3_600_000)).toMatchObject({
      pauses: [200, 800, 1200],
      limits: [30_000, 29_800, 29_000, 27_800],
    });
  });

  test.each(['timeout', 'tls', 'too-large', 'forbidden-host'] as const)(
    'is not sent again after %s: that does not pass',
    async (code) => {
      expect(await failing('GET', code, [])).toMatchObject({ sent: 1, pauses: [], ended: { code } });
    },
  );

  test.each(['dns', 'refused', 'reset', 'bad-answer', 'proxy'] as const)(
    'is never sent again where it posts, after %s neither',
    async (code) => {
      expect(await failing('POST', code, [])).toMatchObject({ sent: 1, pauses: [], ended: { code } });
    },
  );
});
