import { tellablePath } from '../html/address.ts';
import type { Arrival, Page, Recognised } from './page.ts';
import { readMenu } from './menu.ts';
import { appellate } from './pages/appellate.ts';
import { crossSiteWarning, noPrivileges, sessionExpired, utilitiesMenu } from './pages/court-pages.ts';
import { landing } from './pages/landing.ts';
import { alreadyLinked, linked, submitRefused } from './pages/link-answers.ts';
import { linkForm, linkRefused } from './pages/link-form.ts';
import { linkReview } from './pages/link-review.ts';
import { acknowledgement, redactionNotice, userUpdate } from './pages/notices.ts';
import { passcode } from './pages/passcode.ts';
import { accountRestricted, signOn } from './pages/sign-on.ts';
import { courtError, maintenance } from './pages/trouble.ts';
import { asksForPassword } from './reach.ts';
import { beyondReason } from './reason.ts';

const recognisers = [
  appellate,
  signOn,
  accountRestricted,
  passcode,
  redactionNotice,
  userUpdate,
  acknowledgement,
  utilitiesMenu,
  noPrivileges,
  sessionExpired,
  crossSiteWarning,
  maintenance,
  courtError,
  linkForm,
  linkRefused,
  linkReview,
  linked,
  alreadyLinked,
  submitRefused,
];

/**
 * Says what a page is. Every recogniser sees every page, so their order never matters; with no claim, or with
 * two, the page is unrecognised; so is one that is larger than any page of the walk. A link to the sign-on and the
 * menu bar are on many pages: they make a landing or a court menu only where nothing else is claimed.
 */
export function recognise(arrival: Arrival): Recognised {
  if (beyondReason(arrival.parts)) return { page: unrecognised(arrival, []), menu: null };
  const menu = readMenu(arrival.parts);
  if (arrival.error !== null) return { page: partialError(arrival.error), menu };
  const claims = recognisers.map((claim) => claim(arrival)).filter((page) => page !== null);
  const [only] = claims;
  if (only !== undefined && claims.length === 1) return { page: only, menu };
  const leads = claims.length === 0 ? landing(arrival) : null;
  if (leads !== null) return { page: leads, menu };
  // A page that asks for a password is more than its menu bar, known or not.
  const quiet =
    claims.length === 0 &&
    arrival.role === 'court' &&
    arrival.status < 400 &&
    !asksForPassword(arrival.parts);
  if (quiet && menu !== null && arrival.after !== 'link-form' && arrival.after !== 'final-submit') {
    return { page: { kind: 'court-menu' }, menu };
  }
  return { page: unrecognised(arrival, claims), menu };
}

function partialError({ name, message }: NonNullable<Arrival['error']>): Page {
  const text = `${name} ${message}`.trim();
  return /ViewExpired|expired|could not be restored/i.test(text)
    ? { kind: 'session-expired', text }
    : { kind: 'court-error', text, status: 200 };
}

function unrecognised({ parts, status }: Arrival, claims: readonly Page[]): Page {
  const { host, pathname } = new URL(parts.url);
  const forms = parts.forms.map((form) => ({
    name: form.name || form.id,
    fields: form.controls.map((control) => control.name).filter((name) => name !== ''),
  }));
  return {
    kind: 'unrecognised',
    seen: { status, host, path: tellablePath(pathname), title: parts.title, forms },
    claims: claims.map((page) => page.kind),
  };
}
