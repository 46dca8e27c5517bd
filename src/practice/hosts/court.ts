import { html, redirect, withCookie } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { endedCookie, sessionCookie } from '../cookies.ts';
import type { Memory } from '../memory.ts';
import { randomText } from '../memory.ts';
import { courtPage } from '../pages/court-page.ts';
import { part } from '../template.ts';
import { finalSubmit, linkForm, linkPage } from './link.ts';
import type { Route } from './route.ts';

/** Where somebody without a session is sent: the sign-on page, with the way back. */
export function toSignOn(memory: Memory): Answer {
  return redirect(
    `${memory.origins.signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=${memory.origins.court}/cgi-bin/login.pl`,
  );
}

const isFiler = (memory: Memory, pacerUser: string): boolean =>
  memory.scenario.traits.filer || memory.links.some((one) => one.pacerUser === pacerUser);

function login(memory: Memory, asked: Asked): Answer {
  if (asked.signOn === null) return toSignOn(memory);
  const session = {
    id: randomText(24),
    signOn: asked.signOn,
    filer: isFiler(memory, asked.signOn.pacerUser),
    forms: new Map(),
  };
  memory.courtSessions.set(session.id, session);
  const page = html(courtPage(memory, session, 'court/main'));
  return withCookie(page, sessionCookie('CourtSession', session.id, asked));
}

function logout(memory: Memory, asked: Asked): Answer {
  if (asked.signOn !== null) asked.signOn.open = false;
  if (asked.session !== null) memory.courtSessions.delete(asked.session.id);
  const page = html(courtPage(memory, null, 'court/logged-out'));
  return withCookie(
    withCookie(page, endedCookie('CourtSession')),
    endedCookie('NextGenCSO', '.practice.localhost'),
  );
}

const page =
  (name: string) =>
  (memory: Memory, asked: Asked): Answer => {
    const session = asked.session;
    if (session !== null) session.filer = isFiler(memory, session.signOn.pacerUser);
    return html(courtPage(memory, session, name));
  };

const is = (path: string) => (asked: Asked) => asked.method === 'GET' && asked.path === path;
const menu = (word: string) => (asked: Asked) =>
  is('/cgi-bin/DisplayMenu.pl')(asked) && asked.query.split('&')[0] === word;
const linkStep = (step: string) => (asked: Asked) =>
  asked.method === 'POST' && asked.path === '/cgi-bin/LinkAccount.pl' && asked.query.endsWith(step);

/** The court's own addresses, first match first. */
export const courtRoutes: readonly Route[] = [
  {
    kind: 'landing',
    open: true,
    fits: is('/'),
    handle: () => html(part('court/landing', { banner: part('practice/banner') })),
  },
  {
    kind: 'logout',
    open: true,
    fits: (asked) => is('/cgi-bin/login.pl')(asked) && asked.query === 'logout',
    handle: logout,
  },
  { kind: 'login.pl', open: true, fits: is('/cgi-bin/login.pl'), handle: login },
  { kind: 'utilities', open: false, fits: menu('Utilities'), handle: page('court/utilities') },
  { kind: 'link-page', open: false, fits: is('/cgi-bin/LinkAccount.pl'), handle: linkPage },
  { kind: 'link-form', open: false, fits: linkStep('-L_1_0-1'), handle: linkForm },
  { kind: 'final-submit', open: false, fits: linkStep('-L_1_1-1'), handle: finalSubmit },
  { kind: 'menu', open: false, fits: menu('BankruptcyEvents'), handle: page('court/events') },
  { kind: 'menu', open: false, fits: menu('AdversaryEvents'), handle: page('court/events') },
  { kind: 'menu', open: false, fits: menu('Reports'), handle: page('court/reports') },
  { kind: 'menu', open: false, fits: is('/cgi-bin/iquery.pl'), handle: page('court/query') },
];
