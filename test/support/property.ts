import * as fc from 'fast-check';
import { expect } from 'vitest';

// PROPERTY_RUNS=50 tries fifty times as much: for a long look by hand.
const times = Number(process.env['PROPERTY_RUNS'] ?? '1');

/** Holds a property against `runs` random cases, other ones every time; a failure names the seed and the path. */
export function holds<Case>(property: fc.IPropertyWithHooks<Case>, runs: number): void {
  expect(() => fc.assert(property, { numRuns: Math.ceil(runs * times) })).not.toThrow();
}
