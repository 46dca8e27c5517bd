import type { Secret } from '../world/secret.ts';
import { secret } from '../world/secret.ts';

export type SecretName = 'pacerPassword' | 'passcode' | 'cmecfPassword';
export type Secrets = Partial<Record<SecretName, { value: Secret; source: string }>>;

const variables: Record<SecretName, string> = {
  pacerPassword: 'PACER_PASSWORD',
  passcode: 'PASSCODE',
  cmecfPassword: 'CMECF_PASSWORD',
};
const names = Object.keys(variables) as SecretName[];

/** The environment variable of a secret; practice runs have their own, so that a real one never strays there. */
export function variableOf(name: SecretName, practice: boolean): string {
  return `MIWB_LINK_${practice ? 'PRACTICE_' : ''}${variables[name]}`;
}

/** The real secrets' variables that are set; practice refuses to start beside them. */
export function realSecretsSet(env: Readonly<Record<string, string | undefined>>): string[] {
  return names.map((name) => variableOf(name, false)).filter((variable) => env[variable] !== undefined);
}

/**
 * Gathers the secrets given explicitly: by environment and, where `stdin` is not null, by the JSON object read from
 * standard input. Two sources for one secret, a blank value, or JSON of another shape is a problem in words,
 * which never repeat a value.
 */
export function gatherSecrets(
  env: Readonly<Record<string, string | undefined>>,
  practice: boolean,
  stdin: string | null,
): { secrets: Secrets } | { problem: string } {
  const typed = stdin === null ? {} : readObject(stdin);
  if (typeof typed === 'string') return { problem: typed };
  const secrets: Secrets = {};
  for (const name of names) {
    const variable = variableOf(name, practice);
    const fromEnv = env[variable];
    const fromStdin = typed[name];
    if (fromEnv !== undefined && fromStdin !== undefined) {
      return { problem: `${name} is given twice: by ${variable} and by --secrets-stdin. Give it once.` };
    }
    const value = fromStdin ?? fromEnv;
    if (value === undefined) continue;
    const source = fromStdin === undefined ? variable : '--secrets-stdin';
    if (value.trim() === '') return { problem: `${source} gives a blank ${name}.` };
    if (/[\r\n\0]/.test(value)) return { problem: `${source} gives a ${name} with a line break in it.` };
    secrets[name] = { value: secret(value), source };
  }
  return { secrets };
}

function readObject(text: string): Partial<Record<SecretName, string>> | string {
  const shape = 'an object with the keys pacerPassword, passcode, cmecfPassword (any of them), each a string';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `--secrets-stdin: standard input is not JSON. It takes ${shape}.`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `--secrets-stdin takes ${shape}.`;
  const given: Partial<Record<SecretName, string>> = {};
  for (const [key, one] of Object.entries(value)) {
    const name = names.find((known) => known === key);
    if (name === undefined) return `--secrets-stdin: there is a key that is not known. It takes ${shape}.`;
    if (typeof one !== 'string') return `--secrets-stdin: ${name} is not a string.`;
    given[name] = one;
  }
  return given;
}
