import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { answer, openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';
import { leaksOf } from '../support/secret-search.ts';
import { scenarioOf, secretsOf } from '../support/story.ts';

const alma = scenarioOf('success');

async function sitDown(
  scenario = 'success',
  args: string[] = [],
): Promise<{ court: PracticeCourt; screen: Terminal }> {
  const court = await startCourt({ scenario: scenarioOf(scenario) });
  const screen = await openTerminal({
    args: ['--court-address', court.address, ...args],
    columns: 90,
    rows: 60,
  });
  onTestFinished(async () => {
    await screen.close();
    await court.close();
  });
  return { court, screen };
}

async function signOnAndGiveTheOldLogin(screen: Terminal, court: PracticeCourt): Promise<void> {
  await answer(screen, 'PACER username', alma.pacerUser);
  await answer(screen, 'PACER password', alma.pacerPassword);
  await answer(screen, 'One-time passcode', court.passcode());
  await answer(screen, 'Old CM/ECF login', alma.cmecfLogin);
  await answer(screen, 'Old CM/ECF password', alma.cmecfPassword);
}

async function upToTheReview(screen: Terminal, court: PracticeCourt): Promise<void> {
  await signOnAndGiveTheOldLogin(screen, court);
  await screen.waitFor('Are both names yours?');
}

describe('a filer at a terminal', () => {
  test('is told what will happen, sees both accounts, says yes three times, and is linked', async () => {
    const { court, screen } = await sitDown();
    await upToTheReview(screen, court);
    await answer(screen, 'Are both names yours?', 'y');
    await answer(screen, 'individual one', 'y');
    await answer(screen, 'Link them now, for good?', 'y');
    expect(await screen.exitCode()).toBe(0);
    const all = await screen.everything();
    for (const words of [
      'once, and for good',
      alma.cmecfName,
      'linked, for good',
      'Proven by the new filing menus',
    ]) {
      expect(all).toContain(words);
    }
    expect(leaksOf(Object.values(secretsOf(alma, court)), [{ where: 'screen', text: all }])).toEqual([]);
    expect([court.finalSubmits(), court.links().length, court.openSessions()]).toEqual([1, 1, 0]);
    expect(await screen.leftClean()).toBe(true);
  });

  test('with no individual PACER account is told where to get one, and nobody to call in practice', async () => {
    const { court, screen } = await sitDown();
    await upToTheReview(screen, court);
    await answer(screen, 'Are both names yours?', 'y');
    await answer(screen, 'individual one', 'n');
    expect(await screen.exitCode()).toBe(3);
    const all = (await screen.everything()).replace(/\s+/g, ' ');
    expect(all).toContain(
      'At the real court this would be said (here there is nothing to do): Nothing has changed at the court. ' +
        'Run miwb-link again whenever you like. Only your own individual PACER account can be linked. Whoever has none ' +
        'registers one at https://pacer.uscourts.gov, or calls the PACER Service Center.',
    );
    expect(all).not.toMatch(/\d{3}-\d{3}-\d{4}/);
  });

  test('whose passcode is refused reads that first, then what to look at', async () => {
    const { screen } = await sitDown();
    await answer(screen, 'PACER username', alma.pacerUser);
    await answer(screen, 'PACER password', alma.pacerPassword);
    await answer(screen, 'One-time passcode', '000000');
    expect(await screen.waitFor(/Refused[\s\S]*\? One-time passcode/)).toContain(`
Refused, in the site’s words: Invalid username, password, or one-time passcode
Each code works once. Wait for the next one in the app; repeated failures lock the
account.
This computer’s clock agrees with the server’s.
? One-time passcode`);
  });

  test('whose old password is refused reads the words that refuse it, not the page', async () => {
    const { court, screen } = await sitDown('refused-wrong');
    await signOnAndGiveTheOldLogin(screen, court);
    const all = await screen.waitFor('Refused');
    expect(all).toContain(
      '\nRefused, in the site’s words: The login or password you entered is not correct.\nThis is the last try',
    );
  });

  test.each([
    ['Are both names yours?', []],
    ['individual one', ['Are both names yours?']],
    ['Link them now, for good?', ['Are both names yours?', 'individual one']],
  ])('who only presses Enter at "%s" links nothing', async (question, before) => {
    const { court, screen } = await sitDown();
    await upToTheReview(screen, court);
    for (const earlier of before) await answer(screen, earlier, 'y');
    await answer(screen, question, '');
    expect(await screen.exitCode()).toBe(3);
    expect(await screen.everything()).toContain(
      'The final Submit was not sent. Nothing was linked by this run.',
    );
    expect([court.finalSubmits(), court.openSessions()]).toEqual([0, 0]);
  });

  test.each([['status'], ['credentials', 'save', '--pacer-user', 'alma.example']])(
    'is not left typing a password for all to see by --secrets-stdin: %s',
    async (...words) => {
      const screen = await openTerminal({ args: [...words, '--secrets-stdin'], columns: 200 });
      onTestFinished(() => screen.close());
      expect(await screen.exitCode()).toBe(2);
      expect(await screen.everything()).toContain('standard input is a terminal');
    },
  );

  test('sees the same in a dry run and is asked nothing at the review', async () => {
    const { court, screen } = await sitDown('success', ['--dry-run']);
    await signOnAndGiveTheOldLogin(screen, court);
    expect(await screen.exitCode()).toBe(0);
    expect(await screen.everything()).toMatch(/Nothing was\s+submitted/);
    expect([court.finalSubmits(), court.openSessions()]).toEqual([0, 0]);
  });

  test('mistypes the PACER password once, is told of lock-outs, and goes on', async () => {
    const { court, screen } = await sitDown();
    await answer(screen, 'PACER username', alma.pacerUser);
    await answer(screen, 'PACER password', 'Not-The-Password-1');
    await screen.waitFor('last try of this run');
    await answer(screen, /PACER username[\s\S]*PACER username/, '');
    await answer(screen, /PACER password[\s\S]*PACER password/, alma.pacerPassword);
    await screen.waitFor('One-time passcode');
    await screen.press('C-c');
    expect(await screen.exitCode()).toBe(3);
    expect(court.finalSubmits()).toBe(0);
    expect(await screen.leftClean()).toBe(true);
  });
});
