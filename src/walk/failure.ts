import type { EndingId, Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { FailureCode, WebFailure } from '../world/web.ts';
import { stopped } from './stop.ts';

const endingOf: Record<FailureCode, EndingId> = {
  dns: 'network',
  refused: 'network',
  reset: 'network',
  timeout: 'network',
  'too-large': 'court-error',
  'bad-answer': 'network',
  tls: 'tls',
  proxy: 'proxy',
  'forbidden-host': 'unsafe-address',
  aborted: 'interrupted',
};

/** The failed request that a thrown value is, or null for anything else. */
export function asWebFailure(thrown: unknown): WebFailure | null {
  return thrown instanceof Error && thrown.name === 'WebFailure' ? (thrown as WebFailure) : null;
}

const stopping = new Set<unknown>(['interrupted', 'terminated', 'hung-up']);

/** The outcome of a request that failed before the final Submit; a signal's abort ends as that signal. */
export function failureOutcome(failure: WebFailure, signal: AbortSignal): Outcome {
  if (signal.aborted) return outcome(interruption(signal));
  const id = endingOf[failure.code];
  return outcome(id, { message: failure.message });
}

/** The outcome that a thrown value ends the run with before the final Submit; null for a bug of ours. */
export function endedBy(thrown: unknown, signal: AbortSignal): Outcome | null {
  const ended = stopped(thrown);
  if (ended !== null) return ended;
  const failure = asWebFailure(thrown);
  if (failure !== null) return failureOutcome(failure, signal);
  return signal.aborted ? outcome(interruption(signal)) : null;
}

/** Which signal aborted the run. */
export function interruption(signal: AbortSignal): 'interrupted' | 'terminated' | 'hung-up' {
  const reason: unknown = signal.reason;
  return stopping.has(reason) ? (reason as 'interrupted' | 'terminated' | 'hung-up') : 'interrupted';
}
