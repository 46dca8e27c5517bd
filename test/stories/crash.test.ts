import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { leaksOfRun } from '../support/secret-search.ts';
import { scenarioOf, scriptedArgs, secretsOf } from '../support/story.ts';

/**
 * Loaded before the program: what Node offers breaks as soon as it meets `word`, and tells all it was given, in the
 * message, the cause and a property, as many an error of Node does.
 */
const breaker = (word: string, how: string): string => `
  import { inspect } from 'node:util';
  import { Socket } from 'node:net';
  const fault = (met) => {
    const text = String(met);
    const fault = new TypeError('cannot take ' + inspect(text) + ' ' + encodeURIComponent(text), { cause: { text } });
    return Object.assign(fault, { input: text, code: 'ERR_INVALID_ARG_VALUE' });
  };
  const meets = (met) => typeof met === 'string' ? met.includes(${JSON.stringify(word)}) : false;
  const { encode } = TextEncoder.prototype;
  const { write } = Socket.prototype;
  ({
    'in the walk': () => {
      TextEncoder.prototype.encode = function (text) {
        if (meets(text)) throw fault(text);
        return encode.call(this, text);
      };
    },
    'in a callback': () => {
      Socket.prototype.write = function (data, ...rest) {
        const text = Buffer.from(data).toString('latin1');
        if (meets(text)) setImmediate(() => { throw fault(text); });
        return write.call(this, data, ...rest);
      };
    },
    'in a promise that nobody awaits': () => {
      Socket.prototype.write = function (data, ...rest) {
        const text = Buffer.from(data).toString('latin1');
        if (meets(text)) void Promise.reject(fault(text));
        return write.call(this, data, ...rest);
      };
    },
  })[${JSON.stringify(how)}]();
`;

type Crashed = Ended & { leaks: string[]; finalSubmits: number };

async function crashed(word: string, how: string, more: string[], id = 'success'): Promise<Crashed> {
  const scenario = scenarioOf(id);
  const court = await startCourt({ scenario });
  onTestFinished(() => court.close());
  const { path: home, remove } = await makeHome();
  onTestFinished(remove);
  await writeFile(join(home, 'breaker.mjs'), breaker(word, how));
  const secrets = secretsOf(scenario, court);
  const ended = await runProgram({
    args: ['link', '--verbose', '--trace', 'trace', ...scriptedArgs(scenario, court.address), ...more],
    env: { ...secrets, NODE_OPTIONS: `--import=${join(home, 'breaker.mjs')}` },
    home,
  });
  return {
    ...ended,
    leaks: await leaksOfRun({ ...ended, home }, court, secrets),
    finalSubmits: court.finalSubmits(),
  };
}

const ways = ['in the walk', 'in a callback', 'in a promise that nobody awaits'];

describe('a fault of our own that has a secret in its hands', () => {
  describe.each([
    ['the PACER password', 'loginName'],
    ['the passcode', 'mfaInput'],
  ])('%s', (_what, word) => {
    test.each(ways)(
      '%s ends with code 1, says where and that nothing was submitted, and tells no secret',
      async (how) => {
        const { code, stderr, leaks, finalSubmits } = await crashed(word, how, []);
        expect([code, leaks, finalSubmits]).toEqual([1, [], 0]);
        expect(stderr).toContain(
          'miwb-link failed through a fault of its own.\nTypeError [ERR_INVALID_ARG_VALUE]: (its message is left out)\n    at ',
        );
        expect(stderr).toContain('Nothing was linked by this run.');
      },
    );
  });

  // A callback comes after the court’s answer, if that is quick.
  test.each(ways.slice(2))('%s after the link form: nobody knows whether it linked', async (how) => {
    const { code, stderr, leaks, finalSubmits } = await crashed('-L_1_0-1', how, []);
    expect([code, leaks, finalSubmits]).toEqual([1, [], 0]);
    expect(stderr).toContain('Whether the accounts are linked is not known.');
    expect(stderr).not.toContain('Nothing was linked');
  });

  test.each(ways.slice(1))('%s after the final Submit ends with code 8: nobody knows', async (how) => {
    const { code, stderr, leaks, finalSubmits } = await crashed('-L_1_1-1', how, []);
    expect([code, leaks, finalSubmits]).toEqual([8, [], 1]);
    expect(stderr).toContain('Do not link again by hand.');
  });

  test('is told as JSON where that was asked for', async () => {
    const { code, stdout, stderr, leaks } = await crashed('mfaInput', 'in a callback', ['--json']);
    expect([code, leaks]).toEqual([1, []]);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'bug',
      submitted: 'no',
      practice: true,
      court: { shortName: 'miwb' },
    });
    expect(stderr).not.toContain('breaker');
  });
});
