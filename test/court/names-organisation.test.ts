import { describe, expect, it } from 'vitest';
import { organisationWords } from '../../src/court/names-organisation.ts';
import { cpuMs } from '../support/cpu.ts';

describe('a person’s name holds no organisation words', () => {
  it.each([
    'Jane Q. Doe',
    'DOE, JANE Q.',
    'Jude Law',
    'Law, Jude',
    'Law, Jude Q.',
    'Xiaoping Law',
    'Jane Firm',
    'Jane Firm, Esq.',
    'Ms. Jane Trust, Trustee',
    'Firm, James',
    'James Q. Firm',
    'Jude Law, Esq.',
    'Firm, Jane Q.',
    'J. Q. Firm',
    'Anne Bank',
    'Mary Ann Trust',
    'David Group',
    'Jane Co',
    'P.C. Doe',
    'Doe, Jane P.C.',
    'Doe, P. C. J.',
    'Jane Doe, Esq.',
    'Jane Doe, Attorney at Law',
    'Jane Doe, Attorney-at-Law',
    'Jane Doe, Trustee',
    'Jane Doe, Chapter 7 Trustee',
    'Jane Doe (Trustee)',
    'Incorvaia, Jane',
    'Jane Lawson',
    'Jane Officer',
    'Jane Trustman',
    'Jane Banks',
    'José Núñez',
    '',
    '   ',
    ', ,',
  ])('%j', (name) => {
    expect(organisationWords(name)).toEqual([]);
  });
});

describe('an organisation’s name is known by its words', () => {
  it.each([
    ['Doe & Roe LLP', ['&', 'LLP']],
    ['Doe Law PLLC', ['PLLC', 'Law']],
    ['DOE LAW, P.L.L.C.', ['P.L.L.C.', 'LAW']],
    ['Doe, P.C.', ['P.C.']],
    ['Jane Doe, P.C.', ['P.C.']],
    ['Jane Doe P. C.', ['P. C.']],
    ['Jane Doe PC', ['PC']],
    ['Doe and Associates', ['and Associates']],
    ['Doe & Associates, P.A.', ['& Associates', 'P.A.']],
    ['Law Office of Jane Doe', ['Law Office of']],
    ['The Law Offices Of Jane Doe', ['Law Offices Of']],
    ['Doe Law Firm', ['Law Firm']],
    ['Doe Law Group', ['Law Group']],
    ['The Doe Group', ['Group']],
    ['Doe Firm', ['Firm']],
    ['Jackson Firm', ['Firm']],
    ['Franklin Trust', ['Trust']],
    ['Doe Family Trust', ['Trust']],
    ['Doe Family Law', ['Family Law']],
    ['Jane Doe Group', ['Group']],
    ['First Bank of Doe', ['Bank of']],
    ['Example Inc.', ['Inc.']],
    ['Example Holdings, L.L.C.', ['Holdings', 'L.L.C.']],
    ['Doe Attorneys', ['Attorneys']],
    ['Legal Aid of Example', ['Legal Aid']],
    ['Estate of John Doe', ['Estate of']],
    ['State of Example', ['State of']],
    ['Department of Examples', ['Department']],
    ['Chapter 7 Trustee', ['Chapter 7 Trustee']],
    ['Trustee', ['Trustee']],
    ['United States Trustee', ['United States']],
    ['U.S. Trustee', ['U.S. Trustee']],
    ['Office of the Chapter 13 Trustee', ['Office']],
    ['Doe Billing', ['Billing']],
    ['Firm Admin', ['Admin', 'Firm']],
  ])('%j: %j', (name, words) => {
    expect(organisationWords(name)).toEqual(words);
  });

  it('answers fast for a hundred thousand characters', () => {
    const began = cpuMs();
    for (const unit of ['law ', 'Doe ', 'a.', '&', ',', 'P. C. ']) organisationWords(unit.repeat(25_000));
    expect(cpuMs() - began).toBeLessThan(500);
  });
});
