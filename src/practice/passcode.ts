import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of a base32 secret (RFC 4648), spaces and padding ignored. Throws on a foreign character. */
export function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text.toUpperCase().replace(/[\s=]/g, '')) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new TypeError('not base32');
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Buffer.from(bytes);
}

/** The six-digit code of one counter value (RFC 4226 section 5.3, HMAC-SHA-1). */
export function hotp(key: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The time step (RFC 6238, 30 seconds) a moment in milliseconds falls into. */
export function stepOf(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** The code an authenticator with this base32 seed shows at a moment (ms), or some steps before or after it. */
export function passcodeAt(seed: string, now: number, steps = 0): string {
  return hotp(fromBase32(seed), stepOf(now) + steps);
}

/**
 * The step whose code was typed: the running one or a neighbour (RFC 6238 section 5.2), unless that step's
 * code was taken before. Null when none fits.
 */
export function acceptedStep(
  seed: string,
  typed: string,
  now: number,
  taken: ReadonlySet<number>,
): number | null {
  const key = fromBase32(seed);
  const running = stepOf(now);
  return (
    [running, running - 1, running + 1].find((step) => hotp(key, step) === typed && !taken.has(step)) ?? null
  );
}
