import { describe, expect, test } from 'vitest';
import { keptSupply } from '../../src/commands/kept-supply.ts';
import type { KeptKind } from '../../src/commands/kept-index.ts';
import { openSupply } from '../../src/commands/supply.ts';
import type { Supplied, Supply } from '../../src/commands/supply.ts';
import { openVault } from '../../src/commands/vault.ts';
import type { Keychain } from '../../src/world/keychain.ts';
import { keychainFailure } from '../../src/world/keychain-failure.ts';
import type { KeychainCode } from '../../src/world/keychain.ts';
import { reveal, secret } from '../../src/world/secret.ts';
import { memoryStore } from '../support/memory-store.ts';

const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const start = 1_000_000_020_000; // a 30-second step begins

type Computer = {
  now: number;
  failing: KeychainCode | null;
  told: string[];
  asked: string[];
  files: Map<string, string>;
  store: Parameters<typeof keptSupply>[0]['store'];
  vault(): ReturnType<typeof openVault>;
  /** A new run on this computer. */
  run(attended?: boolean): Supply;
  save(kind: KeptKind, login: string, value: string): Promise<void>;
};

/** What lies between two runs: the keychain, the state folder, and the time of day. */
function makeComputer(): Computer {
  const kept = new Map<string, string>();
  const files = new Map<string, string>();
  const keychain: Keychain = {
    read: (service, account) => {
      computer.asked.push(service);
      if (computer.failing !== null) return Promise.reject(keychainFailure(computer.failing));
      const found = kept.get(`${service} ${account}`);
      return Promise.resolve(found === undefined ? null : secret(found));
    },
    save: (service, account, value) => {
      kept.set(`${service} ${account}`, reveal(value));
      return Promise.resolve();
    },
    forget: (service, account) => Promise.resolve(kept.delete(`${service} ${account}`)),
  };
  const world = {
    clock: {
      now: (): number => computer.now,
      pause: (ms: number): Promise<void> => {
        computer.now += ms;
        return Promise.resolve();
      },
    },
    signal: new AbortController().signal,
    tell: (text: string): void => void computer.told.push(text),
  };
  const computer: Computer = {
    now: start,
    failing: null,
    told: [],
    asked: [],
    files,
    store: memoryStore(files),
    vault: () =>
      openVault(
        () => Promise.resolve(keychain),
        computer.store,
        () => computer.now,
      ),
    run: (attended = false) => {
      const { store } = computer;
      const supply = keptSupply({ ...world, vault: computer.vault(), store, court: 'miwb', attended });
      const run = (): Promise<never> => Promise.reject(new Error('no command'));
      return openSupply({}, { ...world, run, store }, supply);
    },
    save: async (kind, login, value) => {
      await computer.vault().save({ court: 'miwb', kind, login }, secret(value));
    },
  };
  return computer;
}

const plain = (supplied: Supplied): unknown => {
  if ('value' in supplied) return `${reveal(supplied.value)} from ${supplied.from}`;
  return 'ended' in supplied ? [supplied.ended.id, supplied.ended.exitCode, supplied.ended.message] : 'spent';
};
const asked = { login: 'alma', wasRefused: (): boolean => false };

describe('passcodes from a kept seed', () => {
  async function withSeed(): Promise<Computer> {
    const computer = makeComputer();
    await computer.save('pacer-totp', 'alma', seed);
    return computer;
  }

  test('the running code, and for a second one the next step is waited for and told', async () => {
    const computer = await withSeed();
    const supply = computer.run();
    computer.now = start + 10_000;
    const first = plain(await supply.next('passcode', asked));
    const second = plain(await supply.next('passcode', asked));
    expect(first).toMatch(/^\d{6} from the authenticator seed in the keychain$/);
    expect(second).not.toBe(first);
    expect(computer.told).toEqual(['Waiting 21 seconds for a fresh passcode; each is used once.']);
    expect(computer.now).toBe(start + 30_250);
  });

  test('a second run does not make the code of the first again', async () => {
    const computer = await withSeed();
    computer.now = start + 2_000;
    const first = plain(await computer.run().next('passcode', asked));
    computer.now = start + 12_000;
    const second = plain(await computer.run().next('passcode', asked));
    expect(second).not.toBe(first);
    expect(JSON.parse(computer.files.get('passcodes.json') ?? '')).toEqual([
      { login: 'alma', usedUntil: start + 60_000 },
    ]);
    expect(computer.files.get('passcodes.json')).not.toContain(seed);
  });

  test('another login has steps of its own', async () => {
    const computer = await withSeed();
    await computer.save('pacer-totp', 'bertil', seed);
    await computer.run().next('passcode', asked);
    await computer.run().next('passcode', { ...asked, login: 'bertil' });
    expect(computer.told).toEqual([]);
  });

  test('with fewer than five seconds left the next one is waited for', async () => {
    const computer = await withSeed();
    computer.now = start + 26_000;
    await computer.run().next('passcode', asked);
    expect(computer.told).toEqual(['Waiting 5 seconds for a fresh passcode; each is used once.']);
  });

  test('a wait that a signal cuts off ends the run as that', async () => {
    const computer = await withSeed();
    const stopped = new AbortController();
    stopped.abort('terminated');
    const pause = (): Promise<void> => Promise.reject(stopped.signal.reason as Error);
    const supply = keptSupply({
      clock: { now: () => start + 28_000, pause },
      signal: stopped.signal,
      tell: () => {},
      vault: computer.vault(),
      store: computer.store,
      court: 'miwb',
      attended: false,
    });
    expect(plain(await supply.next('passcode', asked))).toMatchObject([
      'terminated',
      143,
      expect.any(String),
    ]);
  });

  test('a seed that was damaged ends the run and is not repeated', async () => {
    const computer = makeComputer();
    await computer.save('pacer-totp', 'alma', 'hunter2');
    const [id, code, message] = plain(await computer.run().next('passcode', asked)) as [
      string,
      number,
      string,
    ];
    expect([id, code]).toEqual(['source-failed', 2]);
    expect(message).toMatch(/^The keychain’s PACER authenticator seed cannot be used: it /);
    expect(message).not.toContain('hunter2');
  });

  test('where no seed was saved the keychain is not asked for one', async () => {
    const computer = makeComputer();
    expect(plain(await computer.run().next('passcode', asked))).toBe('spent');
    expect(computer.asked).toEqual([]);
  });
});

describe('kept passwords', () => {
  test('are read when they are asked for, by court and login, and given once', async () => {
    const computer = makeComputer();
    await computer.save('pacer-password', 'alma', 'p');
    const supply = computer.run();
    expect(computer.asked).toEqual([]);
    expect(plain(await supply.next('pacerPassword', asked))).toBe('p from the keychain');
    expect(plain(await supply.next('pacerPassword', asked))).toBe('spent');
    expect(plain(await supply.next('cmecfPassword', { ...asked, login: null }))).toBe('spent');
    expect(computer.asked).toEqual(['miwb-link miwb pacer-password']);
  });

  test.each(['none', 'locked', 'refused', 'timeout'] as const)(
    'a keychain that fails (%s) is told once to a person, and asked once',
    async (failing) => {
      const computer = makeComputer();
      computer.failing = failing;
      const supply = computer.run(true);
      expect(plain(await supply.next('pacerPassword', asked))).toBe('spent');
      expect(plain(await supply.next('cmecfPassword', { ...asked, login: 'aq' }))).toBe('spent');
      expect(computer.told).toEqual([`${keychainFailure(failing).message} You are asked instead.`]);
      expect(computer.asked).toHaveLength(1);
    },
  );

  test('without a person it ends the run with code 9', async () => {
    const computer = makeComputer();
    computer.failing = 'locked';
    expect(plain(await computer.run().next('pacerPassword', asked))).toEqual([
      'keychain',
      9,
      'The keychain is locked. It was the only source of the PACER password.',
    ]);
  });
});
