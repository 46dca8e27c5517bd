import { describe, expect, test } from 'vitest';
import { outcome } from '../../src/outcome.ts';
import { leavesReceipt, receiptOf, receiptText } from '../../src/report/receipt.ts';
import type { ReceiptFacts } from '../../src/report/receipt.ts';
import { fileTime, zonedTime } from '../../src/report/time.ts';

const facts: ReceiptFacts = {
  at: Date.UTC(2026, 10, 22, 23, 1, 5, 123),
  ahead: -300,
  version: '0.1.0',
  practice: false,
  court: { id: 'MIWBK', name: 'Michigan Western Bankruptcy Court', address: 'https://ecf.miwb.uscourts.gov' },
  logins: { cmecf: 'aqexample', pacer: 'alma.example' },
  withoutSecrets: (text) => text.replaceAll('Old-Court-1999', '[secret]'),
};

const linked = outcome('linked', {
  submitted: 'yes',
  linked: 'yes',
  proof: 'menu',
  verifiedNames: true,
  accounts: {
    cmecf: { name: 'Alma Q. Example', login: 'aqexample' },
    pacer: { name: 'EXAMPLE, ALMA Q.', login: 'alma.example' },
  },
  courtText:
    'Your accounts have been linked.\nA mail goes to alma@example.example.\nOld-Court-1999 opens nothing any more.',
});

describe('the receipt of a link', () => {
  test('holds what was linked, when, where and how it is known, as data', () => {
    expect(receiptOf(linked, facts)).toEqual({
      schema: 'miwb-link-receipt/1',
      time: '2026-11-22T18:01:05-05:00',
      program: 'miwb-link 0.1.0',
      practice: false,
      court: facts.court,
      accounts: {
        cmecf: { name: 'Alma Q. Example', login: 'aqexample' },
        pacer: { name: 'EXAMPLE, ALMA Q.', login: 'alma.example' },
      },
      outcome: 'linked',
      exitCode: 0,
      submitted: 'yes',
      linked: 'yes',
      proof: 'menu',
      verifiedNames: true,
      courtText: [
        'Your accounts have been linked.',
        'A mail goes to [e-mail address left out].',
        '[secret] opens nothing any more.',
      ],
    });
  });

  test('reads well as text', () => {
    expect(receiptText(receiptOf(linked, facts), linked.message)).toBe(`miwb-link receipt

The CM/ECF account and the PACER account are linked, for good.

Time:            2026-11-22T18:01:05-05:00
Court:           Michigan Western Bankruptcy Court (MIWBK), https://ecf.miwb.uscourts.gov
CM/ECF account:  Alma Q. Example, login aqexample
PACER account:   EXAMPLE, ALMA Q., login alma.example
Names compared:  yes, before the final Submit
Final Submit:    sent once
Linked:          yes, proven by the filing menus of the court
Ending:          linked (exit code 0)
Program:         miwb-link 0.1.0

The court’s own words:
  | Your accounts have been linked.
  | A mail goes to [e-mail address left out].
  | [secret] opens nothing any more.
`);
  });

  test('of practice says that none of it is real', () => {
    const text = receiptText(receiptOf(linked, { ...facts, practice: true }), linked.message);
    expect(text.split('\n')[0]).toBe('miwb-link receipt (PRACTICE: none of this is real)');
  });

  test('that nobody reviewed names the logins that were given', () => {
    const ended = outcome('linked-without-review', { linked: 'yes', proof: 'announced' });
    const { accounts, courtText } = receiptOf(ended, facts);
    expect({ accounts, courtText }).toEqual({
      accounts: { cmecf: { name: null, login: 'aqexample' }, pacer: { name: null, login: 'alma.example' } },
      courtText: [],
    });
  });

  test('of an unknown outcome does not claim a link', () => {
    const ended = outcome('outcome-unknown', { submitted: 'unknown', linked: 'unknown' });
    const text = receiptText(receiptOf(ended, facts), ended.message);
    expect(text).toContain('Final Submit:    sent, or it may have been; its answer was lost\n');
    expect(text).toContain('Linked:          not known\n');
    expect(text).toContain('The court said nothing that could be kept.\n');
  });

  test('spells out what hides in a name', () => {
    const accounts = { cmecf: { name: 'Al\u200bma\u001b[31m', login: 'a\u202eb' }, pacer: null };
    expect(receiptOf({ ...linked, accounts }, facts).accounts).toEqual({
      cmecf: { name: 'Al⟨U+200B⟩ma⟨U+001B⟩[31m', login: 'a⟨U+202E⟩b' },
      pacer: { name: null, login: 'alma.example' },
    });
  });
});

test.each([
  ['linked', outcome('linked', { submitted: 'yes', linked: 'yes' }), true],
  ['linked, its answer lost', outcome('linked', { submitted: 'unknown', linked: 'yes' }), true],
  ['linked without a review', outcome('linked-without-review', { linked: 'yes' }), true],
  ['unknown', outcome('outcome-unknown', { submitted: 'yes', linked: 'unknown' }), true],
  ['refused by the court', outcome('submit-refused', { submitted: 'yes' }), true],
  ['linked already', outcome('already-linked'), false],
  ['a dry run', outcome('dry-run-ready'), false],
  ['declined', outcome('declined'), false],
])('%s: a receipt is left, %s', (_what, ended, left) => {
  expect(leavesReceipt(ended)).toBe(left);
});

describe('the time', () => {
  const at = Date.UTC(2026, 0, 1, 3, 30, 0);
  test.each([
    [0, '2026-01-01T03:30:00+00:00'],
    [-300, '2025-12-31T22:30:00-05:00'],
    [330, '2026-01-01T09:00:00+05:30'],
    [-210, '2026-01-01T00:00:00-03:30'],
  ])('%d minutes ahead of UTC is %s', (ahead, told) => {
    expect(zonedTime(at, ahead)).toBe(told);
  });

  test('stands in file names without signs', () => {
    expect(fileTime(at + 7)).toBe('20260101T033000007Z');
  });
});
