import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import { isFiler, serial } from '../memory.ts';
import type { Memory } from '../memory.ts';
import { courtPage } from '../pages/court-page.ts';
import { part } from '../template.ts';
import { expand } from '../where.ts';

const LOCKED_AFTER = 5;
const HEADING = 'Link a CM/ECF account to my PACER account';

type Step = 'link' | 'final';

/** The address a form of the link utility posts to: good only in the session it was made for. */
function formAddress(memory: Memory, asked: Asked, step: Step): string {
  const digits = serial();
  asked.session?.forms.set(digits, step);
  const bent = memory.scenario.traits.actions[step === 'link' ? 'link-form' : 'review'];
  if (bent !== undefined) return expand(memory, asked, bent);
  return `/cgi-bin/LinkAccount.pl?${digits}-L_1_${step === 'link' ? 0 : 1}-1`;
}

const knowsForm = (asked: Asked, step: Step): boolean =>
  asked.session?.forms.get(asked.query.split('-')[0] ?? '') === step;

function formPage(memory: Memory, asked: Asked, message: string): Answer {
  return courtPage(memory, asked.session, memory.scenario.traits.linkForm.page, {
    action: formAddress(memory, asked, 'link'),
    heading: HEADING,
    message,
  });
}

/** The page with the fields for the old login and password. */
export function linkPage(memory: Memory, asked: Asked): Answer {
  return formPage(memory, asked, '');
}

/** The court's no to the first Submit, with the form again. */
export function refuseLink(memory: Memory, asked: Asked, words: string): Answer {
  return formPage(memory, asked, part('court/message', { words }));
}

function link(memory: Memory, asked: Asked): Answer {
  memory.links.push({ cmecfLogin: memory.account.cmecfLogin, pacerUser: memory.account.pacerUser });
  return courtPage(memory, asked.session, 'court/linked');
}

const linkedAlready = (memory: Memory, asked: Asked): boolean =>
  isFiler(memory, asked.session?.signOn.pacerUser ?? '');

/** The first Submit: login and password checked, then the review page (or, in one scenario, linked at once). */
export function linkForm(memory: Memory, asked: Asked): Answer {
  if (!knowsForm(asked, 'link')) return courtPage(memory, asked.session, 'court/error');
  if (linkedAlready(memory, asked)) return courtPage(memory, asked.session, 'court/already-linked');
  const { account, scenario } = memory;
  if (memory.badCmecfTries >= LOCKED_AFTER) {
    return refuseLink(memory, asked, 'This login is locked. Try again in five minutes.');
  }
  const typed = [scenario.traits.linkForm.login, scenario.traits.linkForm.password].map((name) =>
    valueOf(asked.entries, name),
  );
  if (typed[0] !== account.cmecfLogin || typed[1] !== account.cmecfPassword) {
    memory.badCmecfTries += 1;
    return refuseLink(memory, asked, 'Invalid CM/ECF login or password.');
  }
  memory.badCmecfTries = 0;
  if (!scenario.traits.review) return link(memory, asked);
  const action = formAddress(memory, asked, 'final');
  return courtPage(memory, asked.session, scenario.traits.reviewPage, { action });
}

/** The final Submit: links for good. A second one finds the accounts linked. */
export function finalSubmit(memory: Memory, asked: Asked): Answer {
  if (!knowsForm(asked, 'final') || valueOf(asked.entries, 'confirmed') !== 'Y') {
    return courtPage(memory, asked.session, 'court/error');
  }
  return linkedAlready(memory, asked)
    ? courtPage(memory, asked.session, 'court/already-linked')
    : link(memory, asked);
}
