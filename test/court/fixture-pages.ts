import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { menuSelector } from '../../src/court/menu.ts';
import type { Arrival, Recognised, Role, Submitting } from '../../src/court/page.ts';
import { recognise } from '../../src/court/recognise.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';
import { fixturesFolder } from '../../src/practice/fixtures.ts';
import { messageBox } from '../../src/practice/sign-on/marks.ts';
import { part } from '../../src/practice/template.ts';
import type { Values } from '../../src/practice/template.ts';

export type Place = { role: Role; after: Submitting | null };
export type FixturePage = { name: string; html: string; place: Place };

/** The places of a walk that matter most, tried for every page. */
export const places: readonly Place[] = [
  { role: 'court', after: null },
  { role: 'court', after: 'link-form' },
  { role: 'court', after: 'final-submit' },
  { role: 'sign-on', after: null },
  { role: 'sign-on', after: 'sign-on' },
  { role: 'sign-on', after: 'passcode' },
];

const known: Record<string, string> = {
  cmecfName: 'Alma Q. Example',
  pacerName: 'Alma Q. Example',
  cmecfLogin: 'aqexample',
  pacerUser: 'alma.example',
  accountType: 'Upgraded PACER Account',
  court: 'http://ecf.miwb.practice.localhost',
  evil: 'http://evil.localhost',
  heading: 'Link a CM/ECF account to my PACER account',
  linkText: 'Link a CM/ECF account to my PACER account',
  linkHref: '/cgi-bin/LinkAccount.pl',
  action: '/cgi-bin/LinkAccount.pl?123456789012345-L_1_1-1',
  loginField: 'login',
  passwordField: 'key',
  words: 'The accounts could not be linked.',
  prefix: 'javax.faces',
};
const valuesWith = (more: Record<string, string>): Values =>
  new Proxy({ ...known, ...more }, { get: (own, name) => own[String(name)] ?? '' });
const values = valuesWith({});

/** What stands in the panels and pages that are filled in, each by its own names. */
const fillings: Record<string, () => Record<string, string>> = {
  'court/refused-bare': () => ({ words: 'The login or password you entered is not correct.' }),
  'sign-on/panel-message': () => ({
    form: 'ackForm',
    button: 'btnAckOkay',
    word: 'OK',
    text: 'Practice will be closed on the second Sunday of next month.',
  }),
  'sign-on/panel-redaction': () => ({
    form: part(
      'sign-on/form-redaction',
      valuesWith({ button: part('sign-on/button-redaction', values), action: '/csologin/login.jsf' }),
    ),
  }),
  'sign-on/panel-restricted': () => ({
    text: 'Your account has been restricted because it was not updated in time.',
  }),
  'sign-on/panel-user-update': () => ({ skip: part('sign-on/button-skip', values) }),
};
const filled = (name: string, more: Record<string, string> = {}): string =>
  part(name, valuesWith({ ...fillings[name]?.(), ...more }));

const folder = (name: string): string[] =>
  readdirSync(join(fixturesFolder(), name))
    .filter((file) => file.endsWith('.html'))
    .map((file) => `${name}/${file.replace('.html', '')}`);

const menu = (): string => part('court/menus/nextgen', values);
const framed = (content: string): string =>
  part('court/frame', { banner: part('practice/banner'), menu: menu(), content });

const afterLinkForm = /review|already-linked|refused-bare/;
const afterFinal = /court\/(linked|final-refused)/;

const signOnPage = (panel: string): string =>
  part('sign-on/page', { ...known, banner: '', panel, dialogs: '', opens: '' });

const refusals: readonly (readonly [name: string, after: Submitting, words: string])[] = [
  ['sign-on/panel-login', 'sign-on', 'Invalid username or password'],
  ['sign-on/panel-login', 'sign-on', 'We are sorry, but your current account has been disabled.'],
  ['sign-on/panel-passcode', 'passcode', 'Invalid username, password, or one-time passcode'],
];

/** Every page of fixtures/ as it would be served, at the place where it belongs. */
export const fixturePages: readonly FixturePage[] = [
  ...[...folder('court'), ...folder('review')]
    .filter((name) => !/court\/(frame|group|message|landing|maintenance|refresh|script)/.test(name))
    .map((name): FixturePage => {
      const after = afterFinal.test(name) ? 'final-submit' : afterLinkForm.test(name) ? 'link-form' : null;
      return { name, html: framed(filled(name)), place: { role: 'court', after } };
    }),
  ...folder('court')
    .filter((name) => /court\/(landing|maintenance)/.test(name))
    .map((name): FixturePage => ({ name, html: part(name, values), place: { role: 'court', after: null } })),
  ...folder('sign-on')
    .filter((name) => name.includes('panel-'))
    .map((name): FixturePage => ({
      name,
      html: signOnPage(filled(name)),
      place: { role: 'sign-on', after: name.includes('login') ? null : 'sign-on' },
    })),
  ...refusals.map(([name, after, words]): FixturePage => ({
    name: `${name}, with a refusal`,
    html: signOnPage(filled(name, { messages: messageBox('loginForm:pclLoginMessages', [words]) })),
    place: { role: 'sign-on', after },
  })),
];

/** A page as it arrives at a place of the walk. */
function arrivalOf(html: string, { role, after }: Place): Arrival {
  const host = role === 'court' ? 'ecf.miwb.practice.localhost' : 'login.practice.localhost';
  const document = parseDocument(html, { url: `http://${host}/cgi-bin/x.pl` });
  return { parts: readParts(document, { menu: menuSelector }), status: 200, role, after, error: null };
}

/** What a page is taken for at a place of the walk. */
export function seen(html: string, place: Place): Recognised {
  return recognise(arrivalOf(html, place));
}
