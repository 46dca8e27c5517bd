import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { isName } from '../typeable.ts';
import type { Surroundings } from './surroundings.ts';
import { unreadable } from './unreadable.ts';

/** Names that are no secret, so that they need not be typed every time. */
export type Config = Partial<Record<ConfigKey, string>>;
export type ConfigKey = 'pacerUser' | 'cmecfLogin' | 'court' | 'clientCode';

const keys: readonly ConfigKey[] = ['pacerUser', 'cmecfLogin', 'court', 'clientCode'];
const consents = new Set([
  'expectcmecfname',
  'expectpacername',
  'attestindividual',
  'acknowledgeredaction',
  'yes',
]);
const secretWords = /pass|pwd|secret|token|otp|seed|mfa|pin$|^key$|authenticator/;

// A home that is no folder (/dev/null, as services have) holds none either.
const nowhere = new Set(['ENOENT', 'ENOTDIR']);

/** Reads the text of a configuration file. A string says what is wrong; it repeats no value. */
export function readConfig(text: string): Config | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const config: Config = {};
  for (const [key, one] of Object.entries(value)) {
    const known = keys.find((name) => name === key);
    if (known === undefined) return whyNot(key);
    if (typeof one !== 'string' || one.trim() === '') return `${known} is not a text, or blank`;
    if (!isName(one)) return `${known} is no name that could be typed`;
    config[known] = one.trim();
  }
  return config;
}

function whyNot(key: string): string {
  const bare = key.toLowerCase().replace(/[^a-z]/g, '');
  if (secretWords.test(bare))
    return 'there is a key for a secret in it, and secrets have no place in a file (use "miwb-link credentials save"); take it out, and change the secret';
  if (consents.has(bare))
    return 'there is consent in it, which is taken from the command line alone, for each run anew';
  const [nearest] = keys
    .map((name) => ({ name, slips: distance(bare, name.toLowerCase()) }))
    .toSorted((a, b) => a.slips - b.slips);
  const meant = nearest !== undefined && nearest.slips <= 3 ? ` (did you mean ${nearest.name}?)` : '';
  return `there is a key in it that is not known${meant}; the keys are ${keys.join(', ')}`;
}

/** Where the configuration file is looked for. */
async function configPath(around: Surroundings): Promise<string> {
  return join((await around.openKeep()).configFolder, 'config.json');
}

/** The configuration, empty where there is no file; an outcome says what is wrong with the file. */
export async function loadConfig(around: Surroundings): Promise<{ config: Config; path: string } | Outcome> {
  const path = await configPath(around);
  const wrong = (what: string): Outcome =>
    outcome('usage', {
      message: `The configuration file ${path} cannot be used: ${what}.`,
      nextStep: 'Mend the file or take it away; "miwb-link config show" tells what it says.',
    });
  let text: string;
  try {
    text = await around.readFile(path, 'own');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && nowhere.has(String(error.code));
    return missing ? { config: {}, path } : wrong(unreadable(error));
  }
  const config = readConfig(text);
  return typeof config === 'string' ? wrong(config) : { config, path };
}

/** What the configuration can stand in for: options given on the command line win. */
type Fillable = {
  court: string | null;
  courtAddress: string | null;
  pacerUser: string | null;
  clientCode: string | null;
};

/** Options with what the configuration says where they say nothing. Practice does not read it. */
export async function withConfig<O extends Fillable>(options: O, around: Surroundings): Promise<O | Outcome> {
  if (options.courtAddress !== null) return options;
  const loaded = await loadConfig(around);
  if ('exitCode' in loaded) return loaded;
  const { pacerUser, cmecfLogin, court, clientCode } = loaded.config;
  const filled = {
    ...options,
    court: options.court ?? court ?? null,
    pacerUser: options.pacerUser ?? pacerUser ?? null,
    clientCode: options.clientCode ?? clientCode ?? null,
  };
  return 'cmecfLogin' in options
    ? { ...filled, cmecfLogin: options.cmecfLogin ?? cmecfLogin ?? null }
    : filled;
}

/** What `miwb-link config path` and `config show` print; an outcome if the file cannot be used. */
export async function configText(
  verb: 'path' | 'show',
  json: boolean,
  around: Surroundings,
): Promise<{ text: string; exitCode: number } | Outcome> {
  if (verb === 'path') {
    const path = await configPath(around);
    return { text: json ? `${JSON.stringify({ path })}\n` : `${path}\n`, exitCode: 0 };
  }
  const loaded = await loadConfig(around);
  if ('exitCode' in loaded) return loaded;
  const { config, path } = loaded;
  if (json) return { text: `${JSON.stringify({ path, config }, null, 2)}\n`, exitCode: 0 };
  const lines = Object.entries(config).map(([key, value]) => `${key}: ${value}`);
  return {
    text: `${[path, ...(lines.length === 0 ? ['(nothing is set)'] : lines)].join('\n')}\n`,
    exitCode: 0,
  };
}
