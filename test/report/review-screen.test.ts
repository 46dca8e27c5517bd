import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { account, courtsOwn, screen } from './screens.ts';
import { cpuMs } from '../support/cpu.ts';

const address = { label: 'Address:', value: '1 Practice Way, Sampleton, MI 49000' };
const alma = account('Alma Q. Example', 'aqexample', 'E-filer', [address]);
const almasPacer = account('EXAMPLE, ALMA Q.', 'alma.example', 'Upgraded PACER Account', [
  address,
  { label: 'Last login', value: '11/20/2026' },
]);
const berta = account('Berta R. Sample', 'berta.sample', 'Firm Account');

describe('the review on a terminal', () => {
  test('two accounts that agree, at 80 columns', () => {
    expect(screen({ cmecf: alma, pacer: almasPacer })).toBe(`
The court shows these two accounts:

              CM/ECF account                  | PACER account
              --------------                  | -------------
  Name        Alma Q. Example                 | EXAMPLE, ALMA Q.
  Login       aqexample                       | alma.example
  Type        E-filer                         | Upgraded PACER Account
  Address     1 Practice Way, Sampleton, MI   | 1 Practice Way, Sampleton, MI
              49000                           | 49000
  Last login  (not shown)                     | 11/20/2026

Verdict: Both accounts bear the same name: “Alma Q. Example”, “EXAMPLE, ALMA
Q.”. Nothing speaks against linking them.
`);
  });

  test('two accounts that agree, at 60 columns', () => {
    expect(screen({ cmecf: alma, pacer: almasPacer, columns: 60 })).toBe(`
The court shows these two accounts:

              CM/ECF account        | PACER account
              --------------        | -------------
  Name        Alma Q. Example       | EXAMPLE, ALMA Q.
  Login       aqexample             | alma.example
  Type        E-filer               | Upgraded PACER
                                    | Account
  Address     1 Practice Way,       | 1 Practice Way,
              Sampleton, MI 49000   | Sampleton, MI 49000
  Last login  (not shown)           | 11/20/2026

Verdict: Both accounts bear the same name: “Alma Q.
Example”, “EXAMPLE, ALMA Q.”. Nothing speaks against linking
them.
`);
  });

  test('two people: what differs is underlined, every warning says what it means and whom to call, and the court’s text follows', () => {
    expect(screen({ cmecf: alma, pacer: berta, columns: 60 })).toBe(`
The court shows these two accounts:

            CM/ECF account         | PACER account
            --------------         | -------------
  Name      Alma Q. Example        | Berta R. Sample
            ^^^^ ^^ ^^^^^^^        | ^^^^^ ^^ ^^^^^^
  Login     aqexample              | berta.sample
  Type      E-filer                | Firm Account
  Address   1 Practice Way,        | (not shown)
            Sampleton, MI 49000    |

Verdict: the names differ. Do not link these accounts unless
you know why. There is one more warning.

Warning: The names differ: CM/ECF “Alma Q. Example”, PACER
  “Berta R. Sample” (surnames differ: “Example”, “Sample”;
  first names differ: “Alma”, “Berta”).
  The two accounts may belong to different people.
  Call the court’s help desk, 616-456-2693.

Warning: The PACER account is described as “firm account”.
  Only an individual’s own account may be linked, never a
  shared one.
  Call the PACER Service Center, 800-676-6856.

The court’s own text:
  | The court’s page.
`);
  });

  test('narrower than 60 columns one account stands below the other', () => {
    expect(screen({ cmecf: alma, pacer: berta, columns: 40 })).toBe(`
The court shows these two accounts:

CM/ECF account
  Name:     Alma Q. Example
            ^^^^ ^^ ^^^^^^^
  Login:    aqexample
  Type:     E-filer
  Address:  1 Practice Way, Sampleton,
            MI 49000

PACER account
  Name:     Berta R. Sample
            ^^^^^ ^^ ^^^^^^
  Login:    berta.sample
  Type:     Firm Account
  Address:  (not shown)

Verdict: the names differ. Do not link
these accounts unless you know why.
There is one more warning.

Warning: The names differ: CM/ECF
  “Alma Q. Example”, PACER “Berta R.
  Sample” (surnames differ: “Example”,
  “Sample”; first names differ: “Alma”,
  “Berta”).
  The two accounts may belong to
  different people.
  Call the court’s help desk,
  616-456-2693.

Warning: The PACER account is
  described as “firm account”.
  Only an individual’s own account may
  be linked, never a shared one.
  Call the PACER Service Center,
  800-676-6856.

The court’s own text:
  | The court’s page.
`);
  });

  test('names that go together show what one of them lacks', () => {
    expect(
      screen({
        cmecf: account('Robert Q. Sample', 'rqs'),
        pacer: account('Bob Sample Jr.', 'bob.sample'),
        columns: 60,
      }),
    ).toBe(`
The court shows these two accounts:

         CM/ECF account           | PACER account
         --------------           | -------------
  Name   Robert Q. Sample         | Bob Sample Jr.
         ^^^^^^ ^^                | ^^^        ^^^
  Login  rqs                      | bob.sample

Verdict: The names go together: “Robert Q. Sample”, “Bob
Sample Jr.” (short forms of one name: “Bob”, “Robert”; one
side lacks the middle name “Q.”; one side lacks Jr.).
Nothing speaks against linking them.
`);
  });

  test('a legacy username is a warning, no more', () => {
    expect(
      screen({
        cmecf: account('Alma Q. Example', 'aqe'),
        pacer: account('Alma Q. Example', 'almaex'),
        columns: 100,
      }),
    ).toBe(`
The court shows these two accounts:

         CM/ECF account                               | PACER account
         --------------                               | -------------
  Name   Alma Q. Example                              | Alma Q. Example
  Login  aqe                                          | almaex

Verdict: Both accounts bear the same name: “Alma Q. Example”. But there is one warning.

Warning: The PACER username “almaex” has six characters, as legacy accounts have.
  A legacy PACER account has to be upgraded first; an upgraded one is fine.
  Call the PACER Service Center, 800-676-6856.

The court’s own text:
  | The court’s page.
`);
  });

  test('another name than expected stops, without a help desk’s number where the court has none', () => {
    expect(
      screen({
        cmecf: account('Alma Q. Example', 'aqe'),
        pacer: account('Alma Q. Example', 'alma.example'),
        expected: { cmecf: 'Berta R. Sample' },
        helpDesk: null,
      }),
    ).toBe(`
The court shows these two accounts:

         CM/ECF account                     | PACER account
         --------------                     | -------------
  Name   Alma Q. Example                    | Alma Q. Example
  Login  aqe                                | alma.example

Verdict: Both accounts bear the same name: “Alma Q. Example”. But there is one
warning.

Stop: Expected the CM/ECF name “Berta R. Sample”; the court shows “Alma Q.
  Example” (surnames differ: “Example”, “Sample”; first names differ: “Alma”,
  “Berta”).
  This may be somebody else’s account.
  Call the court’s help desk.

The court’s own text:
  | The court’s page.
`);
  });

  test('a name that could not be read leaves the court’s text to the person', () => {
    expect(
      screen({
        cmecf: null,
        pacer: almasPacer,
        why: 'two names stand under CM/ECF account',
        columns: 60,
        text: 'CM/ECF account\nAlma Q. Example\nBerta R. Sample\nPACER account\nEXAMPLE, ALMA Q.',
      }),
    ).toBe(`
The court shows these two accounts:

              CM/ECF account        | PACER account
              --------------        | -------------
  Name        (could not be read)   | EXAMPLE, ALMA Q.
  Login       (not shown)           | alma.example
  Type        (not shown)           | Upgraded PACER
                                    | Account
  Address     (not shown)           | 1 Practice Way,
                                    | Sampleton, MI 49000
  Last login  (not shown)           | 11/20/2026

Verdict: not every name could be read (two names stand under
CM/ECF account). Compare them yourself in the court’s own
text below.

Warning: The CM/ECF name could not be read with certainty.
  Only a person can compare the names.
  Call the court’s help desk, 616-456-2693.

The court’s own text:
  | CM/ECF account
  | Alma Q. Example
  | Berta R. Sample
  | PACER account
  | EXAMPLE, ALMA Q.
`);
  });

  test('colour is added to the underlining, not put in its place', () => {
    expect(
      screen({
        cmecf: account('Alma Example', 'a'),
        pacer: account('Alba Example', 'b'),
        columns: 60,
        color: true,
      }),
    ).toBe(`
The court shows these two accounts:

         \u001b[1mCM/ECF account\u001b[22m           | \u001b[1mPACER account\u001b[22m
         --------------           | -------------
  Name   \u001b[33m\u001b[1mAlma\u001b[22m\u001b[39m Example             | \u001b[33m\u001b[1mAlba\u001b[22m\u001b[39m Example
         \u001b[33m\u001b[1m^^^^\u001b[22m\u001b[39m                     | \u001b[33m\u001b[1m^^^^\u001b[22m\u001b[39m
  Login  a                        | b

Verdict: the names differ. Do not link these accounts unless
you know why.

\u001b[33m\u001b[1mWarning:\u001b[22m\u001b[39m The names differ: CM/ECF “Alma Example”, PACER
  “Alba Example” (one letter apart; first names differ:
  “Alba”, “Alma”).
  The two accounts may belong to different people.
  Call the court’s help desk, 616-456-2693.

The court’s own text:
  | The court’s page.
`);
  });
});

describe('the review for a screen reader', () => {
  test('every line says whose it is; no columns, no signs, no colour', () => {
    expect(screen({ cmecf: alma, pacer: berta, accessible: true, color: true })).toBe(`
The court shows these two accounts:

CM/ECF account, name: Alma Q. Example
  Only in this name: Alma Q. Example
CM/ECF account, login: aqexample
CM/ECF account, type: E-filer
CM/ECF account, address: 1 Practice Way, Sampleton, MI 49000
PACER account, name: Berta R. Sample
  Only in this name: Berta R. Sample
PACER account, login: berta.sample
PACER account, type: Firm Account
PACER account, address: (not shown)

Verdict: the names differ. Do not link these accounts unless you know why. There is one more warning.

Warning: The names differ: CM/ECF “Alma Q. Example”, PACER “Berta R. Sample” (surnames differ: “Example”, “Sample”; first names differ: “Alma”, “Berta”).
The two accounts may belong to different people.
Call the court’s help desk, 616-456-2693.

Warning: The PACER account is described as “firm account”.
Only an individual’s own account may be linked, never a shared one.
Call the PACER Service Center, 800-676-6856.

The court’s own text:
The court’s page.
End of the court’s own text.
`);
  });
});

describe('everything that a court could put in a name', () => {
  test('a long name is wrapped, not cut', () => {
    expect(
      screen({
        cmecf: account(`${'Wolfeschlegelsteinhausenbergerdorff'.repeat(2)} Example`, 'w'),
        pacer: account('Wolfe Example', 'b'),
        columns: 60,
      }),
    ).toBe(`
The court shows these two accounts:

         CM/ECF account           | PACER account
         --------------           | -------------
  Name   Wolfeschlegelsteinhausen | Wolfe Example
         ^^^^^^^^^^^^^^^^^^^^^^^^ | ^^^^^
         bergerdorffWolfeschlegel |
         ^^^^^^^^^^^^^^^^^^^^^^^^ |
         steinhausenbergerdorff   |
         ^^^^^^^^^^^^^^^^^^^^^^   |
         Example                  |
  Login  w                        | b

Verdict: the names differ. Do not link these accounts unless
you know why.

Warning: The names differ: CM/ECF
  “WolfeschlegelsteinhausenbergerdorffWolfeschlegelsteinhaus
  enbergerdorff Example”, PACER “Wolfe Example” (first names
  differ:
  “WolfeschlegelsteinhausenbergerdorffWolfeschlegelsteinhaus
  enbergerdorff”, “Wolfe”).
  The two accounts may belong to different people.
  Call the court’s help desk, 616-456-2693.

The court’s own text:
  | The court’s page.
`);
  });

  test('wide letters keep the columns straight', () => {
    expect(
      screen({ cmecf: account('山田 太郎', 'yt'), pacer: account('山田 次郎', 'jiro.yamada'), columns: 60 }),
    ).toBe(`
The court shows these two accounts:

         CM/ECF account           | PACER account
         --------------           | -------------
  Name   山田 太郎                | 山田 次郎
              ^^^^                |      ^^^^
  Login  yt                       | jiro.yamada

Verdict: the names differ. Do not link these accounts unless
you know why.

Warning: The names differ: CM/ECF “山田 太郎”, PACER “山田
  次郎” (one letter apart; surnames differ: “太郎”, “次郎”).
  The two accounts may belong to different people.
  Call the court’s help desk, 616-456-2693.

The court’s own text:
  | The court’s page.
`);
  });

  test('letters from right to left cannot swap the accounts: they stand one below the other', () => {
    expect(
      screen({
        cmecf: account('עלמה דוגמה', 'ad'),
        pacer: account('Alma Example', 'alma.example'),
        columns: 80,
      }),
    ).toBe(`
The court shows these two accounts:

CM/ECF account
  Name:  עלמה דוגמה
         ^^^^ ^^^^^
  Login: ad

PACER account
  Name:  Alma Example
         ^^^^ ^^^^^^^
  Login: alma.example

Verdict: the names differ. Do not link these accounts unless you know why.

Warning: The names differ: CM/ECF “עלמה דוגמה”, PACER “Alma Example” (surnames
  differ: “Example”, “דוגמה”; first names differ: “Alma”, “עלמה”).
  The two accounts may belong to different people.
  Call the court’s help desk, 616-456-2693.

The court’s own text:
  | The court’s page.
`);
  });

  test('escapes, invisible characters, turned directions and piles of accents are spelled out', () => {
    expect(
      screen({
        cmecf: account('Alma\u001b[2J\u001b]0;x\u0007 Example', 'a\u202eb'),
        pacer: account(`Al\u200bma Exam${'\u0301'.repeat(6)}ple`, 'alma.example'),
        columns: 60,
        text: 'Name: \u001b[31mAlma\u202e',
      }),
    ).toBe(`
The court shows these two accounts:

         CM/ECF account           | PACER account
         --------------           | -------------
  Name   Alma⟨U+001B⟩[2J⟨U+001B⟩] | Al⟨U+200B⟩ma
         ^^^^^^^^^^^^^^^^^^^^^^^^ | ^^^^^^^^^^^^
         0;x⟨U+0007⟩ Example      | Exam\u0301\u0301\u0301\u0301⟨U+0301⟩⟨U+0301⟩ple
         ^^^^^^^^^^^ ^^^^^^^      | ^^^^^^^^^^^^^^^^^^^^^^^
  Login  a⟨U+202E⟩b               | alma.example

Verdict: the names differ. Do not link these accounts unless
you know why. There are 2 more warnings.

Warning: The names differ: CM/ECF
  “Alma⟨U+001B⟩[2J⟨U+001B⟩]0;x⟨U+0007⟩ Example”, PACER
  “Al⟨U+200B⟩ma Exam\u0301\u0301\u0301\u0301⟨U+0301⟩⟨U+0301⟩ple” (one holds
  characters that cannot be seen: ⟨U+001B⟩ ⟨U+0007⟩; one
  holds characters that cannot be seen: ⟨U+200B⟩).
  The two accounts may belong to different people.
  Call the court’s help desk, 616-456-2693.

Warning: The CM/ECF name
  “Alma⟨U+001B⟩[2J⟨U+001B⟩]0;x⟨U+0007⟩ Example” holds
  characters that cannot be seen: ⟨U+001B⟩ ⟨U+0007⟩.
  The name is not what it looks like.
  Call the court’s help desk, 616-456-2693.

Warning: The PACER name “Al⟨U+200B⟩ma
  Exam\u0301\u0301\u0301\u0301⟨U+0301⟩⟨U+0301⟩ple” holds characters that cannot be
  seen: ⟨U+200B⟩.
  The name is not what it looks like.
  Call the PACER Service Center, 800-676-6856.

The court’s own text:
  | Name: ⟨U+001B⟩[31mAlma⟨U+202E⟩
`);
  });
});

describe('the court’s own text', () => {
  test('is wrapped between signs that say where it begins and ends', () => {
    expect(
      courtsOwn('  Please compare the two accounts.\n\n\tIf the names do not match, go back.', {
        columns: 30,
      }),
    ).toBe(`The court’s own text:
  | Please compare the two
  | accounts.
  | If the names do not match,
  | go back.`);
  });

  test('says how much of it was too much', () => {
    const lines = courtsOwn('line\n'.repeat(250)).split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([202, '  | (50 more lines)']);
  });
});

test('a name of 100,000 letters and a text of a million are shown in little time', () => {
  const since = cpuMs();
  const long = 'Alma '.repeat(20_000);
  screen({ cmecf: account(long, 'a'), pacer: account('é'.repeat(100_000), 'b'), columns: 60 });
  courtsOwn('word '.repeat(200_000));
  expect(cpuMs() - since).toBeLessThan(4_000);
});

test.each([20, 30, 59, 60, 61, 80, 100, 200])('no line is wider than the terminal: %d columns', (columns) => {
  const shown = screen({
    cmecf: account('Alma Quinn Example-Practice', 'aqexample'.repeat(4), 'E-filer', [address]),
    pacer: account('山田 太郎 LLP', 'alma.example@practice.example', 'Administrative Account'),
    text: 'The court’s own words, of which there are several in one long line that goes on and on.',
    columns,
  });
  expect(shown.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
});

test('the README shows the review as the program draws it', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const drawn = screen({
    cmecf: account('Alma Q. Example', 'aqexample', 'E-filer'),
    pacer: account('Alma Example', 'alma.example', 'Upgraded PACER Account'),
  });
  expect(readme).toContain(drawn.trim());
});
