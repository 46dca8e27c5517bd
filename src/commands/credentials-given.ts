import type { CredentialOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { interruption } from '../walk/failure.ts';
import type { Person } from '../world/person.ts';
import { reveal, secret } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';
import { isCancelled } from './cancelled.ts';
import { inColumns } from './in-columns.ts';
import type { KeptName } from './kept-index.ts';
import { kindOf, nounOfKept } from './kept-index.ts';
import { nobodyToAsk, typedSecrets } from './readiness.ts';
import { faultOf, gatherSecrets, variableOf } from './secrets.ts';
import type { SecretName } from './secrets.ts';
import type { Surroundings } from './surroundings.ts';
import { readSeed } from './totp.ts';

/** A secret to keep, and under which name. */
export type ToKeep = { name: KeptName; value: Secret };

const secondFactorNote =
  'Note: an authenticator seed in the same keychain as the password undoes the second factor. Whoever can open this ' +
  'keychain can then sign in as you, without your telephone. PACER’s passcodes are there to prevent that.';

/**
 * The secrets that `credentials save` is to keep: from standard input, the environment or the person. An outcome says
 * what is missing or wrong. With --totp it is the authenticator's seed alone.
 */
export async function savedSecrets(
  options: CredentialOptions,
  court: string,
  attended: boolean,
  around: Surroundings,
): Promise<ToKeep[] | Outcome> {
  const person = attended ? inColumns(await around.openPerson(options.color, () => {}), around) : null;
  const stdin = options.secretsStdin ? await around.readStdin(65_536) : null;
  if (around.signal.aborted) return outcome(interruption(around.signal));
  if (options.secretsStdin && stdin === null) return typedSecrets();
  try {
    return options.totp
      ? await seed(options, court, person, stdin, around)
      : await passwords(options, court, person, stdin, around);
  } catch (error) {
    if (isCancelled(error)) return outcome('cancelled', { message: 'Cancelled; nothing was kept.' });
    throw error;
  }
}

async function passwords(
  options: CredentialOptions,
  court: string,
  person: Person | null,
  stdin: string | null,
  around: Surroundings,
): Promise<ToKeep[] | Outcome> {
  const gathered = gatherSecrets(around.env, false, stdin);
  if ('problem' in gathered) return outcome('usage', { message: gathered.problem });
  const { pacerUser, cmecfLogin } = await named(options, person);
  const wanted = [
    { secretName: 'pacerPassword', login: pacerUser, whose: '--pacer-user' },
    { secretName: 'cmecfPassword', login: cmecfLogin, whose: '--cmecf-login' },
  ] as const;
  const handed = (name: SecretName): boolean => gathered.secrets[name]?.from === '--secrets-stdin';
  if (handed('passcode')) return unkeepable('passcode', 'a code works once');
  const nobodys = wanted.find(({ secretName, login }) => login === null && handed(secretName));
  if (nobodys !== undefined)
    return unkeepable(nobodys.secretName, `${nobodys.whose} does not say whose it is`);
  const kept: ToKeep[] = [];
  for (const { secretName, login } of wanted) {
    if (login === null) continue;
    const kind = kindOf[secretName];
    const source = gathered.secrets[secretName];
    const given = source !== undefined && 'value' in source ? source.value : null;
    const value = given ?? (person === null ? null : await ask(person, `${nounOfKept(kind)} of ${login}`));
    if (value === null) return nobodyToAsk([waysFor(kind, secretName, stdin !== null)]);
    const fault = faultOf(secretName, reveal(value));
    if (fault !== null) return outcome('source-failed', { message: `It was not kept: that is ${fault}.` });
    kept.push({ name: { court, kind, login }, value });
  }
  return kept.length === 0 ? nobodyToAsk(['--pacer-user or --cmecf-login']) : kept;
}

/** The ending of a run that was handed a secret it would have to drop. */
function unkeepable(name: SecretName, why: string): Outcome {
  return outcome('usage', {
    message: `--secrets-stdin: ${name} cannot be kept: ${why}. Nothing was kept.`,
  });
}

function waysFor(kind: KeptName['kind'], name: SecretName, stdinRead: boolean): string {
  const key = stdinRead ? `"${name}" in the JSON of --secrets-stdin` : '--secrets-stdin';
  return `the ${nounOfKept(kind)} (${key} or ${variableOf(name, false)})`;
}

async function seed(
  options: CredentialOptions,
  court: string,
  person: Person | null,
  stdin: string | null,
  around: Surroundings,
): Promise<ToKeep[] | Outcome> {
  const { pacerUser } = await named(options, person);
  if (pacerUser === null) return nobodyToAsk(['--pacer-user']);
  around.tell(secondFactorNote);
  let value: Secret | null = stdin === null ? null : readSeedObject(stdin);
  if (stdin !== null && value === null)
    return outcome('usage', {
      message: '--secrets-stdin with --totp takes {"totpSeed": "…"} alone. Nothing was kept.',
    });
  if (person !== null && value === null) {
    if (!(await person.confirm({ message: 'Keep the seed all the same?' })))
      return outcome('declined', { message: 'The seed was not kept.' });
    value = await ask(person, `${nounOfKept('pacer-totp')} of ${pacerUser} (or its otpauth:// address)`);
  }
  if (value === null) return nobodyToAsk(['--secrets-stdin']);
  const read = await readSeed(reveal(value));
  if (typeof read === 'string')
    return outcome('source-failed', { message: `That is no authenticator seed: ${read}. Nothing was kept.` });
  return [{ name: { court, kind: 'pacer-totp', login: pacerUser }, value }];
}

type Names = Pick<CredentialOptions, 'pacerUser' | 'cmecfLogin'>;

async function named({ pacerUser, cmecfLogin }: Names, person: Person | null): Promise<Names> {
  if (pacerUser !== null || cmecfLogin !== null || person === null) return { pacerUser, cmecfLogin };
  const typed = (await person.text({ message: 'PACER username' })).trim();
  return { pacerUser: typed === '' ? null : typed, cmecfLogin };
}

async function ask(person: Person, message: string): Promise<Secret> {
  for (;;) {
    const value = await person.secret({ message });
    if (reveal(value).trim() !== '') return value;
  }
}

function readSeedObject(text: string): Secret | null {
  try {
    const value: unknown = JSON.parse(text);
    const alone = typeof value === 'object' && value !== null && Object.keys(value).length === 1;
    const found = alone && 'totpSeed' in value ? value.totpSeed : null;
    return typeof found === 'string' ? secret(found) : null;
  } catch {
    return null;
  }
}
