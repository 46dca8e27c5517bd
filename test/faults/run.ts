import { readdir } from 'node:fs/promises';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Kind, LogEntry } from '../../src/practice/log.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { startProgram } from '../support/program.ts';
import type { Running } from '../support/program.ts';
import { stateIn } from '../support/real-court.ts';
import { leaksOfRun } from '../support/secret-search.ts';
import { argsOf } from '../support/story.ts';
import { playedGround, practiceGround } from './ground.ts';
import type { Ground } from './ground.ts';
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
  /** How often this run sent each form, and the links at its end. */
  posts: Partial<Record<Kind, number>>;
  links: number;
  openSessions: number;
  strayed: number;
  /** Whether it told of an earlier run that stopped around the final Submit, and how many notes of such it left. */
  explained: boolean;
  notes: number;
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
  const open = kind.does === 'killed' ? playedGround : practiceGround;
  const ground = await open(walkWith(faultsOf(one)), (entry, moment) => {
    if (entry.kind !== step.at || moment !== harm) return;
    seen += 1;
    if (seen !== step.skip + 1) return;
    if (kind.does === 'killed') running?.kill('SIGKILL');
    if (kind.does === 'stopped') stopFor(running, ground.court);
  });
  const { court, secrets, passcode } = ground;
  try {
    if (kind.does === 'refused' && step === steps[0]) court.away(600);
    running = await start(ground, secrets);
    const first = await finish(running, ground, secrets, 0);
    if (kind.does !== 'killed' || first.code !== null) return first;
    const before = court.log.length;
    const anew = { ...secrets, [passcode]: court.accepts().backupCodes[0] ?? '' };
    return { ...first, next: await finish(await start(ground, anew), ground, anew, before) };
  } finally {
    await ground.close();
  }
}

/** The walk without a fault, with everything the court received. */
export async function runPlain(): Promise<{ log: LogEntry[]; result: Result }> {
  const ground = await practiceGround(walkWith([]), () => {});
  const { court, secrets } = ground;
  try {
    return { result: await finish(await start(ground, secrets), ground, secrets, 0), log: court.log };
  } finally {
    await ground.close();
  }
}

function stopFor(running: Running | null, court: PracticeCourt): void {
  running?.kill('SIGSTOP');
  court.endSessions();
  setTimeout(() => running?.kill('SIGCONT'), stoppedFor);
}

function start({ options, home, env }: Ground, secrets: Record<string, string>): Promise<Running> {
  const kept = Date.now();
  const files = ['--receipt', `receipt-${kept}.txt`, '--trace', `trace-${kept}`];
  const flags = ['--json', '--verbose', '--attest-individual', '--acknowledge-redaction'];
  const args = [...flags, '--timeout', String(timeout), ...files, ...argsOf(options)];
  return startProgram({ args, home, env: { ...env, ...secrets }, timeoutMs: 200_000 });
}

async function finish(
  running: Running,
  { court, home }: Ground,
  secrets: Record<string, string>,
  before: number,
): Promise<Result> {
  const started = Date.now();
  const { code, stdout, stderr } = await running.ended;
  const said = code === null ? null : (JSON.parse(stdout) as NonNullable<Result['said']>);
  const posts: Result['posts'] = {};
  for (const { kind, method } of court.log.slice(before))
    if (method === 'POST') posts[kind] = (posts[kind] ?? 0) + 1;
  return {
    code,
    said,
    posts,
    links: court.links().length,
    openSessions: court.openSessions(),
    strayed: court.log.filter(({ host }) => host === 'evil.localhost').length,
    explained: stderr.includes(
      'An earlier run for Michigan Western Bankruptcy Court stopped around the final',
    ),
    notes: await notesIn(home),
    leaks: await leaksOfRun({ stdout, stderr, home }, court, secrets),
    ms: Date.now() - started,
    next: null,
  };
}

async function notesIn(home: string): Promise<number> {
  const names = await readdir(stateIn(home, '')).catch(() => []);
  return names.filter((name) => name.startsWith('about-to-submit-')).length;
}
