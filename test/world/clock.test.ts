import { expect, test } from 'vitest';
import { systemClock } from '../../src/world/clock.ts';

test('the clock tells the time of the machine', () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('lengths of time are told by a clock that nobody sets', () => {
  const before = performance.now();
  const elapsed = systemClock.elapsed();
  expect(elapsed).toBeGreaterThanOrEqual(before);
  expect(elapsed).toBeLessThanOrEqual(performance.now());
});

test('a pause lasts as long as was asked', async () => {
  const start = performance.now();
  await systemClock.pause(60);
  const took = performance.now() - start;
  expect(took).toBeGreaterThan(55);
  expect(took).toBeLessThan(5_000);
});

test('a pause ends at once with the reason when it is aborted', async () => {
  const stop = new AbortController();
  const reason = new Error('terminated');
  const start = performance.now();
  const pause = systemClock.pause(60_000, stop.signal);
  stop.abort(reason);
  await expect(pause).rejects.toBe(reason);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('a pause asked for after the abort never starts', async () => {
  const reason = new Error('hung up');
  await expect(systemClock.pause(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
});
