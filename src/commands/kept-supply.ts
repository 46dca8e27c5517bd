import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { interruption } from '../walk/failure.ts';
import { reveal, secret } from '../world/secret.ts';
import type { Store } from './store.ts';
import type { KeptKind, KeptName } from './kept-index.ts';
import { isKept, kindOf, nounOfKept } from './kept-index.ts';
import type { SecretName } from './secrets.ts';
import { faultOf } from './secrets.ts';
import type { Supplied, Supply, SupplyWorld } from './supply.ts';
import { waited, waitingForFresh } from './supply.ts';
import type { Authenticator } from './totp.ts';
import { nextTurn, readSeed } from './totp.ts';
import { noteUsed, usedUntil } from './used-codes.ts';
import type { Vault } from './vault.ts';

export type KeptWorld = Omit<SupplyWorld, 'run' | 'store'> & {
  vault: Vault;
  store: Store;
  court: string;
  /** Whether somebody is there to be asked instead. */
  attended: boolean;
};

/**
 * Supplies what the keychain holds: passwords once each, passcodes made from a kept seed, no code twice. A keychain
 * that fails is told once and passed over where a person can be asked; otherwise it ends the run, for it was the
 * only source.
 */
export function keptSupply(world: KeptWorld): Supply {
  const given = new Set<SecretName>();
  const authenticators = new Map<string, Authenticator>();
  let told = false;

  function unusable(why: string, kind: KeptKind): Supplied {
    if (!world.attended) return { ended: onlySource(why, kind) };
    if (!told) world.tell(`${why} You are asked instead.`);
    told = true;
    return { spent: true };
  }

  async function authenticatorOf(name: KeptName): Promise<Authenticator | Supplied> {
    const known = authenticators.get(name.login);
    if (known !== undefined) return known;
    if (!isKept(await world.vault.index(), name)) return { spent: true };
    const read = await world.vault.read(name);
    if ('unusable' in read) return unusable(read.unusable, name.kind);
    if (read.value === null) return { spent: true };
    const seed = await readSeed(reveal(read.value));
    if (typeof seed === 'string') return { ended: malformed(name.kind, seed) };
    authenticators.set(name.login, seed);
    return seed;
  }

  async function code(name: KeptName): Promise<Supplied> {
    const made = await authenticatorOf(name);
    if (!('codeAt' in made)) return made;
    const turn = nextTurn(world.clock.now(), made.period, await usedUntil(world.store, name.login));
    if (turn.wait > 0) {
      world.tell(waitingForFresh(turn.wait));
      if (!(await waited(world, turn.wait))) return { ended: outcome(interruption(world.signal)) };
    }
    await noteUsed(world.store, name.login, turn.ends);
    return { value: secret(made.codeAt(turn.at)), from: 'the authenticator seed in the keychain' };
  }

  return {
    async next(secretName, { login }) {
      const kind = kindOf[secretName];
      if (login === null) return { spent: true };
      const name = { court: world.court, kind, login };
      if (kind === 'pacer-totp') return code(name);
      if (given.has(secretName)) return { spent: true };
      given.add(secretName);
      const read = await world.vault.read(name);
      if ('unusable' in read) return unusable(read.unusable, kind);
      if (read.value === null) return { spent: true };
      const fault = faultOf(secretName, reveal(read.value));
      if (fault !== null) return { ended: malformed(kind, `it holds ${fault}`) };
      return { value: read.value, from: 'the keychain' };
    },
  };
}

/** The ending of a run that had nothing but the keychain to take a secret from. */
export function onlySource(why: string, kind: KeptKind): Outcome {
  return outcome('keychain', { message: `${why} It was the only source of the ${nounOfKept(kind)}.` });
}

function malformed(kind: KeptKind, what: string): Outcome {
  return outcome('source-failed', {
    message: `The keychain’s ${nounOfKept(kind)} cannot be used: ${what}.`,
    nextStep:
      'Save it anew with "miwb-link credentials save", or take it out with "miwb-link credentials forget".',
  });
}
