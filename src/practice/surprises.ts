import { html, partialRedirect, redirect } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Memory } from './memory.ts';
import { courtPage } from './pages/court-page.ts';
import { isPartial } from './sign-on/screen.ts';
import { expand } from './where.ts';

/** What a court can do instead of its plain answer. */
export type Surprise = {
  name: SurpriseName;
  /** An address, as where.ts expands it. */
  to?: string;
  status?: number;
  /** A page of fixtures/. */
  page?: string;
};

type Handler = (memory: Memory, asked: Asked, does: Surprise) => Answer;
type SurpriseName = keyof typeof handlers;

const page =
  (name: string): Handler =>
  (memory, asked) =>
    html(courtPage(memory, asked.session, name));

const handlers = {
  redirect: (memory: Memory, asked: Asked, does: Surprise) => {
    const to = expand(memory, asked, does.to ?? '');
    return does.status === 302 && isPartial(asked) ? partialRedirect(to) : redirect(to, does.status);
  },
  page: (memory: Memory, asked: Asked, does: Surprise) =>
    html(courtPage(memory, asked.session, does.page ?? 'court/unknown'), does.status),
  unknown: page('court/unknown'),
  'already-linked': page('court/already-linked'),
  'final-refused': page('court/final-refused'),
  lost: () => ({ ...html(''), lost: true }),
};

/** The answer a surprise gives to a request. */
export function surprise(memory: Memory, asked: Asked, does: Surprise): Answer {
  return handlers[does.name](memory, asked, does);
}
