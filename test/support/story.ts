import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { scenarioNamed } from '../../src/practice/scenarios.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { makeHome } from './clean-env.ts';
import { runProgram } from './program.ts';

/** How a run ended, against what the court saw of it. */
export type Told = {
  code: number | null;
  outcome: string;
  submitted: string;
  linked: string;
  proof: string;
  finalSubmits: number;
  links: number;
  openSessions: number;
  /** Requests that reached a host of somebody else. */
  strayed: number;
  /** Secrets that were found anywhere they must not be: where, and in which spelling. */
  leaks: string[];
};

export type Plan = {
  scenario: string;
  dryRun?: boolean;
  /** Options instead of those that the scenario's person would give; null leaves one out. */
  options?: Record<string, string | null>;
  flags?: string[];
  env?: Record<string, string>;
  /** Milliseconds until the program is killed and the test told. */
  timeoutMs?: number;
};

export type Full = Told & {
  json: Record<string, unknown>;
  stdout: string;
  stderr: string;
  court: PracticeCourt;
};

/** The scenario of that id; throws for a name that is none. */
export function scenarioOf(id: string): Scenario {
  const scenario = scenarioNamed(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
}

/** What a firm's script gives for a scenario's person. */
export function scriptedOptions(
  scenario: Scenario,
  address: string,
  dryRun: boolean,
): Record<string, string | null> {
  return {
    '--court-address': address,
    '--pacer-user': scenario.pacerUser,
    '--cmecf-login': scenario.cmecfLogin,
    '--client-code': scenario.clientCode ?? null,
    '--expect-cmecf-name': dryRun ? null : scenario.cmecfName,
    '--expect-pacer-name': dryRun ? null : scenario.pacerName,
  };
}

/** The secrets of a scenario's person, as the environment carries them. */
export function secretsOf(scenario: Scenario, court: PracticeCourt): Record<string, string> {
  return {
    MIWB_LINK_PRACTICE_PACER_PASSWORD: scenario.pacerPassword,
    MIWB_LINK_PRACTICE_PASSCODE: scenario.backupCode ?? court.passcode(),
    MIWB_LINK_PRACTICE_CMECF_PASSWORD: scenario.cmecfPassword,
  };
}

/** Runs the built program as a firm's script would against a scenario's court, and tells how it ended. */
export async function tellStory(plan: Plan): Promise<Full> {
  const scenario = scenarioOf(plan.scenario);
  const court = await startCourt({ scenario: plan.scenario });
  const home = await makeHome();
  try {
    const dryRun = plan.dryRun === true;
    const options = { ...scriptedOptions(scenario, court.address, dryRun), ...plan.options };
    const flags = plan.flags ?? ['--attest-individual', '--acknowledge-redaction'];
    const args = [
      'link',
      '--json',
      ...(dryRun ? ['--dry-run'] : []),
      ...flags.filter((flag) => !dryRun || flag !== '--attest-individual'),
      ...Object.entries(options).flatMap(([name, value]) => (value === null ? [] : [name, value])),
    ];
    const secrets = secretsOf(scenario, court);
    const run = await runProgram({
      args,
      home: home.path,
      env: { ...secrets, ...plan.env },
      timeoutMs: plan.timeoutMs ?? 60_000,
    });
    const json = JSON.parse(run.stdout) as Record<string, unknown>;
    const places = [
      { where: 'stdout', text: run.stdout },
      { where: 'stderr', text: run.stderr },
      ...(await filesIn(home.path)),
    ];
    return {
      code: run.code,
      outcome: String(json['outcome']),
      submitted: String(json['submitted']),
      linked: String(json['linked']),
      proof: String(json['proof']),
      finalSubmits: court.finalSubmits(),
      links: court.links().length,
      openSessions: court.openSessions(),
      strayed: court.log.filter((entry) => entry.host === 'evil.localhost').length,
      leaks: leaksOf(Object.values(secrets), places),
      json,
      stdout: run.stdout,
      stderr: run.stderr,
      court,
    };
  } finally {
    await court.close();
    await home.remove();
  }
}

/** The ending alone, for comparing whole. */
export function ending({ json: _json, stdout: _out, stderr: _err, court: _court, ...told }: Full): Told {
  return told;
}

/** Every file below a folder. */
export async function filesIn(folder: string): Promise<{ where: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (where) => ({ where, text: await readFile(where, 'utf8') })));
}

/** Searches texts for secrets, raw and in the spellings that a leak could take. */
export function leaksOf(
  secrets: readonly string[],
  places: readonly { where: string; text: string }[],
): string[] {
  return secrets.flatMap((value) =>
    spellings(value).flatMap(([spelling, form]) =>
      places.filter(({ text }) => text.includes(form)).map(({ where }) => `${where}: ${spelling}`),
    ),
  );
}

function spellings(value: string): [string, string][] {
  const bytes = Buffer.from(value);
  const hex = bytes.toString('hex');
  const html = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const url = encodeURIComponent(value);
  const all: [string, string][] = [
    ['raw', value],
    ['URL', url],
    ['URL, in small letters', url.replace(/%../g, (code) => code.toLowerCase())],
    ['form', new URLSearchParams({ v: value }).toString().slice(2)],
    ['JSON', JSON.stringify(value).slice(1, -1)],
    ['JSON twice', JSON.stringify(JSON.stringify(value)).slice(3, -3)],
    ['HTML', html.replace(/"/g, '&quot;')],
    ['HTML with quotes', html],
    ['HTML with every quote', html.replace(/"/g, '&quot;').replace(/'/g, '&#39;')],
    ['Latin-1 read as UTF-8', bytes.toString('latin1')],
    ['hex', hex],
    ['hex in capitals', hex.toUpperCase()],
    ['hex as a buffer is shown', (hex.slice(0, 16).match(/../g) ?? []).join(' ')],
    ...[0, 1, 2].map((skew): [string, string] => [`base64, ${skew} bytes on`, base64Inside(bytes, skew)]),
    ...[0, 1, 2].map((skew): [string, string] => [
      `base64url, ${skew} bytes on`,
      base64Inside(bytes, skew).replaceAll('+', '-').replaceAll('/', '_'),
    ]),
  ];
  // Of a short value too little is left inside base64 to tell it from anything else.
  return all.filter(([spelling, form]) => !spelling.startsWith('base64') || form.length >= 8);
}

/** What is the same of a value's base64 wherever it stands in a longer text. */
function base64Inside(bytes: Buffer, skew: number): string {
  const rest = bytes.subarray((3 - skew) % 3);
  return rest.subarray(0, rest.length - (rest.length % 3)).toString('base64');
}
