import type { Kind } from '../log.ts';
import type { Scenario } from '../scenarios.ts';
import type { Traits } from '../traits.ts';
import { bertil, scenario } from './people.ts';

const landing = (how: Traits['landing'], summary: string): Scenario =>
  scenario(`landing-${how}`, summary, { landing: how });

const toSignOn = (how: Traits['toSignOn'], summary: string): Scenario =>
  scenario(`to-sign-on-${how}`, summary, { toSignOn: how });

const menu = (name: string, summary: string): Scenario => scenario(`menu-${name}`, summary, { menu: name });

const linkAt = (id: string, summary: string, traits: Partial<Traits>): Scenario =>
  scenario(`link-at-${id}`, summary, traits);

const form = (id: string, summary: string, linkForm: Partial<Traits['linkForm']>): Scenario =>
  scenario(`form-${id}`, summary, {
    linkForm: { page: 'court/link-page', login: 'login', password: 'key', ...linkForm },
  });

const says = (id: string, at: Kind, instead: string, words: string, summary: string): Scenario =>
  scenario(`says-${id}`, summary, {
    menuComes: 'next-sign-on',
    faults: [{ at, does: { name: 'bent', bend: { replace: [[instead, words]] } } }],
  });

const review = (id: string, summary: string): Scenario =>
  scenario(`review-${id}`, summary, { reviewPage: `court/review-${id}` });

/** The court's pages in the habits they have been seen in, or might have. Most of them end well. */
export const courtPageScenarios: readonly Scenario[] = [
  landing('training-too', 'The front page links a training system beside the real one.'),
  landing('refresh', 'The front page leads on by a meta refresh.'),
  landing('302', 'The front page leads on by a redirect.'),
  landing('assign-double', 'The front page leads on by a script with double quotes.'),
  landing('assign-single', 'The front page leads on by a script with single quotes.'),
  scenario('landing-appeals', 'The court is one of appeals: another system, without the usual addresses.', {
    landing: 'appeals',
    faults: [{ at: 'login.pl', does: { name: 'status', status: 404 } }],
  }),
  toSignOn('refresh', 'A meta refresh leads to the sign-on page.'),
  toSignOn('assign-double', 'A script with double quotes leads to the sign-on page.'),
  toSignOn('assign-single', 'A script with single quotes leads to the sign-on page.'),
  toSignOn('replace', 'A script that replaces the page leads to the sign-on page.'),
  toSignOn('href', 'A script that sets the address leads to the sign-on page.'),

  menu('underlined', 'The menu bar underlines letters inside the words.'),
  menu('absolute', 'The menu bar has whole addresses.'),
  menu('old', 'The menu bar is that of 2008.'),
  menu('upper', 'The menu bar shouts, with unclosed items and no-break spaces.'),
  menu('limited', 'A limited filer: only Bankruptcy appears after linking.'),
  menu('district', 'The menu bar of a district court: Civil and Criminal.'),

  linkAt('your-account', 'The link stands under "Your Account".', { group: 'Your Account' }),
  linkAt('other-group', 'The link stands under a heading nobody has seen.', { group: 'Things to do once' }),
  linkAt('no-group', 'The link stands under no heading.', { group: null }),
  linkAt('capitals', 'The link is written in capitals.', {
    linkText: 'LINK A CM/ECF ACCOUNT TO MY PACER ACCOUNT',
  }),
  linkAt('lower', 'The link is written in small letters.', {
    linkText: 'link a cm/ecf account to my pacer account',
  }),
  linkAt('spaces', 'The link has no-break spaces and line breaks in it.', {
    linkText: 'Link&nbsp;a&nbsp;CM/ECF\n account to<BR>my&nbsp; PACER account&nbsp;',
  }),
  linkAt('markup', 'The link has markup in it.', {
    linkText:
      "<FONT SIZE=-1><B>L</B>ink a <I>CM/ECF</I> account</FONT> <U>to my</U> PACER account<IMG SRC='/graphics/new.gif'>",
  }),
  linkAt('absolute', 'The link has its whole address.', { linkHref: '%court%/cgi-bin/LinkAccount.pl' }),

  form('names', 'The fields of the link form have other names.', {
    login: 'cmecfLoginId',
    password: 'cmecfPswd',
  }),
  form('reversed', 'Password before login, Clear before Submit.', { page: 'court/link-page-reversed' }),
  form('labels-after', 'The labels stand behind their fields.', { page: 'court/link-page-labels-after' }),
  form('neighbours', 'A search form and a form to change a password stand beside the link form.', {
    page: 'court/link-page-neighbours',
  }),
  form('urlencoded', 'The link form is sent urlencoded.', { page: 'court/link-page-urlencoded' }),
  form('in-table', 'The link form opens between the table and its first row.', {
    page: 'court/link-page-in-table',
  }),
  form('labels', 'The link form has labels, a definition list and an image in its button.', {
    page: 'court/link-page-labels',
  }),
  review('lines', 'The review page is written in lines.'),
  review('definitions', 'The review page is written as definition lists.'),
  review('rows', 'The review page has a row for each account, and a Go Back button.'),
  review('hidden-differs', 'A hidden field of the review page names somebody else.'),
  review('nameless', 'The review page names no names, only logins.'),
  says(
    'will-be-linked',
    'link-form',
    'Please compare the two accounts.',
    'After submitting this page your e-filer login will be permanently linked to your PACER account. Once the accounts have been linked, the link cannot be undone.',
    'The review page says what will be linked, and what to do once it is.',
  ),
  says(
    'if-already-linked',
    'link-page',
    'Otherwise enter',
    'If your account is already linked, no action is necessary. An account that is already linked to another cannot be linked again. Otherwise enter',
    'The link page says what to do if an account should be linked already.',
  ),
  says(
    'linked-if-no-menus',
    'final-submit',
    'Refresh this page to see the filing menus.',
    'If you do not see the filing menus, use the Log Out link and sign in again. The old login can not be used any more and linking can never be undone.',
    'The success page says what to do if something does not show.',
  ),
  scenario(
    'latin-1',
    "The court's pages are Latin-1 and do not say so.",
    { charset: 'windows-1252' },
    bertil,
  ),
];
