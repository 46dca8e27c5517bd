import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReview } from '../../src/court/review.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';
import { layouts, pageOf, type Shown, type Style } from './review-layouts.ts';

const url = 'https://ecf.miwb.uscourts.gov/cgi-bin/LinkAccount.pl?1-L_1_0-1';
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const headings = [
  ['CM/ECF account', 'PACER account'],
  ['CM/ECF Account Information', 'PACER Account Information'],
  ['Your old CM/ECF account', 'Your PACER account'],
  ['E-Filer Account', 'Upgraded PACER Account'],
  ['CM/ECF', 'PACER'],
  ['1. CM/ECF e-filing account:', '2. Individual PACER account:'],
] as const;
const names = ['Name', 'Full name', 'Account holder'];
const logins = ['Login', 'Username', 'User ID'];
const extras: (readonly [string, string])[][] = [
  [],
  [['Account type', 'Individual']],
  [
    ['Firm', 'Doe & Roe PLLC'],
    ['E-mail', 'filer@example.com'],
  ],
  [
    ['Address', '12 Sample Street, Sampleton, MI 49000'],
    ['Phone', '616-555-0100'],
  ],
];
const around = [
  { intro: '', outro: '' },
  {
    intro:
      "<p>This utility links your PACER account with your e-filer account in this court. Press Submit to link the accounts (or go back if the names don't match).</p>",
    outro: '<p>From then on the CM/ECF login no longer works: use the PACER login.</p>',
  },
  {
    intro:
      '<h1>Link a CM/ECF account to my PACER account</h1><p>Clerk of the Court: Mary Clerk. Questions? Call John Helper, 616-555-0199.</p>',
    outro:
      '<h1>Help</h1><p>Name: John Helper</p><p>The individual PACER account must be listed, not a shared firm account.</p>',
  },
];

// More of them by hand: FC_TIMES=20.
const runs = (number: number): number => number * Number(process.env['FC_TIMES'] ?? 1);

type Person = { name: string; login: string };
type Mixture = {
  layout: string;
  words: readonly [string, string];
  name: string;
  login: string;
  extra: (readonly [string, string])[];
  nameLast: boolean;
  pacerFirst: boolean;
  around: { intro: string; outro: string };
  style: Style;
};

function read(mixture: Mixture, cmecf: Person, pacer: Person) {
  const shown = (heading: string, short: string, person: Person): Shown => {
    const own: (readonly [string, string])[] = [
      [mixture.name, person.name],
      [mixture.login, person.login],
    ];
    const rows = mixture.nameLast ? [...mixture.extra, ...own.toReversed()] : [...own, ...mixture.extra];
    return { heading, short, rows: rows.map(([label, value]) => [label, escape(value)] as const) };
  };
  const both = [shown(mixture.words[0], 'CM/ECF', cmecf), shown(mixture.words[1], 'PACER', pacer)] as const;
  const [first, second] = mixture.pacerFirst ? [both[1], both[0]] : both;
  const body = layouts[mixture.layout]?.(first, second, mixture.style) ?? '';
  const html = pageOf(body, mixture.style, mixture.around);
  return { html, review: readReview(readParts(parseDocument(html, { url }))) };
}

const mixtures: fc.Arbitrary<Mixture> = fc.record({
  layout: fc.constantFrom(...Object.keys(layouts)),
  words: fc.constantFrom(...headings),
  name: fc.constantFrom(...names),
  login: fc.constantFrom(...logins),
  extra: fc.constantFrom(...extras),
  nameLast: fc.boolean(),
  pacerFirst: fc.boolean(),
  around: fc.constantFrom(...around),
  style: fc.record({
    bold: fc.boolean(),
    colon: fc.boolean(),
    upper: fc.boolean(),
    unclosed: fc.boolean(),
    space: fc.boolean(),
  }),
});

const ordinary: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(
    'Jane Q. Doe',
    'DOE, JANE Q.',
    'José Núñez',
    'John Smith-Jones Jr.',
    'Mary Ann Roe, Chapter 7 Trustee',
    'Doe Law PLLC',
    'Xiaoping Zhao',
    "O'Brien, Pat",
  ),
  login: fc.constantFrom('jdoe', 'janeqdoe', 'j.doe@example', 'first1'),
});
const awkward: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(
    'Jane Street',
    'John Pacer',
    'Pacer, John',
    'Mary Court',
    'Login Name',
    'Name',
    'E. Filer',
    'CM/ECF Doe',
    'Jane Doe: Login',
    'Doe - Login',
    'Account Holder',
    'Jane (Jo) Doe',
    'Jane Doe (jdoe2)',
    'Jane Doe / jdoe2',
    'PACER account',
    'CM/ECF account',
    '',
    'N/A',
    'Address',
    'Jane, Login: x',
    'Jane Doe <b>Roe',
    'Jane\u202eDoe',
    'Type Law',
    '1234567',
    'Not Available',
  ),
  login: fc.constantFrom(
    'jdoe',
    'name',
    'pacer',
    'login',
    'PACER',
    'cm/ecf',
    'Jane',
    '',
    'N/A',
    'type:',
    'first last',
  ),
});

describe('mixtures of layouts, words and habits', () => {
  it('are read right, whoever stands first and whatever stands around them', () => {
    fc.assert(
      fc.property(mixtures, ordinary, ordinary, (mixture, cmecf, pacer) => {
        const { review } = read(mixture, cmecf, pacer);
        const { cmecf: one, pacer: other } = review;
        expect({
          why: review.why,
          cmecf: { name: one?.name, login: one?.login },
          pacer: { name: other?.name, login: other?.login },
        }).toEqual({ why: null, cmecf, pacer });
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(Object.keys(layouts))('every layout is read with every pair of headings: %s', (layout) => {
    const style = { bold: false, colon: true, upper: false, unclosed: false, space: false };
    const [cmecf, pacer] = [
      { name: 'Jane Q. Doe', login: 'jdoe' },
      { name: 'John Roe', login: 'johnroe1' },
    ];
    for (const words of headings) {
      const mixture = {
        layout,
        words,
        name: 'Name',
        login: 'Login',
        extra: [],
        nameLast: false,
        pacerFirst: false,
        around: { intro: '', outro: '' },
        style,
      };
      const { review } = read(mixture, cmecf, pacer);
      expect([review.why, review.cmecf?.name, review.pacer?.name]).toEqual([null, cmecf.name, pacer.name]);
    }
  });

  it('are read right or not at all where names and logins look like something else: never wrong, never exchanged', () => {
    fc.assert(
      fc.property(mixtures, fc.oneof(ordinary, awkward), awkward, fc.boolean(), (mixture, a, b, swapped) => {
        const [cmecf, pacer] = swapped ? [b, a] : [a, b];
        const { review } = read(mixture, cmecf, pacer);
        expect([cmecf.name, baseOf(cmecf.name), null, undefined]).toContain(review.cmecf?.name);
        expect([pacer.name, baseOf(pacer.name), null, undefined]).toContain(review.pacer?.name);
        expect([cmecf.login, 'jdoe2', 'x', null, undefined]).toContain(review.cmecf?.login);
        expect([pacer.login, 'jdoe2', 'x', null, undefined]).toContain(review.pacer?.login);
      }),
      { numRuns: runs(900) },
    );
  });
});

// Names that say a login beside: what is left without it.
function baseOf(name: string): string | null {
  if (/ [(/] ?jdoe2/u.test(name)) return 'Jane Doe';
  return name === 'Jane, Login: x' ? 'Jane' : null;
}
