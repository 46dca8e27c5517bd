import { describe, expect, test } from 'vitest';
import { brokenOutcome, faultWords } from '../../src/commands/fault.ts';
import { leaksOf } from '../support/secret-search.ts';
import { scenarioOf } from '../support/story.ts';

const secret = scenarioOf('success').pacerPassword;
const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
const head = (error: unknown): string => faultWords(error).split('\n')[0] ?? '';

describe('what is told of a fault of ours', () => {
  test('is what the engine says of code, and where it happened', () => {
    const nothing = { form: undefined } as unknown as { form: { controls: object } };
    const words = faultWords(thrownBy(() => nothing.form.controls)).split('\n');
    expect(words[0]).toBe("TypeError: Cannot read properties of undefined (reading 'controls')");
    expect(words[1]).toMatch(/^ {4}at .*fault\.test\.ts:\d+:\d+\)?$/);
    expect(head(thrownBy(() => (nothing as unknown as { go(): void }).go()))).toBe(
      'TypeError: nothing.go is not a function',
    );
  });

  test.each([
    ['JSON that is none', () => JSON.parse(secret) as unknown, 'SyntaxError'],
    ['an address that is none', () => new URL(secret), 'TypeError [ERR_INVALID_URL]'],
    [
      'a value of the wrong kind',
      () => Buffer.alloc(secret as unknown as number),
      'TypeError [ERR_INVALID_ARG_TYPE]',
    ],
    ['half an escape', () => decodeURIComponent(secret), 'URIError'],
    ['a pattern that is none', () => new RegExp(`${secret}(`), 'SyntaxError'],
    ['a property by that name', () => (undefined as unknown as Record<string, string>)[secret], 'TypeError'],
    [
      'an error of its own',
      () => {
        throw new Error(`${secret}\n    at ${secret} (/x.js:1:1)`, { cause: secret });
      },
      'Error',
    ],
    [
      'an error by that name',
      () => {
        throw Object.assign(new Error(''), { name: secret, code: secret });
      },
      'Error',
    ],
    [
      'no error at all',
      () => {
        throw secret as unknown as Error;
      },
      'a value was thrown',
    ],
  ])('never repeats a value: %s', (_what, act, told) => {
    const error = thrownBy(act);
    const words = faultWords(error);
    expect(leaksOf([secret], [{ where: 'words', text: words }])).toEqual([]);
    expect(head(error).replace(': (its message is left out)', '')).toBe(told);
  });

  test('is a bug before the final Submit, and an unknown outcome after it', () => {
    const told = (submitted: 'no' | 'yes' | 'unknown', linkFormOpen = false): unknown[] => {
      const ended = brokenOutcome(new Error('x'), { submitted, linkFormOpen });
      return [ended.id, ended.exitCode, ended.submitted, ended.linked];
    };
    expect([told('no'), told('no', true), told('yes'), told('unknown')]).toEqual([
      ['bug', 1, 'no', 'no'],
      ['bug', 1, 'no', 'unknown'],
      ['outcome-unknown', 8, 'yes', 'unknown'],
      ['outcome-unknown', 8, 'unknown', 'unknown'],
    ]);
  });
});
