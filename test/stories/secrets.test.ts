import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { bertil } from '../../src/practice/scenarios/people.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { filesIn, leaksOf } from '../support/secret-search.ts';
import { scenarioOf, scriptedOptions } from '../support/story.ts';

type Given = { args?: string[]; env?: Record<string, string>; stdin?: boolean };
type Ran = Ended & { leaks: string[]; court: PracticeCourt };

/** Somebody whose every word is hard to carry, at that scenario's court. */
const hard = (id: string): Scenario => {
  const { traits } = scenarioOf(id);
  return { ...scenarioOf(id), ...bertil, traits };
};

async function run(id: string, given: Given = {}): Promise<Ran> {
  const scenario = hard(id);
  const court = await startCourt({ scenario });
  const home = await makeHome();
  try {
    return await runAt(court, home.path, scenario, given);
  } finally {
    await court.close();
    await home.remove();
  }
}

async function runAt(
  court: PracticeCourt,
  home: string,
  scenario: Scenario,
  { args = [], env = {}, stdin = false }: Given,
): Promise<Ran> {
  const secrets = {
    pacerPassword: scenario.pacerPassword,
    passcode: court.passcode(),
    cmecfPassword: scenario.cmecfPassword,
  };
  const options = Object.entries(scriptedOptions(scenario, court.address, false));
  const ended = await runProgram({
    args: [
      'link',
      '--verbose',
      '--attest-individual',
      '--acknowledge-redaction',
      '--receipt',
      'r.txt',
      ...options.flatMap(([name, value]) => (value === null ? [] : [name, value])),
      ...args,
      ...(stdin ? ['--secrets-stdin'] : []),
    ],
    ...(stdin ? { input: JSON.stringify(secrets) } : {}),
    home,
    env: {
      ...env,
      ...(stdin
        ? {}
        : {
            MIWB_LINK_PRACTICE_PACER_PASSWORD: secrets.pacerPassword,
            MIWB_LINK_PRACTICE_PASSCODE: secrets.passcode,
            MIWB_LINK_PRACTICE_CMECF_PASSWORD: secrets.cmecfPassword,
          }),
    },
    timeoutMs: 60_000,
  });
  const said = [
    { where: 'stdout', text: ended.stdout },
    { where: 'stderr', text: ended.stderr },
    ...(await filesIn(home)),
    ...court.log.map(({ kind, path, query, headers }) => ({
      where: `address or header of ${kind}`,
      text: `${path}?${query} ${JSON.stringify(headers)}`,
    })),
  ];
  const tokens = court.log.flatMap(({ headers }) => (headers['cookie'] ?? '').split('; '));
  const cookies = [...new Set(tokens.map((pair) => pair.slice(pair.indexOf('=') + 1)))].filter(
    (value) => value.length > 20,
  );
  const outside = said.filter(({ where }) => !where.startsWith('address'));
  const leaks = [...leaksOf(Object.values(secrets), said), ...leaksOf(cookies, outside)];
  return { ...ended, leaks, court };
}

const debug = { NODE_DEBUG: 'http,https,net,undici,tls,timer,fetch,http2,fs,module,esm,url' };

const scenarios = [
  'success',
  'redaction-dialog',
  'wrong-pacer-password',
  'wrong-cmecf-password',
  'wrong-passcode',
  'submit-refused',
  'answer-lost',
  'unrecognised-before',
  'sign-on-faces-error',
  'attack-redirect-link-form',
  'attack-307-evil-sign-on',
  'attack-form-nested',
  'strange-form-get',
  'strange-deep-link-form',
];

describe.concurrent('no secret is told', () => {
  test.each(scenarios)('by %s, told at length and with Node telling all it does', async (id) => {
    const { leaks, stderr } = await run(id, { env: debug });
    expect(leaks).toEqual([]);
    expect(stderr).toContain('NET ');
  });

  test.each(['success', 'wrong-pacer-password'])('by %s from standard input', async (id) => {
    const { leaks, court } = await run(id, { env: debug, stdin: true });
    expect([leaks, court.log.length > 2]).toEqual([[], true]);
  });
});

describe('Node told to print what passes through it', () => {
  test.each(['stream', 'child_process', '*', 'net,STREAM'])(
    'NODE_DEBUG=%s: ends the run with code 2 before a secret is read or a request sent',
    async (value) => {
      const { code, stderr, leaks, court } = await run('success', {
        env: { NODE_DEBUG: value },
        stdin: true,
      });
      expect([code, leaks, court.log.length]).toEqual([2, [], 0]);
      expect(stderr).toContain('NODE_DEBUG makes Node print what passes through it');
    },
  );
});

describe('the list of processes', () => {
  test('shows no secret: not of the program, and not to the commands it runs', async () => {
    const home = await makeHome();
    onTestFinished(() => home.remove());
    const seen = join(home.path, 'seen');
    const spy = join(home.path, 'spy.mjs');
    await writeFile(
      spy,
      `import { readFileSync, writeFileSync } from 'node:fs';
       const read = (pid, what) => readFileSync('/proc/' + pid + '/' + what, 'utf8');
       writeFileSync(${JSON.stringify(seen)}, read('self', 'environ') + read('self', 'cmdline') + read(process.ppid, 'cmdline'));
       console.log(${JSON.stringify(bertil.pacerPassword)});`,
    );
    const scenario = hard('success');
    const court = await startCourt({ scenario });
    onTestFinished(() => court.close());
    const options = Object.entries(scriptedOptions(scenario, court.address, false));
    const { code, stdout, stderr } = await runProgram({
      args: [
        'link',
        '--verbose',
        '--attest-individual',
        '--pacer-password-command',
        `"${process.execPath}" ${spy}`,
        ...options.flatMap(([name, value]) => (value === null ? [] : [name, value])),
      ],
      env: {
        MIWB_LINK_PRACTICE_PASSCODE: court.passcode(),
        MIWB_LINK_PRACTICE_CMECF_PASSWORD: scenario.cmecfPassword,
      },
      timeoutMs: 60_000,
    });
    const secrets = [scenario.pacerPassword, scenario.cmecfPassword, court.passcode()];
    const shown = await readFile(seen, 'utf8');
    expect(shown).toContain('--pacer-password-command');
    const places = [
      { where: 'processes', text: shown },
      { where: 'output', text: stdout + stderr },
    ];
    expect([code, leaksOf(secrets, places)]).toEqual([0, []]);
  });
});

describe('the search for secrets', () => {
  const value = `Pr & 100%25 +"Nöt"='Real'; <b>€</b>`;
  const found = (text: string): boolean => leaksOf([value], [{ where: 'here', text }]).length > 0;

  test.each([
    ['as it is', value],
    ['in an address', `https://a/?q=${encodeURIComponent(value)}`],
    ['in a form', String(new URLSearchParams({ a: 'b', v: value }))],
    ['in JSON', JSON.stringify({ a: value })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ a: value }))],
    ['in HTML', "<b>Pr &amp; 100%25 +&quot;Nöt&quot;='Real'; &lt;b&gt;€&lt;/b&gt;"],
    ['in base64', Buffer.from(`x:${value}`).toString('base64')],
    ['in base64, elsewhere', Buffer.from(`alma:${value}!`).toString('base64url')],
    ['in hex', Buffer.from(`a${value}b`).toString('hex')],
    [
      'in a buffer',
      `<Buffer ${[...Buffer.from(value)].map((one) => one.toString(16).padStart(2, '0')).join(' ')}>`,
    ],
    ['in the wrong encoding', Buffer.from(value).toString('latin1')],
  ])('finds one %s', (_how, text) => {
    expect([found(text), found(text.slice(0, 3))]).toEqual([true, false]);
  });
});
