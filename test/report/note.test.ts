import { describe, expect, test } from 'vitest';
import { noteOf, noteWords, readNote } from '../../src/report/note.ts';
import { whomToCall } from '../../src/report/whom-to-call.ts';

const at = Date.UTC(2026, 10, 22, 23, 1, 5);
const note = noteOf({
  at,
  ahead: -300,
  program: 'miwb-link 0.1.0',
  court: { id: 'MIWBK', name: 'Michigan Western Bankruptcy Court', address: 'https://ecf.miwb.uscourts.gov' },
  accounts: { cmecf: { name: 'Alma\u001b[2J', login: null }, pacer: { name: null, login: 'alma.example' } },
});

describe('the note before the final Submit', () => {
  test('is read back as it was written', () => {
    expect(readNote(JSON.stringify(note))).toEqual(note);
    expect(note.time).toBe('2026-11-22T18:01:05-05:00');
  });

  test.each([
    ['no JSON', 'about'],
    ['no object', '[]'],
    ['another schema', JSON.stringify({ ...note, schema: 'x' })],
    ['no time', JSON.stringify({ ...note, time: 1 })],
    ['no court', JSON.stringify({ ...note, court: null })],
    ['half an account', JSON.stringify({ ...note, accounts: { cmecf: { name: 'A' }, pacer: null } })],
  ])('with %s is none', (_what, text) => {
    expect(readNote(text)).toBe(null);
  });

  test('is explained, with what hides in a name spelled out', () => {
    expect(noteWords(note, at + 3_600_000)).toBe(
      `An earlier run for Michigan Western Bankruptcy Court stopped around the final Submit, at 2026-11-22T18:01:05-05:00:
  CM/ECF account: Alma⟨U+001B⟩[2J (login not known)
  PACER account:  name not known (login alma.example)
Whether it linked these accounts is not known. The court’s menu will tell: if they are linked, this run finds the filing menus; if not, nothing was lost. The final Submit of that run is not sent again.`,
    );
    expect(noteWords(note, at + 60_000)).toContain('another run may still be at it');
  });
});

test.each([
  ['names-agree', '616-456-2693', 'Call the court’s help desk, 616-456-2693.'],
  ['cmecf-organisation', null, 'Call the court’s help desk.'],
  ['hidden-name', '1', 'Call the court’s help desk, 1.'],
  ['pacer-account-shared', '1', 'Call the PACER Service Center, 800-676-6856.'],
  ['expected-pacer-name', '1', 'Call the PACER Service Center, 800-676-6856.'],
  ['username-length', '1', 'Call the PACER Service Center, 800-676-6856.'],
])('about %s somebody can be called', (id, desk, told) => {
  expect(whomToCall(id, desk, false)).toBe(told);
  expect(whomToCall(id, desk, true)).toMatch(/^At the real court: call the [^\d]*\.$/);
});
