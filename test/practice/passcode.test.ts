import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { acceptedStep, fromBase32, hotp, passcodeAt, stepOf } from '../../src/practice/passcode.ts';

const key = Buffer.from('12345678901234567890');
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes', () => {
  test('the ten values of RFC 4226, appendix D, come out', () => {
    expect(Array.from({ length: 10 }, (_, counter) => hotp(key, counter))).toEqual([
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ]);
  });

  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i the code is the end of the one in RFC 6238, appendix B', (seconds, code) => {
    expect(passcodeAt(seed, seconds * 1000)).toBe(code);
  });

  test('an authenticator written by others shows the same codes', () => {
    const now = 1_795_000_123_456;
    const theirs = new TOTP({ secret: seed });
    expect(passcodeAt(seed, now)).toBe(theirs.generate({ timestamp: now }));
    expect(passcodeAt(seed, now, 2)).toBe(theirs.generate({ timestamp: now + 60_000 }));
  });

  test('a secret may be spaced, padded and in small letters, but not foreign', () => {
    expect(fromBase32('gezd gnbv gy3t qojq ====').toString()).toBe('1234567890');
    expect(() => fromBase32('GEZ1')).toThrow(new TypeError('not base32'));
  });
});

describe('which codes are taken', () => {
  const now = 1_795_000_000_000;
  const running = stepOf(now);

  test.each([
    [-2, null],
    [-1, running - 1],
    [0, running],
    [1, running + 1],
    [2, null],
  ])('the code of %i steps away is taken as step %s', (steps, step) => {
    expect(acceptedStep(seed, passcodeAt(seed, now, steps), now, new Set())).toBe(step);
  });

  test('a code that was taken is not taken again, its neighbours are', () => {
    const taken = new Set([running]);
    expect(acceptedStep(seed, passcodeAt(seed, now), now, taken)).toBeNull();
    expect(acceptedStep(seed, passcodeAt(seed, now, 1), now, taken)).toBe(running + 1);
  });
});
