import { describe, expect, test } from 'vitest';
import { proseWidth, wrapped } from '../../src/report/prose.ts';

const at = (width: number, text: string): string[] => wrapped(text, width).split('\n');

describe('prose on a terminal', () => {
  test('takes its width, and no more than 100 columns', () => {
    expect([60, 100, 200, 3].map(proseWidth)).toEqual([60, 100, 100, 20]);
  });

  test('is broken between words, and as it was where it fits or nothing is to be broken', () => {
    expect(at(20, 'The court shows both accounts.\n\nThen you decide.')).toEqual([
      'The court shows both',
      'accounts.',
      '',
      'Then you decide.',
    ]);
    const long = 'word '.repeat(60);
    expect(wrapped(long, null)).toBe(long);
  });

  test('keeps an address, a number and a name in quotation marks whole', () => {
    expect(at(24, 'Sign in at https://ecf.miwb.practice.localhost:8080/cgi-bin/login.pl now.')).toEqual([
      'Sign in at',
      'https://ecf.miwb.practice.localhost:8080/cgi-bin/login.pl',
      'now.',
    ]);
    expect(at(24, 'The help desk is there: 616-456-2693.')).toEqual([
      'The help desk is there:',
      '616-456-2693.',
    ]);
    expect(at(24, 'The name is “Alma Q. Example”, as printed.')).toEqual([
      'The name is',
      '“Alma Q. Example”, as',
      'printed.',
    ]);
    expect(at(24, 'Then run "miwb-link status", once.')).toEqual([
      'Then run',
      '"miwb-link status",',
      'once.',
    ]);
  });

  test.each([
    ['  1. Open the court in a browser', ['  1. Open the court', '     in a browser']],
    ['  | No such user was found here', ['  | No such user was', '  | found here']],
    ['[warn] clock: five minutes slow', ['[warn] clock: five', '       minutes slow']],
    ['[ok]   clock: a little too slow', ['[ok]   clock: a', '       little too', '       slow']],
    ['  8  unknown  It may be so', ['  8  unknown  It may', '  be so']],
    ['  8  no  It may be or not', ['  8  no  It may be', '         or not']],
  ])('goes on below the first word of: %s', (line, lines) => {
    expect(at(20, line)).toEqual(lines);
  });

  test('leaves the trace of a fault as it is', () => {
    const line = '    at walk (file:///somewhere/dist/program.js:1:23)';
    expect(at(20, line)).toEqual([line]);
  });

  test('of a very long line costs no more than its length', () => {
    const since = performance.now();
    wrapped(`${'"a '.repeat(20_000)}\n${'x'.repeat(200_000)}\n${'“ '.repeat(20_000)}`, 60);
    expect(performance.now() - since).toBeLessThan(3_000);
  });
});
