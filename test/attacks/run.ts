import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import { openRealCourt, REAL_COURT, REAL_SIGN_ON } from '../support/real-court.ts';
import { leaksOfRun, placesOf } from '../support/secret-search.ts';
import { argsOf, realSecretsOf, scenarioOf, scriptedOptions, secretsOf } from '../support/story.ts';
import type { Options } from '../support/story.ts';
import { scenarioFor } from './attack.ts';
import type { Attack, Try } from './attack.ts';

/** What a run under attack said, beside what the court's own log says of it. */
export type Struck = {
  code: number | null;
  /** The result; null where it was printed for a person. */
  said: Record<string, unknown> | null;
  finalSubmits: number;
  links: number;
  openSessions: number;
  /** Hosts beside the court's and the sign-on's that a request reached, or asked the proxy for. */
  strays: string[];
  leaks: string[];
  /** Where characters were found that no terminal should be given. */
  raw: string[];
  /** Every request: its host and headers, and its form's entries, as texts. */
  requests: { head: string; entries: string }[];
};

const practiceHosts = ['ecf.miwb.practice.localhost', 'login.practice.localhost'];
const rawCharacters = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const longest = 30_000; // ms that a run may take

/** Runs the built program as a firm's script would, told at length and traced, against one try of an attack. */
export async function strike(attack: Attack, one: Try): Promise<Struck> {
  const scenario = scenarioFor(one, scenarioOf('success'));
  return attack.atRealHosts === true
    ? atRealHosts(scenario)
    : atPractice(scenario, attack.dryRun === true, one.plainly === true);
}

async function atPractice(scenario: Scenario, dryRun: boolean, plainly: boolean): Promise<Struck> {
  const court = await startCourt({ scenario });
  const home = await makeHome();
  try {
    const args = argsFor(scriptedOptions(scenario, court.address, dryRun), dryRun, plainly);
    const secrets = secretsOf(scenario, court);
    const ended = await runProgram({ args, home: home.path, env: secrets, timeoutMs: longest });
    const hosts = court.log.map(({ host }) => host).filter((host) => !practiceHosts.includes(host));
    return await judged({ ...ended, home: home.path }, court, secrets, hosts);
  } finally {
    await court.close();
    await home.remove();
  }
}

async function atRealHosts(scenario: Scenario): Promise<Struck> {
  const { court, home, caFile, env, proxy, close } = await openRealCourt(scenario);
  try {
    const args = argsFor({ ...scriptedOptions(scenario, null), '--ca-file': caFile });
    const secrets = realSecretsOf(scenario, court);
    const ended = await runProgram({ args, home, env: { ...env, ...secrets }, timeoutMs: longest });
    const strays = proxy.asked
      .map(({ target }) => target)
      .filter((target) => ![`${REAL_COURT}:443`, `${REAL_SIGN_ON}:443`].includes(target));
    return await judged({ ...ended, home }, court, secrets, strays);
  } finally {
    await close();
  }
}

function argsFor(options: Options, dryRun = false, plainly = false): string[] {
  const consent = dryRun ? ['--dry-run'] : ['--attest-individual'];
  const kept = ['--trace', 'trace', '--receipt', 'receipt.txt'];
  const json = plainly ? [] : ['--json'];
  return ['link', ...json, '--verbose', '--acknowledge-redaction', ...consent, ...kept, ...argsOf(options)];
}

type Ended = { code: number | null; stdout: string; stderr: string; home: string };

async function judged(
  ended: Ended,
  court: PracticeCourt,
  secrets: Record<string, string>,
  strays: readonly string[],
): Promise<Struck> {
  const places = await placesOf(ended);
  return {
    code: ended.code,
    said: ended.stdout.startsWith('{') ? (JSON.parse(ended.stdout) as Record<string, unknown>) : null,
    finalSubmits: court.finalSubmits(),
    links: court.links().length,
    openSessions: court.openSessions(),
    strays: [...new Set(strays)],
    leaks: await leaksOfRun(ended, court, secrets),
    raw: places
      .filter(({ text }) => rawCharacters.test(Buffer.from(text).toString('utf8').replaceAll('\n', '')))
      .map(({ where }) => where),
    requests: court.log.map(({ host, headers, entries }) => ({
      head: JSON.stringify({ host, headers }),
      entries: JSON.stringify(entries),
    })),
  };
}
