import { html, partialError } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import { forgetSignOn } from '../cookies.ts';
import type { Kind } from '../log.ts';
import { endSessions } from '../memory.ts';
import type { Memory, Visit } from '../memory.ts';
import { isPartial, newViewState, partialParts, spendViewState } from '../sign-on/faces.ts';
import { gates } from '../sign-on/gates.ts';
import { finish, freshVisit, showLogin, startVisit } from '../sign-on/visits.ts';
import { showScreen } from '../sign-on/screen.ts';
import { part } from '../template.ts';
import type { Route } from './route.ts';
import { shipped } from './shipped.ts';

const PAGE = '/csologin/login.jsf';

/** What the sign-on page says to a view state that is used up, foreign or missing. */
export function expired(memory: Memory, asked: Asked): Answer {
  if (isPartial(asked)) {
    return partialError(
      'class jakarta.faces.application.ViewExpiredException',
      'viewId:/login.jsf - The view /login.jsf could not be brought back.',
    );
  }
  const visit = freshVisit(memory, asked.visit?.appurl ?? null);
  return showLogin(memory, asked, visit, ['Your login page has expired. Please log in again.']);
}

function onward(memory: Memory, asked: Asked, visit: Visit): Answer {
  const next = memory.scenario.traits.gates.find((name) => !visit.passed.includes(name));
  if (next === undefined) return finish(memory, asked, visit);
  return showScreen(memory, asked, visit, (state) => gates[next].draw(memory, asked, state, []));
}

function wrongLogin(memory: Memory, user: string, password: string): string | null {
  if (user.length < 6) return 'Username must be at least 6 characters';
  if (password.length < 8) return 'Password must be at least 8 characters';
  const { account } = memory;
  return user === account.pacerUser && password === account.pacerPassword
    ? null
    : 'Invalid username or password';
}

function takeLogin(memory: Memory, asked: Asked, visit: Visit): Answer {
  const user = valueOf(asked.entries, 'loginForm:loginName');
  const clientCode = valueOf(asked.entries, 'loginForm:clientCode') || null;
  const wrong = wrongLogin(memory, user, valueOf(asked.entries, 'loginForm:password'));
  if (wrong !== null) return showLogin(memory, asked, visit, [wrong]);
  if (memory.scenario.traits.clientCodeRequired && clientCode === null) {
    return showLogin(memory, asked, visit, [
      'A required Client Code was not entered. Please enter one and log in.',
    ]);
  }
  visit.pacerUser = user;
  visit.passed = [];
  visit.clientCode = clientCode;
  return onward(memory, asked, visit);
}

function takeGate(memory: Memory, asked: Asked, visit: Visit, form: string): Answer {
  const name = memory.scenario.traits.gates.find((one) => !visit.passed.includes(one));
  if (visit.pacerUser === '' || name === undefined || gates[name].form !== form)
    return expired(memory, asked);
  const taken = gates[name].take(memory, asked, visit);
  if (taken.passed) {
    visit.passed.push(name);
    return onward(memory, asked, visit);
  }
  if ('updates' in taken) return partialParts(memory, newViewState(memory, visit), taken.updates);
  return showScreen(memory, asked, visit, (state) => gates[name].draw(memory, asked, state, taken.errors));
}

function logout(memory: Memory, asked: Asked): Answer {
  endSessions(memory, asked);
  return forgetSignOn(html(part('sign-on/logged-out', { banner: part('practice/banner') })));
}

const viewed =
  (take: (memory: Memory, asked: Asked, visit: Visit) => Answer) =>
  (memory: Memory, asked: Asked): Answer =>
    asked.visit !== null && spendViewState(memory, asked.visit, asked)
      ? take(memory, asked, asked.visit)
      : expired(memory, asked);

const posts = (form: string) => (asked: Asked) =>
  asked.method === 'POST' && asked.path === PAGE && asked.entries.some(([name]) => name === form);

const forms: readonly (readonly [form: string, kind: Kind])[] = [
  ['mfaForm', 'passcode'],
  ['regmsg', 'redaction'],
  ['frmUserUpdate', 'user-update'],
  ['ackForm', 'acknowledgement'],
  ['regmsgPopup', 'acknowledgement'],
];

/** The sign-on host's addresses: one page, told apart by the form that was sent. */
export const signOnRoutes: readonly Route[] = [
  {
    kind: 'sign-on-page',
    open: true,
    fits: (asked) => asked.method === 'GET' && asked.path === PAGE,
    handle: startVisit,
  },
  { kind: 'sign-on', open: true, fits: posts('loginForm'), handle: viewed(takeLogin) },
  ...forms.map(([form, kind]): Route => ({
    kind,
    open: true,
    fits: posts(form),
    handle: viewed((memory, asked, visit) => takeGate(memory, asked, visit, form)),
  })),
  {
    kind: 'logout',
    open: true,
    fits: (asked) => asked.method === 'GET' && asked.path === '/csologin/logout.jsf',
    handle: logout,
  },
  shipped('.resource/core.js.jsf', 'practice/primefaces.js', 'text/javascript'),
  shipped('.resource/theme.css.jsf', 'practice/theme.css', 'text/css'),
  { kind: 'unknown', open: true, fits: () => true, handle: () => html('<h1>404 Not Found</h1>', 404) },
];
