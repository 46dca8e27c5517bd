import { describe, expect, test } from 'vitest';
import { skewWords, timed } from '../../src/commands/clock-skew.ts';
import type { Web } from '../../src/world/web.ts';
import { runProgram } from '../support/program.ts';
import { scenarioOf, scriptedOptions, secretsOf, argsOf } from '../support/story.ts';
import { startCourt } from '../../src/practice/court.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

async function aheadBy(date: string | undefined): Promise<string | null> {
  const silent: Web = {
    send: ({ url }) =>
      Promise.resolve({
        url,
        status: 200,
        headers: date === undefined ? {} : { date },
        body: new Uint8Array(),
        ms: 200,
      }),
    warm: () => Promise.resolve(),
    hasCookies: () => Promise.resolve(true),
    dropCookies: () => {},
    close: () => Promise.resolve(),
  };
  const watched = timed(silent, { now: () => now });
  await watched.web.send({
    method: 'GET',
    url: 'https://ecf.miwb.uscourts.gov/',
    headers: {},
    body: null,
    timeoutMs: 1,
    freshConnection: false,
  });
  return skewWords(watched.ahead());
}

const tail = ' the server’s: set it right, for passcodes made here depend on it.';

describe('this computer’s clock against the server’s Date', () => {
  test.each([
    ['Sun, 22 Nov 2026 12:00:00 GMT', 'This computer’s clock agrees with the server’s.'],
    ['Sun, 22 Nov 2026 11:59:55 GMT', 'This computer’s clock agrees with the server’s.'],
    ['Sun, 22 Nov 2026 11:59:00 GMT', `This computer’s clock is 59 seconds ahead of${tail}`],
    ['Sun, 22 Nov 2026 12:03:00 GMT', `This computer’s clock is 3 minutes behind${tail}`],
    ['yesterday', null],
    [undefined, null],
  ])('%s', async (date, words) => {
    expect(await aheadBy(date)).toBe(words);
  });

  test('is told where a passcode is refused', async () => {
    const scenario = scenarioOf('wrong-passcode');
    const court = await startCourt({ scenario });
    try {
      const args = argsOf(scriptedOptions(scenario, court.address, true));
      const ended = await runProgram({
        args: ['link', '--dry-run', '--json', ...args],
        env: secretsOf(scenario, court),
      });
      expect(JSON.parse(ended.stdout)).toMatchObject({
        outcome: 'passcode-refused',
        nextStep: expect.stringMatching(/\nThis computer’s clock agrees with the server’s\.$/),
      });
    } finally {
      await court.close();
    }
  });
});
