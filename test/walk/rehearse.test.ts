import { describe, expect, test } from 'vitest';
import { rehearsals } from '../../src/walk/rehearse.ts';

describe('reading invented pages while a real one is awaited', () => {
  test.each(rehearsals.map((rehearse, at) => ({ rehearse, at })))(
    'rehearsal $at goes through',
    ({ rehearse }) => {
      expect(rehearse).not.toThrow();
    },
  );
});
