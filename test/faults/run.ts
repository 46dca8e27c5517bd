import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { makeHome } from '../support/clean-env.ts';
import { startProgram } from '../support/program.ts';
import type { Running } from '../support/program.ts';
import { leaksOfRun } from '../support/secret-search.ts';
import { scriptedOptions, secretsOf } from '../support/story.ts';
import type { FaultKind, Where } from './kinds.ts';
import { faultAt, fromOn, steps, walkWith } from './walk.ts';
import type { Step } from './walk.ts';

/** One fault at one request. */
export type Case = { kind: FaultKind; step: Step; where: Where };

/** What the program said and did, beside what the court knows. */
export type Result = {
  /** The exit code; null where a signal ended the program. */
  code: number | null;
  said: { outcome: string; exitCode: number; submitted: string; linked: string; proof: string } | null;
  /** Final Submits of this run, and links at its end. */
  finalSubmits: number;
  links: number;
  openSessions: number;
  strayed: number;
  /** Secrets found where they must not be, and in requests to somebody who does not own them. */
  leaks: string[];
  ms: number;
  /** The run after a killed one. */
  next: Result | null;
};

const timeout = 4; // s a request may take
const stoppedFor = 5_500; // ms, past that

function faultsOf({ kind, step, where }: Case): Fault[] {
  const after = where === 'final-after';
  const { does } = kind;
  if (does === 'refused') {
    const before = steps[steps.indexOf(step) - 1];
    return before === undefined ? [] : [faultAt(before, { does: { name: 'then-away' } })];
  }
  if (does === 'stopped')
    return where === 'final-before' ? [faultAt(step, { does: { name: 'session-expired' } })] : [];
  if (does === 'killed') return where === 'final-before' ? [faultAt(step, { does: { name: 'lost' } })] : [];
  if (kind.lasts === 'on')
    return fromOn(step, does).map((one) => ({ ...one, after: after && one.at === 'final-submit' }));
  const times = kind.lasts === 'kind' ? Infinity : 1;
  return [faultAt(step, { does, times, after })];
}

/** Runs the built program as a firm's script would, through the walk with that fault, and once more if it was killed. */
export async function runCase(one: Case): Promise<Result> {
  const { kind, step, where } = one;
  let running: Running | null = null;
  let seen = 0;
  const harm = where === 'final-after' || kind.does === 'stopped' ? 'handled' : 'arrived';
  const court = await startCourt({
    scenario: walkWith(faultsOf(one)),
    watch(entry, moment) {
      if (entry.kind !== step.at || moment !== harm) return;
      seen += 1;
      if (seen !== step.skip + 1) return;
      if (kind.does === 'killed') running?.kill('SIGKILL');
      if (kind.does === 'stopped') stopFor(running, court);
    },
  });
  const home = await makeHome();
  try {
    if (kind.does === 'refused' && step === steps[0]) court.away(600);
    const secrets = secretsOf(walkWith([]), court);
    running = await start(court, home.path, secrets);
    const first = await finish(running, court, home.path, secrets, 0);
    if (kind.does !== 'killed' || first.code !== null) return first;
    const before = court.finalSubmits();
    const anew = { ...secrets, MIWB_LINK_PRACTICE_PASSCODE: court.accepts().backupCodes[0] ?? '' };
    const again = await start(court, home.path, anew);
    return { ...first, next: await finish(again, court, home.path, anew, before) };
  } finally {
    await court.close();
    await home.remove();
  }
}

/** The walk without a fault, with everything the court received. */
export async function runPlain(): Promise<{ log: PracticeCourt['log']; result: Result }> {
  const court = await startCourt({ scenario: walkWith([]) });
  const home = await makeHome();
  try {
    const secrets = secretsOf(walkWith([]), court);
    const running = await start(court, home.path, secrets);
    return { result: await finish(running, court, home.path, secrets, 0), log: court.log };
  } finally {
    await court.close();
    await home.remove();
  }
}

function stopFor(running: Running | null, court: PracticeCourt): void {
  running?.kill('SIGSTOP');
  court.endSessions();
  setTimeout(() => running?.kill('SIGCONT'), stoppedFor);
}

function start(court: PracticeCourt, home: string, env: Record<string, string>): Promise<Running> {
  const options = Object.entries(scriptedOptions(walkWith([]), court.address, false));
  const flags = ['--json', '--verbose', '--attest-individual', '--acknowledge-redaction'];
  const args = [...flags, '--timeout', String(timeout), '--receipt', `receipt-${Date.now()}.txt`];
  args.push(...options.flatMap(([name, value]) => (value === null ? [] : [name, value])));
  return startProgram({ args, home, env, timeoutMs: 200_000 });
}

async function finish(
  running: Running,
  court: PracticeCourt,
  home: string,
  secrets: Record<string, string>,
  before: number,
): Promise<Result> {
  const started = Date.now();
  const { code, stdout, stderr } = await running.ended;
  const said = code === null ? null : (JSON.parse(stdout) as NonNullable<Result['said']>);
  return {
    code,
    said,
    finalSubmits: court.finalSubmits() - before,
    links: court.links().length,
    openSessions: court.openSessions(),
    strayed: court.log.filter(({ host }) => host === 'evil.localhost').length,
    leaks: await leaksOfRun({ stdout, stderr, home }, court, secrets),
    ms: Date.now() - started,
    next: null,
  };
}
