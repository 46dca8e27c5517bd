import type { Form } from '../../html/forms.ts';
import type { Arrival, Page, SignOnFault, SignOnForm } from '../page.ts';
import { asksForPassword, formsInReach, passwordFields, textFields, theButton } from '../reach.ts';
import { sentencesIn, states } from '../sentences.ts';
import { firstMatch, fold, said } from '../words.ts';
import { complaint } from './complaint.ts';
import { passcodeTarget } from './passcode.ts';

const faults: readonly (readonly [SignOnFault, ...RegExp[]])[] = [
  ['passcode-or-password', /invalid username, password,? or one-time passcode/],
  ['password', /invalid (username|user ?name|login) or password|(username|password) must be at least/],
  ['client-code', /client code/, /required|not entered|invalid|must/],
  ['client-code', /required client code/],
  ['expired', /timeout error|timed? out|expired|could not be restored/],
];

/** The PACER sign-on page, asking; or the same page with a refusal on it. */
export function signOn(arrival: Arrival): Page | null {
  const { parts } = arrival;
  if (arrival.role !== 'sign-on') return null;
  const reach = formsInReach(parts);
  if (reach.some((form) => passcodeTarget(form) !== null)) return null;
  const targets = reach.map(signOnTarget).filter((target) => target !== null);
  const [target] = targets;
  if (target === undefined || targets.length > 1) return null;
  const text = complaint(parts);
  if (text === null) return { kind: 'sign-on-form', target };
  if (forbids(text)) return null;
  return { kind: 'sign-on-refused', fault: firstMatch(text, faults) ?? 'unknown', text, target };
}

const accountWords = [
  /account (has been|is|was) (currently )?(disabled|restricted|locked|suspended|deactivated|inactive|cancelled|canceled)/g,
  /(disabled|restricted|locked|suspended|inactive) account/g,
  /must (first )?(be )?upgraded?|legacy (pacer )?account|upgrade your (legacy )?(pacer )?account/g,
  /administrative account/g,
];

/** Whether PACER says it of this account, and not what to do if it were so. */
function forbids(text: string): boolean {
  return sentencesIn(text).some((sentence) => accountWords.some((words) => states(sentence, words)));
}

/** PACER's word that this account may not go on at all, wherever on the sign-on host it stands. */
export function accountRestricted(arrival: Arrival): Page | null {
  if (arrival.role !== 'sign-on' || arrival.after === null) return null;
  const { parts } = arrival;
  const text = complaint(parts) ?? (asksForPassword(parts) ? '' : parts.text);
  if (/user update required/.test(said(parts))) return null;
  return forbids(text) ? { kind: 'account-restricted', text } : null;
}

function signOnTarget(form: Form): SignOnForm | null {
  const passwords = passwordFields(form);
  const texts = textFields(form);
  const user = texts.filter(
    (c) => /:loginName$/.test(c.name) || /^(pacer )?user ?name|^login( name)?$/.test(fold(c.label)),
  );
  const code = texts.filter((c) => /:clientCode$/.test(c.name) || /client code/.test(fold(c.label)));
  const [password] = passwords;
  const [name] = user;
  if (password === undefined || passwords.length > 1 || name === undefined || user.length > 1) return null;
  const button = theButton(form, /^(log ?in|sign ?in)$/, /:fbtnLogin$/);
  return { form, user: name.index, password: password.index, clientCode: code[0]?.index ?? null, button };
}
