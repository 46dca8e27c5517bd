import { describe, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { LogEntry } from '../../src/practice/court.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import { scenarioOf, scriptedOptions, secretsOf } from '../support/story.ts';
import { walkInBrowser } from './browser.ts';
import { compared, headerNames } from './requests.ts';

/** The program's walk of a scenario, as its court saw it. */
async function programWalk(id: string): Promise<LogEntry[]> {
  const scenario = scenarioOf(id);
  const court = await startCourt({ scenario: scenarioOf(id) });
  const home = await makeHome();
  try {
    const options = Object.entries(scriptedOptions(scenario, court.address, false));
    const run = await runProgram({
      args: [
        'link',
        '--json',
        '--attest-individual',
        '--acknowledge-redaction',
        ...options.flatMap(([name, value]) => (value === null ? [] : [name, value])),
      ],
      home: home.path,
      env: secretsOf(scenario, court),
    });
    expect(run.code, run.stderr).toBe(0);
    return court.log;
  } finally {
    await court.close();
    await home.remove();
  }
}

/** A person's walk of the same scenario in Chromium, as its court saw it. */
async function browserWalk(id: string): Promise<LogEntry[]> {
  const court = await startCourt({ scenario: scenarioOf(id) });
  try {
    await walkInBrowser(court, scenarioOf(id));
    expect(court.links().length).toBe(1);
    return court.log;
  } finally {
    await court.close();
  }
}

describe('the court sees the same requests from the program as from a person’s browser', () => {
  test.each([
    'success',
    'redaction-dialog',
    'redaction-two-steps',
    'redaction-plain',
    'redaction-jakarta',
    'success-odd-characters',
  ])(
    '%s',
    async (id) => {
      expect(compared(await programWalk(id))).toEqual(compared(await browserWalk(id)));
    },
    60_000,
  );
});

test('what else a browser says of itself, and the program does not: fixtures/NOTES.md has the reasons', async () => {
  const ours = headerNames(await programWalk('redaction-dialog'));
  const theirs = headerNames(await browserWalk('redaction-dialog'));
  expect(theirs.filter((name) => !ours.includes(name))).toEqual([
    'cache-control',
    'sec-ch-ua',
    'sec-ch-ua-mobile',
    'sec-ch-ua-platform',
    'sec-fetch-dest',
    'sec-fetch-mode',
    'sec-fetch-site',
    'sec-fetch-user',
    'upgrade-insecure-requests',
  ]);
  expect(ours.filter((name) => !theirs.includes(name))).toEqual([]);
}, 60_000);
