import type { Kind } from '../log.ts';
import type { Scenario } from '../scenarios.ts';
import { scenario } from './people.ts';

const refusals: readonly (readonly [id: string, words: string])[] = [
  ['wrong', 'The login or password you entered is not correct.'],
  ['failed', 'Authentication failed. Please check your CM/ECF login and password and try again.'],
  ['unknown-user', 'No such user: the CM/ECF login was not found.'],
  ['inactive', 'This CM/ECF account is inactive. Please contact the court.'],
  [
    'locked',
    'This CM/ECF account has been locked because of too many failed attempts. Try again in 5 minutes.',
  ],
  ['characters', 'The login contains special characters that are not allowed.'],
  ['not-attorney', 'This CM/ECF account cannot be linked: its user type is not eligible.'],
];

const finals: readonly (readonly [id: string, words: string])[] = [
  ['names', 'Error: The accounts were not linked because the names do not match.'],
  ['failed', 'Linking failed. No changes have been made to either account.'],
  ['unable', 'We are unable to link these accounts at this time. Please contact the help desk.'],
];

const already: readonly (readonly [at: Kind, summary: string])[] = [
  ['link-page', 'The link page says that the account is linked already.'],
  ['final-submit', 'The answer to the final Submit says that the account was linked already.'],
];

/** The court's noes, in many words, and "already linked" at every moment. */
export const refusalScenarios: readonly Scenario[] = [
  ...refusals.map(([id, words]) =>
    scenario(`refused-${id}`, `The link form is refused: "${words}"`, {
      faults: [{ at: 'link-form', does: { name: 'refuse-link', words } }],
    }),
  ),
  ...refusals.slice(0, 1).map(([, words]) =>
    scenario('refused-bare', 'The link form is refused on a page without the form.', {
      faults: [{ at: 'link-form', does: { name: 'page', page: 'court/refused-bare', words } }],
    }),
  ),
  ...refusals.slice(0, 1).map(([, words]) =>
    scenario('refused-once', 'The link form is refused once, then the same password is taken.', {
      faults: [{ at: 'link-form', does: { name: 'refuse-link', words }, times: 1 }],
    }),
  ),
  ...finals.map(([id, words]) =>
    scenario(`submit-refused-${id}`, `The final Submit is refused: "${words}"`, {
      faults: [{ at: 'final-submit', does: { name: 'page', page: 'court/final-refused', words } }],
    }),
  ),
  ...already.map(([at, summary]) =>
    scenario(`already-linked-${at}`, summary, {
      faults: [{ at, does: { name: 'page', page: 'court/already-linked' } }],
    }),
  ),
  scenario('already-linked-elsewhere', 'The CM/ECF account is linked to another PACER account.', {
    faults: [{ at: 'link-form', does: { name: 'page', page: 'court/already-linked-elsewhere' } }],
  }),
];
