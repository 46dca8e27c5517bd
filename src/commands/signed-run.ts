import type { WalkOptions } from '../request.ts';
import type { Goal } from '../court/step.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { Answers } from '../walk/answers.ts';
import { interruption } from '../walk/failure.ts';
import type { Session } from '../walk/session.ts';
import type { Person } from '../world/person.ts';
import { wrapped } from '../report/prose.ts';
import { answering } from './answering.ts';
import type { Names } from './answering.ts';
import { isCancelled } from './cancelled.ts';
import { withHelp } from './help-desk.ts';
import { inColumns } from './in-columns.ts';
import { beforeSigningIn } from './before-signing-in.ts';
import type { Prepared } from './before-signing-in.ts';
import { skewWords, timed } from './clock-skew.ts';
import { brokenOutcome } from './fault.ts';
import { keptSupply } from './kept-supply.ts';
import { offerToKeep } from './offers.ts';
import { openSession } from './open-session.ts';
import { signOnAhead } from './read-ahead.ts';
import { remembering, warnedSupply } from './remembering.ts';
import { listening } from './said.ts';
import type { Said } from './said.ts';
import type { Secrets } from './secrets.ts';
import { sourceLine } from './source-words.ts';
import { openSupply } from './supply.ts';
import type { Supply, SupplyWorld } from './supply.ts';
import { proseColumns } from './prose-columns.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tracing } from './tracing.ts';
import type { Where } from './where.ts';
import { whereTo } from './where.ts';

/** A finished run: its outcome, and the court it was about (null where that was not understood). */
export type Finished = {
  outcome: Outcome;
  where: Where | null;
  /** What is left to ask once the result has been told; it changes nothing about the outcome. */
  afterwards?: () => Promise<void>;
};

/** What a run that signs in has at hand once it may start. */
export type Ready = {
  where: Where;
  session: Session;
  answers: Answers;
  person: Person | null;
  said: Said;
  /** Tells prose to whoever is there: nobody where --quiet is given and no person answers. */
  tell(text: string): void;
};

/** What tells one command that signs in from another. */
export type Plan = {
  aim: Goal['aim'];
  names: Names;
  cmecfPasswordCommand: string | null;
  /** The options that are always needed and not given, and those that only some accounts need. */
  missing(secrets: Secrets, practice: boolean): string[];
  mayBeAsked(secrets: Secrets, practice: boolean): string[];
  introduction(where: Where): string;
  /** Looks, before the first request, whether what the run needs on this computer is there; an outcome ends it. */
  fits?(where: Where): Promise<Outcome | null>;
  /** Goes, in surroundings that never repeat a secret. */
  go(ready: Ready, around: Surroundings): Promise<Outcome>;
};

/**
 * A run that signs in: gathers secrets, says at once what is missing, opens the world, and goes. Every expected
 * ending comes back as a value.
 */
export async function signedRun(options: WalkOptions, around: Surroundings, plan: Plan): Promise<Finished> {
  const where = whereTo(options.court ?? 'miwb', options.courtAddress);
  if ('exitCode' in where) return { outcome: where, where: null };
  around.stage.where = where;
  const reporting = { trace: options.trace, tracker: around.tracker };
  const end = (ended: Outcome): Finished => ({ outcome: withHelp(ended, where, reporting), where });
  const prepared = await beforeSigningIn(options, where, around, plan);
  if ('exitCode' in prepared) return end(prepared);
  const trace = await traceOf(options, where, around);
  if ('exitCode' in trace) return end(trace);
  const said = listening();
  const finish = (ended: Outcome): Finished => {
    const finished = end(said.scrubbed(ended));
    trace.end(finished.outcome);
    return finished;
  };
  const unfit = (await plan.fits?.(where)) ?? null;
  if (unfit !== null) return finish(unfit);
  const opened = await openSession(options, where, around, plan.aim);
  if ('exitCode' in opened) return finish(opened);
  const { interactive, kept } = prepared;
  const court = where.court.shortName;
  const memory = remembering(court, kept?.store ?? null, around.clock.now, around.tell);
  const reading = signOnAhead(opened.session);
  const { web, ahead } = timed(reading.web, around.clock);
  const { onHop } = opened.session;
  const session: Session = {
    ...opened.session,
    web,
    onHop: (line, page) => {
      onHop(line);
      memory.seen(line.kind);
      trace.hop(line, page, said.given());
    },
  };
  try {
    const voice = interactive ? await around.openPerson(options.color, () => session.progress.stop()) : null;
    const person = voice === null ? null : telling(inColumns(voice, around), said.withoutSecrets);
    const spoken = telling(around, said.withoutSecrets);
    // The review has a layout of its own; all else that is told is prose.
    const inProse = (text: string): string => wrapped(text, proseColumns(around));
    const reader = person === null ? null : telling(person, inProse);
    if (reader !== null && !options.quiet) reader.tell(plan.introduction(where));
    const tell = reader?.tell ?? (options.quiet ? (): void => {} : telling(spoken, inProse).tell);
    const asked = answering({
      names: plan.names,
      acknowledgeRedaction: options.acknowledgeRedaction,
      supply: supplyOf(prepared, options, court, { around, person: reader, tell }),
      person: reader,
      sources: { practice: where.places.practice, secretsStdin: options.secretsStdin },
      tell,
      onGiven: (name, given) => {
        memory.given(name, given);
        if (options.verbose) around.tell(sourceLine(name, given.from));
      },
      onRefused: (need) => memory.refused(need),
      besideRefusal: (need) => (need === 'passcode' ? skewWords(ahead()) : null),
    });
    const answers = said.hearing(asked);
    // The walk is loaded once the first request has left, not before.
    await reading.left;
    const ended = await plan.go({ where, session, answers, person, said, tell }, spoken);
    // Nothing that is only kept for later may change what happened.
    await memory.ended(ended).catch(() => {});
    const finished = finish(ended.id === 'passcode-refused' ? withSkew(ended, ahead()) : ended);
    if (reader === null || kept === null) return finished;
    return { ...finished, afterwards: () => offerToKeep(ended, memory, court, kept.vault, reader) };
  } catch (error) {
    if (isCancelled(error))
      return finish(outcome(around.signal.aborted ? interruption(around.signal) : 'cancelled'));
    return finish(brokenOutcome(error, session.stage));
  } finally {
    await session.web.close();
  }
}

const noTrace: Tracing = { hop: () => {}, end: () => {} };

/** What reads pages is loaded with a trace, so only where one is asked for. */
async function traceOf(
  { trace }: WalkOptions,
  where: Where,
  around: Surroundings,
): Promise<Tracing | Outcome> {
  if (trace === null) return noTrace;
  const { openTrace } = await import('./tracing.ts');
  return openTrace(trace, where, around);
}

/** The same voice, which tells a text as `change` makes it. */
function telling<T extends { tell(text: string): void }>(voice: T, change: (text: string) => string): T {
  const tell = (text: string): void => voice.tell(change(text));
  // What is looked up anew each time, such as the columns, stays so.
  return Object.create(voice, { tell: { value: tell, enumerable: true } }) as T;
}

type Around = { around: Surroundings; person: Person | null; tell(text: string): void };

/** Explicit sources first, then the keychain; a person is warned of what was refused only now. */
function supplyOf(
  { secrets, interactive, kept }: Prepared,
  options: WalkOptions,
  court: string,
  { around, person, tell }: Around,
): Supply {
  const { clock, signal } = around;
  const world = { clock, signal, tell };
  const run: SupplyWorld['run'] = (command) =>
    around.runCommand(command, { timeoutMs: 30_000, attended: interactive, signal });
  const fromKeychain = kept === null ? null : keptSupply({ ...world, ...kept, court, attended: interactive });
  const supply = openSupply(secrets, { ...world, run, store: kept?.store ?? null }, fromKeychain);
  return person === null || kept === null || options.tryAgain
    ? supply
    : warnedSupply(supply, court, kept.store, person, clock.now);
}

function withSkew(ended: Outcome, ahead: number | null): Outcome {
  const words = skewWords(ahead);
  return words === null ? ended : { ...ended, nextStep: `${ended.nextStep}\n${words}` };
}
