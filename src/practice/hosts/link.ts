import { html } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import type { Memory } from '../memory.ts';
import { serial } from '../memory.ts';
import { courtPage } from '../pages/court-page.ts';
import { expand } from '../where.ts';

const LOCKED_AFTER = 5;

/** The address a form of the link utility posts to: good only in the session it was made for. */
function formAddress(memory: Memory, asked: Asked, step: 'link' | 'final'): string {
  const digits = serial();
  asked.session?.forms.set(digits, step);
  const bent = memory.scenario.traits.actions[step === 'link' ? 'link-form' : 'review'];
  if (bent !== undefined) return expand(memory, asked, bent);
  return `/cgi-bin/LinkAccount.pl?${digits}-L_1_${step === 'link' ? 0 : 1}-1`;
}

const knowsForm = (asked: Asked, step: 'link' | 'final'): boolean =>
  asked.session?.forms.get(asked.query.split('-')[0] ?? '') === step;

const linkedAlready = (memory: Memory): boolean => memory.links.length > 0;

/** The page with the fields for the old login and password. */
export function linkPage(memory: Memory, asked: Asked): Answer {
  const action = formAddress(memory, asked, 'link');
  return html(courtPage(memory, asked.session, 'court/link-page', { action, message: '' }));
}

function refused(memory: Memory, asked: Asked, words: string): Answer {
  const action = formAddress(memory, asked, 'link');
  return html(courtPage(memory, asked.session, 'court/link-refused', { action, message: words }));
}

function link(memory: Memory, asked: Asked): Answer {
  memory.links.push({ cmecfLogin: memory.account.cmecfLogin, pacerUser: memory.account.pacerUser });
  return html(courtPage(memory, asked.session, 'court/linked'));
}

/** The first Submit: login and password checked, then the review page (or, in one scenario, linked at once). */
export function linkForm(memory: Memory, asked: Asked): Answer {
  if (!knowsForm(asked, 'link')) return html(courtPage(memory, asked.session, 'court/error'));
  if (linkedAlready(memory)) return html(courtPage(memory, asked.session, 'court/already-linked'));
  const { account } = memory;
  if (memory.badCmecfTries >= LOCKED_AFTER)
    return refused(memory, asked, 'This login is locked. Try again in five minutes.');
  const right =
    valueOf(asked.entries, 'login') === account.cmecfLogin &&
    valueOf(asked.entries, 'key') === account.cmecfPassword;
  if (!right) {
    memory.badCmecfTries += 1;
    return refused(memory, asked, 'Invalid CM/ECF login or password.');
  }
  memory.badCmecfTries = 0;
  if (!memory.scenario.traits.review) return link(memory, asked);
  const action = formAddress(memory, asked, 'final');
  return html(courtPage(memory, asked.session, 'court/review', { action }));
}

/** The final Submit: links for good. A second one finds the accounts linked. */
export function finalSubmit(memory: Memory, asked: Asked): Answer {
  if (!knowsForm(asked, 'final') || valueOf(asked.entries, 'confirmed') !== 'Y') {
    return html(courtPage(memory, asked.session, 'court/error'));
  }
  return linkedAlready(memory)
    ? html(courtPage(memory, asked.session, 'court/already-linked'))
    : link(memory, asked);
}
