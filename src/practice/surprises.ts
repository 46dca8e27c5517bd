import { html, partialError, partialRedirect, redirect } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { bent } from './bent.ts';
import type { Bend } from './bent.ts';
import { toSignOn } from './hosts/court.ts';
import { linkPage, refuseLink } from './hosts/link.ts';
import { expired } from './hosts/sign-on.ts';
import { lead } from './lead.ts';
import type { Lead } from './lead.ts';
import { endSessions } from './memory.ts';
import type { Memory } from './memory.ts';
import { courtPage } from './pages/court-page.ts';
import { isPartial } from './sign-on/faces.ts';
import { freshVisit, showLogin } from './sign-on/visits.ts';
import { part } from './template.ts';
import { expand } from './where.ts';
import { wireSurprises } from './wire-surprises.ts';

/** What a court can do instead of its plain answer. */
export type Surprise = {
  name: SurpriseName;
  /** An address, as where.ts expands it, and how it is led to where not by a status. */
  to?: string;
  how?: Lead;
  status?: number;
  /** A page of fixtures/, and words for it. */
  page?: string;
  words?: string;
  /** What is changed of the answer. */
  bend?: Bend;
};

type SurpriseName = keyof typeof handlers;
export type Handler = (memory: Memory, asked: Asked, does: Surprise, usual: () => Answer) => Answer;

const WHOLE = 9 * 1024 * 1024;
const DEPTH = 100_000;

const handlers = {
  redirect: (memory: Memory, asked: Asked, does: Surprise) => {
    const to = expand(memory, asked, does.to ?? '');
    if (does.how !== undefined) return lead(does.how, to);
    return does.status === 302 && isPartial(asked) ? partialRedirect(to) : redirect(to, does.status);
  },
  page: (memory: Memory, asked: Asked, does: Surprise) =>
    courtPage(memory, asked.session, does.page ?? 'court/unknown', { words: does.words ?? '' }, does.status),
  /** A page from before the court: without its frame and menu. */
  bare: (_memory: Memory, _asked: Asked, does: Surprise) =>
    html(part(does.page ?? 'court/maintenance', { banner: part('practice/banner') }), does.status),
  'refuse-link': (memory: Memory, asked: Asked, does: Surprise) =>
    refuseLink(memory, asked, does.words ?? ''),
  /** Both sessions end, and the page says so or leads to the sign-on page. */
  'session-expired': (memory: Memory, asked: Asked, does: Surprise) => {
    endSessions(memory, asked);
    return does.page === undefined ? toSignOn(memory) : courtPage(memory, null, does.page);
  },
  'sign-on-message': (memory: Memory, asked: Asked, does: Surprise) =>
    showLogin(memory, asked, asked.visit ?? freshVisit(memory, null), [does.words ?? '']),
  'sign-on-form': (memory: Memory, asked: Asked) => showLogin(memory, asked, freshVisit(memory, null)),
  'link-form-here': linkPage,
  'view-expired': expired,
  'faces-error': () =>
    partialError('class java.lang.NullPointerException', 'Something went wrong in practice.'),
  lost: () => ({ ...html(''), lost: 'before' as const }),
  'cut-midway': () => ({ ...html('<html><body><p>Your CM/ECF acc'), lost: 'midway' as const }),
  'never-answers': () => ({ ...html(''), lost: 'never' as const }),
  'too-large': () => html('<html>'.padEnd(WHOLE, ' practice')),
  deep: () => html(`<html><body>${'<div>'.repeat(DEPTH)}deep${'</div>'.repeat(DEPTH)}</body></html>`),
  empty: () => html(''),
  status: (_memory: Memory, _asked: Asked, does: Surprise) =>
    html(`<h1>${does.status ?? 500} (practice)</h1>`, does.status),
  bent: (memory: Memory, asked: Asked, does: Surprise, usual: () => Answer) =>
    bent(memory, asked, usual(), does.bend ?? {}),
  ...wireSurprises,
} satisfies Record<string, Handler>;

/** The answer a surprise gives to a request; `usual` deals with the request and gives its plain answer. */
export function surprise(memory: Memory, asked: Asked, does: Surprise, usual: () => Answer): Answer {
  const handler: Handler = handlers[does.name];
  return handler(memory, asked, does, usual);
}
