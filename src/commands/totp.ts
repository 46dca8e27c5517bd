import type { TOTP } from 'otpauth';

/** An authenticator: its codes, and how long each lasts (ms). */
export type Authenticator = { period: number; codeAt(now: number): string };

const algorithms = new Set(['SHA1', 'SHA256', 'SHA512']);
const shortest = 16; // base32 letters: the 80 bits of RFC 4226 section 4

/**
 * Reads an authenticator's secret as people paste it: base32 in any case, with spaces, dashes or padding, or an
 * `otpauth://totp/` address with its period, digits and algorithm (RFC 6238). A string says what is wrong and
 * repeats nothing of it.
 */
export async function readSeed(text: string): Promise<Authenticator | string> {
  const otp = await import('otpauth');
  const pasted = text.trim();
  if (/^otpauth:/i.test(pasted)) return readAddress(pasted, otp);
  const letters = pasted
    .replace(/[\s\u00a0\u200b-\u200d\u2010-\u2015\ufeff-]/g, '')
    .replace(/=+$/, '')
    .toUpperCase();
  if (letters === '') return 'it is blank';
  if (/^\d{6,8}$/.test(letters)) return 'that is a passcode; the secret is what the passcodes are made from';
  if (!/^[A-Z2-7]+$/.test(letters))
    return 'it has a character that no authenticator secret has (letters and the digits 2 to 7 make one)';
  if (letters.length < shortest) return 'it is too short for an authenticator secret';
  return authenticator(new otp.TOTP({ secret: otp.Secret.fromBase32(letters) }));
}

function readAddress(address: string, otp: typeof import('otpauth')): Authenticator | string {
  try {
    const read = otp.URI.parse(address);
    if (!(read instanceof otp.TOTP)) return 'it is for counted codes (hotp), not for timed ones';
    if (!algorithms.has(read.algorithm.replace('-', '')))
      return 'its algorithm is none that authenticators use';
    if (read.period < 10 || read.period > 300) return 'its period is none that authenticators use';
    if (read.digits < 6 || read.digits > 8) return 'its number of digits is none that authenticators use';
    return authenticator(read);
  } catch {
    return 'it is not a complete otpauth:// address';
  }
}

function authenticator(totp: TOTP): Authenticator {
  return { period: totp.period * 1000, codeAt: (timestamp) => totp.generate({ timestamp }) };
}

/** The moment (ms) whose code to give next, after `wait` ms, and when that code ends, which must not be given twice. */
export type Turn = { at: number; wait: number; ends: number };

const least = 5_000; // ms a code must still last

/**
 * When the next code can be given: now, or where fewer than five seconds are left or the running code was given
 * already (`usedUntil`, ms since 1970, 0 for never), with the next one. A `usedUntil` more than one period ahead is
 * a clock put back, and does not count.
 */
export function nextTurn(now: number, period: number, usedUntil: number): Turn {
  const starts = now - (now % period);
  const ends = starts + period;
  const used = usedUntil > ends + period ? 0 : usedUntil;
  if (used <= starts && ends - now >= least) return { at: now, wait: 0, ends };
  const at = Math.max(ends, used - (used % period)) + settling;
  return { at, wait: at - now, ends: at - settling + period };
}

const settling = 250; // ms past the start of a step, for clocks that differ a little
