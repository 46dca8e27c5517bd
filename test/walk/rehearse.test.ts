import { describe, expect, test } from 'vitest';
import { rehearsals } from '../../src/walk/rehearse.ts';

describe('reading invented pages while a real one is awaited', () => {
  test('every piece goes through, after those before it and by itself', () => {
    for (const piece of rehearsals()) expect(piece).not.toThrow();
    for (const piece of rehearsals().toReversed()) expect(piece).not.toThrow();
  });
});
