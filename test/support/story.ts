import { onTestFinished } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { scenarioNamed } from '../../src/practice/scenarios.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { alma } from '../../src/practice/scenarios/people.ts';
import { makeHome } from './clean-env.ts';
import { runProgram } from './program.ts';
import { leaksOfRun } from './secret-search.ts';

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

/** Options and their values; null leaves one out. */
export type Options = Record<string, string | null>;

export type Plan = {
  scenario: string;
  dryRun?: boolean;
  /** Options instead of those that the scenario's person would give. */
  options?: Options;
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

/** Passwords that any encoder, shell, template or parser has to change, so that each is known again in any form. */
const canaries = {
  pacerPassword: `Kä"ri's 7% &+ <Pacer>\\n éß€`,
  cmecfPassword: `Öl'd \\"Court" 50%2B &amp; <x>+é;`,
};

/** The scenario of that id with secrets that are canaries; throws for a name that is none. */
export function scenarioOf(id: string): Scenario {
  const scenario = scenarioNamed(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario.pacerPassword === alma.pacerPassword ? { ...scenario, ...canaries } : scenario;
}

/** What a firm's script gives for a scenario's person; at the real court there is no address to give. */
export function scriptedOptions(scenario: Scenario, address: string | null, dryRun = false): Options {
  return {
    '--court-address': address,
    '--pacer-user': scenario.pacerUser,
    '--cmecf-login': scenario.cmecfLogin,
    '--client-code': scenario.clientCode ?? null,
    '--expect-cmecf-name': dryRun ? null : scenario.cmecfName,
    '--expect-pacer-name': dryRun ? null : scenario.pacerName,
  };
}

/** Options as arguments. */
export const argsOf = (options: Options): string[] =>
  Object.entries(options).flatMap(([name, value]) => (value === null ? [] : [name, value]));

/** The arguments of a firm’s script that links: its consents, and its options with `more` put over them. */
export function scriptedArgs(scenario: Scenario, address: string | null, more: Options = {}): string[] {
  const options = { ...scriptedOptions(scenario, address), ...more };
  return ['--attest-individual', '--acknowledge-redaction', ...argsOf(options)];
}

/** The secrets of a scenario's person, as the environment carries them to a practice court. */
export function secretsOf(scenario: Scenario, court: PracticeCourt): Record<string, string> {
  return {
    MIWB_LINK_PRACTICE_PACER_PASSWORD: scenario.pacerPassword,
    MIWB_LINK_PRACTICE_PASSCODE: scenario.backupCode ?? court.passcode(),
    MIWB_LINK_PRACTICE_CMECF_PASSWORD: scenario.cmecfPassword,
  };
}

/** The same under the names that a run at the real court reads. */
export const realSecretsOf = (scenario: Scenario, court: PracticeCourt): Record<string, string> =>
  Object.fromEntries(
    Object.entries(secretsOf(scenario, court)).map(([name, value]) => [name.replace('_PRACTICE', ''), value]),
  );

export type Firm = { court: PracticeCourt; home: string; args: string[]; env: Record<string, string> };

/** What a firm's script that links is run with, in a home of its own: it and the court stay until the test is over. */
export async function openFirm(id: string, delayMs = 0): Promise<Firm> {
  const scenario = scenarioOf(id);
  const court = await startCourt({ scenario, delayMs });
  onTestFinished(() => court.close());
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const args = ['--json', ...scriptedArgs(scenario, court.address)];
  return { court, home: home.path, args, env: secretsOf(scenario, court) };
}

/** Runs the built program as a firm's script would against a scenario's court, and tells how it ended. */
export async function tellStory(plan: Plan): Promise<Full> {
  const scenario = scenarioOf(plan.scenario);
  const court = await startCourt({ scenario });
  const home = await makeHome();
  try {
    const dryRun = plan.dryRun === true;
    const options = { ...scriptedOptions(scenario, court.address, dryRun), ...plan.options };
    const flags = plan.flags ?? ['--attest-individual', '--acknowledge-redaction'];
    const args = [
      'link',
      '--json',
      // All that can be asked for is asked for, so that it is searched for secrets.
      '--verbose',
      '--trace',
      'trace',
      ...(dryRun ? ['--dry-run'] : ['--receipt', 'receipt']),
      ...flags.filter((flag) => !dryRun || flag !== '--attest-individual'),
      ...argsOf(options),
    ];
    const secrets = secretsOf(scenario, court);
    const run = await runProgram({
      args,
      home: home.path,
      env: { ...secrets, ...plan.env },
      timeoutMs: plan.timeoutMs ?? 60_000,
    });
    const json = JSON.parse(run.stdout) as Record<string, unknown>;
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
      leaks: await leaksOfRun({ ...run, home: home.path }, court, secrets),
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
