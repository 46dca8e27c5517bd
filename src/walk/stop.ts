import type { Outcome } from '../outcome.ts';

const stops = new WeakMap<Error, Outcome>();

/** An error that carries a finished outcome out of the depth of a walk: an ending on purpose, never a bug. */
export function stop(ended: Outcome): Error {
  const error = new Error(`stopped: ${ended.id}`);
  stops.set(error, ended);
  return error;
}

/** The outcome a thrown value carries, or null if it is not a stop. */
export function stopped(thrown: unknown): Outcome | null {
  return thrown instanceof Error ? (stops.get(thrown) ?? null) : null;
}
