import type { Arrival, Page } from '../page.ts';
import { readMenu } from '../menu.ts';
import { formsInReach } from '../reach.ts';
import { saidWithTitle } from '../words.ts';

const down =
  /\b(is|are|will be|currently|temporarily)\b[^.]{0,80}\b(unavailable|off-?line|down|undergoing)\b|\b(scheduled|routine|system|emergency) maintenance\b|\bdown for maintenance\b/;

/** The site says that it is down; it may say so with status 200. Never where there is anything to fill in. */
export function maintenance(arrival: Arrival): Page | null {
  if (hasWork(arrival)) return null;
  const { parts } = arrival;
  return arrival.status === 503 || down.test(saidWithTitle(parts))
    ? { kind: 'maintenance', text: parts.text }
    : null;
}

/** An error page: a status of 400 or above, or the words of one. */
export function courtError(arrival: Arrival): Page | null {
  if (hasWork(arrival) || maintenance(arrival) !== null) return null;
  const { parts } = arrival;
  const failed = arrival.status >= 400;
  const says =
    /\b(internal server error|software error|application error|bad gateway|proxy error)\b|\ban (unexpected )?error (has )?occurred\b/;
  return failed || says.test(saidWithTitle(parts))
    ? { kind: 'court-error', text: parts.text, status: arrival.status }
    : null;
}

function hasWork({ parts }: Arrival): boolean {
  return readMenu(parts) !== null || formsInReach(parts).some((form) => form.controls.some((c) => !c.hidden));
}
