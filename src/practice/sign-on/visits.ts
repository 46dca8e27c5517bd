import { partialRedirect, redirect, withCookie } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { sessionCookie, sharedCookie } from '../cookies.ts';
import { isFiler, randomText } from '../memory.ts';
import type { Memory, Visit } from '../memory.ts';
import { lead, scriptTo } from '../lead.ts';
import { isPartial, newViewState, partialParts } from './faces.ts';
import { loginScreen } from './login-form.ts';
import { showScreen } from './screen.ts';

/** Remembers a browser that came to sign on, and the court's address it wants to go back to. */
export function freshVisit(memory: Memory, appurl: string | null): Visit {
  const visit: Visit = {
    id: randomText(24),
    appurl: appurl ?? `${memory.origins.court}/cgi-bin/login.pl`,
    passed: [],
    pacerUser: '',
    clientCode: null,
    redactTicked: false,
    views: new Set(),
  };
  memory.visits.set(visit.id, visit);
  return visit;
}

/** The form for user name and password, with what went wrong before. */
export function showLogin(
  memory: Memory,
  asked: Asked,
  visit: Visit,
  errors: readonly string[] = [],
): Answer {
  const answer = showScreen(memory, asked, visit, (state) => loginScreen(memory, asked, state, errors));
  return withCookie(answer, sessionCookie('JSESSIONID', visit.id, asked));
}

/** A GET of the sign-on page: the form, or straight back for somebody who is signed on. */
export function startVisit(memory: Memory, asked: Asked): Answer {
  const appurl = new URLSearchParams(asked.query).get('appurl');
  const visit = freshVisit(memory, appurl);
  return asked.signOn === null ? showLogin(memory, asked, visit) : redirect(visit.appurl);
}

function back(memory: Memory, asked: Asked, visit: Visit): Answer {
  const { back: how } = memory.scenario.traits;
  if (!isPartial(asked)) return redirect(visit.appurl);
  if (how === 'redirect') return partialRedirect(visit.appurl);
  if (how !== 'eval') return lead(how, visit.appurl);
  return partialParts(memory, newViewState(memory, visit), [], [scriptTo('href', visit.appurl)]);
}

/** Everything is passed: a sign-on session, its cookies, and the way back to the court. */
export function finish(memory: Memory, asked: Asked, visit: Visit): Answer {
  const { pacerUser, clientCode } = visit;
  const session = {
    token: randomText(96),
    pacerUser,
    clientCode,
    filer: isFiler(memory, pacerUser),
    open: true,
  };
  memory.signOns.push(session);
  visit.passed = [];
  visit.pacerUser = '';
  const shared: [string, string][] = [['NextGenCSO', session.token]];
  if (memory.scenario.traits.pacerSession) shared.push(['PacerSession', session.token]);
  if (clientCode !== null) shared.push(['PacerClientCode', encodeURIComponent(clientCode)]);
  return shared.reduce(
    (answer, [name, value]) => withCookie(answer, sharedCookie(name, value, asked)),
    back(memory, asked, visit),
  );
}
