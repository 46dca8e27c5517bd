import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../src/court/names-compare.ts';
import { pairs } from './names-table.ts';
import { cpuMs } from '../support/cpu.ts';

describe.each(Object.entries(pairs))('a clerk comparing names: %s', (_, rows) => {
  it.each(rows)('%s: %j and %j', (verdict, a, b) => {
    expect([compareNames(a, b).verdict, compareNames(b, a).verdict]).toEqual([verdict, verdict]);
  });
});

describe('the table of pairs', () => {
  it('holds at least a hundred and fifty, none twice', () => {
    const all = Object.values(pairs)
      .flat()
      .map((pair) => JSON.stringify(pair));
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the reasons given', () => {
  it.each([
    ['Jane Doe', 'JANE DOE', []],
    ['Jane Doe', 'Jane Doe, Chapter 7 Trustee', ['one side adds the designation “Chapter 7 Trustee”']],
    ['Jane Q. Doe', 'Jane Doe', ['one side lacks the middle name “Q.”']],
    ['Hon Nguyen Tran', 'Nguyen Tran', ['one side adds “Hon”, a title or a name']],
    ['J. Doe', 'Jane Doe', ['“J.” may stand for “Jane”']],
    ['Robert Doe', 'Bob Doe', ['short forms of one name: “Bob”, “Robert”']],
    ['José Doe', 'Jose Doe', ['accents differ: “Jose”, “José”']],
    ['John Doe Jr.', 'John Doe', ['one side lacks Jr.']],
    ['John Doe Jr.', 'John Doe Sr.', ['different suffixes: Jr., Sr.']],
    ['Jane Smith-Jones', 'Jane Smith', ['one side has a part of the surname alone: “Smith-Jones”, “Smith”']],
    ['Jane van Doe', 'Jane Doe', ['a particle of the surname is missing: “Doe”, “van Doe”']],
    ['Jane Van Dyke', 'Jane Vandyke', ['written as one word and as several: “Van Dyke”, “Vandyke”']],
    ['Jane St. John', 'Jane Saint John', ['abbreviated: “Saint John”, “St. John”']],
    ['Robert "Bob" Doe', 'Robert Doe', ['one side adds the nickname “Bob”']],
    ['Jane Doe, Trustee', 'Jane Doe, Ch. 7 Trustee', ['different designations: Ch. 7 Trustee, Trustee']],
    ['Jon Doe', 'John Doe', ['one letter apart', 'first names differ: “John”, “Jon”']],
    ['Jane Doe', 'Jane Dole', ['one letter apart', 'surnames differ: “Doe”, “Dole”']],
    ['Jane Q. Doe', 'Jane R. Doe', ['middle names differ: “Q.”, “R.”']],
    ['Jane Doe', 'John Roe', ['surnames differ: “Doe”, “Roe”', 'first names differ: “Jane”, “John”']],
    ['Doe Jane', 'Jane Doe', ['the same words in another order']],
    ['Jane', 'Jane Doe', ['one side has a single name']],
    ['Jane Doe', 'J\u0430ne Doe', ['look-alike letters', 'one mixes scripts: Latin and Cyrillic']],
    ['Jane Doe', 'Jane D0e', ['look-alike letters', 'one letter apart', 'surnames differ: “D0e”, “Doe”']],
    ['Jane Doe', 'Jane\u200bDoe', ['one holds characters that cannot be seen: ⟨U+200B⟩']],
    ['Jane Doe', 'Jane Doe PLLC', ['an organisation, not a person: PLLC']],
    ['Jane Doe', 'Jane and John Doe', ['more than the name of one person']],
    ['Jane Doe', 'Jane Doe (for John Roe)', ['one side adds (for John Roe)']],
    ['Jane Doe', 'Trustee', ['an organisation, not a person: Trustee']],
    ['Jane Doe', '', ['there is no name to compare']],
  ])('%j and %j: %j, whichever comes first', (a, b, reasons) => {
    expect(compareNames(a, b).reasons).toEqual(reasons);
    expect(compareNames(b, a).reasons).toEqual(reasons);
  });
});

const piece = fc.constantFrom(
  ...(
    'Jane Q. O’Brien de la Smith-Jones José Jr. III Dr. Esq. , ( ) " & Bob Robert van y V J.D. Trustee Chapter 7 ' +
    'PLLC Law Mary Ann Núñez Weiß - ’ \u200b \u0430 Жанна St. Mc'
  ).split(' '),
);
const nameLike = fc
  .array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ maxLength: 4 })), { maxLength: 8 })
  .map((words) => words.join(' '));
const anything = fc.oneof(nameLike, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('whatever is compared', () => {
  it('the answer is the same both ways round and every time, reasons too', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const answer = compareNames(a, b);
        expect(compareNames(b, a)).toEqual(answer);
        expect(compareNames(a, b)).toEqual(answer);
      }),
      { numRuns: 3000 },
    );
  });

  it('a name is the same as itself, in capitals, in small letters, composed or not', () => {
    fc.assert(
      fc.property(
        nameLike.filter((name) => /\p{L}/u.test(name)),
        (name) => {
          const forms = [name, name.toLowerCase(), name.toUpperCase(), name.normalize('NFD')];
          expect(forms.map((form) => compareNames(name, form))).toEqual(
            forms.map(() => ({ verdict: 'same', reasons: [] })),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('the verdict does not hang on case or composition', () => {
    fc.assert(
      fc.property(nameLike, nameLike, (a, b) => {
        const { verdict } = compareNames(a, b);
        const forms = [a.toLowerCase(), a.toUpperCase(), a.normalize('NFD'), a.normalize('NFC')];
        expect(forms.map((form) => compareNames(form, b).verdict)).toEqual(forms.map(() => verdict));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'a',
    'a ',
    'a,',
    'a-',
    '-',
    ', ',
    "O'",
    '(',
    '“',
    '"a"',
    'Jr. ',
    'van ',
    'Dr. ',
    'Esq. ',
    '1/',
    'y ',
    'standing ',
    '\u0301',
    'a\u0301',
    'é ',
    'И',
    'a;',
    'a '.repeat(50) + '&',
    'P. C. ',
    'law ',
    '[(',
    'chapter 7 trustee ',
  ])('a hundred thousand characters of %j are answered fast', (unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    const began = cpuMs();
    compareNames(long, `${long}Jane Doe`);
    compareNames(`Jane Doe ${long}`, long);
    expect(cpuMs() - began).toBeLessThan(1500);
  });
});
