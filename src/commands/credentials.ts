import { printable } from '../court/printable.ts';
import type { CredentialOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { withConfig } from './config.ts';
import { savedSecrets } from './credentials-given.ts';
import type { KeptKind, KeptName } from './kept-index.ts';
import { nounOfKept } from './kept-index.ts';
import { storeIn } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { openVault } from './vault.ts';
import type { Vault } from './vault.ts';
import { whereTo } from './where.ts';

/** What a command prints that neither signs in nor links. */
export type Printed = { text: string; exitCode: number };

const schema = 'miwb-link-credentials/1';

/** `miwb-link credentials save | list | forget`: what is kept in the keychain, by name. Needs no network. */
export async function credentials(
  typed: CredentialOptions,
  around: Surroundings,
): Promise<Printed | Outcome> {
  const attended = around.terminal && typed.input && !typed.secretsStdin;
  const store = storeIn(await around.openKeep());
  const vault = openVault(() => around.openKeychain({ attended }), store, around.clock.now);
  if (typed.verb === 'list') return list(vault, typed.json);
  if (typed.all) return forgetAll(typed, vault);
  const filled = await withConfig({ ...typed, courtAddress: null, clientCode: null }, around);
  if ('exitCode' in filled) return filled;
  const where = whereTo(filled.court ?? 'miwb', null);
  if ('exitCode' in where) return where;
  const court = where.court.shortName;
  // What is named on the command line is meant alone; the configuration names what nobody named.
  const named = typed.pacerUser !== null || typed.cmecfLogin !== null;
  const options = named ? typed : { ...typed, pacerUser: filled.pacerUser, cmecfLogin: filled.cmecfLogin };
  if (typed.verb === 'save') return save(options, court, attended, vault, around);
  const names = namesToForget(options, court);
  if (names.length > 0) return forget(names, vault, typed.json);
  return outcome('usage', {
    message: 'What is to be forgotten was not said.',
    nextStep:
      'Give --pacer-user, --cmecf-login, or --all for everything that "miwb-link credentials list" shows.',
  });
}

async function list(vault: Vault, json: boolean): Promise<Printed | Outcome> {
  const kept = await vault.list();
  if ('unlisted' in kept) return unlisted(kept.unlisted);
  if (json) return { text: `${JSON.stringify({ schema, kept }, null, 2)}\n`, exitCode: 0 };
  if (kept.length === 0) return { text: 'Nothing was saved in the keychain from here.\n', exitCode: 0 };
  const lines = kept.map(
    (one) =>
      `${one.saved.slice(0, 10)}  ${one.court.padEnd(6)} ${nounOfKept(one.kind).padEnd(25)} ${printable(one.login)}`,
  );
  return { text: `${lines.join('\n')}\n`, exitCode: 0 };
}

async function save(
  options: CredentialOptions,
  court: string,
  attended: boolean,
  vault: Vault,
  around: Surroundings,
): Promise<Printed | Outcome> {
  const opened = await vault.opens();
  if ('unusable' in opened) return unusable(opened.unusable, 'Nothing was kept.');
  const given = await savedSecrets(options, court, attended, around);
  if ('exitCode' in given) return given;
  const done: KeptName[] = [];
  for (const { name, value } of given) {
    const kept = await vault.save(name, value);
    if ('unusable' in kept) return unusable(kept.unusable, `The ${wordsOf(name)} was not kept.`);
    if ('unlisted' in kept) return unlisted(`The ${wordsOf(name)} was not kept. ${kept.unlisted}`);
    done.push(name);
  }
  return printed('Kept', done, options.json, 'It was not tried at the court: the next run does that.');
}

async function forgetAll(typed: CredentialOptions, vault: Vault): Promise<Printed | Outcome> {
  const { court, pacerUser, cmecfLogin, totp, json } = typed;
  if (court !== null || pacerUser !== null || cmecfLogin !== null || totp) {
    return outcome('usage', {
      message: '--all does not go with --pacer-user, --cmecf-login, --totp or --court. Nothing was deleted.',
      nextStep: 'Name what is to be forgotten, or give --all alone for everything at every court.',
    });
  }
  const kept = await vault.list();
  return 'unlisted' in kept ? unlisted(kept.unlisted) : forget(kept, vault, json);
}

async function forget(names: readonly KeptName[], vault: Vault, json: boolean): Promise<Printed | Outcome> {
  const gone: KeptName[] = [];
  for (const { court, kind, login } of names) {
    const name = { court, kind, login };
    const forgot = await vault.forget(name);
    if ('unusable' in forgot) return unusable(forgot.unusable, `The ${wordsOf(name)} was not deleted.`);
    if (forgot.gone) gone.push(name);
  }
  return printed('Deleted', gone, json, '');
}

function namesToForget({ pacerUser, cmecfLogin, totp }: CredentialOptions, court: string): KeptName[] {
  const pacerKinds: KeptKind[] = totp ? ['pacer-totp'] : ['pacer-password', 'pacer-totp'];
  return [
    ...(pacerUser === null ? [] : pacerKinds.map((kind) => ({ court, kind, login: pacerUser }))),
    ...(cmecfLogin === null || totp ? [] : [{ court, kind: 'cmecf-password' as const, login: cmecfLogin }]),
  ];
}

function wordsOf({ court, kind, login }: KeptName): string {
  return `${nounOfKept(kind)} of ${printable(login)} (${court})`;
}

function printed(did: 'Kept' | 'Deleted', names: readonly KeptName[], json: boolean, note: string): Printed {
  if (json) {
    const text = JSON.stringify({ schema, [did.toLowerCase()]: names }, null, 2);
    return { text: `${text}\n`, exitCode: 0 };
  }
  if (names.length === 0) return { text: 'There was nothing of that in the keychain.\n', exitCode: 0 };
  const lines = names.map((name) => `${did}: ${wordsOf(name)}.`);
  return { text: `${[...lines, ...(note === '' ? [] : [note])].join('\n')}\n`, exitCode: 0 };
}

function unusable(why: string, what: string): Outcome {
  return outcome('keychain', {
    message: `${why} ${what}`,
    nextStep:
      'If it is locked, unlock it and run this again; "miwb-link check" tells whether it can be used. Without a ' +
      'keychain, each run asks for the passwords or is given them in another way.',
  });
}

function unlisted(message: string): Outcome {
  return outcome('source-failed', {
    message,
    nextStep:
      'Mend its folder, or take a damaged list away. What it told of stays in the keychain, and "miwb-link credentials ' +
      'forget" with --pacer-user or --cmecf-login deletes it all the same.',
  });
}
