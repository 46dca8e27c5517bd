import { describe, expect, test } from 'vitest';
import { pauseBefore } from '../../src/walk/patience.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const pause = (
  attempt: number,
  random: number,
  retryAfter: string | null = null,
  allowed = 30_000,
): number | null => pauseBefore(attempt, allowed, retryAfter, now, random);

describe('the pause before a read is sent again', () => {
  test('grows, with a jitter of half, and ends after four attempts', () => {
    expect([1, 2, 3, 4].map((attempt) => pause(attempt, 0))).toEqual([200, 400, 800, null]);
    expect([1, 2, 3, 4].map((attempt) => pause(attempt, 1))).toEqual([400, 800, 1600, null]);
  });

  test('honours Retry-After, in seconds or as a date', () => {
    expect(pause(1, 0, '3')).toBe(3000);
    expect(pause(1, 0, 'Sun, 22 Nov 2026 12:00:07 GMT')).toBe(7000);
  });

  test('is not shortened by a Retry-After of nothing, of the past or of nonsense', () => {
    expect(['0', 'Sun, 22 Nov 2026 11:00:00 GMT', 'soon', ''].map((text) => pause(1, 1, text))).toEqual([
      400, 400, 400, 400,
    ]);
  });

  test('never outlasts the time that the request is allowed', () => {
    expect([pause(1, 0, '31'), pause(1, 0, null, 150), pause(1, 0, '999999')]).toEqual([null, null, null]);
  });
});
