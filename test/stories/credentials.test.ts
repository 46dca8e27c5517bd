import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeHome } from '../support/clean-env.ts';
import { PROGRAM, runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { configIn, playRealCourt, stateIn } from '../support/real-court.ts';
import type { PlayedCourt } from '../support/real-court.ts';
import { silentBus, withSecretService } from '../support/secret-service.ts';
import { leaksOf } from '../support/secret-search.ts';
import { scenarioOf } from '../support/story.ts';

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
const miwb = (...args: string[]): string => [process.execPath, PROGRAM, ...args].map(quoted).join(' ');
const json = (value: unknown): string => `printf '%s' ${quoted(JSON.stringify(value))}`;
const scenario = scenarioOf('success-odd-characters');
const alma = scenarioOf('success');
const seed = alma.totpSeed;
const names = ['--pacer-user', alma.pacerUser, '--cmecf-login', alma.cmecfLogin];

async function home(): Promise<string> {
  const made = await makeHome();
  onTestFinished(() => made.remove());
  return made.path;
}

/** What a script gives to a run at a played court whose secrets all lie in the keychain. */
function dryRun(played: PlayedCourt, more: string[] = []): string {
  const env = Object.entries(played.env).map(([name, value]) => `${name}=${quoted(value)}`);
  const args = [
    'link',
    '--json',
    '--dry-run',
    '--acknowledge-redaction',
    '--ca-file',
    played.caFile,
    ...names,
  ];
  return `env ${env.join(' ')} ${miwb(...args, ...more)}`;
}
const saveBoth = `${json({ pacerPassword: alma.pacerPassword, cmecfPassword: alma.cmecfPassword })} | ${miwb('credentials', 'save', '--secrets-stdin', ...names)}`;
const today = new Date().toISOString().slice(0, 10);

describe('credentials in an unlocked keychain', () => {
  test('are saved, listed without the keychain, seen by others under court and login, and forgotten', async () => {
    const here = await home();
    const saved = json({ pacerPassword: scenario.pacerPassword });
    const user = ['--pacer-user', scenario.pacerUser];
    const lookUp = `secret-tool lookup service 'miwb-link miwb pacer-password' username ${quoted(scenario.pacerUser)}`;
    const ended = await withSecretService(
      here,
      'unlocked',
      `${saved} | ${miwb('credentials', 'save', '--secrets-stdin', ...user)}; ${lookUp}; echo;
       ${miwb('credentials', 'list')}; ${miwb('credentials', 'forget', ...user)}; ${lookUp}; ${miwb('credentials', 'list')}`,
    );
    expect(ended.stdout.split('\n')).toEqual([
      `Kept: PACER password of ${scenario.pacerUser} (miwb).`,
      'It was not tried at the court: the next run does that.',
      scenario.pacerPassword,
      `${today}  miwb   PACER password            ${scenario.pacerUser}`,
      `Deleted: PACER password of ${scenario.pacerUser} (miwb).`,
      'Nothing was saved in the keychain from here.',
      '',
    ]);
    const index = stateIn(here, 'credentials.json');
    expect((await stat(index)).mode & 0o777).toBe(0o600);
    expect(await readFile(index, 'utf8')).toBe('[]\n');
  });

  test('are all that a script needs, the passcode made from a kept seed, and nothing of them shows', async () => {
    const played = await playRealCourt('success');
    const pasted = seed.toLowerCase().replace(/(....)/g, '$1 ');
    const totp = `${json({ totpSeed: pasted })} | ${miwb('credentials', 'save', '--totp', '--secrets-stdin', '--pacer-user', alma.pacerUser)}`;
    const ended = await withSecretService(
      played.home,
      'unlocked',
      `(${saveBoth}; ${totp}) >&2; ${dryRun(played, ['--verbose'])}`,
    );
    expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: 'dry-run-ready', exitCode: 0 });
    expect(ended.stderr).toContain('undoes the second factor');
    expect(ended.stderr.split('\n').filter((line) => line.includes(': from'))).toEqual([
      '  PACER password: from the keychain',
      '  one-time passcode: from the authenticator seed in the keychain',
      '  CM/ECF password: from the keychain',
    ]);
    const used = JSON.parse(await readFile(stateIn(played.home, 'passcodes.json'), 'utf8')) as unknown;
    expect(used).toEqual([{ login: alma.pacerUser, usedUntil: expect.any(Number) }]);
    const places = [
      { where: 'stdout', text: ended.stdout },
      { where: 'stderr', text: ended.stderr },
      { where: 'index', text: await readFile(stateIn(played.home, 'credentials.json'), 'utf8') },
    ];
    const secrets = [alma.pacerPassword, alma.cmecfPassword, seed, pasted];
    expect(leaksOf(secrets, places)).toEqual([]);
  });

  test('a kept password counts for nothing where one is given, and is not read by practice', async () => {
    const played = await playRealCourt('success');
    const wrong = `MIWB_LINK_CMECF_PASSWORD=wrong MIWB_LINK_PASSCODE=${played.court.passcode()}`;
    const practice = miwb('link', '--json', '--dry-run', '--court-address', played.court.address, ...names);
    const ended = await withSecretService(
      played.home,
      'unlocked',
      `${saveBoth} >&2; export ${wrong}; ${dryRun(played)}; unset MIWB_LINK_CMECF_PASSWORD MIWB_LINK_PASSCODE; ${practice}`,
    );
    const [first, second] = ended.stdout
      .split(/(?<=^\})\n/m)
      .map((text) => JSON.parse(text || 'null') as unknown);
    expect(first).toMatchObject({ outcome: 'cmecf-refused' });
    expect(second).toMatchObject({ outcome: 'input-needed', practice: true });
  });

  test('that holds nothing leaves a script to name what is missing', async () => {
    const played = await playRealCourt('success');
    const ended = await withSecretService(played.home, 'unlocked', dryRun(played));
    expect(JSON.parse(ended.stdout)).toMatchObject({
      outcome: 'input-needed',
      message:
        'There is nobody to ask, and this is missing: the PACER password (--pacer-password-command, --secrets-stdin or MIWB_LINK_PACER_PASSWORD), ' +
        'the CM/ECF password (--cmecf-password-command, --secrets-stdin or MIWB_LINK_CMECF_PASSWORD).',
    });
    expect(played.court.log).toEqual([]);
  });

  test('forget --all takes out everything, at every court', async () => {
    const other = `${json({ pacerPassword: 'p' })} | ${miwb('credentials', 'save', '--secrets-stdin', '--court', 'mieb', '--pacer-user', 'x')}`;
    const count = `secret-tool search --all service 'miwb-link mieb pacer-password' 2>&1 | grep -c '^\\['`;
    const ended = await withSecretService(
      await home(),
      'unlocked',
      `(${saveBoth}; ${other}) >&2; ${count}; ${miwb('credentials', 'forget', '--all', '--json')}; ${count}`,
    );
    expect(ended.stdout).toBe(
      `1\n${JSON.stringify(
        {
          schema: 'miwb-link-credentials/1',
          deleted: [
            { court: 'miwb', kind: 'pacer-password', login: alma.pacerUser },
            { court: 'miwb', kind: 'cmecf-password', login: alma.cmecfLogin },
            { court: 'mieb', kind: 'pacer-password', login: 'x' },
          ],
        },
        null,
        2,
      )}\n0\n`,
    );
  });
});

describe('the list of what is in the keychain', () => {
  const save = (login: string): string =>
    `${json({ pacerPassword: 'p' })} | ${miwb('credentials', 'save', '--secrets-stdin', '--json', '--pacer-user', login)}`;
  const count = `secret-tool search --all service 'miwb-link miwb pacer-password' 2>&1 | grep -c '^\\['`;
  const logins = ['a', 'b', 'c', 'd', 'e', 'f'];
  const messageOf = (text: string): unknown => {
    const { outcome, exitCode, message } = JSON.parse(text) as Record<string, unknown>;
    return { outcome, exitCode, message };
  };

  test('has all of them where six are saved at once', async () => {
    const here = await home();
    const atOnce = logins.map((login) => `(${save(login)}) >&2 &`).join(' ');
    const list = miwb('credentials', 'list');
    const ended = await withSecretService(here, 'unlocked', `${atOnce} wait; ${count}; ${list}`);
    const [kept, ...lines] = ended.stdout.trim().split('\n');
    expect([kept, lines.map((line) => line.split(' ').at(-1) ?? '').toSorted()]).toEqual(['6', logins]);
    expect(await readdir(dirname(stateIn(here, 'x')))).toEqual(['credentials.json']);
  });

  test('that cannot be written keeps a password out of the keychain', async () => {
    const here = await home();
    await mkdir(dirname(dirname(stateIn(here, 'x'))), { recursive: true });
    await writeFile(dirname(stateIn(here, 'x')), 'a file');
    const ended = await withSecretService(here, 'unlocked', `${save('x')}; ${count} >&2`);
    expect([messageOf(ended.stdout), ended.stderr.slice(-2)]).toEqual([
      {
        outcome: 'source-failed',
        exitCode: 2,
        message:
          'The PACER password of x (miwb) was not kept. The list of what is kept, ' +
          `${stateIn(here, 'credentials.json')}, cannot be written: what should be its folder is a file.`,
      },
      '0\n',
    ]);
  });

  test('that is damaged is said to be, and never written over; what is named is forgotten all the same', async () => {
    const here = await home();
    const index = stateIn(here, 'credentials.json');
    const commands = [
      miwb('credentials', 'list', '--json'),
      save('y'),
      miwb('credentials', 'forget', '--json', '--all'),
      miwb('credentials', 'forget', '--json', '--pacer-user', 'x'),
    ];
    const ended = await withSecretService(
      here,
      'unlocked',
      `${save('x')} >&2; printf damaged >${quoted(index)}; ${commands.join('; echo //; ')}; ${count} >&2`,
    );
    const [listed, saved, all, one] = ended.stdout.split('//').map((text) => JSON.parse(text) as object);
    const cannot = (what: string): string => `The list of what is kept, ${index}, cannot be ${what}.`;
    const unread = { outcome: 'source-failed', exitCode: 2, message: cannot('read') };
    expect([listed, all]).toMatchObject([unread, unread]);
    expect(saved).toMatchObject({
      ...unread,
      message: `The PACER password of y (miwb) was not kept. ${cannot('written: what is there cannot be read')}`,
    });
    expect(one).toMatchObject({ deleted: [{ kind: 'pacer-password', login: 'x' }] });
    expect([await readFile(index, 'utf8'), ended.stderr.slice(-2)]).toEqual(['damaged', '0\n']);
  });

  test('is as it was where the keychain then refuses', async () => {
    const here = await home();
    await withSecretService(here, 'unlocked', save('x'));
    const before = await readFile(stateIn(here, 'credentials.json'), 'utf8');
    const ended = await withSecretService(here, 'locked', `(${save('x')}; ${save('y')}) >&2`);
    expect(ended.stderr.split('"exitCode": 9')).toHaveLength(3);
    expect(await readFile(stateIn(here, 'credentials.json'), 'utf8')).toBe(before);
  });
});

describe('a keychain that cannot be used, as the only source', () => {
  const outcomeOf = ({ stdout }: Ended): unknown => {
    const { outcome, exitCode, message } = JSON.parse(stdout) as Record<string, unknown>;
    return { outcome, exitCode, message };
  };
  const ending = (why: string): object => ({
    outcome: 'keychain',
    exitCode: 9,
    message: `${why} It was the only source of the PACER password.`,
  });

  test('locked', async () => {
    const played = await playRealCourt('success');
    await withSecretService(played.home, 'unlocked', saveBoth);
    const ended = await withSecretService(played.home, 'locked', dryRun(played));
    expect(outcomeOf(ended)).toEqual(ending('The keychain is locked.'));
    expect(played.court.log).toEqual([]);
  });

  test('absent: no bus', async () => {
    const played = await playRealCourt('success');
    const args = ['link', '--json', '--dry-run', '--ca-file', played.caFile, ...names];
    const ended = await runProgram({ args, home: played.home, env: played.env });
    expect(outcomeOf(ended)).toEqual(
      ending('There is no keychain on this computer, or none that can be reached from here.'),
    );
  });

  test('silent, told within seconds', async () => {
    const played = await playRealCourt('success');
    const args = ['link', '--json', '--dry-run', '--ca-file', played.caFile, ...names];
    const env = { ...played.env, DBUS_SESSION_BUS_ADDRESS: await silentBus() };
    const started = performance.now();
    const ended = await runProgram({ args, home: played.home, env });
    expect(outcomeOf(ended)).toEqual(ending('The keychain did not answer in time.'));
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test('saving into it or forgetting from it ends with code 9 too', async () => {
    const env = { MIWB_LINK_PACER_PASSWORD: 'p' };
    const saved = await runProgram({ args: ['credentials', 'save', '--json', '--pacer-user', 'x'], env });
    expect([saved.code, outcomeOf(saved)]).toEqual([
      9,
      {
        outcome: 'keychain',
        exitCode: 9,
        message:
          'There is no keychain on this computer, or none that can be reached from here. The PACER password of x (miwb) was not kept.',
      },
    ]);
    const forgot = await runProgram({ args: ['credentials', 'forget', '--pacer-user', 'x'] });
    expect(forgot.code).toBe(9);
  });

  test('listing needs none, nor a configuration that can be used', async () => {
    const here = await home();
    await mkdir(dirname(configIn(here)), { recursive: true, mode: 0o700 });
    await writeFile(configIn(here), 'no JSON');
    expect(await runProgram({ args: ['credentials', 'list'], home: here })).toMatchObject({
      code: 0,
      stdout: 'Nothing was saved in the keychain from here.\n',
    });
  });
});

describe('what cannot be kept', () => {
  test.each([
    [
      'nobody named',
      ['save', '--no-input'],
      {},
      'There is nobody to ask, and this is missing: --pacer-user or --cmecf-login.',
    ],
    [
      'nothing to keep',
      ['save', '--pacer-user', 'x'],
      {},
      'There is nobody to ask, and this is missing: the PACER password (--secrets-stdin or MIWB_LINK_PACER_PASSWORD).',
    ],
    [
      'a blank password',
      ['save', '--pacer-user', 'x'],
      { MIWB_LINK_PACER_PASSWORD: ' ' },
      'MIWB_LINK_PACER_PASSWORD gives a blank pacerPassword.',
    ],
    ['nothing to forget', ['forget'], {}, 'What is to be forgotten was not said.'],
    ...[['--pacer-user', 'x'], ['--cmecf-login', 'x'], ['--court', 'miwb'], ['--totp']].map(
      (more): [string, string[], Record<string, string>, string] => [
        `everything, and ${more.join(' ')}`,
        ['forget', '--all', ...more],
        {},
        '--all does not go with --pacer-user, --cmecf-login, --totp or --court. Nothing was deleted.',
      ],
    ),
    ['a court that is none', ['list', '--court', 'x'], {}, "Unknown option '--court'"],
  ])('%s', async (_name, args, env: Record<string, string>, message) => {
    const ended = await runProgram({ args: ['credentials', ...args, '--json'], env });
    expect([ended.code, (JSON.parse(ended.stdout) as { message: string }).message]).toEqual([
      2,
      expect.stringContaining(message),
    ]);
  });

  test.each([
    [
      ['--pacer-user', 'x'],
      { pacerPassword: 'p', passcode: '123456' },
      'passcode cannot be kept: a code works once',
    ],
    [
      ['--pacer-user', 'x'],
      { pacerPassword: 'p', cmecfPassword: 'c' },
      'cmecfPassword cannot be kept: --cmecf-login does not say whose it is',
    ],
    [
      ['--cmecf-login', 'x'],
      { pacerPassword: 'p', cmecfPassword: 'c' },
      'pacerPassword cannot be kept: --pacer-user does not say whose it is',
    ],
    [['--totp', '--pacer-user', 'x'], { totpSeed: seed, pacerPassword: 'p' }, null],
  ])('a secret too many, beside %j: none is kept', async (named, given, why) => {
    const ended = await withSecretService(
      await home(),
      'unlocked',
      `${json(given)} | ${miwb('credentials', 'save', '--secrets-stdin', '--json', ...named)}; ${miwb('credentials', 'list')} >&2`,
    );
    expect(JSON.parse(ended.stdout)).toMatchObject({
      outcome: 'usage',
      exitCode: 2,
      message:
        why === null
          ? '--secrets-stdin with --totp takes {"totpSeed": "…"} alone. Nothing was kept.'
          : `--secrets-stdin: ${why}. Nothing was kept.`,
    });
    expect(ended.stderr).toContain('Nothing was saved in the keychain from here.');
  });

  test('a secret that is given twice', async () => {
    const ended = await runProgram({
      args: ['credentials', 'save', '--secrets-stdin', '--pacer-user', 'x', '--json'],
      input: '{"pacerPassword":"old","pacerPassword":"new"}',
    });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      outcome: 'usage',
      message: '--secrets-stdin: a key is there twice. Give each secret once.',
    });
  });

  test('a seed that is none', async () => {
    const ended = await runProgram({
      args: ['credentials', 'save', '--totp', '--secrets-stdin', '--pacer-user', 'x', '--json'],
      input: '{"totpSeed":"123456"}',
    });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      outcome: 'source-failed',
      message:
        'That is no authenticator seed: that is a passcode; the secret is what the passcodes are made from. Nothing was kept.',
    });
  });
});
