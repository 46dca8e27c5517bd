import type { Need } from '../court/step.ts';
import type { WalkOptions } from '../request.ts';
import { untypeable } from '../typeable.ts';
import type { Secret } from '../world/secret.ts';
import { secret } from '../world/secret.ts';
import { splitWords } from './split-words.ts';

export type SecretName = 'pacerPassword' | 'passcode' | 'cmecfPassword';
/** A secret given explicitly: as a value, or as a command that prints it. `from` names the source for people. */
export type Source = { from: string; value: Secret } | { from: string; command: string[] };
export type Secrets = Partial<Record<SecretName, Source>>;
/** The commands as typed behind their options. */
export type Commands = Record<SecretName, string | null>;

/** The source of what a person typed. */
export const keyboard = 'the keyboard';

const variables: Record<SecretName, string> = {
  pacerPassword: 'PACER_PASSWORD',
  passcode: 'PASSCODE',
  cmecfPassword: 'CMECF_PASSWORD',
};
/** The options that name a command which prints a secret. */
export const commandOptions: Record<SecretName, string> = {
  pacerPassword: '--pacer-password-command',
  passcode: '--passcode-command',
  cmecfPassword: '--cmecf-password-command',
};
/** Every secret that a run may need. */
export const secretNames = Object.keys(variables) as SecretName[];

/** Whether a need is a secret, which is typed unseen. */
export function isSecret(need: Need): need is SecretName {
  return need in variables;
}

/** The commands of a run's options; one that signs in alone has none for CM/ECF. */
export function commandsOf(options: WalkOptions & { cmecfPasswordCommand?: string | null }): Commands {
  return {
    pacerPassword: options.pacerPasswordCommand,
    passcode: options.passcodeCommand,
    cmecfPassword: options.cmecfPasswordCommand ?? null,
  };
}

/** The environment variable of a secret; practice runs have their own, so that a real one never strays there. */
export function variableOf(name: SecretName, practice: boolean): string {
  return `MIWB_LINK_${practice ? 'PRACTICE_' : ''}${variables[name]}`;
}

/** The real secrets' variables that are set; practice refuses to start beside them. */
export function realSecretsSet(env: Readonly<Record<string, string | undefined>>): string[] {
  return secretNames.map((name) => variableOf(name, false)).filter((variable) => env[variable] !== undefined);
}

/**
 * Gathers the secrets given explicitly: by the JSON object read from standard input (null: none was read), by
 * command, by environment. Two sources for one secret, a blank or malformed value, or JSON of another shape is
 * a problem in words, which never repeat a value. No command is run.
 */
export function gatherSecrets(
  env: Readonly<Record<string, string | undefined>>,
  practice: boolean,
  stdin: string | null,
  commands: Commands | null = null,
): { secrets: Secrets } | { problem: string } {
  const typed = stdin === null ? {} : readObject(stdin);
  if (typeof typed === 'string') return { problem: typed };
  const secrets: Secrets = {};
  for (const name of secretNames) {
    const given = [
      { from: '--secrets-stdin', text: typed[name] },
      { from: commandOptions[name], text: commands?.[name] ?? undefined },
      { from: variableOf(name, practice), text: env[variableOf(name, practice)] },
    ].filter(({ text }) => text !== undefined);
    const [first, second] = given;
    if (first?.text === undefined) continue;
    if (second !== undefined)
      return { problem: `${name} is given twice: by ${second.from} and by ${first.from}. Give it once.` };
    const source = first.from === commandOptions[name] ? ofCommand(first.text) : ofValue(name, first.text);
    if (typeof source === 'string') return { problem: `${first.from} ${source}.` };
    secrets[name] = { from: first.from, ...source };
  }
  return { secrets };
}

function ofCommand(line: string): { command: string[] } | string {
  const words = splitWords(line);
  return typeof words === 'string' ? `is not a command: ${words}` : { command: words };
}

function ofValue(name: SecretName, text: string): { value: Secret } | string {
  const fault = faultOf(name, text);
  return fault === null ? { value: secret(text) } : `gives ${fault}`;
}

/** What is wrong with a value before it is sent anywhere, in words that do not repeat it; null for nothing. */
export function faultOf(name: SecretName, text: string): string | null {
  if (text.trim() === '') return `a blank ${name}`;
  if (/[\r\n]/.test(text)) return `a ${name} with a line break in it`;
  if (untypeable.test(text)) return `a ${name} with a character in it that cannot be typed`;
  if (text.length > 1_024) return `a ${name} longer than any password`;
  if (name === 'passcode' && !/^[A-Za-z0-9 -]{1,40}$/.test(text)) return 'something that is not a passcode';
  return null;
}

/** What a text is that is not JSON; programs of Windows write UTF-16, which has a NUL beside every letter. */
function notJson(text: string): string {
  if (text.trim() === '') return 'empty';
  if (Buffer.byteLength(text) > 65_536) return 'longer than 64 kilobytes';
  return text.includes('\0') ? 'in UTF-16, where UTF-8 is needed' : 'not JSON';
}

function readObject(text: string): Partial<Record<SecretName, string>> | string {
  const shape = 'an object with the keys pacerPassword, passcode, cmecfPassword (any of them), each a string';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `--secrets-stdin: standard input is ${notJson(text)}. It takes ${shape}.`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `--secrets-stdin takes ${shape}.`;
  const given: Partial<Record<SecretName, string>> = {};
  for (const [key, one] of Object.entries(value)) {
    const name = secretNames.find((known) => known === key);
    if (name === undefined) return `--secrets-stdin: there is a key that is not known. It takes ${shape}.`;
    if (typeof one !== 'string') return `--secrets-stdin: ${name} is not a string.`;
    given[name] = one;
  }
  // JSON.parse takes the last of two; all that stands in quotes is a key or its value.
  const inQuotes = text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  if (inQuotes.length !== 2 * Object.keys(given).length)
    return '--secrets-stdin: a key is there twice. Give each secret once.';
  return given;
}
