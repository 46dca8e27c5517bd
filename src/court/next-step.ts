import type { Menu } from './menu.ts';
import { cure, filled, finish, finishBecause, press } from './moves.ts';
import type { LinkForm, Page, Recognised } from './page.ts';
import {
  onPasscodeForm,
  onPasscodeRefused,
  onRedaction,
  onSignOnForm,
  onSignOnRefused,
} from './signing-in.ts';
import type { Filling, Goal, Need, Step } from './step.ts';
import { metWithoutProgress } from './trail.ts';
import type { Trail } from './trail.ts';

/**
 * Decides what to do on a page: one step, from the page, the goal and what has happened. Pure; the one
 * loop in walk/ carries it out. Everything not foreseen finishes the run.
 */
export function nextStep({ page, menu }: Recognised, goal: Goal, trail: Trail): Step {
  if (metWithoutProgress(page, trail)) return finishBecause('unrecognised-page', stuck(page));
  if (menu?.filer === true && trail.sent['link-form'] === 0) {
    return goal.aim === 'status' ? finish('can-file') : finish('already-linked');
  }
  const looking = goal.aim === 'status' ? onStatus(page, goal, trail) : null;
  if (looking !== null) return looking;
  switch (page.kind) {
    case 'landing':
      return { do: 'visit', url: page.to, note: null };
    case 'sign-on-form':
      return onSignOnForm(page, goal, trail);
    case 'sign-on-refused':
      return onSignOnRefused(page, goal, trail);
    case 'passcode-form':
      return onPasscodeForm(page, trail);
    case 'passcode-refused':
      return onPasscodeRefused(page);
    case 'redaction-notice':
      return onRedaction(page, trail);
    case 'user-update':
      if (page.skip === null || trail.sent.skip > 0) return finish('user-update-due', page.text);
      return { do: 'ask', question: 'skip-update', text: page.text, next: press('skip', page.skip) };
    case 'acknowledgement':
      if (page.undertaking || trail.sent.acknowledgement >= 5) return finish('unrecognised-page', page.text);
      return { do: 'tell', text: page.text, next: press('acknowledgement', page.target) };
    case 'account-restricted':
      return finish('account-restricted', page.text);
    case 'no-privileges':
      return cure('privileges-again', goal.loginUrl, trail) ?? finish('account-restricted', page.text);
    case 'court-menu':
      return onCourtMenu(menu, goal, trail);
    case 'utilities-menu':
      return { do: 'visit', url: page.link, note: null };
    case 'link-form':
      return linkForm(page.target);
    case 'link-refused':
      return onLinkRefused(page, trail);
    case 'link-review':
      return { do: 'confirm' };
    case 'linked':
    case 'already-linked':
      return { do: 'settle' };
    case 'session-expired':
      return cure('expired-again', goal.loginUrl, trail) ?? finish('session-expired', page.text);
    case 'appellate':
      return finish('appellate-court', page.text);
    case 'court-error':
      return onCourtError(page, goal, trail);
    case 'cross-site-warning':
    case 'maintenance':
      return finish(page.kind, page.text);
    case 'submit-refused':
      return finish('unrecognised-page', page.text);
    case 'unrecognised':
      return onUnrecognised(page, goal, trail);
  }
}

/** A run that only looks: no filing menus count as "no" only in a court session made anew; a page of linking is none of its business. */
function onStatus(page: Page, goal: Goal, trail: Trail): Step | null {
  if (page.kind === 'court-menu' || page.kind === 'utilities-menu')
    return cure('court-session-anew', goal.loginUrl, trail) ?? finish('cannot-file');
  return ofLinking.has(page.kind)
    ? finishBecause('unrecognised-page', 'A page about linking came, though nothing had asked for one.')
    : null;
}

const ofLinking = new Set<Page['kind']>([
  'link-form',
  'link-refused',
  'link-review',
  'linked',
  'already-linked',
]);

function onCourtMenu(menu: Menu | null, goal: Goal, trail: Trail): Step {
  const utilities = menu?.utilities ?? goal.utilitiesUrl;
  if (!trail.visited.includes(utilities)) return { do: 'visit', url: utilities, note: 'utilities-tried' };
  if (!trail.met.some(({ kind }) => kind === 'utilities-menu'))
    return finishBecause(
      'unrecognised-page',
      'The Utilities page offers no link between a CM/ECF account and a PACER account.',
    );
  return (
    cure('utilities-again', utilities, trail) ??
    finishBecause('unrecognised-page', 'The court led back to its menu in place of the link page.')
  );
}

/** Where login.pl is not found, the court's front page says where it is: a read of an address known to be real. */
function onCourtError(page: Extract<Page, { kind: 'court-error' }>, goal: Goal, trail: Trail): Step {
  const arriving = page.status === 404 && trail.sent['sign-on'] === 0;
  const frontPage = new URL('/', goal.loginUrl).href;
  return (arriving ? cure('landing-tried', frontPage, trail) : null) ?? finish('court-error', page.text);
}

function onUnrecognised(page: Extract<Page, { kind: 'unrecognised' }>, goal: Goal, trail: Trail): Step {
  const onCourt = trail.signedOn && trail.sent['link-form'] === 0 && page.claims.length === 0;
  return (onCourt ? cure('utilities-tried', goal.utilitiesUrl, trail) : null) ?? finish('unrecognised-page');
}

function onLinkRefused(page: Extract<Page, { kind: 'link-refused' }>, trail: Trail): Step {
  if (saysNothingNew(page.text, trail))
    return finishBecause(
      'unrecognised-page',
      'The court showed its link form again, with no word that anything was refused; whether it looked at the CM/ECF login and password cannot be seen.',
    );
  if (page.reason === 'unstated')
    return {
      do: 'finish',
      id: 'cmecf-refused',
      text: page.text,
      why: 'It showed its link form again and gave no reason that miwb-link can read.',
    };
  if (page.target === null || page.reason !== 'wrong') return finish('cmecf-refused', page.text);
  return linkForm(page.target, ['cmecfLogin', 'cmecfPassword'], page.text);
}

/** Whether every line stood on the link form before anything was sent: what it always says refuses nobody. */
function saysNothingNew(text: string, trail: Trail): boolean {
  const lines = (of: string): string[] => of.split('\n').map((line) => line.trim());
  const before = trail.met.filter(({ kind }) => kind === 'link-form').flatMap((form) => lines(form.text));
  const known = new Set(before);
  return lines(text).every((line) => known.has(line));
}

function linkForm(target: LinkForm, fresh: Need[] = [], says: string | null = null): Step {
  const fillings: Filling[] = [
    { control: target.login, need: 'cmecfLogin' },
    { control: target.password, need: 'cmecfPassword' },
  ];
  return { do: 'submit', sending: filled('link-form', target, fillings, 'cmecf-refused', fresh, says) };
}

function stuck(page: Page): string {
  return `The same page (${page.kind}) came again and again.`;
}
