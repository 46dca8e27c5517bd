import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { LogEntry, PracticeCourt } from '../../src/practice/court.ts';
import { makeAuthority } from '../support/certificates.ts';
import type { Pair } from '../support/certificates.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import { scenarioOf, scriptedArgs, secretsOf } from '../support/story.ts';
import { openTerminal } from '../support/terminal.ts';
import { walkInBrowser } from './browser.ts';
import { compared, headersApart } from './requests.ts';

async function courtOf(id: string, tls?: Pair): Promise<PracticeCourt> {
  const court = await startCourt({ scenario: scenarioOf(id), ...(tls === undefined ? {} : { tls }) });
  onTestFinished(() => court.close());
  return court;
}

/** The program's walk of a scenario, as its court saw it; `authority` vouches for the court where it has a key. */
async function programWalk(id: string, tls?: Pair, authority?: string): Promise<LogEntry[]> {
  const scenario = scenarioOf(id);
  const court = await courtOf(id, tls);
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const caFile = join(home.path, 'ca.pem');
  if (authority !== undefined) await writeFile(caFile, authority);
  const trusted = { '--ca-file': authority === undefined ? null : caFile };
  const run = await runProgram({
    args: ['link', '--json', ...scriptedArgs(scenario, court.address, trusted)],
    home: home.path,
    env: secretsOf(scenario, court),
  });
  expect(run.code, run.stderr).toBe(0);
  return court.log;
}

/** The walk of somebody who sits at the program and says yes to everything. */
async function personsWalk(id: string): Promise<LogEntry[]> {
  const scenario = scenarioOf(id);
  const court = await courtOf(id);
  const screen = await openTerminal({
    args: ['--court-address', court.address, '--pacer-user', scenario.pacerUser],
    columns: 100,
    rows: 60,
  });
  onTestFinished(() => screen.close());
  const typed: [question: string, text: string][] = [
    ['PACER password', scenario.pacerPassword],
    ['One-time passcode', court.passcode()],
    ['redaction', 'y'],
    ['Skip the update this time?', 'y'],
    ['Old CM/ECF login', scenario.cmecfLogin],
    ['Old CM/ECF password', scenario.cmecfPassword],
    ['Are both names yours?', 'y'],
    ['not shared with anybody?', 'y'],
    ['Link them now, for good?', 'y'],
  ];
  for (const [question, text] of typed) {
    await screen.waitFor(new RegExp(`^\\? .*${question.replace('?', '\\?')}`, 'm'));
    await screen.type(text);
    await screen.press('Enter');
  }
  expect(await screen.exitCode()).toBe(0);
  return court.log;
}

/** A person's walk of the same scenario in Chromium, as its court saw it. */
async function browserWalk(id: string, tls?: Pair): Promise<LogEntry[]> {
  const court = await courtOf(id, tls);
  await walkInBrowser(court, scenarioOf(id), tls === undefined ? {} : { cert: tls.cert });
  expect(court.links().length).toBe(1);
  return court.log;
}

describe('the court sees the same requests from the program as from a person’s browser', () => {
  test.each([
    'success',
    'redaction-dialog',
    'redaction-first',
    'redaction-shown',
    'redaction-two-steps',
    'redaction-page',
    'redaction-plain',
    'redaction-jakarta',
    'acknowledge-ok',
    'acknowledge-continue',
    'success-odd-characters',
  ])(
    '%s',
    async (id) => {
      expect(compared(await programWalk(id))).toEqual(compared(await browserWalk(id)));
    },
    60_000,
  );

  test('every notice, one after the other, answered by a person at the program', async () => {
    expect(compared(await personsWalk('every-notice'))).toEqual(compared(await browserWalk('every-notice')));
  }, 60_000);

  test('over TLS', async () => {
    const authority = makeAuthority();
    const pair = authority.issue(['ecf.miwb.practice.localhost', 'login.practice.localhost']);
    const ours = compared(await programWalk('redaction-dialog', pair, authority.caPem));
    expect(ours).toEqual(compared(await browserWalk('redaction-dialog', pair)));
    expect(new Set(ours.map(({ origin }) => origin?.split(':')[0] ?? null))).toEqual(
      new Set([null, 'https']),
    );
  }, 60_000);
});

test('what else a browser says of itself, and the program does not: fixtures/NOTES.md has the reasons', async () => {
  const [ours, theirs] = [await programWalk('redaction-dialog'), await browserWalk('redaction-dialog')];
  expect(headersApart(ours, theirs)).toEqual({
    onlyOurs: [],
    onlyTheirs: [
      'cache-control',
      'sec-ch-ua',
      'sec-ch-ua-mobile',
      'sec-ch-ua-platform',
      'sec-fetch-dest',
      'sec-fetch-mode',
      'sec-fetch-site',
      'sec-fetch-user',
      'upgrade-insecure-requests',
    ],
    otherValues: ['accept', 'accept-encoding', 'connection', 'user-agent'],
  });
}, 60_000);
