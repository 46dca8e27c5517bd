import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { configIn, playRealCourt, stateIn } from '../support/real-court.ts';
import type { PlayedCourt } from '../support/real-court.ts';
import { leaksOf } from '../support/secret-search.ts';
import { realSecretsOf, scenarioOf } from '../support/story.ts';

async function run(
  played: PlayedCourt,
  id: string,
  more: string[] = [],
  env: Record<string, string> = {},
): Promise<Ended & { json: Record<string, unknown> }> {
  const scenario = scenarioOf(id);
  const names = ['--pacer-user', scenario.pacerUser, '--cmecf-login', scenario.cmecfLogin];
  const flags = ['--json', '--dry-run', '--acknowledge-redaction', '--ca-file', played.caFile];
  const args = ['link', ...flags, ...names, ...more];
  const ended = await runProgram({
    args,
    home: played.home,
    env: {
      ...played.env,
      ...realSecretsOf(scenario, played.court),
      ...env,
    },
  });
  return { ...ended, json: JSON.parse(ended.stdout) as Record<string, unknown> };
}

const refusals = async (played: PlayedCourt): Promise<unknown[]> => {
  const all = JSON.parse(await readFile(stateIn(played.home, 'refusals.json'), 'utf8')) as { time: number }[];
  return all.map(({ time, ...one }) => ({ ...one, recent: Math.abs(Date.now() - time) < 60_000 }));
};

describe('a real run, played on loopback', () => {
  test('reaches the review through the proxy and asks it for the two hosts alone', async () => {
    const played = await playRealCourt('success');
    const ended = await run(played, 'success');
    expect([ended.code, ended.json['outcome'], ended.json['practice']]).toEqual([0, 'dry-run-ready', false]);
    expect([...new Set(played.proxy.asked.map(({ target }) => target))].toSorted()).toEqual([
      'ecf.miwb.uscourts.gov:443',
      'pacer.login.uscourts.gov:443',
    ]);
  });
});

describe('a refusal', () => {
  test.each([
    ['wrong-pacer-password', 'sign-on-refused', 'pacerPassword', 'alma.example', 'PACER password'],
    ['wrong-passcode', 'passcode-refused', 'passcode', 'alma.example', 'one-time passcode'],
    ['wrong-cmecf-password', 'cmecf-refused', 'cmecfPassword', 'aqexample', 'CM/ECF password'],
    ['refused-locked', 'cmecf-refused', 'cmecfPassword', 'aqexample', 'CM/ECF password'],
    ['sign-on-says-invalid-passcode', 'sign-on-refused', 'pacerPassword', 'alma.example', 'PACER password'],
  ])(
    '%s is remembered without the secret, and the next script does not try',
    async (id, outcome, kind, login, noun) => {
      const played = await playRealCourt(id);
      const first = await run(played, id);
      expect([first.code, first.json['outcome']]).toEqual([4, outcome]);
      expect(await refusals(played)).toEqual([{ court: 'miwb', login, kind, count: 1, recent: true }]);
      const before = played.court.log.length;
      const second = await run(played, id);
      expect([second.code, second.json['outcome'], second.json['submitted']]).toEqual([
        4,
        'refused-recently',
        'no',
      ]);
      expect(second.json['message']).toMatch(
        new RegExp(`^The ${noun} of ${login} was refused (less than|a) a? ?minute ago\\.$`),
      );
      expect(played.court.log).toHaveLength(before);
    },
  );

  test('lies in a file of the user’s own that holds no secret', async () => {
    const played = await playRealCourt('wrong-pacer-password');
    const scenario = scenarioOf('wrong-pacer-password');
    await run(played, 'wrong-pacer-password');
    const file = stateIn(played.home, 'refusals.json');
    expect([(await stat(file)).mode & 0o777, (await stat(dirname(file))).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    const text = await readFile(file, 'utf8');
    expect(leaksOf([scenario.pacerPassword, scenario.cmecfPassword], [{ where: file, text }])).toEqual([]);
  });

  test('--try-again tries, counts on, and what is then accepted is forgotten', async () => {
    const id = 'wrong-pacer-password';
    const played = await playRealCourt(id);
    await run(played, id);
    await run(played, id, ['--try-again']);
    expect(await refusals(played)).toMatchObject([{ kind: 'pacerPassword', count: 2 }]);
    const right = { MIWB_LINK_PACER_PASSWORD: played.court.accepts().pacerPassword };
    const ended = await run(played, id, ['--try-again'], right);
    expect(ended.json['outcome']).toBe('dry-run-ready');
    expect(await refusals(played)).toEqual([]);
  });

  test('of a quarter of an hour ago no longer counts', async () => {
    const played = await playRealCourt('success');
    const old = {
      court: 'miwb',
      login: 'alma.example',
      kind: 'pacerPassword',
      time: Date.now() - 15 * 60_000,
      count: 3,
    };
    await mkdir(dirname(stateIn(played.home, 'x')), { recursive: true, mode: 0o700 });
    await writeFile(stateIn(played.home, 'refusals.json'), JSON.stringify([old]), { mode: 0o600 });
    expect((await run(played, 'success')).json['outcome']).toBe('dry-run-ready');
  });

  test('that cannot be noted is told, for the next run will not know of it', async () => {
    const played = await playRealCourt('wrong-pacer-password');
    await mkdir(stateIn(played.home, 'refusals.json'), { recursive: true, mode: 0o700 });
    const ended = await run(played, 'wrong-pacer-password', ['--quiet']);
    expect([ended.code, ended.stderr]).toEqual([
      4,
      'The refusal of the PACER password could not be noted in the state folder: it is a folder. ' +
        'The next run will not know of it; repeated failures lock accounts.\n',
    ]);
  });

  test('a record that is damaged stops nobody', async () => {
    const played = await playRealCourt('success');
    await mkdir(dirname(stateIn(played.home, 'x')), { recursive: true, mode: 0o700 });
    await writeFile(stateIn(played.home, 'refusals.json'), '[{"court":1},null,{', { mode: 0o600 });
    expect((await run(played, 'success')).json['outcome']).toBe('dry-run-ready');
  });
});

describe('the configuration file', () => {
  test('stands in for names that are not given', async () => {
    const played = await playRealCourt('success');
    await mkdir(dirname(configIn(played.home)), { recursive: true });
    const config = { pacerUser: 'alma.example', cmecfLogin: 'aqexample', court: 'MIWB', clientCode: 'A-1' };
    await writeFile(configIn(played.home), JSON.stringify(config));
    const ended = await runProgram({
      args: ['link', '--json', '--dry-run', '--ca-file', played.caFile],
      home: played.home,
      env: { ...played.env, ...realSecretsOf(scenarioOf('success'), played.court) },
    });
    expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: 'dry-run-ready', exitCode: 0 });
    const signOn = played.court.log.find((entry) => entry.kind === 'sign-on');
    expect(signOn?.entries.filter(([name]) => /loginName|clientCode/.test(name))).toEqual([
      ['loginForm:loginName', 'alma.example'],
      ['loginForm:clientCode', 'A-1'],
    ]);
  });
});
