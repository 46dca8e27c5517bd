import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 25;

/** Asks `look` again and again until it gives something other than null; throws `complaint()` after `timeoutMs`. */
export async function poll<T>(
  look: () => T | null | Promise<T | null>,
  timeoutMs: number,
  complaint: () => string,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (performance.now() > end) throw new Error(complaint());
    await sleep(EVERY_MS);
  }
}

/** Does `text` hold what is looked for? A regular expression is matched, a string searched. */
export function holds(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) >= 0;
}
