import type { WalkOptions } from '../request.ts';
import type { Goal } from '../court/step.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { Answers } from '../walk/answers.ts';
import { interruption } from '../walk/failure.ts';
import type { Session } from '../walk/session.ts';
import type { Person } from '../world/person.ts';
import { answering } from './answering.ts';
import type { Names } from './answering.ts';
import { isCancelled } from './cancelled.ts';
import { withHelp } from './help-desk.ts';
import { openSession } from './open-session.ts';
import { commandsOf, gatherSecrets, realSecretsSet } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { sourceLine } from './source-words.ts';
import { openSupply } from './supply.ts';
import type { SupplyWorld } from './supply.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';
import { whereTo } from './where.ts';

/** A finished run: its outcome, and the court it was about (null where that was not understood). */
export type Finished = { outcome: Outcome; where: Where | null };

/** What a run that signs in has at hand once it may start. */
export type Ready = { where: Where; session: Session; answers: Answers; person: Person | null };

/** What tells one command that signs in from another. */
export type Plan = {
  aim: Goal['aim'];
  names: Names;
  cmecfPasswordCommand: string | null;
  /** The options that are always needed and not given, and those that only some accounts need. */
  missing(secrets: Secrets, practice: boolean): string[];
  mayBeAsked(secrets: Secrets, practice: boolean): string[];
  introduction(where: Where): string;
  go(ready: Ready): Promise<Outcome>;
};

/**
 * A run that signs in: gathers secrets, says at once what is missing, opens the world, and goes. Every expected
 * ending comes back as a value.
 */
export async function signedRun(options: WalkOptions, around: Surroundings, plan: Plan): Promise<Finished> {
  const where = whereTo(options.court, options.courtAddress);
  if ('exitCode' in where) return { outcome: where, where: null };
  const { practice } = where.places;
  const end = (ended: Outcome): Finished => ({ outcome: withHelp(ended, where), where });
  const real = practice ? realSecretsSet(around.env) : [];
  if (real.length > 0) {
    return end(
      outcome('usage', {
        message: `A practice run does not start while ${real.join(' and ')} is set: a real secret has no place there.`,
        nextStep: 'Unset it; practice takes MIWB_LINK_PRACTICE_… instead.',
      }),
    );
  }
  const gathered = gatherSecrets(
    around.env,
    practice,
    options.secretsStdin ? await around.readStdin(65_536) : null,
    commandsOf({ ...options, cmecfPasswordCommand: plan.cmecfPasswordCommand }),
  );
  if ('problem' in gathered) return end(outcome('usage', { message: gathered.problem }));
  const { secrets } = gathered;
  const interactive = around.terminal && options.input && !options.secretsStdin;
  const missing = interactive ? [] : plan.missing(secrets, practice);
  if (missing.length > 0) return end(nobodyToAsk(missing, plan.mayBeAsked(secrets, practice)));
  const opened = await openSession(options, where, around, plan.aim);
  if ('exitCode' in opened) return end(opened);
  const { session } = opened;
  try {
    const person = interactive ? await around.openPerson(options.color, () => session.progress.stop()) : null;
    if (person !== null && !options.quiet) person.tell(plan.introduction(where));
    const tell = person?.tell ?? (options.quiet ? (): void => {} : around.tell);
    const supply = openSupply(secrets, supplyWorld(around, interactive, tell), null);
    const answers = answering({
      names: plan.names,
      acknowledgeRedaction: options.acknowledgeRedaction,
      supply,
      person,
      practice,
      tell,
      tellSource: options.verbose
        ? (need, from): void => around.tell(sourceLine(need, from))
        : (): void => {},
      onRefused: () => {},
    });
    return end(await plan.go({ where, session, answers, person }));
  } catch (error) {
    if (isCancelled(error))
      return end(outcome(around.signal.aborted ? interruption(around.signal) : 'cancelled'));
    return end(brokenOutcome(error, session.stage.submitted));
  } finally {
    await session.web.close();
  }
}

function supplyWorld(around: Surroundings, attended: boolean, tell: (text: string) => void): SupplyWorld {
  const { clock, signal } = around;
  return {
    clock,
    signal,
    tell,
    run: (command) => around.runCommand(command, { timeoutMs: 30_000, attended, signal }),
  };
}

function nobodyToAsk(missing: string[], may: string[]): Outcome {
  const rest = may.length === 0 ? '' : ` Some accounts are asked for more: ${may.join(', ')}.`;
  return outcome('input-needed', {
    message: `There is nobody to ask, and this is missing: ${missing.join(', ')}.`,
    nextStep: `Give what is missing and run again.${rest}`,
  });
}

/** What a fault of ours ends as: after the final Submit the outcome is unknown, never a mere bug. */
export function brokenOutcome(error: unknown, submitted: Outcome['submitted']): Outcome {
  const fault = error instanceof Error ? (error.stack ?? error.message) : 'a value was thrown';
  const message = `miwb-link failed through a fault of its own.\n${fault}`;
  return submitted === 'no'
    ? outcome('bug', { message })
    : outcome('outcome-unknown', { message, submitted, linked: 'unknown' });
}
