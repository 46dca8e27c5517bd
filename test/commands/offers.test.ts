import { describe, expect, test } from 'vitest';
import { offerToKeep } from '../../src/commands/offers.ts';
import { remembering } from '../../src/commands/remembering.ts';
import type { Remembering } from '../../src/commands/remembering.ts';
import { openVault } from '../../src/commands/vault.ts';
import type { Vault } from '../../src/commands/vault.ts';
import { outcome } from '../../src/outcome.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Person } from '../../src/world/person.ts';
import { reveal, secret } from '../../src/world/secret.ts';
import { memoryStore } from '../support/memory-store.ts';

/** A keychain and a state folder in memory, and somebody whose every answer is foreseen. */
function scene(
  answers: Record<string, boolean>,
  store = memoryStore(new Map()),
): {
  vault: Vault;
  kept: Map<string, string>;
  person: Person;
  unasked: () => string[];
  told: string[];
} {
  const kept = new Map<string, string>();
  const told: string[] = [];
  const open = new Map(Object.entries(answers));
  const never = (): never => {
    throw new Error('not foreseen');
  };
  const vault = openVault(
    () =>
      Promise.resolve({
        read: (service, account) =>
          Promise.resolve(
            kept.has(`${service} ${account}`) ? secret(kept.get(`${service} ${account}`) ?? '') : null,
          ),
        save: (service, account, value) => {
          kept.set(`${service} ${account}`, reveal(value));
          return Promise.resolve();
        },
        forget: (service, account) => Promise.resolve(kept.delete(`${service} ${account}`)),
      }),
    store,
    () => 0,
  );
  const person: Person = {
    text: never,
    secret: never,
    tell: (text) => void told.push(text),
    confirm: ({ message }) => {
      const yes = open.get(message);
      if (yes === undefined) throw new Error(`not foreseen: ${message}`);
      open.delete(message);
      return Promise.resolve(yes);
    },
  };
  return { vault, kept, person, unasked: () => [...open.keys()], told };
}

function run(from: { pacer: string; cmecf: string }, taken = true): Remembering {
  const memory = remembering(
    'miwb',
    null,
    () => 0,
    () => {},
  );
  memory.given('pacerPassword', { value: secret('p'), from: from.pacer, login: 'alma' });
  if (taken) memory.seen('court-menu');
  memory.given('cmecfPassword', { value: secret('c'), from: from.cmecf, login: 'aq' });
  if (taken) memory.seen('link-review');
  return memory;
}

const typedBoth = { pacer: 'the keyboard', cmecf: 'the keyboard' };
const keepPacer = 'Keep the PACER password of alma in this computer’s keychain?';
const keepCmecf = 'Keep the CM/ECF password of aq in this computer’s keychain?';
const spent = 'The old CM/ECF password of aq is spent. Delete it from the keychain?';
const linked: Outcome = outcome('linked', { submitted: 'yes', linked: 'yes', proof: 'menu' });

describe('what is offered once the result has been told', () => {
  test('after a dry run: to keep both passwords that were typed', async () => {
    const { vault, kept, person, unasked, told } = scene({ [keepPacer]: true, [keepCmecf]: false });
    await offerToKeep(outcome('dry-run-ready'), run(typedBoth), 'miwb', vault, person);
    expect([...kept]).toEqual([['miwb-link miwb pacer-password alma', 'p']]);
    expect(unasked()).toEqual([]);
    expect(told).toEqual(['Kept.']);
  });

  test('is not kept, and said so, where the list of it cannot be written', async () => {
    const store = { ...memoryStore(new Map()), write: () => Promise.resolve('the disk is full') };
    const { vault, kept, person, told } = scene({ [keepPacer]: true, [keepCmecf]: false }, store);
    await offerToKeep(outcome('dry-run-ready'), run(typedBoth), 'miwb', vault, person);
    expect([kept.size, told]).toEqual([
      0,
      ['It was not kept. The list of what is kept, credentials.json, cannot be written: the disk is full.'],
    ]);
  });

  test('after a link: the PACER password alone; the CM/ECF password is spent, and a kept one may go', async () => {
    const { vault, kept, person, unasked } = scene({ [keepPacer]: false, [spent]: true });
    await vault.save({ court: 'miwb', kind: 'cmecf-password', login: 'aq' }, secret('c'));
    await offerToKeep(linked, run({ ...typedBoth, cmecf: 'the keychain' }), 'miwb', vault, person);
    expect([[...kept], await vault.index(), unasked()]).toEqual([[], [], []]);
  });

  test('after a link with nothing kept: nothing about the CM/ECF password', async () => {
    const { vault, person, unasked } = scene({ [keepPacer]: false });
    await offerToKeep(linked, run(typedBoth), 'miwb', vault, person);
    expect(unasked()).toEqual([]);
  });

  test.each([
    [
      'of what came from the keychain, a command or a variable',
      outcome('dry-run-ready'),
      run({ pacer: 'the keychain', cmecf: '--cmecf-password-command' }),
    ],
    ['of what the court did not take', outcome('cmecf-refused'), run(typedBoth, false)],
    ['to somebody who left', outcome('cancelled'), run(typedBoth)],
    ['after a signal', outcome('terminated'), run(typedBoth)],
  ])('nothing %s', async (_name, ended, memory) => {
    const { vault, person, kept } = scene({});
    await offerToKeep(ended, memory, 'miwb', vault, person);
    expect(kept.size).toBe(0);
  });

  test('after an unknown outcome the CM/ECF password is neither kept nor deleted: it may be needed', async () => {
    const { vault, person, unasked } = scene({ [keepPacer]: false });
    await vault.save({ court: 'miwb', kind: 'cmecf-password', login: 'aq' }, secret('c'));
    const unknown = outcome('outcome-unknown', { submitted: 'unknown', linked: 'unknown' });
    await offerToKeep(unknown, run({ ...typedBoth, cmecf: 'the keychain' }), 'miwb', vault, person);
    expect(unasked()).toEqual([]);
    expect(await vault.index()).toHaveLength(1);
  });
});
