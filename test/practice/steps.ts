import type { PracticeCourt } from '../../src/practice/court.ts';
import { between, unescaped } from './visitor.ts';
import type { Reply, Visitor } from './visitor.ts';

const VIEW = /name="((?:javax|jakarta)\.faces\.ViewState)"[^>]*value="([^"]*)"/;

/** The view state field of a page, or of a partial answer's last update. */
export function viewStateOf(text: string): [string, string] {
  const prefix = text.includes('jakarta.faces') ? 'jakarta' : 'javax';
  if (text.includes('<partial-response')) {
    return [`${prefix}.faces.ViewState`, between(text, 'faces.ViewState:0"><![CDATA[', ']]>')];
  }
  const found = VIEW.exec(text);
  if (found === null) throw new Error(`no view state in:\n${text}`);
  return [found[1] ?? '', unescaped(found[2] ?? '')];
}

const form = (court: PracticeCourt): string => `${court.signOn}/csologin/login.jsf`;

/** Opens the sign-on page by way of the court, whichever way the court leads there. */
export async function openSignOn(court: PracticeCourt, guest: Visitor): Promise<Reply> {
  await guest.get(`${court.address}/cgi-bin/login.pl`);
  return guest.get(`${form(court)}?pscCourtId=MIWBK&appurl=${court.address}/cgi-bin/login.pl`);
}

/** Sends user name, password and client code. */
export function sendLogin(
  court: PracticeCourt,
  guest: Visitor,
  page: Reply,
  partial = false,
): Promise<Reply> {
  return guest.post(
    form(court),
    [
      ['loginForm', 'loginForm'],
      ['loginForm:loginName', guest.who.pacerUser],
      ['loginForm:password', guest.who.pacerPassword],
      ['loginForm:clientCode', guest.who.clientCode ?? ''],
      ['loginForm:fbtnLogin', ''],
      viewStateOf(page.text),
    ],
    { partial },
  );
}

/** Sends one of the forms between password and court, with the fields given. */
export function sendGate(
  court: PracticeCourt,
  guest: Visitor,
  page: Reply,
  name: string,
  fields: [string, string][],
  partial = false,
): Promise<Reply> {
  return guest.post(form(court), [[name, name], ...fields, viewStateOf(page.text)], { partial });
}

/** Sends a one-time passcode. */
export function sendPasscode(
  court: PracticeCourt,
  guest: Visitor,
  page: Reply,
  code = court.passcode(),
  partial = false,
): Promise<Reply> {
  const fields: [string, string][] = [
    ['mfaForm:mfaInput', code],
    ['mfaForm:btnOk', ''],
  ];
  return sendGate(court, guest, page, 'mfaForm', fields, partial);
}

/** From nothing to the answer that sends back to the court, with password and passcode. */
export async function signOn(court: PracticeCourt, guest: Visitor, code = court.passcode()): Promise<Reply> {
  const asks = await sendLogin(court, guest, await openSignOn(court, guest));
  return asks.text.includes('mfaForm') ? sendPasscode(court, guest, asks, code) : asks;
}

/** Signs on and opens the court's main page. */
export async function enter(court: PracticeCourt, guest: Visitor): Promise<Reply> {
  await signOn(court, guest);
  return guest.get(`${court.address}/cgi-bin/login.pl`);
}

/** Where the link utility's form on a page posts to. */
function actionOf(court: PracticeCourt, page: Reply): string {
  return `${court.address}/cgi-bin/LinkAccount.pl?${between(page.text, 'LinkAccount.pl?', "'")}`;
}

/** Fills in the link form of a page and presses its Submit. */
export function sendLinkForm(court: PracticeCourt, guest: Visitor, page: Reply): Promise<Reply> {
  const { login, password } = guest.who.traits.linkForm;
  return guest.post(
    actionOf(court, page),
    [
      [login, guest.who.cmecfLogin],
      [password, guest.who.cmecfPassword],
      ['button1', 'Submit'],
    ],
    { multipart: true },
  );
}

/** From the court's main page to the answer of the first Submit. */
export async function toReview(court: PracticeCourt, guest: Visitor): Promise<Reply> {
  return sendLinkForm(court, guest, await guest.get(`${court.address}/cgi-bin/LinkAccount.pl`));
}

/** Presses the review page's Submit. */
export function sendReview(court: PracticeCourt, guest: Visitor, review: Reply): Promise<Reply> {
  return guest.post(
    actionOf(court, review),
    [
      ['confirmed', 'Y'],
      ['cmecf_login', guest.who.cmecfLogin],
      ['button1', 'Submit'],
    ],
    { multipart: true },
  );
}

/** The words of a page's menu bar; empty without one. */
export function menuOf(page: Reply): string[] {
  const bar = /<div id="?topmenu"?[\s\S]*?<\/ul>/i.exec(page.text)?.[0] ?? '';
  return [...bar.matchAll(/<a\b[^>]*>((?:[^<]|<\/?u>)*)</gi)].map((one) =>
    (one[1] ?? '')
      .replace(/<\/?u>/gi, '')
      .replaceAll('&nbsp;', ' ')
      .trim(),
  );
}

/** Passes whatever stands between the password and the court, one form after the other; gives the last answer. */
export async function passGates(
  court: PracticeCourt,
  guest: Visitor,
  first: Reply,
  partial = false,
): Promise<Reply> {
  let page = first;
  for (let gate = 0; gate < 6; gate += 1) {
    const send = (name: string, fields: [string, string][]) =>
      sendGate(court, guest, page, name, fields, partial);
    if (page.text.includes('mfaForm:mfaInput'))
      page = await sendPasscode(court, guest, page, undefined, partial);
    else if (page.text.includes('regmsg:chkRedact_input'))
      page = await send('regmsg', [
        ['regmsg:chkRedact_input', 'on'],
        ['regmsg:bpmConfirm', ''],
      ]);
    else if (page.text.includes('frmUserUpdate:bpmSkip'))
      page = await send('frmUserUpdate', [['frmUserUpdate:bpmSkip', '']]);
    else if (page.text.includes('btnAckOkay')) page = await send('ackForm', [['btnAckOkay', '']]);
    else if (page.text.includes('<h1>Message</h1>'))
      page = await send('regmsgPopup', [['regmsgPopup:bpmContinue', '']]);
    else return page;
  }
  return page;
}
