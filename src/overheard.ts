import { debuglog } from 'node:util';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';

// Node prints the first fifty bytes of every read of a stream, and the environment of every child.
const telling = ['stream', 'child_process'];

/** The ending of a run whose secrets Node itself would print, because NODE_DEBUG asks it to; null where it would not. */
export function overheard(): Outcome | null {
  const parts = telling.filter((part) => debuglog(part).enabled).join(' and ');
  if (parts === '') return null;
  return outcome('usage', {
    message: `NODE_DEBUG makes Node print what passes through it (${parts}): secrets, too.`,
    nextStep: 'Leave these out of NODE_DEBUG, "*" too, and run miwb-link again.',
  });
}
