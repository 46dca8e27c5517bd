import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/court/page.ts';
import { see } from './see-page.ts';
import type { Place } from './see-page.ts';

const kind = (html: string, place?: Place): string => see(html, place).kind;

const menu = `<div id=topmenu><a href='/cgi-bin/iquery.pl'>Q</u>uery</a><a href='/cgi-bin/DisplayMenu.pl?Utilities&id=1'>Utilities</a>
  <a href='/cgi-bin/login.pl?logout'>Log Out</a></div>`;
const login = `<form id=loginForm method=post><label for=u>Username</label><input id=u name="loginForm:loginName">
  <label for=p>Password</label><input id=p type=password name="loginForm:password"><button name="loginForm:fbtnLogin">Login</button></form>`;
const refused = (text: string): string =>
  `<div class=ui-messages><div class=ui-messages-error>${text}</div></div>${login}`;
const link = `<h2>Link a CM/ECF account to my PACER account</h2><form method=post action=/cgi-bin/Link.pl>
  CM/ECF login: <input name=login><br>CM/ECF password: <input type=password name=key><br>
  <input type=submit value=Submit><input type=reset value=Clear></form>`;
const review = (form: string): string =>
  `<p>CM/ECF account: Alma Q. Example<br>PACER account: Alma Q. Example</p>${form}`;
const hiddenForm =
  '<form method=post action=/go><input type=hidden name=a value=b><input type=submit value=Submit></form>';

describe('what a page is taken for', () => {
  test.each<[string, string, Place | undefined, Page['kind']]>([
    ['a link to login.pl', '<A HREF="/cgi-bin/login.pl">Document Filing System</A>', undefined, 'landing'],
    [
      'a meta refresh',
      '<meta http-equiv=REFRESH content="0;url=/cgi-bin/ShowIndex.pl">',
      undefined,
      'landing',
    ],
    [
      'a script that leads on',
      `<script>location.assign('https://pacer.login.uscourts.gov/')</script>`,
      undefined,
      'landing',
    ],
    [
      'a court of appeals',
      '<title>U.S. Court Of Appeals</title><a href=/n/AttorneyFiling/login.jsf>CM/ECF</a>',
      undefined,
      'appellate',
    ],
    ['the sign-on page', login, { role: 'sign-on' }, 'sign-on-form'],
    [
      'the sign-on page with a refusal',
      refused('Invalid username or password'),
      { role: 'sign-on', after: 'sign-on' },
      'sign-on-refused',
    ],
    [
      'a disabled account',
      refused('Your current account has been disabled'),
      { role: 'sign-on', after: 'sign-on' },
      'account-restricted',
    ],
    [
      'the passcode form',
      '<form id=mfaForm method=post>One-time passcode <input name="mfaForm:mfaInput"><button name="mfaForm:btnOk">OK</button></form>',
      { role: 'sign-on', after: 'sign-on' },
      'passcode-form',
    ],
    [
      'the passcode form again',
      '<form id=mfaForm method=post>One-time passcode <input name="mfaForm:mfaInput"><button name="mfaForm:btnOk">OK</button></form>',
      { role: 'sign-on', after: 'passcode' },
      'passcode-form',
    ],
    [
      'the passcode form again, with a refusal',
      '<div id="mfaForm:messages" class="ui-messages"><div class="ui-messages-error">Invalid passcode</div></div><form id=mfaForm method=post>One-time passcode <input name="mfaForm:mfaInput"><button name="mfaForm:btnOk">OK</button></form>',
      { role: 'sign-on', after: 'passcode' },
      'passcode-refused',
    ],
    [
      'the redaction notice',
      '<form id=regmsg method=post>You must redact Social Security numbers. <input type=checkbox name="regmsg:chkRedact_input"><button name="regmsg:bpmConfirm">Continue</button></form>',
      { role: 'sign-on', after: 'sign-on' },
      'redaction-notice',
    ],
    [
      'a user update',
      '<h1>User Update Required</h1><form id=frmUserUpdate method=post><button name="frmUserUpdate:bpmSkip">Skip</button></form>',
      { role: 'sign-on', after: 'sign-on' },
      'user-update',
    ],
    [
      'an acknowledgement',
      '<form id=f method=post>Rates change in January.<button name=btnAckOkay>OK</button></form>',
      { role: 'sign-on', after: 'sign-on' },
      'acknowledgement',
    ],
    ['a court page with nothing but its menu', `${menu}<p>Welcome.`, undefined, 'court-menu'],
    [
      'Utilities',
      `${menu}<a href=/cgi-bin/L.pl>LINK&nbsp;a <i>CM/ECF</i> account to my PACER account</a>`,
      undefined,
      'utilities-menu',
    ],
    [
      'Utilities with two such links',
      `${menu}<a href=/a>Link a CM/ECF account to my PACER account</a><a href=/b>Link a CM/ECF account to my PACER account</a>`,
      undefined,
      'court-menu',
    ],
    ['the link form', menu + link, undefined, 'link-form'],
    [
      'the link form with a button of another meaning',
      menu + link.replace(/value=["']?Submit["']?/i, 'value=Delete'),
      undefined,
      'unrecognised',
    ],
    [
      'a menu bar over a form that asks for some other password',
      `${menu}<form method=post>New password <input type=password name=p><input type=submit></form>`,
      undefined,
      'unrecognised',
    ],
    [
      'a link that was never closed and has swallowed the page',
      `${menu}<p><a href=/cgi-bin/iquery.pl>Query ${'You may search for cases here. '.repeat(8)} To link a CM/ECF account to your PACER account, call.`,
      undefined,
      'court-menu',
    ],
    [
      'a review whose only button says something else',
      menu + review(hiddenForm.replace('value=Submit', 'value=Cancel')),
      { after: 'link-form' },
      'unrecognised',
    ],
    [
      'a review whose button is a plain one, which a browser does not submit by',
      menu + review(hiddenForm.replace('type=submit', 'type=button onclick="this.form.submit()"')),
      { after: 'link-form' },
      'unrecognised',
    ],
    [
      'a review with an image button',
      menu + review(hiddenForm.replace('type=submit', 'type=image alt=Submit')),
      { after: 'link-form' },
      'link-review',
    ],
    ['the link form on the sign-on host', link, { role: 'sign-on' }, 'unrecognised'],
    ['the link form, refused', `${menu}<b>Invalid login</b>${link}`, { after: 'link-form' }, 'link-refused'],
    [
      'a refusal without the form',
      `${menu}<p>The CM/ECF login or password is incorrect.`,
      { after: 'link-form' },
      'link-refused',
    ],
    ['the review', menu + review(hiddenForm), { after: 'link-form' }, 'link-review'],
    [
      'the review, of an e-filer account',
      menu + review(hiddenForm).replaceAll('CM/ECF', 'E-Filer'),
      { after: 'link-form' },
      'link-review',
    ],
    ['the review out of its place', menu + review(hiddenForm), undefined, 'court-menu'],
    [
      'the review with two such forms',
      menu + review(hiddenForm + hiddenForm),
      { after: 'link-form' },
      'unrecognised',
    ],
    [
      'the review with a field to fill in',
      menu + review(hiddenForm.replace('type=hidden', 'type=text')),
      { after: 'link-form' },
      'unrecognised',
    ],
    [
      'the review with GET',
      menu + review(hiddenForm.replace('post', 'get')),
      { after: 'link-form' },
      'unrecognised',
    ],
    [
      'success',
      `${menu}<p>Your CM/ECF account has been linked to your PACER account.`,
      { after: 'final-submit' },
      'linked',
    ],
    [
      'the same words out of their place',
      `${menu}<p>Your CM/ECF account has been linked to your PACER account.`,
      undefined,
      'court-menu',
    ],
    [
      'success words denied',
      `${menu}<p>The accounts could not be linked.`,
      { after: 'final-submit' },
      'submit-refused',
    ],
    [
      'an earlier link',
      `${menu}<p>Your account has already been linked.`,
      { after: 'link-form' },
      'already-linked',
    ],
    [
      'an expired session',
      `${menu}<p>Your session has expired. <a href=/cgi-bin/login.pl>Log in</a>`,
      undefined,
      'session-expired',
    ],
    ['no privileges', `${menu}<p>This user has no access privileges defined.`, undefined, 'no-privileges'],
    [
      'a cross-site warning',
      '<p>Warning: this looks like a cross-site request.',
      undefined,
      'cross-site-warning',
    ],
    [
      'maintenance with 200',
      '<p>CM/ECF is temporarily unavailable for scheduled maintenance.',
      undefined,
      'maintenance',
    ],
    ['maintenance with 503', '<p>Back soon.', { status: 503 }, 'maintenance'],
    ['an error page', '<h1>Internal Server Error</h1>', { status: 500 }, 'court-error'],
    ['an unknown page', '<p>Hello.', undefined, 'unrecognised'],
    ['an empty page', '', undefined, 'unrecognised'],
  ])('%s', (_name, html, place, expected) => {
    expect(kind(html, place)).toBe(expected);
  });

  test('two claims make a page unrecognised, and it says which', () => {
    const page = see(`${link}<p>This user has no access privileges defined.`);
    expect(page).toMatchObject({ kind: 'unrecognised', claims: ['no-privileges', 'link-form'] });
  });

  test('an unrecognised page is told by its shape alone', () => {
    const page = see('<title>Odd</title><form name=f><input name=a value=secret><input name=b></form>', {
      status: 418,
      path: '/x;jsessionid=AB12CD34EF',
    });
    expect(page).toEqual({
      kind: 'unrecognised',
      seen: {
        status: 418,
        host: 'ecf.miwb.uscourts.gov',
        path: '/x',
        title: 'Odd',
        forms: [{ name: 'f', fields: ['a', 'b'] }],
      },
      claims: [],
    });
  });

  test('an error in a partial answer is what the page is, whatever page it was asked from', () => {
    const error = {
      name: 'javax.faces.application.ViewExpiredException',
      message: 'View could not be restored',
    };
    expect(kind(login, { role: 'sign-on', after: 'sign-on', error })).toBe('session-expired');
    expect(kind(login, { role: 'sign-on', after: 'sign-on', error: { name: 'X', message: 'y' } })).toBe(
      'court-error',
    );
  });
});

describe('what a refusal at the sign-on is about', () => {
  test.each([
    ['Invalid username or password', 'password'],
    ['Username must be at least 6 characters', 'password'],
    ['Password must be at least 8 characters', 'password'],
    ['Invalid username, password, or one-time passcode', 'passcode-or-password'],
    ['A required Client Code was not entered for this account.', 'client-code'],
    ['timeout error', 'expired'],
    ['Something else.', 'unknown'],
  ])('%s', (text, fault) => {
    expect(see(refused(text), { role: 'sign-on', after: 'sign-on' })).toMatchObject({
      kind: 'sign-on-refused',
      fault,
      text,
    });
  });
});

describe('why the link form was refused', () => {
  test.each([
    ['Invalid login or password', 'wrong'],
    ['Your login is not correct', 'wrong'],
    ['This account is inactive', 'inactive'],
    ['Your account has been locked', 'locked'],
    ['Logins with special characters cannot be used', 'characters'],
    ['', 'unstated'],
  ])('%s', (text, reason) => {
    expect(see(`${menu}<b>${text}</b>${link}`, { after: 'link-form' })).toMatchObject({
      kind: 'link-refused',
      reason,
    });
  });

  test('only the lines that say so are the court’s words', () => {
    const told = `<b>Invalid login or password.</b><p>Call the <b>help desk</b>.<p>`;
    expect(see(`${menu}${told}${link}`, { after: 'link-form' })).toMatchObject({
      text: 'Invalid login or password.',
    });
    const long = `${'The court is open on weekdays. '.repeat(12)}The password is not correct. Good day.`;
    expect(see(`${menu}<p>${long}<p>${link}`, { after: 'link-form' })).toMatchObject({
      text: 'The password is not correct.',
    });
  });

  test('of a refusal without a reason, the whole page is', () => {
    const page = see(`${menu}<b>No.</b>${link}`, { after: 'link-form' });
    expect(page).toMatchObject({ reason: 'unstated', text: expect.stringContaining('No.') as string });
    expect(page).toMatchObject({ text: expect.stringContaining('CM/ECF login') as string });
  });
});
