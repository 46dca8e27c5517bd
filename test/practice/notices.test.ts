import { describe, expect, test } from 'vitest';
import { open } from './courts.ts';
import { openSignOn, passGates, sendGate, sendLogin, sendPasscode, signOn } from './steps.ts';
import { between } from './visitor.ts';
import type { Reply } from './visitor.ts';

/** Signs on with partial requests up to the notice behind the passcode. */
async function toNotice(scenario: string) {
  const { court, guest } = await open(scenario);
  const asks = await sendLogin(court, guest, await openSignOn(court, guest), true);
  const notice = await sendPasscode(court, guest, asks, undefined, true);
  const send = (page: Reply, form: string, fields: [string, string][]) =>
    sendGate(court, guest, page, form, fields, true);
  return { court, guest, notice, send };
}

const back = 'cgi-bin/login.pl"></redirect>';
const agree: [string, string][] = [
  ['regmsg:chkRedact_input', 'on'],
  ['regmsg:bpmConfirm', ''],
];

describe('the redaction notice', () => {
  test('as a dialog: hidden markup and a script that opens it', async () => {
    const { notice, send } = await toNotice('redaction-dialog');
    expect(notice.text).toContain(
      '<update id="redactionConfirmation"><![CDATA[<div id="redactionConfirmation">',
    );
    expect(notice.text).toContain('ui-hidden-container');
    expect(notice.text).toContain("<eval><![CDATA[PF('redactionDlg').show();]]></eval>");
    expect(notice.text).toContain('Social Security and taxpayer-identification numbers');
    expect((await send(notice, 'regmsg', agree)).text).toContain(back);
  });

  test('as a dialog that shows itself, without a script', async () => {
    const { notice, send } = await toNotice('redaction-shown');
    expect(notice.text).not.toContain('<eval>');
    expect(notice.text).toContain('style="display: block; visibility: visible;" aria-hidden="false"');
    expect((await send(notice, 'regmsg', agree)).text).toContain(back);
  });

  test('without the box checked, it stays', async () => {
    const { court, notice, send } = await toNotice('redaction-dialog');
    const again = await send(notice, 'regmsg', [['regmsg:bpmConfirm', '']]);
    expect(again.text).toContain('You must check the box to continue.');
    expect(court.openSessions()).toBe(0);
    expect((await send(again, 'regmsg', agree)).text).toContain(back);
  });

  test('in two steps: the button waits until the box was sent on its own', async () => {
    const { notice, send } = await toNotice('redaction-two-steps');
    const button = between(notice.text, '<button id="regmsg:bpmConfirm"', '>');
    expect(button).toContain('disabled="disabled"');
    const hasty = await send(notice, 'regmsg', agree);
    expect(hasty.text).toContain('disabled="disabled"');

    const ready = await send(hasty, 'regmsg', [
      ['regmsg:chkRedact_input', 'on'],
      ['javax.faces.source', 'regmsg:chkRedact'],
      ['javax.faces.partial.event', 'change'],
      ['javax.faces.behavior.event', 'valueChange'],
    ]);
    expect(ready.text).toContain('<update id="regmsg:bpmConfirm"><![CDATA[<button id="regmsg:bpmConfirm"');
    expect(ready.text).not.toContain('disabled');
    expect((await send(ready, 'regmsg', agree)).text).toContain(back);
  });

  test('a box that is unchecked again locks the button again', async () => {
    const { notice, send } = await toNotice('redaction-two-steps');
    const change: [string, string][] = [
      ['javax.faces.source', 'regmsg:chkRedact'],
      ['javax.faces.behavior.event', 'valueChange'],
    ];
    const ready = await send(notice, 'regmsg', [['regmsg:chkRedact_input', 'on'], ...change]);
    const locked = await send(ready, 'regmsg', change);
    expect(locked.text).toContain('disabled="disabled"');
    expect((await send(locked, 'regmsg', agree)).text).not.toContain(back);
  });

  test('as a plain page of its own', async () => {
    const { court, guest } = await open('redaction-plain');
    const asks = await sendLogin(court, guest, await openSignOn(court, guest));
    const notice = await sendPasscode(court, guest, asks);
    expect(notice.text).toContain('<h1>Redaction Agreement</h1>');
    expect(notice.text).not.toContain('onclick="PrimeFaces.ab({s:&quot;regmsg');
    expect((await passGates(court, guest, notice)).location).toBe(`${court.address}/cgi-bin/login.pl`);
  });

  test('before the passcode: the dialog is emptied when it has been passed', async () => {
    const { court, guest } = await open('redaction-first');
    const notice = await sendLogin(court, guest, await openSignOn(court, guest), true);
    const asks = await sendGate(court, guest, notice, 'regmsg', agree, true);
    expect(asks.text).toContain('<![CDATA[<div id="redactionConfirmation"></div>]]>');
    expect((await sendPasscode(court, guest, asks, undefined, true)).text).toContain(back);
  });

  test('in the page from the start, it is hidden and nothing opens it', async () => {
    const { court, guest } = await open('sign-on-dialogs-always');
    const page = await openSignOn(court, guest);
    expect(between(page.text, 'id="redactionDlgPanel" class="', '"')).toContain('ui-hidden-container');
    expect(page.text).toContain('regmsg:chkRedact_input');
    expect(page.text).not.toContain('.show()');
  });
});

describe('user update required', () => {
  test('it can be skipped as often as is left, and says so', async () => {
    const { court, guest } = await open('user-update-last');
    const notice = await signOn(court, guest);
    expect(notice.text).toContain('You may skip this once more; then your account is restricted.');
    expect((await passGates(court, guest, notice)).status).toBe(302);

    await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    const later = await signOn(court, guest, court.passcode(1));
    expect(later.text).toContain('You can not skip this any more.');
    expect(later.text).not.toContain('bpmSkip');
    const forced = await sendGate(court, guest, later, 'frmUserUpdate', [['frmUserUpdate:bpmSkip', '']]);
    expect(forced.text).toContain('User Update Required');
    expect(court.openSessions()).toBe(0);
  });

  test('three skips are left at first', async () => {
    const { court, guest } = await open('user-update');
    expect((await signOn(court, guest)).text).toContain('You may skip this 3 times more');
  });
});

describe('acknowledgements', () => {
  test.each([
    ['acknowledge-ok', 'ackForm', 'btnAckOkay'],
    ['acknowledge-continue', 'regmsgPopup', 'regmsgPopup:bpmContinue'],
    ['acknowledge-undertaking', 'regmsgPopup', 'regmsgPopup:bpmContinue'],
  ])('in %s the button of %s leads on', async (scenario, form, button) => {
    const { notice, send } = await toNotice(scenario);
    expect(notice.text).toContain('<h1>Message</h1>');
    expect((await send(notice, form, [])).text).toContain('<h1>Message</h1>');
    const { notice: fresh, send: sendFresh } = await toNotice(scenario);
    expect((await sendFresh(fresh, form, [[button, '']])).text).toContain(back);
  });

  test('one with a check box wants it checked', async () => {
    const { notice, send } = await toNotice('acknowledge-box');
    const again = await send(notice, 'regmsgPopup', [['regmsgPopup:bpmContinue', '']]);
    expect(again.text).toContain('You must check the box to continue.');
    const agreed = await send(again, 'regmsgPopup', [
      ['regmsgPopup:chkAgree', 'on'],
      ['regmsgPopup:bpmContinue', ''],
    ]);
    expect(agreed.text).toContain(back);
  });

  test('several notices come one after the other', async () => {
    const { court, guest } = await open('every-notice');
    expect((await passGates(court, guest, await signOn(court, guest))).status).toBe(302);
    expect(court.log.map((one) => one.kind).slice(2)).toEqual([
      'sign-on',
      'passcode',
      'redaction',
      'user-update',
      'acknowledgement',
    ]);
  });
});

describe('accounts that get no further', () => {
  test.each([
    ['account-restricted', 'Your account has been restricted'],
    ['account-legacy', 'You have a Legacy PACER Account.'],
    ['account-disabled', 'your current account has been disabled'],
  ])('%s: %s', async (scenario, words) => {
    const { court, guest } = await open(scenario);
    expect((await signOn(court, guest)).text).toContain(words);
    expect(court.openSessions()).toBe(0);
  });
});
