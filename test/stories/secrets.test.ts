import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { makeHome } from '../support/clean-env.ts';
import { watchProcesses } from '../support/processes.ts';
import type { Shown } from '../support/processes.ts';
import { runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { playRealCourt } from '../support/real-court.ts';
import { leaksOf, leaksOfRun, placesOf } from '../support/secret-search.ts';
import { secretServiceUp } from '../support/secret-service.ts';
import { scenarioOf, scriptedArgs, secretsOf, tellStory } from '../support/story.ts';

const debug = { NODE_DEBUG: 'http,https,net,undici,tls,timer,fetch,http2,fs,module,esm,url' };
const alma = scenarioOf('success');

/** How a script hands over the secrets. */
type Way = 'environment' | 'stdin' | 'commands';
type Ran = Ended & { leaks: string[]; court: PracticeCourt; shown: Shown[]; home: string };

/** A command line that prints a file's text. NODE_DEBUG makes Node 24 print a command's source, so that holds no secret. */
async function printing(home: string, name: string, text: string): Promise<string> {
  await writeFile(join(home, `${name}.txt`), text);
  const read = `readFileSync(new URL('${name}.txt', import.meta.url), 'utf8')`;
  await writeFile(
    join(home, `${name}.mjs`),
    `import { readFileSync } from 'node:fs';\nconsole.log(${read});\n`,
  );
  return `'${process.execPath}' '${join(home, `${name}.mjs`)}'`;
}

async function run(id: string, way: Way, env: Record<string, string> = {}): Promise<Ran> {
  const scenario = scenarioOf(id);
  const court = await startCourt({ scenario });
  onTestFinished(() => court.close());
  const [place, vault] = [await makeHome(), await makeHome()];
  onTestFinished(() => place.remove());
  onTestFinished(() => vault.remove());
  const home = place.path;
  const secrets = secretsOf(scenario, court);
  const [pacerPassword = '', passcode = '', cmecfPassword = ''] = Object.values(secrets);
  const commands = async (): Promise<Record<string, string>> => ({
    '--pacer-password-command': await printing(vault.path, 'pacer', pacerPassword),
    '--passcode-command': await printing(vault.path, 'code', passcode),
    '--cmecf-password-command': await printing(vault.path, 'old', cmecfPassword),
  });
  const options = scriptedArgs(scenario, court.address, way === 'commands' ? await commands() : {});
  const watch = watchProcesses(home);
  const ended = await runProgram({
    args: [
      'link',
      ...split('--verbose --trace trace --receipt receipt'),
      ...options,
      ...(way === 'stdin' ? ['--secrets-stdin'] : []),
    ],
    ...(way === 'stdin' ? { input: JSON.stringify({ pacerPassword, passcode, cmecfPassword }) } : {}),
    home,
    env: { ...env, ...(way === 'environment' ? secrets : {}) },
    timeoutMs: 60_000,
  });
  const shown = watch.stop();
  return { ...ended, leaks: await leaksOfRun({ ...ended, home }, court, secrets), court, shown, home };
}

/** What the list of processes shows of secrets: in anybody's words, and in the environment of those that match. */
function listed(shown: readonly Shown[], secrets: readonly string[], bare: RegExp): string[] {
  return leaksOf(secrets, [
    ...shown.map((one) => ({ where: 'words', text: one.words })),
    ...shown.flatMap(({ words, environment }) =>
      bare.test(words) ? [{ where: 'environment', text: environment }] : [],
    ),
  ]);
}
const everybody = /(?:)/;
const split = (text: string): string[] => text.split(' ');

const scenarios = [
  'success',
  'success-odd-characters',
  'redaction-dialog',
  'latin-1',
  'wrong-pacer-password',
  'wrong-cmecf-password',
  'wrong-passcode',
  'submit-refused',
  'answer-lost',
  'unrecognised-before',
  'sign-on-faces-error',
  'sign-on-backup-code',
  'attack-redirect-link-form',
  'attack-307-evil-sign-on',
  'attack-form-nested',
  'strange-form-get',
  'strange-deep-link-form',
];

describe.concurrent('no secret is told', () => {
  test.each(scenarios)('by %s, told at length and with Node telling all it does', async (scenario) => {
    const { leaks, stderr } = await tellStory({ scenario, env: debug });
    expect([leaks, stderr.includes('NET ')]).toEqual([[], true]);
  });
});

describe('a script that hands over its secrets', () => {
  test.each(['success', 'wrong-pacer-password', 'unrecognised-before'])(
    'on standard input: %s tells none, nor does the list of processes',
    async (id) => {
      const { leaks, court, shown } = await run(id, 'stdin', debug);
      const secrets = Object.values(secretsOf(scenarioOf(id), court));
      expect([leaks, listed(shown, secrets, everybody)]).toEqual([[], []]);
      expect([court.log.length > 2, shown.length > 0]).toEqual([true, true]);
    },
  );

  test('by commands: none is told, nor is any in the list of processes', async () => {
    const { code, leaks, court, shown } = await run('success', 'commands', debug);
    expect([code, leaks]).toEqual([0, []]);
    const secrets = [...Object.values(secretsOf(alma, court)), ...court.handed()];
    expect(listed(shown, secrets, everybody)).toEqual([]);
    // The program and its three commands.
    expect(shown.filter((one) => /(?:pacer|code|old)\.mjs$/.test(one.words)).length).toBeGreaterThan(1);
    expect(shown.filter((one) => one.words.includes('--pacer-password-command')).length).toBeGreaterThan(0);
  });

  test('in the environment: it is in that of the program, and in nobody’s words', async () => {
    const { code, court, shown } = await run('success', 'environment');
    const secrets = Object.values(secretsOf(alma, court));
    expect([code, listed(shown, secrets, /$^/)]).toEqual([0, []]);
    expect(listed(shown, secrets, everybody)).not.toEqual([]);
  });
});

describe('a real run, played on loopback, through a proxy with a password', () => {
  const proxyPassword = `prö"xy's %2B & <pass>\\ +1`;

  /** A link through it; the passwords come from the environment or from a keychain that they were saved in. */
  async function throughProxy(from: 'environment' | 'keychain') {
    const played = await playRealCourt('success');
    const { court, home } = played;
    const proxy = `http://firm:${encodeURIComponent(proxyPassword)}@127.0.0.1:${played.proxy.port}`;
    const who = ['--pacer-user', alma.pacerUser, '--cmecf-login', alma.cmecfLogin];
    const { pacerPassword, cmecfPassword, totpSeed } = alma;
    const passcode = court.passcode();
    const given = {
      MIWB_LINK_PACER_PASSWORD: pacerPassword,
      MIWB_LINK_CMECF_PASSWORD: cmecfPassword,
      MIWB_LINK_PASSCODE: passcode,
    };
    const bus = from === 'keychain' ? await secretServiceUp(home, 'unlocked') : given;
    const env = { ...played.env, ...debug, ...bus, HTTPS_PROXY: proxy };
    const watch = watchProcesses(home);
    const save = async (what: object, ...more: string[]): Promise<string> => {
      const args = ['credentials', 'save', '--secrets-stdin', ...more];
      const saved = await runProgram({ args, input: JSON.stringify(what), home, env });
      expect([saved.code, saved.stdout]).toEqual([0, expect.stringContaining('Kept')]);
      return saved.stdout + saved.stderr;
    };
    const saved =
      from === 'keychain'
        ? [
            await save({ pacerPassword, cmecfPassword }, ...who),
            await save({ totpSeed }, '--totp', ...who.slice(0, 2)),
          ]
        : [];
    const ended = await runProgram({
      args: [
        'link',
        ...split('--verbose --trace trace'),
        ...scriptedArgs(alma, null, { '--ca-file': played.caFile }),
      ],
      home,
      env,
      timeoutMs: 60_000,
    });
    const shown = watch.stop();
    const stderr = ended.stderr + saved.join('');
    const secrets = { pacerPassword, passcode, CMECF: cmecfPassword, totpSeed };
    const leaks = await leaksOfRun({ ...ended, stderr, home }, court, { ...secrets, proxyPassword });
    return { ...ended, leaks, played, shown, secrets: Object.values(secrets) };
  }

  test('tells neither that password nor a secret, over TLS and with Node telling all it does', async () => {
    const { code, leaks, played, stderr } = await throughProxy('environment');
    expect([code, leaks]).toEqual([0, []]);
    const sent = `Basic ${Buffer.from(`firm:${proxyPassword}`).toString('base64')}`;
    expect(new Set(played.proxy.asked.map(({ authorization }) => authorization))).toEqual(new Set([sent]));
    expect([stderr.includes('TLS '), stderr.includes('NET ')]).toEqual([true, true]);
  });

  test('and a keychain tells none that was saved there, nor does the list of processes', async () => {
    const { code, leaks, shown, secrets } = await throughProxy('keychain');
    expect([code, leaks]).toEqual([0, []]);
    const ours = shown.filter((one) => one.words.startsWith(process.execPath));
    expect([ours.length > 2, listed(ours, secrets, everybody)]).toEqual([true, []]);
  });
});

test('a session that an address names in its path is told nowhere', async () => {
  const session = 'SESSION1A2B3C4D5E6F';
  const to = `%signOn%/csologin/odd.jsf;jsessionid=${session}`;
  const faults = [
    { at: 'login.pl', does: { name: 'redirect', to, status: 302 } },
    { at: 'unknown', does: { name: 'page', page: 'court/unknown' } },
  ] as const;
  const court = await startCourt({ scenario: { ...alma, traits: { ...alma.traits, faults: [...faults] } } });
  onTestFinished(() => court.close());
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const args = ['link', ...split('--verbose --trace trace'), ...scriptedArgs(alma, court.address)];
  const ended = await runProgram({ args, home: home.path, env: secretsOf(alma, court) });
  expect(ended.code).toBe(6);
  expect(ended.stderr).toMatch(/GET login\.practice\.localhost:\d+\/csologin\/odd\.jsf → 200/);
  expect(ended.stdout + ended.stderr).toMatch(
    /status 200 from login\.practice\.localhost:\d+\/csologin\/odd\.jsf, titled/,
  );
  expect(leaksOf([session], await placesOf({ ...ended, home: home.path }))).toEqual([]);
});
