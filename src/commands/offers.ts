import type { Outcome } from '../outcome.ts';
import type { Person } from '../world/person.ts';
import { isCancelled } from './cancelled.ts';
import type { KeptKind, KeptName } from './kept-index.ts';
import { isKept, nounOfKept } from './kept-index.ts';
import type { LastGiven, Remembering } from './remembering.ts';
import { keyboard } from './secrets.ts';
import type { Vault } from './vault.ts';

/**
 * Offers, once the result has been told, to keep in the keychain what was typed and taken, or to delete the CM/ECF
 * password that a link has spent. Every question defaults to no. Nothing here changes how the run ended.
 */
export async function offerToKeep(
  ended: Outcome,
  { last }: Remembering,
  court: string,
  vault: Vault,
  person: Person,
): Promise<void> {
  if (ended.exitCode >= 128 || ended.id === 'cancelled' || vault.failed() !== null) return;
  const name = (kind: KeptKind, login: string): KeptName => ({ court, kind, login });
  try {
    const pacer = last.get('pacerPassword');
    if (isNew(pacer)) await offerToSave(name('pacer-password', pacer.login), pacer, vault, person);
    const cmecf = last.get('cmecfPassword');
    if (cmecf === undefined) return;
    const old = name('cmecf-password', cmecf.login);
    const spent = ended.linked === 'yes';
    if (spent && isKept(await vault.index(), old)) await offerToForget(old, vault, person);
    if (!spent && ended.submitted === 'no' && isNew(cmecf)) await offerToSave(old, cmecf, vault, person);
  } catch (error) {
    if (!isCancelled(error)) throw error;
  }
}

function isNew(given: LastGiven | undefined): given is LastGiven {
  return given !== undefined && given.accepted && given.from === keyboard;
}

async function offerToSave(name: KeptName, given: LastGiven, vault: Vault, person: Person): Promise<void> {
  const noun = nounOfKept(name.kind);
  const yes = await person.confirm({
    message: `Keep the ${noun} of ${name.login} in this computer’s keychain?`,
  });
  if (!yes) return;
  const kept = await vault.save(name, given.value);
  if ('saved' in kept) return person.tell('Kept.');
  person.tell(`It was not kept. ${'unusable' in kept ? kept.unusable : kept.unlisted}`);
}

async function offerToForget(name: KeptName, vault: Vault, person: Person): Promise<void> {
  const message = `The old ${nounOfKept(name.kind)} of ${name.login} is spent. Delete it from the keychain?`;
  if (!(await person.confirm({ message }))) return;
  const forgot = await vault.forget(name);
  person.tell('unusable' in forgot ? `It was not deleted. ${forgot.unusable}` : 'Deleted.');
}
