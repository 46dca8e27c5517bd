import { describe, expect, test } from 'vitest';
import { open } from './courts.ts';
import { openSignOn, passGates, sendLogin, sendPasscode, signOn, viewStateOf } from './steps.ts';
import { between, unescaped } from './visitor.ts';
import type { Reply } from './visitor.ts';

const message = (page: Reply): string =>
  unescaped(between(page.text, 'ui-messages-error-summary">', '</span>'));
const updatesOf = (page: Reply): string[] =>
  [...page.text.matchAll(/<update id="([^"]*)"/g)].map((one) => one[1] ?? '');

describe('the sign-on page', () => {
  test('it has the fields a browser sends, one view state a form, and a button that sends by script', async () => {
    const { court, guest } = await open('success');
    const page = await openSignOn(court, guest);
    const names = [...page.text.matchAll(/ name="([^"]+)"/g)].map((one) => one[1]);
    expect(names).toEqual([
      'loginForm',
      'loginForm',
      'loginForm:loginName',
      'loginForm:password',
      'loginForm:clientCode',
      'loginForm:fbtnLogin',
      'loginForm:fbtnClear',
      'javax.faces.ViewState',
      'regmsg',
      'regmsg',
      'javax.faces.ViewState',
      'regmsgPopup',
      'regmsgPopup',
      'regmsgPopup:bpmContinue',
      'javax.faces.ViewState',
    ]);
    expect(between(page.text, 'loginForm:fbtnLogin" class', '>')).toContain(
      'onclick="PrimeFaces.ab({s:"loginForm:fbtnLogin",u:"pscLoginPanel loginForm redactionConfirmation popupMsgId"});return false;"',
    );
  });

  test('plain buttons have no script', async () => {
    const { court, guest } = await open('sign-on-plain');
    const page = await openSignOn(court, guest);
    expect(between(page.text, 'name="loginForm:fbtnLogin"', '>')).not.toContain('onclick');
  });

  test('somebody who is signed on already is sent straight back', async () => {
    const { court, guest } = await open('success');
    await signOn(court, guest);
    expect((await openSignOn(court, guest)).location).toBe(`${court.address}/cgi-bin/login.pl`);
  });
});

describe('partial requests', () => {
  test('the password is answered with the passcode form and a new view state, the passcode with a redirect', async () => {
    const { court, guest } = await open('success');
    const asks = await sendLogin(court, guest, await openSignOn(court, guest), true);
    expect(asks.type).toBe('text/xml;charset=UTF-8');
    expect(updatesOf(asks)).toEqual([
      'pscLoginPanel',
      'redactionConfirmation',
      'j_id1:javax.faces.ViewState:0',
    ]);
    expect(asks.text).toContain('<![CDATA[<div id="pscLoginPanel">\n<form id="mfaForm"');
    const back = await sendPasscode(court, guest, asks, undefined, true);
    expect(between(back.text, '<redirect url="', '"')).toBe(`${court.address}/cgi-bin/login.pl`);
    expect(court.openSessions()).toBe(1);
  });

  test.each([
    ['sign-on-back-eval', '<eval><![CDATA[window.location.href = '],
    ['sign-on-back-script-page', 'location.assign("'],
    ['sign-on-back-refresh-page', "content='0;url="],
  ])('in %s the way back reads %s', async (scenario, words) => {
    const { court, guest } = await open(scenario);
    const asks = await sendLogin(court, guest, await openSignOn(court, guest), true);
    const back = await sendPasscode(court, guest, asks, undefined, true);
    expect(back.text).toContain(words);
    expect(back.text).toContain(`${court.address}/cgi-bin/login.pl`);
  });

  test('a whole page can come as the update of the view root', async () => {
    const { court, guest } = await open('sign-on-updates-root');
    const asks = await sendLogin(court, guest, await openSignOn(court, guest), true);
    expect(updatesOf(asks)).toEqual(['javax.faces.ViewRoot', 'j_id1:javax.faces.ViewState:0']);
    expect(asks.text).toContain('mfaForm:mfaInput');
  });

  test('a wrong password can be answered with the message alone', async () => {
    const { court, guest } = await open('sign-on-updates-fragments');
    const no = await sendLogin(court, guest, await openSignOn(court, guest), true);
    expect(updatesOf(no)).toEqual(['loginForm:pclLoginMessages', 'j_id1:javax.faces.ViewState:0']);
    expect(message(no)).toBe('Invalid username or password');
  });

  test('an error has a name and a message', async () => {
    const { court, guest } = await open('sign-on-faces-error');
    const no = await sendLogin(court, guest, await openSignOn(court, guest), true);
    expect(no.text).toContain(
      '<error><error-name>class java.lang.NullPointerException</error-name><error-message><![CDATA[Something went wrong in practice.]]></error-message></error>',
    );
  });
});

describe('view states', () => {
  test('each is good once: sent again, the page has expired', async () => {
    const { court, guest } = await open('success');
    const page = await openSignOn(court, guest);
    await sendLogin(court, guest, page);
    const again = await sendLogin(court, guest, page);
    expect(message(again)).toBe('Your login page has expired. Please log in again.');
    const partial = await sendLogin(court, guest, page, true);
    expect(partial.text).toContain(
      '<error-name>class jakarta.faces.application.ViewExpiredException</error-name>',
    );
    const fresh = await sendLogin(court, guest, again);
    expect(fresh.text).toContain('mfaForm:mfaInput');
  });

  test('every answer brings another, and only the one of this visit is taken', async () => {
    const { court, guest } = await open('success');
    const page = await openSignOn(court, guest);
    const asks = await sendLogin(court, guest, page);
    expect(viewStateOf(asks.text)).not.toEqual(viewStateOf(page.text));
    guest.jar.delete('login.practice.localhost|JSESSIONID');
    const lost = await sendPasscode(court, guest, asks);
    expect(message(lost)).toBe('Your login page has expired. Please log in again.');
    expect(court.openSessions()).toBe(0);
  });

  test.each([
    ['sign-on-stateless', 'javax.faces.ViewState', 'stateless'],
    ['sign-on-jakarta-stateless', 'jakarta.faces.ViewState', 'stateless'],
    ['sign-on-jakarta', 'jakarta.faces.ViewState', expect.stringMatching(/^-\d+:\d+$/)],
  ])('in %s the view state is called %s', async (scenario, name, value) => {
    const { court, guest } = await open(scenario);
    const page = await openSignOn(court, guest);
    expect(viewStateOf(page.text)).toEqual([name, value]);
    const back = await passGates(court, guest, await sendLogin(court, guest, page, true), true);
    expect(back.text).toContain('<redirect url=');
  });

  test('a page of the newer generation does not take the older name', async () => {
    const { court, guest } = await open('sign-on-jakarta');
    const page = await openSignOn(court, guest);
    const older = { ...page, text: page.text.replaceAll('jakarta.', 'javax.') };
    expect(message(await sendLogin(court, guest, older))).toBe(
      'Your login page has expired. Please log in again.',
    );
  });

  test.each([
    ['sign-on-view-expired', 'sign-on'],
    ['sign-on-passcode-view-expired', 'passcode'],
  ])('in %s it expires once at the %s, and the second time all goes well', async (scenario) => {
    const { court, guest } = await open(scenario);
    const first = await signOn(court, guest);
    expect(message(first)).toBe('Your login page has expired. Please log in again.');
    const second = await passGates(court, guest, await sendLogin(court, guest, first));
    expect(second.location).toBe(`${court.address}/cgi-bin/login.pl`);
  });
});

describe('what is refused, and in which words', () => {
  test.each([
    ['wrong-pacer-password', 'Invalid username or password'],
    ['wrong-passcode', 'Invalid username, password, or one-time passcode'],
    ['sign-on-says-short-username', 'Username must be at least 6 characters'],
    ['sign-on-says-short-password', 'Password must be at least 8 characters'],
    ['sign-on-says-timeout', 'timeout error'],
    ['sign-on-says-client-code', 'A required Client Code was not entered. Enter one to continue.'],
    ['sign-on-says-disabled', 'We are sorry, but your current account has been disabled.'],
    ['sign-on-client-code-missing', 'A required Client Code was not entered. Please enter one and log in.'],
  ])('in %s: %s', async (scenario, words) => {
    const { court, guest } = await open(scenario);
    expect(message(await signOn(court, guest))).toBe(words);
    expect(court.openSessions()).toBe(0);
  });

  test('a username of five and a password of seven characters are refused for their length', async () => {
    const { court, guest } = await open('success');
    const who = guest.who;
    guest.who = { ...who, pacerUser: 'alma.' };
    const short = await sendLogin(court, guest, await openSignOn(court, guest));
    guest.who = { ...who, pacerPassword: 'Short-1' };
    const shorter = await sendLogin(court, guest, await openSignOn(court, guest));
    expect([message(short), message(shorter)]).toEqual([
      'Username must be at least 6 characters',
      'Password must be at least 8 characters',
    ]);
  });

  test('what the court would have taken is known to whoever watches', async () => {
    const { court, guest } = await open('wrong-pacer-password');
    guest.who = { ...guest.who, pacerPassword: court.accepts().pacerPassword };
    expect((await signOn(court, guest)).status).toBe(302);
    const { court: other, guest: berta } = await open('wrong-passcode');
    expect((await signOn(other, berta, other.accepts().passcode)).status).toBe(302);
  });
});

describe('one-time passcodes', () => {
  const now = 1_795_000_000_000;

  test.each([-1, 0, 1])('the code of %i steps away is taken', async (steps) => {
    const { court, guest } = await open('success', { now: () => now });
    expect((await signOn(court, guest, court.passcode(steps))).status).toBe(302);
  });

  test.each([-2, 2])('the code of %i steps away is not', async (steps) => {
    const { court, guest } = await open('success', { now: () => now });
    expect(message(await signOn(court, guest, court.passcode(steps)))).toBe(
      'Invalid username, password, or one-time passcode',
    );
  });

  test('the same code is not taken twice, the next one is', async () => {
    const { court, guest } = await open('success', { now: () => now });
    await signOn(court, guest);
    await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    const replayed = await signOn(court, guest);
    expect(message(replayed)).toBe('Invalid username, password, or one-time passcode');
    expect((await sendPasscode(court, guest, replayed, court.passcode(1))).status).toBe(302);
  });

  test('a backup code is taken once', async () => {
    const { court, guest } = await open('sign-on-backup-code');
    expect(court.accepts().backupCodes.length).toBe(10);
    const code = guest.who.backupCode ?? '';
    expect((await signOn(court, guest, code)).status).toBe(302);
    await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    expect(message(await signOn(court, guest, code))).toBe(
      'Invalid username, password, or one-time passcode',
    );
    expect(court.accepts().backupCodes.length).toBe(9);
  });

  test('without the password before it, a passcode is not even looked at', async () => {
    const { court, guest } = await open('success');
    const page = await openSignOn(court, guest);
    const no = await sendPasscode(court, guest, page);
    expect(message(no)).toBe('Your login page has expired. Please log in again.');
    expect(court.openSessions()).toBe(0);
  });
});
