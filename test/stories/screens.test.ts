import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { answer, openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';
import { scenarioOf, secretsOf } from '../support/story.ts';

type Seat = { court: PracticeCourt; screen: Terminal };

/** A person of a scenario at a terminal, up to the review; secrets come from the environment. */
async function atReview(
  scenario: string | Scenario,
  columns: number,
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<Seat> {
  const person = typeof scenario === 'string' ? scenarioOf(scenario) : scenario;
  const court = await startCourt({ scenario: person });
  const who = ['--pacer-user', person.pacerUser, '--cmecf-login', person.cmecfLogin, ...args];
  const screen = await openTerminal({
    args: ['--court-address', court.address, ...who],
    env: { ...secretsOf(person, court), ...env },
    columns,
    rows: 60,
  });
  onTestFinished(async () => {
    await screen.close();
    await court.close();
  });
  return { court, screen };
}

/** The screen from the accounts on, up to the first question. */
async function review({ screen }: Seat, question: string): Promise<string> {
  const all = await screen.waitFor(question);
  return all.slice(all.indexOf('The court shows these two accounts:'), all.indexOf(question));
}

describe('the review on a real terminal', () => {
  test('of 60 columns stands side by side', async () => {
    const seat = await atReview('success', 60);
    expect(await review(seat, '? Are both names yours?')).toBe(`The court shows these two accounts:

           CM/ECF account          | PACER account
           --------------          | -------------
  Name     Alma Q. Example         | Alma Q. Example
  Login    aqexample               | alma.example
  Type     E-filer                 | Upgraded PACER Account
  Address  1 Practice Way,         | 1 Practice Way,
           Sampleton, MI 49000     | Sampleton, MI 49000

Verdict: Both accounts bear the same name: “Alma Q.
Example”. Nothing speaks against linking them.

`);
  });

  test('of 100 columns warns of two people and shows the court’s text', async () => {
    const seat = await atReview('names-differ', 100);
    const shown = await review(seat, '? Are both names yours?');
    expect(shown).toBe(`The court shows these two accounts:

           CM/ECF account                              | PACER account
           --------------                              | -------------
  Name     Alma Q. Example                             | Berta R. Sample
           ^^^^ ^^ ^^^^^^^                             | ^^^^^ ^^ ^^^^^^
  Login    aqexample                                   | berta.sample
  Type     E-filer                                     | Upgraded PACER Account
  Address  1 Practice Way, Sampleton, MI 49000         | 1 Practice Way, Sampleton, MI 49000

Verdict: the names differ. Do not link these accounts unless you know why.

Warning: The names differ: CM/ECF “Alma Q. Example”, PACER “Berta R. Sample” (surnames differ:
  “Example”, “Sample”; first names differ: “Alma”, “Berta”).
  The two accounts may belong to different people.
  At the real court: call the court’s help desk.

The court’s own text:
  | Practice: nothing on this page is real. It comes from a made-up court on this computer.
  | Link a CM/ECF account to my PACER account
  | Please compare the two accounts. If they belong to the same person, press Submit and they are
  | linked for good; if the names do not match, go back.
  | CM/ECF account PACER account
  | Name: Alma Q. Example Berta R. Sample
  | Login: aqexample berta.sample
  | Account type: E-filer Upgraded PACER Account
  | Address:
  | 1 Practice Way
  | Sampleton, MI 49000
  | 1 Practice Way
  | Sampleton, MI 49000

`);
  });

  test('of 40 columns stands one below the other, and is the same at the end without colour', async () => {
    const seat = await atReview('success', 40, { NO_COLOR: '1' });
    const shown = await review(seat, '? Are both names yours?');
    expect(shown).toContain('CM/ECF account\n  Name:');
    expect(await seat.screen.everything(true)).not.toContain('\u001b');
  });
});

test('names that would clear the screen, colour it, name the window or turn a line around are spelled out', async () => {
  const seat = await atReview(
    {
      ...scenarioOf('success'),
      cmecfName: 'Alma \u202eelpmaxE',
      pacerName:
        '\u001b[2J\u001b[31mAlma\u0007 Example\u001b]0;owned\u0007\u2028? Link them now, for good? (y/N) Yes',
    },
    60,
    { NO_COLOR: '1' },
  );
  await seat.screen.waitFor('? Are both names yours?');
  const shown = await seat.screen.everything();
  expect(shown.slice(shown.indexOf('The court shows these'), shown.indexOf('  Login')))
    .toBe(`The court shows these two accounts:

           CM/ECF account          | PACER account
           --------------          | -------------
  Name     Alma ⟨U+202E⟩elpmaxE    | ⟨U+001B⟩[2J⟨U+001B⟩[31m
           ^^^^ ^^^^^^^^^^^^^^^    | ^^^^^^^^^^^^^^^^^^^^^^^
                                   | Alma⟨U+0007⟩
                                   | ^^^^^^^^^^^^
                                   | Example⟨U+001B⟩]0;owned
                                   | ^^^^^^^^^^^^^^^^^^^^^^^
                                   | ⟨U+0007⟩ ? Link them
                                   | ^^^^^^^^   ^^^^ ^^^^
                                   | now, for good? (y/N)
                                   | ^^^^ ^^^ ^^^^^ ^^^^^
                                   | Yes
                                   | ^^^
`);
  const everything = await seat.screen.everything(true);
  expect([everything.startsWith('This signs in to PACER'), everything.includes('\u001b')]).toEqual([
    true,
    false,
  ]);
  await seat.screen.press('Enter');
  expect(await seat.screen.exitCode()).toBe(3);
  expect([seat.court.finalSubmits(), seat.court.openSessions(), await seat.screen.leftClean()]).toEqual([
    0,
    0,
    true,
  ]);
});

test('a question too long for the terminal is broken between words, asked, refused and answered', async () => {
  const { court, screen } = await atReview('names-differ', 40);
  await answer(screen, '? Are both names yours?', 'y');
  await answer(screen, 'account as the court shows\n  it', 'Alma');
  await screen.waitFor('> That is not the PACER name\n  on the page.');
  await screen.press('C-u');
  await answer(screen, '  it', 'Berta R. Sample');
  await answer(screen, 'anybody? (y/N)', 'y');
  await screen.waitFor('? Link them now');
  await screen.press('C-c');
  expect(await screen.exitCode()).toBe(3);
  const all = await screen.everything();
  expect(all.slice(all.indexOf('✔ Are both'), all.indexOf('\n\nThe run was cancelled')))
    .toBe(`✔ Are both names yours? Yes
✔ Type the name of the PACER
  account as the court shows
  it Berta R. Sample
✔ Is the PACER account your
  own individual one, not
  shared with anybody? Yes
? Link them now, for good? (y/N)`);
  expect([court.finalSubmits(), await screen.leftClean()]).toEqual([0, true]);
});

describe('the whole run for a screen reader', () => {
  test('is plain lines: no columns, no spinner, no colour, every question with its answers', async () => {
    const { court, screen } = await atReview('names-differ', 100, { ACCESSIBLE: '1' });
    await answer(screen, 'Are both names yours? Type y for yes; Enter alone means no:', 'y');
    await answer(screen, 'as the court shows it:', 'Berta R. Sample');
    await answer(screen, 'not shared with anybody? Type y for yes; Enter alone means no:', 'y');
    await answer(screen, 'Link them now, for good? Type y for yes; Enter alone means no:', 'y');
    expect(await screen.exitCode()).toBe(0);
    // With styles: there is not one.
    expect(await screen.everything(true))
      .toBe(`This signs in to PACER, opens a practice court (nothing is real), and sends your old CM/ECF login and password to it.
The court then shows both accounts. You compare the names before anything is linked.
Only if you say so, the accounts are linked: once, and for good.

Opening the court’s sign-on page …
Signing in to PACER …
Sending the one-time passcode …
Opening Utilities …
Opening the link page …
Sending the CM/ECF login to the court …

The court shows these two accounts:

CM/ECF account, name: Alma Q. Example
  Only in this name: Alma Q. Example
CM/ECF account, login: aqexample
CM/ECF account, type: E-filer
CM/ECF account, address: 1 Practice Way, Sampleton, MI 49000
PACER account, name: Berta R. Sample
  Only in this name: Berta R. Sample
PACER account, login: berta.sample
PACER account, type: Upgraded PACER Account
PACER account, address: 1 Practice Way, Sampleton, MI 49000

Verdict: the names differ. Do not link these accounts unless you know why.

Warning: The names differ: CM/ECF “Alma Q. Example”, PACER “Berta R. Sample” (surnames differ: “Example”, “Sample”; first names differ: “Alma”, “Berta”).
The two accounts may belong to different people.
At the real court: call the court’s help desk.

The court’s own text:
Practice: nothing on this page is real. It comes from a made-up court on this computer.
Link a CM/ECF account to my PACER account
Please compare the two accounts. If they belong to the same person, press Submit and they are linked for good; if the names do not match, go back.
CM/ECF account PACER account
Name: Alma Q. Example Berta R. Sample
Login: aqexample berta.sample
Account type: E-filer Upgraded PACER Account
Address:
1 Practice Way
Sampleton, MI 49000
1 Practice Way
Sampleton, MI 49000
End of the court’s own text.

Are both names yours? Type y for yes; Enter alone means no: y
Type the name of the PACER account as the court shows it: Berta R. Sample
Is the PACER account your own individual one, not shared with anybody? Type y for yes; Enter alone means no: y
Link them now, for good? Type y for yes; Enter alone means no: y
Sending the final Submit …
Looking for the filing menus …

The CM/ECF account and the PACER account are linked, for good.

The final Submit was sent once. Proven by the new filing menus.

What to do next:
At the real court this would be said (here there is nothing to do):
From now on sign in with the PACER username and password alone; the old CM/ECF login no longer works.

Practice leaves no receipt, unless --receipt FILE asks for one; a real link leaves one.
PRACTICE: none of this is real. Call nobody about it.`);
    expect([court.finalSubmits(), await screen.leftClean()]).toEqual([1, true]);
  });
});

test('what is told in prose is broken between words at the terminal’s width', async () => {
  const court = await startCourt({ scenario: scenarioOf('success') });
  const screen = await openTerminal({
    args: ['--court-address', court.address],
    columns: 60,
    rows: 40,
  });
  onTestFinished(async () => {
    await screen.close();
    await court.close();
  });
  await screen.waitFor('? PACER username');
  await screen.press('C-c');
  await screen.exitCode();
  expect(await screen.everything()).toBe(`This signs in to PACER, opens a practice court (nothing is
real), and sends your old CM/ECF login and password to it.
The court then shows both accounts. You compare the names
before anything is linked.
Only if you say so, the accounts are linked: once, and for
good.

✔ Opening the court’s sign-on page
? PACER username

The run was cancelled at a question (Ctrl-C, or the end of
its input).

The final Submit was not sent. Nothing was linked by this
run.

What to do next:
Nothing has changed at the court. Run miwb-link again
whenever you like.

PRACTICE: none of this is real. Call nobody about it.`);
});
