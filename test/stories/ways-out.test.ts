import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { poll } from '../support/poll.ts';
import { answer, openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';
import { scenarioOf } from '../support/story.ts';

const alma = scenarioOf('success');

type Seat = { court: PracticeCourt; screen: Terminal };

async function sitDown(
  how: { scenario?: string; delayMs?: number; env?: Record<string, string> } = {},
): Promise<Seat> {
  const court = await startCourt({
    scenario: scenarioOf(how.scenario ?? 'success'),
    delayMs: how.delayMs ?? 0,
  });
  const args = ['--court-address', court.address];
  const screen = await openTerminal({ args, columns: 90, rows: 60, env: how.env ?? {} });
  onTestFinished(async () => {
    await screen.close();
    await court.close();
  });
  return { court, screen };
}

type Prompt = { question: string; type: (court: PracticeCourt) => string };
const prompts: Prompt[] = [
  { question: 'PACER username', type: () => alma.pacerUser },
  { question: 'PACER password', type: () => alma.pacerPassword },
  { question: 'One-time passcode', type: (court) => court.passcode() },
  { question: 'Old CM/ECF login', type: () => alma.cmecfLogin },
  { question: 'Old CM/ECF password', type: () => alma.cmecfPassword },
  { question: 'Are both names yours?', type: () => 'y' },
  { question: 'individual one', type: () => 'y' },
  { question: 'Link them now, for good?', type: () => 'y' },
];

/** Answers every prompt before `question`, and waits for that one. */
async function upTo({ court, screen }: Seat, question: string): Promise<void> {
  for (const prompt of prompts) {
    await screen.waitFor(prompt.question, 20_000);
    if (prompt.question === question) return;
    await answer(screen, prompt.question, prompt.type(court));
  }
}

async function leftBehind({ court, screen }: Seat): Promise<object> {
  const code = await screen.exitCode(20_000);
  const all = await screen.everything();
  return {
    code,
    // A narrow terminal breaks the line.
    saysNothingSent: all
      .replace(/\s+/g, ' ')
      .includes('The final Submit was not sent. Nothing was linked by this run.'),
    finalSubmits: court.finalSubmits(),
    openSessions: court.openSessions(),
    clean: await screen.leftClean(),
  };
}

const nothing = { saysNothingSent: true, finalSubmits: 0, openSessions: 0, clean: true };

describe('a way out at every question', () => {
  test.each(prompts.map(({ question }) => question))('Ctrl-C at "%s"', async (question) => {
    const seat = await sitDown();
    await upTo(seat, question);
    await seat.screen.press('C-c');
    expect(await leftBehind(seat)).toEqual({ code: 3, ...nothing });
  });

  test.each(prompts.map(({ question }) => question))('end of input at "%s"', async (question) => {
    const seat = await sitDown();
    await upTo(seat, question);
    await seat.screen.press('C-d');
    expect(await leftBehind(seat)).toEqual({ code: 3, ...nothing });
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s at the last question', async (signal, code) => {
    const seat = await sitDown();
    await upTo(seat, 'Link them now, for good?');
    process.kill(await seat.screen.pid(), signal);
    expect(await leftBehind(seat)).toEqual({ code, ...nothing });
  });
});

describe('a way out during every request', () => {
  test.each(['login.pl', 'sign-on-page', 'sign-on', 'passcode', 'utilities', 'link-page', 'link-form'])(
    'Ctrl-C while the answer of %s is awaited',
    async (kind) => {
      const seat = await sitDown({ delayMs: 900 });
      const reached = (): boolean => seat.court.log.some((entry) => entry.kind === kind);
      for (const prompt of prompts) {
        const asked = (async (): Promise<boolean> => {
          while (!reached() && !(await seat.screen.screen()).includes(prompt.question)) await sleep(20);
          return !reached();
        })();
        if (!(await asked)) break;
        await answer(seat.screen, prompt.question, prompt.type(seat.court));
      }
      await seat.screen.press('C-c');
      expect(await leftBehind(seat)).toEqual({ code: 130, ...nothing });
    },
  );

  test('a second Ctrl-C ends at once, and says that the session may still be open', async () => {
    const seat = await sitDown({ delayMs: 3000 });
    await upTo(seat, 'PACER password');
    await answer(seat.screen, 'PACER password', alma.pacerPassword);
    await seat.screen.waitFor('Signing in to PACER');
    await seat.screen.press('C-c');
    await seat.screen.waitFor('Stopping.');
    await seat.screen.press('C-c');
    expect(await seat.screen.exitCode()).toBe(130);
    expect(await seat.screen.everything()).toMatch(/The session may still\s+be\s+open\s+at\s+the\s+court\./);
    expect([seat.court.finalSubmits(), await seat.screen.leftClean()]).toEqual([0, true]);
  });

  test('Ctrl-C after the last answer does not call the final Submit back, and the outcome is told', async () => {
    const seat = await sitDown({ delayMs: 1200 });
    await upTo(seat, 'Link them now, for good?');
    await seat.screen.type('y');
    await seat.screen.press('Enter');
    await poll(
      () => (seat.court.finalSubmits() > 0 ? true : null),
      10_000,
      () => 'no final Submit came',
    );
    await seat.screen.press('C-c');
    expect(await seat.screen.exitCode(30_000)).toBe(0);
    const all = await seat.screen.everything();
    expect(all).toContain('cannot be called back');
    expect(all).toContain('Proven by the new filing menus.');
    expect([seat.court.finalSubmits(), seat.court.openSessions()]).toEqual([1, 0]);
  });

  test('a second one cuts the run off: nobody knows the outcome, and at a practice court nobody is to be called', async () => {
    const seat = await sitDown({ delayMs: 3000 });
    await upTo(seat, 'Link them now, for good?');
    await answer(seat.screen, 'Link them now, for good?', 'y');
    await seat.screen.waitFor('Sending the final Submit');
    await seat.screen.press('C-c');
    await seat.screen.waitFor('cannot be called back');
    await seat.screen.press('C-c');
    expect(await seat.screen.exitCode()).toBe(8);
    const all = await seat.screen.everything();
    expect(all).toMatch(/Cut off after the final Submit\./);
    expect(all).toMatch(/PRACTICE: none of this is real\. Call\s+nobody about it\./);
    expect(seat.court.finalSubmits()).toBe(1);
  });
});

describe('what else happens at a terminal', () => {
  test('keys typed while a spinner runs do not answer the next question', async () => {
    const seat = await sitDown({ delayMs: 1500 });
    await upTo(seat, 'Old CM/ECF password');
    await seat.screen.type(alma.cmecfPassword);
    await seat.screen.press('Enter');
    await seat.screen.waitFor('Sending the CM/ECF login');
    await seat.screen.type('y');
    await seat.screen.press('Enter', 'y', 'Enter', 'y', 'Enter');
    await seat.screen.waitFor('Are both names yours?');
    await sleep(500);
    expect(await seat.screen.screen()).not.toContain('individual one');
    await seat.screen.press('C-c');
    expect(await leftBehind(seat)).toEqual({ code: 3, ...nothing });
  });

  test('a resize in the middle of a question leaves the question standing', async () => {
    const seat = await sitDown();
    await upTo(seat, 'Are both names yours?');
    await seat.screen.resize(60, 40);
    await seat.screen.waitFor(/Are both names\s+yours\? \(y\/N\)/);
    await seat.screen.press('Enter');
    expect(await leftBehind(seat)).toEqual({ code: 3, ...nothing });
  });

  test('a session that ends while the person thinks is signed in anew, and the review asked anew', async () => {
    const seat = await sitDown({ scenario: 'expired-while-thinking' });
    await upTo(seat, 'Link them now, for good?');
    await sleep(2200);
    await seat.screen.type('y');
    await seat.screen.press('Enter');
    await seat.screen.waitFor(/Nothing was submitted;\s+signing\s+in\s+again\./);
    await seat.screen.waitFor(/One-time passcode[\s\S]*One-time passcode/);
    expect(seat.court.finalSubmits()).toBe(0);
    await seat.screen.type(seat.court.passcode(1));
    await seat.screen.press('Enter');
    await seat.screen.waitFor(/Are both names yours\?[\s\S]*Are both names yours\?/);
    await seat.screen.press('Enter');
    expect(await leftBehind(seat)).toEqual({ code: 3, ...nothing });
  });

  test('ACCESSIBLE=1 gives plain lines: no spinner, nothing drawn over', async () => {
    const seat = await sitDown({ env: { ACCESSIBLE: '1' } });
    await upTo(seat, 'PACER password');
    const all = await seat.screen.everything(true);
    expect(all).toContain('Opening the court’s sign-on page …');
    expect(all).not.toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/);
  });
});
