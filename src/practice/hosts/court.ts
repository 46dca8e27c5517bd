import { html, redirect, withCookie } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { endedCookie, forgetSignOn, sessionCookie } from '../cookies.ts';
import { lead } from '../lead.ts';
import { endSessions, isFiler, randomText } from '../memory.ts';
import type { CourtSession, Memory } from '../memory.ts';
import { courtPage } from '../pages/court-page.ts';
import { part } from '../template.ts';
import { expand } from '../where.ts';
import { finalSubmit, linkForm, linkPage } from './link.ts';
import type { Route } from './route.ts';
import { shipped } from './shipped.ts';

/** Where somebody without a session is sent: the sign-on page, with the way back. */
function signOnAddress(memory: Memory): string {
  const { court, signOn } = memory.origins;
  return `${signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=${court}/cgi-bin/login.pl`;
}

function frontPage(memory: Memory): Answer {
  const banner = part('practice/banner');
  const { landing } = memory.scenario.traits;
  if (landing === 'link') return html(part('court/landing', { banner }));
  if (landing === 'appeals') return html(part('court/landing-appeals', { banner }));
  if (landing === 'training-too') {
    const training = memory.origins.court.replace('ecf.', 'ecf-train.');
    return html(part('court/landing-training', { banner, training }));
  }
  return lead(landing, landing === 'refresh' ? '/cgi-bin/ShowIndex.pl' : '/cgi-bin/login.pl');
}

function newSession(memory: Memory, signOn: CourtSession['signOn']): CourtSession {
  const session: CourtSession = {
    id: randomText(24),
    signOn,
    filer:
      memory.scenario.traits.menuComes === 'next-sign-on' ? signOn.filer : isFiler(memory, signOn.pacerUser),
    forms: new Map(),
  };
  if (memory.scenario.traits.menuComes === 'never') session.filer = memory.scenario.traits.filer;
  memory.courtSessions.set(session.id, session);
  return session;
}

function login(memory: Memory, asked: Asked): Answer {
  if (asked.signOn === null) return lead(memory.scenario.traits.toSignOn, signOnAddress(memory));
  const session = asked.session ?? newSession(memory, asked.signOn);
  refreshMenu(memory, session);
  const page = courtPage(memory, session, 'court/main');
  return withCookie(page, sessionCookie('CourtSession', session.id, asked));
}

function refreshMenu(memory: Memory, session: CourtSession): void {
  if (memory.scenario.traits.menuComes === 'at-once')
    session.filer = isFiler(memory, session.signOn.pacerUser);
}

function logout(memory: Memory, asked: Asked): Answer {
  if (memory.scenario.traits.logout === 'sign-on') {
    if (asked.session !== null) memory.courtSessions.delete(asked.session.id);
    const away = redirect(`${memory.origins.signOn}/csologin/logout.jsf`);
    return withCookie(away, endedCookie('CourtSession'));
  }
  endSessions(memory, asked);
  const page = courtPage(memory, null, 'court/logged-out');
  return forgetSignOn(withCookie(page, endedCookie('CourtSession')));
}

const page =
  (name: string) =>
  (memory: Memory, asked: Asked): Answer => {
    if (asked.session !== null) refreshMenu(memory, asked.session);
    const { group, linkText, linkHref } = memory.scenario.traits;
    const heading = group === null ? '' : part('court/group', { group });
    return courtPage(memory, asked.session, name, {
      group: heading,
      linkText,
      linkHref: expand(memory, asked, linkHref),
    });
  };

const is = (path: string) => (asked: Asked) => asked.method === 'GET' && asked.path === path;
const menu = (word: string) => (asked: Asked) =>
  is('/cgi-bin/DisplayMenu.pl')(asked) && asked.query.split('&')[0] === word;
const linkStep = (step: string) => (asked: Asked) =>
  asked.method === 'POST' && asked.path === '/cgi-bin/LinkAccount.pl' && asked.query.endsWith(step);
const loggingOut = (asked: Asked) => is('/cgi-bin/login.pl')(asked) && asked.query === 'logout';

const events: readonly Route[] = ['Bankruptcy', 'Adversary', 'Civil', 'Criminal'].map((word) => ({
  kind: 'menu',
  open: false,
  fits: menu(`${word}Events`),
  handle: page('court/events'),
}));

/** The court's own addresses, first match first. */
export const courtRoutes: readonly Route[] = [
  { kind: 'landing', open: true, fits: is('/'), handle: frontPage },
  {
    kind: 'landing',
    open: true,
    fits: is('/cgi-bin/ShowIndex.pl'),
    handle: () => html(part('court/landing', { banner: part('practice/banner') })),
  },
  { kind: 'logout', open: true, fits: loggingOut, handle: logout },
  { kind: 'login.pl', open: true, fits: is('/cgi-bin/login.pl'), handle: login },
  { kind: 'utilities', open: false, fits: menu('Utilities'), handle: page('court/utilities') },
  { kind: 'link-page', open: false, fits: is('/cgi-bin/LinkAccount.pl'), handle: linkPage },
  { kind: 'link-form', open: false, fits: linkStep('-L_1_0-1'), handle: linkForm },
  { kind: 'final-submit', open: false, fits: linkStep('-L_1_1-1'), handle: finalSubmit },
  ...events,
  { kind: 'menu', open: false, fits: menu('Reports'), handle: page('court/reports') },
  { kind: 'menu', open: false, fits: is('/cgi-bin/iquery.pl'), handle: page('court/query') },
  shipped('/css/default.css', 'practice/court.css', 'text/css'),
];

/** The answer to a court page asked for without a session. */
export function toSignOn(memory: Memory): Answer {
  return redirect(signOnAddress(memory));
}
