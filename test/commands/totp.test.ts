import { describe, expect, test } from 'vitest';
import { nextTurn, readSeed } from '../../src/commands/totp.ts';
import type { Authenticator } from '../../src/commands/totp.ts';

async function seedOf(text: string): Promise<Authenticator> {
  const seed = await readSeed(text);
  if (typeof seed === 'string') throw new Error(seed);
  return seed;
}

/** Base32 (RFC 4648) of the ASCII digits that RFC 6238 appendix B uses, 20, 32 and 64 bytes of them. */
const keys = {
  SHA1: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  SHA256: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA',
  SHA512:
    'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA',
} as const;

describe('the test vectors of RFC 6238, appendix B', () => {
  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826'],
  ])('at %d s', async (seconds, ...codes) => {
    const found = await Promise.all(
      (['SHA1', 'SHA256', 'SHA512'] as const).map(async (algorithm) => {
        const address = `otpauth://totp/PACER:alma?secret=${keys[algorithm]}&algorithm=${algorithm}&digits=8&period=30`;
        return (await seedOf(address)).codeAt(seconds * 1000);
      }),
    );
    expect(found).toEqual(codes);
  });
});

describe('a seed as people paste it', () => {
  test.each([
    ['as it is', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'],
    ['lower case, in groups', 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq'],
    ['with dashes and a line end', 'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ\n'],
    ['with no-break spaces and padding', 'GEZDGNBVGY3TQOJQ\u00a0GEZDGNBVGY3TQOJQ===='],
    ['as an address', 'otpauth://totp/PACER?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'],
    [
      'as an address in capitals, named twice',
      'OTPAUTH://totp/PACER:alma?issuer=PACER&secret=gezdgnbvgy3tqojqgezdgnbvgy3tqojq',
    ],
  ])('%s', async (_name, text) => {
    const seed = await seedOf(text);
    expect([seed.period, seed.codeAt(59_000)]).toEqual([30_000, '287082']);
  });

  test('of 80 bits, which some sites still hand out', async () => {
    expect((await seedOf('JBSW Y3DP EHPK 3PXP')).codeAt(0)).toBe('282760');
  });

  test('with a period of its own', async () => {
    const seed = await seedOf('otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&period=60');
    expect([seed.period, seed.codeAt(119_000)]).toEqual([60_000, '287082']);
  });

  test.each([
    ['', 'it is blank'],
    [' - ', 'it is blank'],
    ['287082', 'that is a passcode; the secret is what the passcodes are made from'],
    ['GEZDGNBVGY3TQOJ', 'it is too short for an authenticator secret'],
    [
      'GEZDGNBV0Y3TQOJQ',
      'it has a character that no authenticator secret has (letters and the digits 2 to 7 make one)',
    ],
    [
      'otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ&counter=1',
      'it is for counted codes (hotp), not for timed ones',
    ],
    ['otpauth://totp/x', 'it is not a complete otpauth:// address'],
    ['otpauth://totp/x?secret=0', 'it is not a complete otpauth:// address'],
    ['otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=9999', 'its period is none that authenticators use'],
  ])('%j is none: %s', async (text, problem) => {
    expect(await readSeed(text)).toBe(problem);
  });
});

describe('when the next code is given', () => {
  const at = (seconds: number): number => 1_000_000_020_000 + seconds * 1000; // a step starts at 0

  test.each([
    ['at the start of a step', 0, 0, { wait: 0, ends: 30 }],
    ['with five seconds left', 25, 0, { wait: 0, ends: 30 }],
    ['with less than five left: the next one', 25.001, 0, { wait: 5.249, ends: 60 }],
    ['after this step’s code was given: the next one', 10, 30, { wait: 20.25, ends: 60 }],
    ['after the last step’s was given', 10, 0, { wait: 0, ends: 30 }],
    ['after the next step’s was given already', 29, 60, { wait: 31.25, ends: 90 }],
    ['by a clock that was put back since', 10, 500, { wait: 0, ends: 30 }],
  ])('%s', (_name, now, used, { wait, ends }) => {
    const turn = nextTurn(at(now), 30_000, used === 0 ? 0 : at(used));
    expect({ wait: Math.round(turn.wait) / 1000, ends: turn.ends, at: turn.at }).toEqual({
      wait,
      ends: at(ends),
      at: at(now) + wait * 1000,
    });
  });

  test('no step is ever given twice, whenever it is asked', () => {
    const given: number[] = [];
    let used = 0;
    let now = at(0);
    for (let i = 0; i < 300; i += 1) {
      const turn = nextTurn(now, 30_000, used);
      given.push(turn.ends);
      expect(turn.ends - turn.at).toBeGreaterThanOrEqual(5_000);
      used = turn.ends;
      now = turn.at + ((i * 7_919) % 45_000);
    }
    expect(new Set(given).size).toBe(given.length);
  });
});
