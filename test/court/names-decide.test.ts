import { describe, expect, it } from 'vitest';
import { decide, type Case } from '../../src/court/names.ts';
import type { Account } from '../../src/court/review.ts';

const account = (name: string | null, more: Partial<Account> = {}): Account => ({
  name,
  login: null,
  type: null,
  text: name ?? '',
  other: [],
  ...more,
});
const agreeing: Case = {
  cmecf: account('Jane Q. Doe', { login: 'jdoe' }),
  pacer: account('Jane Doe', { login: 'janeqdoe' }),
  expected: null,
  scripted: false,
  hiddenValues: [],
};
const scripted: Case = { ...agreeing, scripted: true, expected: { cmecf: 'Jane Q. Doe', pacer: 'Jane Doe' } };
const summary = (given: Case) => {
  const { checks, exit5, typePacerName } = decide(given);
  return {
    not_ok: checks.filter((check) => check.ok !== 'ok').map((check) => `${check.ok} ${check.id}`),
    exit5,
    typePacerName,
  };
};
const fine = { not_ok: [], exit5: false, typePacerName: false };

describe('deciding on a review page', () => {
  it('says in full what was compared and what it means', () => {
    expect(decide(scripted)).toEqual({
      checks: [
        {
          id: 'expected-cmecf-name',
          ok: 'ok',
          says: 'The CM/ECF name is “Jane Q. Doe”, as expected.',
          meaning: 'This is the account that was meant.',
        },
        {
          id: 'expected-pacer-name',
          ok: 'ok',
          says: 'The PACER name is “Jane Doe”, as expected.',
          meaning: 'This is the account that was meant.',
        },
        {
          id: 'names-agree',
          ok: 'ok',
          says: 'The names go together: “Jane Q. Doe”, “Jane Doe” (one side lacks the middle name “Q.”).',
          meaning: 'The accounts can well be the same person’s.',
        },
        {
          id: 'cmecf-organisation',
          ok: 'ok',
          says: 'The CM/ECF name reads as a person’s.',
          meaning: 'An individual account.',
        },
        {
          id: 'pacer-organisation',
          ok: 'ok',
          says: 'The PACER name reads as a person’s.',
          meaning: 'An individual account.',
        },
      ],
      exit5: false,
      typePacerName: false,
    });
  });

  it('passes what agrees, watched or not, and forgives a script how the court writes', () => {
    expect(summary(agreeing)).toEqual(fine);
    expect(
      summary({ ...scripted, cmecf: account('DOE, JANE Q.'), pacer: account('JANE DOE, ESQ.') }),
    ).toEqual(fine);
    expect(summary({ ...scripted, cmecf: account('Jane Q. Doe (Trustee)') })).toEqual(fine);
    expect(summary({ ...scripted, expected: null })).toEqual(fine);
  });

  it('stops a script, and warns a person who then types the PACER name, where the names differ', () => {
    const differing = { ...agreeing, pacer: account('John Roe') };
    expect(summary(differing)).toEqual({ not_ok: ['warn names-agree'], exit5: false, typePacerName: true });
    expect(summary({ ...differing, scripted: true })).toEqual({
      not_ok: ['fail names-agree'],
      exit5: true,
      typePacerName: true,
    });
  });

  it('stops at a name that is not the expected one, were it only short of an initial', () => {
    const expected = { cmecf: 'Jane Doe', pacer: 'Jane Doe' };
    expect(summary({ ...scripted, expected })).toEqual({
      not_ok: ['fail expected-cmecf-name'],
      exit5: true,
      typePacerName: false,
    });
    expect(summary({ ...agreeing, expected })).toEqual({
      not_ok: ['fail expected-cmecf-name'],
      exit5: true,
      typePacerName: false,
    });
    expect(summary({ ...scripted, expected: { pacer: 'John Roe' } })).toEqual({
      not_ok: ['fail expected-pacer-name'],
      exit5: true,
      typePacerName: false,
    });
  });

  it.each([
    ['no PACER name', { pacer: account(null) }],
    ['no CM/ECF account', { cmecf: null }],
    ['neither', { cmecf: null, pacer: null }],
  ])('has a person type the PACER name where there was %s to read', (_, change) => {
    expect(summary({ ...agreeing, ...change })).toEqual({
      not_ok: ['warn names-agree'],
      exit5: false,
      typePacerName: true,
    });
    expect(summary({ ...agreeing, ...change, scripted: true })).toEqual({
      not_ok: ['fail names-agree'],
      exit5: true,
      typePacerName: true,
    });
  });

  it.each<[string, Partial<Case>, string]>([
    [
      'a firm’s PACER name',
      { cmecf: account('Doe Law PLLC'), pacer: account('Doe Law PLLC') },
      'cmecf-organisation',
    ],
    [
      'a firm account by its wording',
      { pacer: account('Jane Doe', { text: 'Jane Doe\nShared firm account' }) },
      'pacer-account-shared',
    ],
    [
      'an administrative account by its type',
      { pacer: account('Jane Doe', { type: 'Administrative' }) },
      'pacer-account-administrative',
    ],
    [
      'a legacy PACER account',
      { pacer: account('Jane Doe', { type: 'Legacy PACER Account' }) },
      'pacer-account-legacy',
    ],
    [
      'another name hidden in the form',
      { hiddenValues: [{ name: 'pacer_name', value: 'John Roe' }] },
      'hidden-name',
    ],
    [
      'another login hidden in the form',
      { hiddenValues: [{ name: 'pacer_login', value: 'jroe' }] },
      'hidden-login',
    ],
    [
      'look-alike letters in both names',
      { cmecf: account('J\u0430ne Doe'), pacer: account('J\u0430ne Doe') },
      'cmecf-name-characters',
    ],
    [
      'an invisible character in both',
      { cmecf: account('Jane\u200b Doe'), pacer: account('Jane\u200b Doe') },
      'pacer-name-characters',
    ],
  ])('warns a person of %s and stops a script', (_, change, id) => {
    const warned = summary({ ...agreeing, ...change });
    expect(warned.not_ok).toContain(`warn ${id}`);
    expect({ ...warned, not_ok: [] }).toEqual(fine);
    const stopped = summary({ ...agreeing, ...change, scripted: true });
    expect(stopped).toEqual({
      not_ok: warned.not_ok.map((line) => line.replace('warn', 'fail')),
      exit5: true,
      typePacerName: false,
    });
  });

  it('does not take a firm line, an address or the court’s word for the old account for a doubt', () => {
    const cmecf = account('Jane Q. Doe', {
      text: 'Your legacy CM/ECF account\nJane Q. Doe\nLegacy account',
      type: 'Legacy',
    });
    const pacer = account('Jane Doe', {
      text: 'Jane Doe\nFirm: Doe & Roe PLLC\n100 Legacy Tower\nOffice: 616-555-0100',
    });
    expect(summary({ ...scripted, cmecf, pacer })).toEqual(fine);
  });

  it('only ever warns of a PACER username of six characters', () => {
    const pacer = account('Jane Doe', { login: 'jd1234' });
    expect(summary({ ...scripted, pacer })).toEqual({
      not_ok: ['warn username-length'],
      exit5: false,
      typePacerName: false,
    });
    expect(summary({ ...scripted, cmecf: account('Jane Q. Doe', { login: 'jd1234' }) })).toEqual(fine);
  });

  it('says nothing on a terminal that a page could abuse', () => {
    const { checks } = decide({
      ...scripted,
      cmecf: account('Doe\u001b[2J\u202eLLP'),
      pacer: account(`Jane ${'x'.repeat(5000)}`, { type: 'shared\u001b' }),
      hiddenValues: [{ name: 'pacer_name\u001b', value: 'Roe, John' }],
    });
    expect(checks.map((check) => check.says).join('')).not.toMatch(/\p{C}/u);
    expect(Math.max(...checks.map((check) => check.says.length))).toBeLessThan(600);
    expect(checks.map((check) => check.id)).toContain('cmecf-name-characters');
  });
});
