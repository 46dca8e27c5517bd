import type { Arrival, Page, PageKind } from './page.ts';
import type { Note, Sending } from './step.ts';

/** What has happened so far, as far as deciding needs it. */
export type Trail = {
  sent: Record<Sending['as'], number>;
  signedOn: boolean;
  cures: Note[];
  visited: string[];
  met: Meeting[];
};

type Meeting = { kind: PageKind; text: string; progress: number };

export const emptyTrail: Trail = {
  sent: { 'sign-on': 0, passcode: 0, redaction: 0, acknowledgement: 0, skip: 0, 'link-form': 0 },
  signedOn: false,
  cures: [],
  visited: [],
  met: [],
};

/** The trail once a page has come. */
export function met(trail: Trail, { role, parts }: Arrival, page: Page): Trail {
  return {
    ...trail,
    signedOn: trail.signedOn || (role === 'court' && trail.sent['sign-on'] > 0),
    visited: [...trail.visited, parts.url],
    met: [...trail.met, meeting(page, trail)],
  };
}

/** The trail once a page is asked for; `note` is the cure that this uses up. */
export function visiting(trail: Trail, note: Note | null): Trail {
  return note === null ? trail : { ...trail, cures: [...trail.cures, note] };
}

/** The trail once a form is sent. */
export function counting(trail: Trail, { as }: Sending): Trail {
  return { ...trail, sent: { ...trail.sent, [as]: trail.sent[as] + 1 } };
}

/** Whether the same page was met before, and nothing new sent since: going on would go round in circles. */
export function metWithoutProgress(page: Page, trail: Trail): boolean {
  const now = meeting(page, trail);
  const times = trail.met.filter(
    ({ kind, text, progress }) => kind === now.kind && text === now.text && progress === now.progress,
  );
  return times.length >= 2;
}

function meeting(page: Page, { sent, cures }: Trail): Meeting {
  const text = 'text' in page ? page.text : page.kind === 'landing' ? page.to : '';
  const progress = Object.values(sent).reduce((sum, times) => sum + times, 0) + cures.length;
  return { kind: page.kind, text, progress };
}
