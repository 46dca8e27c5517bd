import type { Scenario } from '../scenarios.ts';
import type { Traits } from '../traits.ts';
import { scenario } from './people.ts';

const says = (id: string, words: string): Scenario =>
  scenario(`sign-on-says-${id}`, `The sign-on page refuses with "${words}".`, {
    faults: [{ at: 'sign-on', does: { name: 'sign-on-message', words } }],
  });

const fine = (id: string, summary: string, traits: Partial<Traits>): Scenario =>
  scenario(`sign-on-${id}`, summary, traits);

/** The sign-on page in its generations and habits, and all it is known to say. */
export const signOnScenarios: readonly Scenario[] = [
  fine('jakarta', 'The sign-on page is of the newer Faces generation.', { faces: 'jakarta' }),
  fine('stateless', 'The view states are the word "stateless".', { stateless: true }),
  fine('jakarta-stateless', 'Newer generation, stateless views.', { faces: 'jakarta', stateless: true }),
  fine('plain', 'The sign-on buttons post plain forms, without a script.', { buttons: 'plain' }),
  fine('updates-root', 'Partial answers replace the whole page.', { updates: 'root' }),
  fine('updates-fragments', 'A wrong password is answered with the message alone.', {
    updates: 'fragments',
    account: { pacerPassword: 'Changed-Last-Week-9' },
  }),
  fine('back-eval', 'The way back to the court is a script in a partial answer.', { back: 'eval' }),
  fine('back-script-page', 'The way back to the court is a page with a script.', { back: 'assign-double' }),
  fine('back-refresh-page', 'The way back to the court is a page with a meta refresh.', { back: 'refresh' }),
  fine('dialogs-always', 'The redaction dialog is in the page from the start, hidden, and never opens.', {
    dialogsAlways: true,
  }),
  fine('older-cookie', 'An older sign-on server sets its second cookie too.', { pacerSession: true }),
  scenario(
    'sign-on-client-code',
    'A client code is required, and given.',
    { clientCodeRequired: true },
    {
      clientCode: 'PRACTICE/7 & co',
    },
  ),
  fine('client-code-missing', 'A client code is required, and the person has none.', {
    clientCodeRequired: true,
  }),
  scenario(
    'sign-on-backup-code',
    'The authenticator is lost; a backup code is accepted.',
    {
      account: { totpSeed: 'N52GQZLSEBQXK5DIMVXHI2LD' },
    },
    { backupCode: '40718265' },
  ),
  fine('no-passcode', 'No one-time passcode is asked for.', { gates: [] }),

  says('invalid', 'Invalid username or password'),
  says('short-username', 'Username must be at least 6 characters'),
  says('short-password', 'Password must be at least 8 characters'),
  says('timeout', 'timeout error'),
  says('invalid-passcode', 'Invalid username, password, or one-time passcode'),
  says('client-code', 'A required Client Code was not entered. Enter one to continue.'),
  says('disabled', 'We are sorry, but your current account has been disabled.'),
  scenario('sign-on-says-invalid-once', 'The sign-on page refuses once, then takes the same password.', {
    faults: [
      { at: 'sign-on', does: { name: 'sign-on-message', words: 'Invalid username or password' }, times: 1 },
    ],
  }),

  scenario('sign-on-view-expired', 'The view state expires before the password is sent.', {
    faults: [{ at: 'sign-on', does: { name: 'view-expired' }, times: 1 }],
  }),
  scenario('sign-on-passcode-view-expired', 'The view state expires before the passcode is sent.', {
    faults: [{ at: 'passcode', does: { name: 'view-expired' }, times: 1 }],
  }),
  scenario('sign-on-faces-error', 'The sign-on page answers the password with a Faces error.', {
    faults: [{ at: 'sign-on', does: { name: 'faces-error' } }],
  }),
];
