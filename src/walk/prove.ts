import type { Page, Recognised } from '../court/page.ts';
import { recognise } from '../court/recognise.ts';
import type { Check, Outcome, Proof, ReadAccount } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { ReviewPage } from './approval.ts';
import type { FinalAnswer } from './final-submit.ts';
import { look } from './look.ts';
import { visit } from './open.ts';
import type { Session } from './session.ts';

/** The names and logins of a review page, as outcomes carry them. */
export function accountsOf(page: ReviewPage): NonNullable<Outcome['accounts']> {
  const read = (account: ReviewPage['review']['cmecf']): ReadAccount | null =>
    account === null ? null : { name: account.name, login: account.login };
  return { cmecf: read(page.review.cmecf), pacer: read(page.review.pacer) };
}

/**
 * Settles what became of the final Submit: the menu decides, whatever the answer was; then the court's words;
 * else the outcome is unknown. Nothing is ever sent again.
 */
export async function settleFinal(
  session: Session,
  answer: FinalAnswer,
  review: ReviewPage,
  checks: Check[],
): Promise<Outcome> {
  const accounts = accountsOf(review);
  const facts = { accounts, checks, verifiedNames: true, submitted: session.stage.submitted };
  if (answer.response === null && answer.sent === 'no') {
    const message = `The final Submit could not be sent: ${answer.message}`;
    return outcome('network', { accounts, checks, message });
  }
  const after = undisturbed(session);
  const said = await answerPage(after, answer);
  const courtText = said !== null && 'text' in said.page ? said.page.text : null;
  session.progress.step('Looking for the filing menus');
  if (said?.menu?.filer === true || (await filingMenuShows(after))) {
    const other = said?.page.kind === 'already-linked' || said?.page.kind === 'submit-refused';
    const proven = { submitted: 'yes', linked: 'yes', proof: 'menu', courtText } as const;
    return outcome('linked', { ...facts, ...proven, ...(other ? notThisOne : {}) });
  }
  if (said?.page.kind === 'linked') {
    return outcome('linked', {
      ...facts,
      linked: 'yes',
      proof: 'announced',
      courtText,
      message: announcedMessage,
    });
  }
  if (said?.page.kind === 'already-linked' && said.page.to === 'another')
    return outcome('submit-refused', { ...facts, courtText });
  if (said?.page.kind === 'submit-refused') return outcome('submit-refused', { ...facts, courtText });
  const seen = said?.page.kind === 'unrecognised' ? said.page.seen : null;
  const answered =
    said?.page.kind === 'already-linked'
      ? 'The court says that there is a link already, and not that this Submit made it.'
      : 'The court’s answer to the final Submit is not one that miwb-link recognises.';
  const why = answer.response === null ? answer.message : answered;
  const message = `Whether the accounts are linked is not known: the filing menus do not show. ${why}`;
  return outcome('outcome-unknown', { ...facts, linked: 'unknown', message, courtText, seen });
}

const notThisOne = {
  accounts: null,
  verifiedNames: false,
  message:
    'This PACER account can file in this court now, but the court did not accept this final Submit. To which CM/ECF account it is linked cannot be seen.',
  nextStep:
    'Sign in to the court with the PACER account and look whose account opens. If it is not yours, call the court’s help desk at once.',
};

const announcedMessage =
  'The court says that the accounts are linked. The Bankruptcy and Adversary menus do not show yet; courts say to log out and in again.';

/** Settles a link or an earlier link that the court spoke of before any final Submit. */
export async function settleEarly(
  session: Session,
  recognised: Recognised,
  dryRun: boolean,
): Promise<Outcome> {
  const { page } = recognised;
  const courtText = 'text' in page ? page.text : null;
  session.progress.step('Looking for the filing menus');
  const shows = recognised.menu?.filer === true || (await filingMenuShows(undisturbed(session)));
  const proof: Proof = shows ? 'menu' : 'announced';
  if (page.kind === 'linked') {
    return outcome('linked-without-review', {
      linked: 'yes',
      proof,
      courtText,
      ...(dryRun ? { exitCode: 8 } : {}),
    });
  }
  if (shows) return outcome('already-linked', { proof, courtText });
  if (page.kind === 'already-linked' && page.to === 'own')
    return outcome('already-linked', { proof, courtText, message: onlySaid });
  return page.kind === 'already-linked' && page.to === 'another'
    ? outcome('linked-elsewhere', { courtText })
    : outcome('linked-elsewhere', { courtText, linked: 'unknown', message: notToThis });
}

const onlySaid =
  'The court says that this PACER account is already linked, so there is nothing to link. The Bankruptcy and Adversary menus do not show, so miwb-link could not see that it can file; to which CM/ECF account it is linked cannot be seen either.';
const notToThis =
  'The court says that the CM/ECF account is already linked, but this PACER account shows no filing menus: it may be linked to another.';

/** Before the final Submit a signal ends the run; from then on it only ends it sooner, never mid-way. */
function undisturbed(session: Session): Session {
  return { ...session, signal: new AbortController().signal, hops: 0 };
}

async function answerPage(session: Session, answer: FinalAnswer): Promise<Recognised | null> {
  if (answer.response === null) return null;
  try {
    const { readAnswer } = await import('./read-answer.ts');
    const page =
      answer.leadsTo === null
        ? readAnswer(session, { method: 'POST', url: answer.url }, answer.response, 'final-submit', null)
        : await visit(session, answer.leadsTo.url, answer.leadsTo.from);
    const seen = recognise({ ...page.arrival, after: 'final-submit' });
    session.onHop({ ...page.line, kind: seen.page.kind }, page);
    return seen;
  } catch {
    return null;
  }
}

/** Looks for the filing menus: once as things are, once with the court's cookies dropped and the sign-on's kept. */
async function filingMenuShows(session: Session): Promise<boolean> {
  if (await showsFiling(session, session.goal.utilitiesUrl)) return true;
  session.web.dropCookies(new URL(session.places.court).hostname);
  return showsFiling(session, session.goal.loginUrl);
}

async function showsFiling(session: Session, url: string): Promise<boolean> {
  try {
    const { page, menu, arrival } = await look(session, url);
    return arrival.role === 'court' && menu?.filer === true && !isTrouble(page);
  } catch {
    return false;
  }
}

function isTrouble(page: Page): boolean {
  return page.kind === 'court-error' || page.kind === 'maintenance';
}
