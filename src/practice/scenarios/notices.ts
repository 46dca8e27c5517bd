import type { Scenario } from '../scenarios.ts';
import { scenario } from './people.ts';

const agency = { pacerName: 'Example & Partners LLP', pacerUser: 'examplepartners' };

/** Notices between the password and the court, and accounts that are not fit to link. */
export const noticeScenarios: readonly Scenario[] = [
  scenario('redaction-dialog', 'The redaction notice opens as a dialog.', {
    gates: ['passcode', 'redaction-dialog'],
  }),
  scenario('redaction-first', 'The redaction notice opens as a dialog, before the passcode.', {
    gates: ['redaction-dialog', 'passcode'],
  }),
  scenario('redaction-shown', 'The redaction dialog arrives already open, without a script.', {
    gates: ['passcode', 'redaction-shown'],
  }),
  scenario('redaction-two-steps', "The notice's button waits until the check box was sent.", {
    gates: ['passcode', 'redaction-two-steps'],
  }),
  scenario('redaction-page', 'The redaction notice stands on the page itself.', {
    gates: ['passcode', 'redaction-page'],
  }),
  scenario('redaction-plain', 'The redaction notice is a plain page with a plain form.', {
    gates: ['passcode', 'redaction-page'],
    buttons: 'plain',
  }),
  scenario('redaction-jakarta', 'The redaction dialog on the newer Faces generation.', {
    gates: ['passcode', 'redaction-dialog'],
    faces: 'jakarta',
  }),
  scenario('acknowledge-ok', 'A message to be acknowledged with OK.', {
    gates: ['passcode', 'acknowledge-ok'],
  }),
  scenario('acknowledge-continue', 'A message to be acknowledged with Continue.', {
    gates: ['passcode', 'acknowledge-continue'],
  }),
  scenario('acknowledge-box', 'A message with a check box that agrees to something.', {
    gates: ['passcode', 'acknowledge-box'],
  }),
  scenario('acknowledge-undertaking', 'A message whose button certifies something.', {
    gates: ['passcode', 'acknowledge-undertaking'],
  }),
  scenario('every-notice', 'Redaction, user update and a message, one after the other.', {
    gates: ['passcode', 'redaction-dialog', 'user-update', 'acknowledge-ok'],
  }),
  scenario('user-update', '"User Update Required", with three skips left.', {
    gates: ['passcode', 'user-update'],
  }),
  scenario('user-update-last', '"User Update Required", with one skip left.', {
    gates: ['passcode', 'user-update'],
    skips: 1,
  }),
  scenario('user-update-none', '"User Update Required", with no skip left.', {
    gates: ['passcode', 'user-update'],
    skips: 0,
  }),

  scenario('account-restricted', 'The PACER account is restricted.', { gates: ['restricted'] }),
  scenario('account-disabled', 'The PACER account is disabled.', {
    faults: [
      {
        at: 'sign-on',
        does: {
          name: 'sign-on-message',
          words: 'You cannot log in: your current account has been disabled.',
        },
      },
    ],
  }),
  scenario(
    'account-legacy',
    'A legacy account, with a username of six characters, is stopped at the sign-on page.',
    { gates: ['legacy'] },
    { pacerUser: 'aq1999' },
  ),
  scenario(
    'account-legacy-review',
    'A legacy account gets as far as the review page, which says so.',
    { gates: [], accountType: 'Legacy PACER Account' },
    { pacerUser: 'aq1999' },
  ),
  scenario(
    'account-administrative',
    'The review page lists a PACER Administrative Account.',
    { accountType: 'PACER Administrative Account' },
    agency,
  ),
  scenario('account-shared', "The review page lists a firm's shared account.", {}, agency),
];
