import { describe, expect, test } from 'vitest';
import { gatherSecrets } from '../../src/commands/secrets.ts';
import type { Commands } from '../../src/commands/secrets.ts';
import type { Store } from '../../src/commands/store.ts';
import { openSupply } from '../../src/commands/supply.ts';
import type { Supplied, Supply } from '../../src/commands/supply.ts';
import { runCommand } from '../../src/world/command.ts';
import { reveal } from '../../src/world/secret.ts';
import { memoryStore } from '../support/memory-store.ts';

type Told = { supply: Supply; told: string[]; ran: string[]; waited: number[] };

const noon = 1_000_000_012_000; // 22 s into a half minute

/** A supply that runs real commands, on a clock that waits by jumping. */
function supplyOf(
  commands: Partial<Commands>,
  env: Record<string, string> = {},
  store: Store | null = null,
): Told {
  const none = { pacerPassword: null, passcode: null, cmecfPassword: null };
  const gathered = gatherSecrets(env, true, null, { ...none, ...commands });
  if ('problem' in gathered) throw new Error(gathered.problem);
  const told: string[] = [];
  const ran: string[] = [];
  const waited: number[] = [];
  let now = noon;
  const signal = new AbortController().signal;
  const supply = openSupply(
    gathered.secrets,
    {
      run: (command) => {
        ran.push(command.join(' '));
        return runCommand(command, { timeoutMs: 5_000, attended: false, signal });
      },
      clock: {
        now: () => now,
        pause: (ms) => {
          waited.push(ms);
          now += ms;
          return Promise.resolve();
        },
      },
      signal,
      tell: (text) => told.push(text),
      store,
    },
    null,
  );
  return { supply, told, ran, waited };
}

const fresh = { login: null, wasRefused: (): boolean => false };
/** What lies in the state folder once codes were given. */
const passcodes = (...used: { login: string; usedUntil: number }[]): Map<string, string> =>
  new Map([['passcodes.json', `${JSON.stringify(used, null, 2)}\n`]]);
const alma = { ...fresh, login: 'alma' };
const plain = (supplied: Supplied): unknown => {
  if ('value' in supplied) return `${reveal(supplied.value)} from ${supplied.from}`;
  return 'ended' in supplied ? [supplied.ended.exitCode, supplied.ended.message] : 'spent';
};

describe('the supply of secrets', () => {
  test('gives a value once; after that there is no other', async () => {
    const { supply } = supplyOf({}, { MIWB_LINK_PRACTICE_PACER_PASSWORD: 'p' });
    expect(plain(await supply.next('pacerPassword', fresh))).toBe('p from MIWB_LINK_PRACTICE_PACER_PASSWORD');
    expect(plain(await supply.next('pacerPassword', fresh))).toBe('spent');
    expect(plain(await supply.next('cmecfPassword', fresh))).toBe('spent');
  });

  test('runs a password’s command when it is asked for, and once', async () => {
    const { supply, ran } = supplyOf({ pacerPassword: 'printf "p w"', cmecfPassword: 'echo old' });
    expect(ran).toEqual([]);
    expect(plain(await supply.next('pacerPassword', fresh))).toBe('p w from --pacer-password-command');
    expect(plain(await supply.next('pacerPassword', fresh))).toBe('spent');
    expect(ran).toEqual(['printf p w']);
  });

  test('runs the passcode’s command every time', async () => {
    const { supply, ran } = supplyOf({ passcode: 'echo 123456' });
    await supply.next('passcode', fresh);
    expect(plain(await supply.next('passcode', fresh))).toBe('123456 from --passcode-command');
    expect(ran).toEqual(['echo 123456', 'echo 123456']);
  });

  test('a code that was refused and printed again is waited out, once', async () => {
    const { supply, ran, told, waited } = supplyOf({ passcode: 'echo 123456' });
    await supply.next('passcode', fresh);
    expect(
      plain(
        await supply.next('passcode', { login: null, wasRefused: (value) => reveal(value) === '123456' }),
      ),
    ).toBe('spent');
    expect(ran).toHaveLength(3);
    expect(waited).toEqual([8_500]);
    expect(told).toEqual([
      '--passcode-command printed a code that was refused; waiting 9 seconds for the next one.',
    ]);
  });

  test('a code by command is noted by its half minute alone, and the next is fetched after it, by another run too', async () => {
    const bertils = { login: 'bertil', usedUntil: noon + 4_000 };
    const texts = passcodes(bertils);
    const store = memoryStore(texts);
    const first = supplyOf({ passcode: 'echo 123456' }, {}, store);
    expect(plain(await first.supply.next('passcode', alma))).toBe('123456 from --passcode-command');
    expect([first.waited, texts]).toEqual([
      [],
      passcodes(bertils, { login: 'alma', usedUntil: noon + 8_000 }),
    ]);
    const another = supplyOf({ passcode: 'echo 654321' }, {}, store);
    expect(plain(await another.supply.next('passcode', alma))).toBe('654321 from --passcode-command');
    expect([another.waited, another.told]).toEqual([
      [8_500],
      ['Waiting 9 seconds for a fresh passcode; each is used once.'],
    ]);
  });

  test.each([
    [30_000, 'is waited out', [30_500]],
    [30_001, 'was noted before the clock was put back, and is not', []],
  ])('a code that counts for %i ms more %s', async (more, _what, waits) => {
    const usedUntil = noon + more;
    const store = memoryStore(passcodes({ login: 'alma', usedUntil }));
    const { supply, waited } = supplyOf({ passcode: 'true' }, {}, store);
    await supply.next('passcode', alma);
    expect(waited).toEqual(waits);
  });

  test.each([
    ['fails', 'sh -c "echo p; exit 3"', '--pacer-password-command ended with code 3.'],
    ['is killed', 'sh -c "kill -9 $$"', '--pacer-password-command was ended by SIGKILL.'],
    ['is not there', '/no/such/vault', '--pacer-password-command names a program that is not there.'],
    ['cannot be started', '/etc', '--pacer-password-command names a program that cannot be started.'],
    ['prints nothing', 'true', '--pacer-password-command gives a blank pacerPassword.'],
    ['prints white space', 'echo "  "', '--pacer-password-command gives a blank pacerPassword.'],
    ['prints bytes', 'printf "\\377"', '--pacer-password-command wrote something that is not text.'],
    ['prints no end', 'yes', '--pacer-password-command wrote far more than a secret.'],
  ])('a command that %s ends the run and is named', async (_name, command, message) => {
    const { supply } = supplyOf({ pacerPassword: command });
    expect(plain(await supply.next('pacerPassword', fresh))).toEqual([2, message]);
  });
});
