import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { interruption } from '../walk/failure.ts';
import type { Clock } from '../world/clock.ts';
import type { CommandEnd } from '../world/command.ts';
import { reveal } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';
import { faultOf } from './secrets.ts';
import type { SecretName, Secrets } from './secrets.ts';
import type { Store } from './store.ts';
import { noteUsed, usedUntil } from './used-codes.ts';

/** A secret and where it came from; nothing (more) to be had; or why the run must end. */
export type Supplied = { value: Secret; from: string } | { spent: true } | { ended: Outcome };

/** Where secrets come from before anybody is asked. */
export type Supply = {
  next(name: SecretName, asked: Asked): Promise<Supplied>;
};

/** What is asked for: the secret of this login (null: none was named), and none that `wasRefused`. */
export type Asked = { login: string | null; wasRefused(value: Secret): boolean };

export type SupplyWorld = {
  run(command: readonly string[]): Promise<CommandEnd>;
  clock: Pick<Clock, 'now' | 'pause'>;
  signal: AbortSignal;
  tell(text: string): void;
  /** Where it is noted until when a login's last code counts; null where nothing may be kept. */
  store: Store | null;
};

const step = 30_000; // ms a passcode lasts
const settling = 500; // ms past the start of a step, for clocks that differ a little

/**
 * Supplies secrets lazily, each when the site asks: values and passwords' commands once, the passcode's command
 * every time, for a code works once: in the half minute of the login's last code, also of an earlier run, the next one
 * is waited for. A command that prints a refused code again is given one more try in the next half minute. `kept` is
 * asked for what has no explicit source.
 */
export function openSupply(secrets: Secrets, world: SupplyWorld, kept: Supply | null): Supply {
  const used = new Set<SecretName>();

  async function byCommand(name: SecretName, from: string, command: readonly string[]): Promise<Supplied> {
    const end = await world.run(command);
    if ('failed' in end) {
      if (end.failed === 'stopped') return { ended: outcome(interruption(world.signal)) };
      return { ended: failed(`${from} ${whyNot(end)}.`) };
    }
    const value = end.line;
    const fault = faultOf(name, reveal(value));
    return fault === null ? { value, from } : { ended: failed(`${from} gives ${fault}.`) };
  }

  async function codeByCommand(
    login: string | null,
    from: string,
    command: readonly string[],
  ): Promise<Supplied> {
    const { store, clock } = world;
    if (store === null || login === null) return byCommand('passcode', from, command);
    const ahead = (await usedUntil(store, login)) - clock.now();
    // A time further ahead was noted before the clock was put back.
    if (ahead > 0 && ahead <= step) {
      const wait = ahead + settling;
      world.tell(waitingForFresh(wait));
      if (!(await waited(world, wait))) return { ended: outcome(interruption(world.signal)) };
    }
    const code = await byCommand('passcode', from, command);
    const now = clock.now();
    if ('value' in code) await noteUsed(store, login, now - (now % step) + step);
    return code;
  }

  return {
    async next(name, asked) {
      const source = secrets[name];
      if (source === undefined) return kept === null ? { spent: true } : kept.next(name, asked);
      const again = used.has(name);
      used.add(name);
      if ('value' in source) return again ? { spent: true } : { value: source.value, from: source.from };
      if (again && name !== 'passcode') return { spent: true };
      const { from, command } = source;
      const run = (): Promise<Supplied> =>
        name === 'passcode' ? codeByCommand(asked.login, from, command) : byCommand(name, from, command);
      const first = await run();
      if (!('value' in first) || !asked.wasRefused(first.value)) return first;
      const wait = step - (world.clock.now() % step) + settling;
      world.tell(
        `${from} printed a code that was refused; waiting ${Math.ceil(wait / 1000)} seconds for the next one.`,
      );
      if (!(await waited(world, wait))) return { ended: outcome(interruption(world.signal)) };
      const second = await run();
      return 'value' in second && asked.wasRefused(second.value) ? { spent: true } : second;
    },
  };
}

/** What is told before a wait (ms) for the next passcode. */
export function waitingForFresh(ms: number): string {
  return `Waiting ${Math.ceil(ms / 1000)} seconds for a fresh passcode; each is used once.`;
}

/** Waits (ms); false if a signal ended the wait. */
export async function waited(
  { clock, signal }: Pick<SupplyWorld, 'clock' | 'signal'>,
  ms: number,
): Promise<boolean> {
  try {
    await clock.pause(ms, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

function failed(message: string): Outcome {
  return outcome('source-failed', { message });
}

function whyNot(end: Extract<CommandEnd, { failed: string }>): string {
  switch (end.failed) {
    case 'exit':
      return end.code === null ? `was ended by ${end.signal ?? 'a signal'}` : `ended with code ${end.code}`;
    case 'not-found':
      return 'names a program that is not there';
    case 'not-allowed':
      return 'names a program that cannot be started';
    case 'timeout':
      return 'did not end within 30 seconds';
    case 'too-much':
      return 'wrote far more than a secret';
    case 'not-text':
      return 'wrote something that is not text';
    case 'stopped':
      return 'was stopped';
  }
}
