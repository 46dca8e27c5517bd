import type { Form } from '../../html/forms.ts';
import type { Arrival, LinkFault, LinkForm, Page } from '../page.ts';
import type { Parts } from '../../html/parts.ts';
import { formsInReach, passwordFields, textFields, theButton } from '../reach.ts';
import { readReview } from '../review.ts';
import { firstMatch, fold, linesThatMatch, said } from '../words.ts';
import { saysLinked, speaksOfLinkBefore } from './link-answers.ts';

const faults: readonly (readonly [LinkFault, RegExp])[] = [
  ['locked', /\block(ed)?\b|too many|try again (in|after)/],
  ['inactive', /\binactive\b|not active|deactivated|disabled|terminated|expired/],
  [
    'characters',
    /special character|(invalid|illegal|unsupported|not allowed) characters?|characters? (is|are) not/,
  ],
  [
    'wrong',
    /\b(invalid|incorrect|wrong|not valid|not correct|not recognized|not found|unknown|does not match|do not match|did not match|failed|denied|could not be verified|unable to (verify|authenticate)|not authorized)\b/,
  ],
];

/** The page that asks for the old CM/ECF login and password, found by its labels (fixtures/NOTES.md, "The link form"). */
export function linkForm(arrival: Arrival): Page | null {
  if (arrival.after === 'link-form' || arrival.after === 'final-submit') return null;
  const target = linkTarget(arrival);
  const { text } = arrival.parts;
  return target === null || speaksOfLinkBefore(arrival.parts) ? null : { kind: 'link-form', text, target };
}

/** The court's answer to the link form that refuses the CM/ECF login or password. */
export function linkRefused(arrival: Arrival): Page | null {
  const { parts } = arrival;
  if (arrival.after !== 'link-form' || arrival.role !== 'court') return null;
  if (speaksOfLinkBefore(parts) || saysLinked(parts)) return null;
  const target = linkTarget(arrival);
  const reason = firstMatch(parts.text, faults);
  const aboutLogin = /\b(login|log-?in|password|account|user ?name|credentials?|e-?fil(er|ing))\b/.test(
    said(parts),
  );
  const text =
    reason === null
      ? parts.text
      : linesThatMatch(
          parts.text,
          faults.map(([, words]) => words),
        );
  if (target !== null) return { kind: 'link-refused', reason: reason ?? 'unstated', text, target };
  if (reason === null || !aboutLogin || arrival.status >= 400 || isLikeReview(parts)) return null;
  return { kind: 'link-refused', reason, text, target: null };
}

/** A review page, damaged or not, may say what to do if the names do not match. */
function isLikeReview(parts: Parts): boolean {
  if (/\bnames?\b[^.]{0,40}\bnot match\b/.test(said(parts))) return true;
  const { cmecf, pacer } = readReview(parts);
  if ((cmecf?.name ?? null) !== null || (pacer?.name ?? null) !== null) return true;
  return parts.forms.some((form) => theButton(form, /^(submit|confirm|link( accounts?)?)$/) !== null);
}

function linkTarget({ parts, role }: Arrival): LinkForm | null {
  if (role !== 'court') return null;
  const says = said(parts);
  if (!/\blink(ed|ing)?\b/.test(says) || !/\bpacer account\b/.test(says) || !/cm ?\/ ?ecf/.test(says))
    return null;
  const candidates = formsInReach(parts)
    .map(credentialsForm)
    .filter((found) => found !== null);
  const labelled = candidates.filter((found) => found.ofCourt);
  const unlabelled = namesFieldsInText(says) ? candidates : candidates.filter((found) => found.namesLogin);
  const chosen = labelled.length > 0 ? labelled : unlabelled;
  return chosen.length === 1 ? (chosen[0]?.target ?? null) : null;
}

/** Where labels stand behind their fields, or nowhere, the page's words must name the CM/ECF login and no PACER one. */
function namesFieldsInText(says: string): boolean {
  return /cm ?\/ ?ecf (log-?in|user ?name)/.test(says) && !/\bpacer (log-?in|user ?name|password)/.test(says);
}

type Candidate = { target: LinkForm; ofCourt: boolean; namesLogin: boolean };

/** A form with exactly one login and one password to type; `ofCourt` where its labels say CM/ECF or e-filing. */
function credentialsForm(form: Form): Candidate | null {
  const [password, ...morePasswords] = passwordFields(form);
  const [login, ...moreTexts] = textFields(form);
  if (password === undefined || login === undefined || morePasswords.length > 0 || moreTexts.length > 0)
    return null;
  const labels = [fold(login.label), fold(password.label)];
  if (labels.some((label) => /\bpacer\b/.test(label))) return null;
  const button = theButton(form, /^(submit|link( accounts?)?|continue|next)$/);
  if (button === null) return null;
  return {
    target: { form, login: login.index, password: password.index, button },
    ofCourt: labels.some((label) => /cm ?\/ ?ecf|e-?fil/.test(label)),
    namesLogin: /log-?in|user|name|account|id\b/.test(labels[0] ?? ''),
  };
}
