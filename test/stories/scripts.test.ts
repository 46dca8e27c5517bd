import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import { poll } from '../support/poll.ts';
import { runProgram, startProgram } from '../support/program.ts';
import { ending, scenarioOf, scriptedArgs, secretsOf, tellStory } from '../support/story.ts';

async function court(scenario = 'success'): ReturnType<typeof startCourt> {
  const opened = await startCourt({ scenario: scenarioOf(scenario) });
  onTestFinished(() => opened.close());
  return opened;
}

const alma = scenarioOf('success');

type Json = Record<string, unknown>;
const parse = (text: string): Json => JSON.parse(text) as Json;

describe('a script that lacks something', () => {
  test('is told all that is always needed at once, before the first request', async () => {
    const { address, log } = await court();
    const run = await runProgram({ args: ['--json', '--court-address', address] });
    expect([run.code, parse(run.stdout)['outcome'], log.length]).toEqual([2, 'input-needed', 0]);
    expect(parse(run.stdout)['message']).toBe(
      'There is nobody to ask, and this is missing: --pacer-user, ' +
        'the PACER password (--pacer-password-command, --secrets-stdin or MIWB_LINK_PRACTICE_PACER_PASSWORD), ' +
        '--cmecf-login, the CM/ECF password (--cmecf-password-command, --secrets-stdin or MIWB_LINK_PRACTICE_CMECF_PASSWORD), --expect-cmecf-name, --expect-pacer-name, --attest-individual.',
    );
    expect(parse(run.stdout)['nextStep']).toBe(
      'Give what is missing and run again. Some accounts are asked for more: the one-time passcode (--passcode-command, --secrets-stdin or MIWB_LINK_PRACTICE_PASSCODE), --client-code, --acknowledge-redaction.',
    );
  });

  test('is told of what it gives blank, as an empty variable does, before the first request', async () => {
    const blank = {
      '--pacer-user': ' ',
      '--cmecf-login': '',
      '--expect-cmecf-name': '',
      '--expect-pacer-name': '',
    };
    const { code, json, court: asked } = await tellStory({ scenario: 'success', options: blank });
    expect([code, json['outcome'], json['message'], asked.log]).toEqual([
      2,
      'input-needed',
      'There is nobody to ask, and this is missing: --pacer-user, --cmecf-login, --expect-cmecf-name, --expect-pacer-name.',
      [],
    ]);
  });

  test('is told of a blank name in a dry run too, where none is needed', async () => {
    const options = { '--expect-cmecf-name': '', '--expect-pacer-name': ' ' };
    const { code, json, court: asked } = await tellStory({ scenario: 'success', dryRun: true, options });
    expect([code, json['message'], asked.log]).toEqual([
      2,
      'There is nobody to ask, and this is missing: --expect-cmecf-name, --expect-pacer-name.',
      [],
    ]);
  });

  test('that gives some secrets on standard input is told the keys that the others go by', async () => {
    const { address } = await court();
    const names = ['--pacer-user', 'alma.example', '--cmecf-login', 'aqexample', '--dry-run'];
    const run = await runProgram({
      args: ['--json', '--court-address', address, '--secrets-stdin', ...names],
      input: '{"cmecfPassword": "x"}',
    });
    expect([run.code, parse(run.stdout)['message']]).toEqual([
      2,
      'There is nobody to ask, and this is missing: the PACER password ("pacerPassword" in the JSON of ' +
        '--secrets-stdin, --pacer-password-command or MIWB_LINK_PRACTICE_PACER_PASSWORD).',
    ]);
  });

  test('is told of the passcode when the site asks for it', async () => {
    const told = await tellStory({ scenario: 'success', env: { MIWB_LINK_PRACTICE_PASSCODE: '000000' } });
    expect(ending(told)).toMatchObject({
      code: 4,
      outcome: 'passcode-refused',
      finalSubmits: 0,
      openSessions: 0,
    });
  });

  test.each([
    ['another CM/ECF name', { '--expect-cmecf-name': 'Berta R. Sample' }],
    ['another PACER name', { '--expect-pacer-name': 'Alma Example' }],
  ])('stops at the review if it expects %s', async (_what, options) => {
    const told = await tellStory({ scenario: 'success', options });
    expect(ending(told)).toEqual({
      code: 5,
      outcome: 'names-differ',
      submitted: 'no',
      linked: 'no',
      proof: 'none',
      finalSubmits: 0,
      links: 0,
      openSessions: 0,
      strayed: 0,
      leaks: [],
    });
  });

  test('does not link without --attest-individual', async () => {
    const told = await tellStory({ scenario: 'success', flags: ['--acknowledge-redaction'] });
    expect(ending(told)).toMatchObject({ code: 2, outcome: 'input-needed', finalSubmits: 0 });
  });

  test('takes the names as the court may write them: capitals, last name first', async () => {
    const told = await tellStory({
      scenario: 'success',
      options: { '--expect-pacer-name': 'EXAMPLE, ALMA Q' },
    });
    expect(ending(told)).toMatchObject({ code: 0, outcome: 'linked', finalSubmits: 1 });
  });
});

describe('secrets by standard input', () => {
  test('link as well, and nobody is asked even on a terminal', async () => {
    const here = await court();
    const { pacerPassword, cmecfPassword } = alma;
    const run = await runProgram({
      args: ['--json', '--secrets-stdin', ...scriptedArgs(alma, here.address)],
      input: JSON.stringify({ pacerPassword, cmecfPassword, passcode: here.passcode() }),
    });
    expect([run.code, parse(run.stdout)['outcome'], here.finalSubmits()]).toEqual([0, 'linked', 1]);
  });

  test('and by the environment too, for the same secret, are refused before the first request', async () => {
    const here = await court();
    const run = await runProgram({
      args: ['--json', '--secrets-stdin', '--court-address', here.address],
      input: '{"pacerPassword":"Canary-1"}',
      env: { MIWB_LINK_PRACTICE_PACER_PASSWORD: 'Canary-2' },
    });
    expect([run.code, parse(run.stdout)['outcome'], here.log.length]).toEqual([2, 'usage', 0]);
    expect(`${run.stdout}${run.stderr}`).not.toContain('Canary');
  });
});

describe('the fence around practice', () => {
  test('a practice run does not start beside a real secret', async () => {
    const here = await court();
    const secrets = secretsOf(alma, here);
    const run = await runProgram({
      args: ['--json', '--court-address', here.address],
      env: { ...secrets, MIWB_LINK_PACER_PASSWORD: 'Canary-3' },
    });
    expect([run.code, parse(run.stdout)['message'], here.log.length]).toEqual([
      2,
      'A practice run does not start while MIWB_LINK_PACER_PASSWORD is set: a real secret has no place there.',
      0,
    ]);
  });

  test.each([
    ['http://ecf.miwb.example', 'only names under .localhost are practice courts'],
    ['https://ecf.miwb.uscourts.gov', 'only names under .localhost are practice courts'],
    ['http://127.0.0.1:8080', 'only names under .localhost are practice courts'],
    ['ftp://ecf.x.localhost', 'it must begin with http:// or https://'],
    ['http://user:pw@ecf.x.localhost', 'it must not hold a user name or password'],
    ['nonsense', 'it is not a web address'],
  ])('--court-address %s is no practice court', async (address, why) => {
    const run = await runProgram({ args: ['--json', '--court-address', address] });
    expect([run.code, parse(run.stdout)['message']]).toEqual([2, `--court-address: ${why}.`]);
  });

  test('a proxy in the environment is not used for practice', async () => {
    const told = await tellStory({
      scenario: 'success',
      env: { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' },
    });
    expect(ending(told)).toMatchObject({ code: 0, outcome: 'linked' });
  });
});

test.each([
  ['courts', 'zzz'],
  ['explain', '99'],
])(
  '%s with a word that names nothing ends with code 2 and the JSON of every other failure',
  async (...args) => {
    const { code, stdout } = await runProgram({ args: [...args, '--json'] });
    const { schema, outcome, submitted } = parse(stdout);
    expect([code, schema, outcome, submitted]).toEqual([2, 'miwb-link/1', 'usage', 'no']);
  },
);

/** A scripted link at a slow court, up to what it says. */
async function linkingSlowly(delayMs: number, upTo: string) {
  const slow = await startCourt({ scenario: scenarioOf('success'), delayMs });
  onTestFinished(() => slow.close());
  const args = ['--json', ...scriptedArgs(alma, slow.address)];
  const running = await startProgram({ args, env: secretsOf(alma, slow) });
  await running.waitFor(upTo);
  return { slow, running };
}

describe('a run that is stopped', () => {
  test.each([
    ['SIGINT', 130, 'interrupted'],
    ['SIGTERM', 143, 'terminated'],
    ['SIGHUP', 129, 'hung-up'],
  ] as const)(
    'by %s during a request ends with code %d, nothing submitted, logged out',
    async (signal, code, outcome) => {
      const { slow, running } = await linkingSlowly(400, 'Opening Utilities');
      running.kill(signal);
      const run = await running.ended;
      const { outcome: id, submitted } = parse(run.stdout);
      expect([run.code, id, submitted, slow.finalSubmits(), slow.openSessions()]).toEqual([
        code,
        outcome,
        'no',
        0,
        0,
      ]);
    },
  );

  test('by no signal for Node’s debugger: it goes on, and opens no port', async () => {
    const { running } = await linkingSlowly(100, 'Opening Utilities');
    running.kill('SIGUSR1');
    const run = await running.ended;
    expect([run.code, parse(run.stdout)['outcome'], /debugger/i.test(run.stderr)]).toEqual([
      0,
      'linked',
      false,
    ]);
  });

  test('after the final Submit waits for the answer and tells what it was', async () => {
    const { slow, running } = await linkingSlowly(300, 'Sending the final Submit');
    await poll(
      () => (slow.finalSubmits() > 0 ? true : null),
      10_000,
      () => 'no final Submit came',
    );
    running.kill('SIGINT');
    const run = await running.ended;
    expect([run.code, parse(run.stdout)['outcome'], slow.finalSubmits()]).toEqual([0, 'linked', 1]);
    expect(run.stderr).toContain('The final Submit has been sent and cannot be called back');
  });
});
