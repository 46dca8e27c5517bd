import { setTimeout as sleep } from 'node:timers/promises';

export type Clock = {
  /** Milliseconds since 1970 (UTC). */
  now(): number;
  /** Milliseconds since some moment, for lengths of time: setting the clock does not change it. */
  elapsed(): number;
  /** Waits `ms` milliseconds; rejects with the signal's reason as soon as the signal aborts. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
};

/** The machine's own clock. A pause keeps the program alive until it is over. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async pause(ms, signal) {
    signal?.throwIfAborted();
    try {
      await sleep(ms, undefined, signal ? { signal } : {});
    } catch (cause) {
      signal?.throwIfAborted();
      throw cause;
    }
  },
};
