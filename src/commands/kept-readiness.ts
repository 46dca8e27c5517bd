import type { Outcome } from '../outcome.ts';
import { reveal } from '../world/secret.ts';
import { onlySource } from './kept-supply.ts';
import { kindOf } from './kept-index.ts';
import type { SecretName, Secrets } from './secrets.ts';
import { faultOf } from './secrets.ts';
import type { Vault } from './vault.ts';

/** A password that a run without a person needs, and its login. */
export type Needed = { name: Exclude<SecretName, 'passcode'>; login: string };

/**
 * Looks into the keychain for what a run without a person needs and was not given, before the first request.
 * Gives the secrets with what was found; an outcome if the keychain, then the only source, cannot be used.
 */
export async function foundInKeychain(
  secrets: Secrets,
  needed: readonly Needed[],
  court: string,
  vault: Vault,
): Promise<Secrets | { ended: Outcome }> {
  const found: Secrets = { ...secrets };
  for (const { name, login } of needed) {
    if (found[name] !== undefined) continue;
    const kind = kindOf[name];
    const read = await vault.read({ court, kind, login });
    if ('unusable' in read) return { ended: onlySource(read.unusable, kind) };
    if (read.value === null || faultOf(name, reveal(read.value)) !== null) continue;
    found[name] = { from: 'the keychain', value: read.value };
  }
  return found;
}
