import { describe, expect, test } from 'vitest';
import type { Page, Role, Submitting } from '../../src/court/page.ts';
import { sentencesIn } from '../../src/court/sentences.ts';
import { see } from './see-page.ts';

function seen(html: string, after: Submitting | null, role: Role = 'court'): string {
  const page = see(html, { role, after });
  return page.kind === 'already-linked' ? `${page.kind}: ${page.to}` : page.kind;
}

const review = (words: string): string => `<p>${words}</p><form method=post action=/go>
  <input type=hidden name=a value=b><table><tr><th></th><th>CM/ECF account</th><th>PACER account</th></tr>
  <tr><td>Name:</td><td>Alma Q. Example</td><td>Alma Q. Example</td></tr></table><input type=submit value=Submit></form>`;
const linkPage = (words: string): string => `<h2>Link a CM/ECF account to my PACER account</h2><p>${words}</p>
  <form method=post action=/cgi-bin/Link.pl>CM/ECF login: <input name=login><br>
  CM/ECF password: <input type=password name=key><br><input type=submit value=Submit></form>`;

describe('a review page is one, whatever it says of the link to come', () => {
  test.each([
    'After submitting this screen, your old e-filer login will be permanently linked to your PACER account.',
    'Press Submit: the accounts will be permanently linked.',
    'The accounts are permanently linked when you press Submit.',
    'Once your accounts have been linked, you will use your PACER account to file in this court.',
    'After your account has been linked you file with the PACER login.',
    'Make sure that the names match before the accounts are permanently linked.',
    'Accounts that have been linked cannot be parted.',
    'If this CM/ECF account is already linked to another PACER account, call the help desk.',
    'If the link is successful, a message "successfully linked" appears.',
  ])('%s', (words) => {
    expect(seen(review(words), 'link-form')).toBe('link-review');
  });

  test('but where it says that they are linked as well, nobody knows what it is', () => {
    const words = 'Your accounts have been successfully linked.';
    expect(seen(review(words), 'link-form')).toBe('unrecognised' satisfies Page['kind']);
    expect(seen(review('Your accounts are already linked.'), 'link-form')).toBe('unrecognised');
  });
});

describe('a link page is one, whatever it says of accounts that should be linked already', () => {
  test.each([
    'If your account is already linked, no action is necessary.',
    'If you have already linked your accounts, no action is necessary.',
    'If your CM/ECF account has previously been linked, no action is necessary.',
    'A CM/ECF account that is already linked to another PACER account cannot be linked again.',
    'Accounts already linked cannot be linked again.',
    'Once your accounts have been linked, sign in with PACER alone.',
  ])('%s', (words) => {
    expect([seen(linkPage(words), null), seen(linkPage(words), 'link-form')]).toEqual([
      'link-form',
      'link-refused',
    ]);
  });
});

describe('what the court says of an earlier link, and with whom', () => {
  test.each([
    ['Your PACER account is already linked to a CM/ECF account in this court.', 'own'],
    ['Your accounts have already been linked. For other questions call the help desk.', 'own'],
    ['Your accounts are already linked.<p>Links to Other Courts', 'own'],
    ['Your CM/ECF account is already linked to your PACER account.', 'own'],
    ['This CM/ECF account has already been linked to another PACER account.', 'another'],
    ['This CM/ECF account has already been linked to a PACER account.', 'unsaid'],
    ['The CM/ECF login aqexample is already linked.', 'unsaid'],
    ['This e-filer account is already in use.', 'unsaid'],
  ])('%s', (words, to) => {
    expect(seen(`<p>${words}</p>`, 'link-form')).toBe(`already-linked: ${to}`);
  });
});

describe('the answer to the final Submit', () => {
  test.each([
    ['Your accounts have been successfully linked.', 'linked'],
    ['Your accounts have<br>been linked.', 'linked'],
    [
      'The CM/ECF account of Alma Q. Example has been linked to the PACER account of Alma Q. Example.',
      'linked',
    ],
    ['Your accounts have been linked. If you do not see the menus, use the Log Out link.', 'linked'],
    ['Your accounts have been linked. If the new menus do not appear, click the Refresh link.', 'linked'],
    ['Your account is now linked. You can not use the old login any more. Follow the links below.', 'linked'],
    ['Your accounts have been linked. Please do not press the link again.', 'linked'],
    ['The old login cannot be used and linking can never be undone. Your account is now linked.', 'linked'],
    ['The accounts were not linked.', 'submit-refused'],
    ['Error: The accounts were not linked because the names do not match.', 'submit-refused'],
    ['The accounts could not be successfully linked. If they should be, call the court.', 'submit-refused'],
    ['You do not have permission to link these accounts.', 'submit-refused'],
    ['We are unable to complete the link.', 'submit-refused'],
    ['Linking failed. No changes have been made.', 'submit-refused'],
    ['Your account has been linked. The other account was not linked.', 'unrecognised'],
    ['If the accounts could not be linked, call the help desk.', 'unrecognised'],
    ['Your accounts will be linked within a day.', 'unrecognised'],
  ])('%s', (words, kind) => {
    expect(seen(`<p>${words}</p>`, 'final-submit')).toBe(kind);
  });
});

describe('standing words about what could be', () => {
  const passcode = `<form id=mfaForm method=post><label for=c>One-time passcode</label>
    <input id=c name="mfaForm:mfaInput"><button name="mfaForm:btnOk">OK</button></form>`;

  test('keep nobody from the passcode, or from the link page', () => {
    const locked = `<p>If your account is locked, call the PACER Service Center.</p>${passcode}`;
    const expired = linkPage('If your session has expired, log in again.');
    expect([seen(locked, 'sign-on', 'sign-on'), seen(expired, null)]).toEqual(['passcode-form', 'link-form']);
  });

  test('are told from what is so', () => {
    const restricted = '<p>Your account has been locked. If you think that is wrong, call.</p>';
    const expired = '<p>After an hour of rest your session has expired.</p>';
    expect([seen(restricted, 'sign-on', 'sign-on'), seen(expired, null)]).toEqual([
      'account-restricted',
      'session-expired',
    ]);
  });
});

test('a sentence ends with its stop, or with a line after which the next begins in capitals', () => {
  expect(
    sentencesIn('Link accounts\nThe account of\nalma Q. Example, Mr. Right,\nis linked. “Good!” Done'),
  ).toEqual(['link accounts', 'the account of alma q. example, mr. right, is linked.', '“good!”', 'done']);
});
