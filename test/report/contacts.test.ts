import { describe, expect, test } from 'vitest';
import { withoutContacts } from '../../src/report/contacts.ts';
import { cpuMs } from '../support/cpu.ts';

const one = (line: string): string => withoutContacts(line).join('\n');

describe('what a receipt leaves out of the court’s words', () => {
  test.each([
    [
      'Mail goes to alma@example-law.example from now on.',
      'Mail goes to [e-mail address left out] from now on.',
    ],
    ['Call (616) 456-2693.', 'Call [telephone number left out].'],
    [
      'Call 616-456-2693, ext. 12 or 616.456.2693',
      'Call [telephone number left out] or [telephone number left out]',
    ],
    ['Call 1-800-676-6856!', 'Call [telephone number left out]!'],
    ['+1 616 456 2693', '[telephone number left out]'],
    ['+49 30 901820 and 6164562693', '[telephone number left out] and [telephone number left out]'],
    ['1 Practice Way', '[address left out]'],
    ['12-34 N. Old Mill Rd. NW, Suite 400', '[address left out], [address left out]'],
    ['100 MARTIN LUTHER PRACTICE BLVD', '[address left out]'],
    ['PO Box 1234 or P.O. Box 99', '[address left out] or [address left out]'],
    ['Sampleton, MI 49000', '[address left out]'],
    ['Upper Sample Town, Michigan 49000-1234', '[address left out]'],
    ['Address: 1 Practice Building', 'Address: [left out]'],
    ['Primary e-mail: none of yours', 'Primary e-mail: [left out]'],
    ['Phone number: see below', 'Phone number: [left out]'],
  ])('%s', (line, kept) => {
    expect(one(line)).toBe(kept);
  });

  test('the lines below an address label go with it, up to the next label or sentence', () => {
    const text = [
      'Name: Alma Q. Example',
      'Address:',
      'The Old Practice Building',
      'Third Floor',
      'Sampleton',
      'Login: aqexample',
      'Mailing address: c/o Somebody',
      'Back Yard',
      'Your accounts have been linked.',
    ].join('\n');
    expect(withoutContacts(text)).toEqual([
      'Name: Alma Q. Example',
      'Address: [left out]',
      'Login: aqexample',
      'Mailing address: [left out]',
      'Your accounts have been linked.',
    ]);
  });

  test.each([
    'Your CM/ECF account aqexample has been successfully linked to your PACER account alma.example.',
    'In 2020 the bankruptcy court moved to NextGen CM/ECF.',
    'Confirmation 20261122-0001 on November 22, 2026 at 18:01:05.',
    'Case 26-01234 is not touched by this.',
    'Ask the court within 5 days.',
  ])('what is no address stays: %s', (line) => {
    expect(withoutContacts(line)).toEqual([line]);
  });

  test('what a terminal must not see is spelled out, and empty lines go', () => {
    expect(withoutContacts('linked\u001b[2J\n\n\t now')).toEqual(['linked⟨U+001B⟩[2J', 'now']);
  });

  test('a page full of near misses costs no more than its length', () => {
    const near = ['1 a a a a ', '(616) 45', 'a@', 'A. ', '1-', 'Xx Xx Xx, '].map((piece) =>
      piece.repeat(20_000),
    );
    const since = cpuMs();
    for (const text of near) withoutContacts(text);
    expect(cpuMs() - since).toBeLessThan(4_000);
  });
});
