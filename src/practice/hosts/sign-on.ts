import { html, partialError, partialRedirect, redirect, withCookie } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import { sessionCookie, sharedCookie } from '../cookies.ts';
import type { Memory, Visit } from '../memory.ts';
import { randomText } from '../memory.ts';
import { gates } from '../sign-on/gate.ts';
import type { Gate } from '../sign-on/gate.ts';
import { loginPanel } from '../sign-on/login-form.ts';
import { isPartial, showScreen, spendViewState } from '../sign-on/screen.ts';
import type { Route } from './route.ts';

const PAGE = '/csologin/login.jsf';

function freshVisit(memory: Memory, appurl: string): Visit {
  const visit = {
    id: randomText(24),
    appurl,
    passed: [],
    pacerUser: '',
    clientCode: null,
    views: new Set<string>(),
  };
  memory.visits.set(visit.id, visit);
  return visit;
}

function showLogin(memory: Memory, asked: Asked, visit: Visit, errors: readonly string[] = []): Answer {
  const answer = showScreen(memory, asked, visit, (state) => ({
    panel: loginPanel(memory, asked, state, errors),
  }));
  return withCookie(answer, sessionCookie('JSESSIONID', visit.id, asked));
}

function open(memory: Memory, asked: Asked): Answer {
  const appurl = new URLSearchParams(asked.query).get('appurl') ?? `${memory.origins.court}/cgi-bin/login.pl`;
  if (asked.signOn !== null) return redirect(appurl);
  return showLogin(memory, asked, freshVisit(memory, appurl));
}

function expired(memory: Memory, asked: Asked): Answer {
  if (isPartial(asked)) {
    return partialError(
      'class jakarta.faces.application.ViewExpiredException',
      'viewId:/login.jsf - The view /login.jsf could not be brought back.',
    );
  }
  const visit = freshVisit(memory, asked.visit?.appurl ?? `${memory.origins.court}/cgi-bin/login.pl`);
  return showLogin(memory, asked, visit, ['Your login page has expired. Please log in again.']);
}

function finish(memory: Memory, asked: Asked, visit: Visit): Answer {
  const session = {
    token: randomText(96),
    pacerUser: visit.pacerUser,
    clientCode: visit.clientCode,
    open: true,
  };
  memory.signOns.push(session);
  visit.passed = [];
  visit.pacerUser = '';
  const away = isPartial(asked) ? partialRedirect(visit.appurl) : redirect(visit.appurl);
  const signedOn = withCookie(away, sharedCookie('NextGenCSO', session.token, asked));
  return visit.clientCode === null
    ? signedOn
    : withCookie(signedOn, sharedCookie('PacerClientCode', visit.clientCode, asked));
}

function onward(memory: Memory, asked: Asked, visit: Visit): Answer {
  const next = memory.scenario.traits.gates.find((name) => !visit.passed.includes(name));
  if (next === undefined) return finish(memory, asked, visit);
  return showScreen(memory, asked, visit, (state) => gates[next].draw(memory, asked, state, []));
}

const wrongLogin = (memory: Memory, user: string, password: string): string | null => {
  if (user.length < 6) return 'Username must be at least 6 characters';
  if (password.length < 8) return 'Password must be at least 8 characters';
  const { account } = memory;
  return user === account.pacerUser && password === account.pacerPassword
    ? null
    : 'Invalid username or password';
};

function takeLogin(memory: Memory, asked: Asked, visit: Visit): Answer {
  const user = valueOf(asked.entries, 'loginForm:loginName');
  const wrong = wrongLogin(memory, user, valueOf(asked.entries, 'loginForm:password'));
  if (wrong !== null) return showLogin(memory, asked, visit, [wrong]);
  visit.pacerUser = user;
  visit.passed = [];
  visit.clientCode = valueOf(asked.entries, 'loginForm:clientCode') || null;
  return onward(memory, asked, visit);
}

function takeGate(memory: Memory, asked: Asked, visit: Visit, gate: Gate): Answer {
  const name = memory.scenario.traits.gates.find((one) => !visit.passed.includes(one));
  if (visit.pacerUser === '' || name === undefined || gates[name] !== gate) return expired(memory, asked);
  const errors = gate.take(memory, asked, visit);
  if (errors.length > 0) {
    return showScreen(memory, asked, visit, (state) => gate.draw(memory, asked, state, errors));
  }
  visit.passed.push(name);
  return onward(memory, asked, visit);
}

const viewed =
  (take: (memory: Memory, asked: Asked, visit: Visit) => Answer) =>
  (memory: Memory, asked: Asked): Answer =>
    asked.visit !== null && spendViewState(memory, asked.visit, asked)
      ? take(memory, asked, asked.visit)
      : expired(memory, asked);

const posts = (form: string) => (asked: Asked) =>
  asked.method === 'POST' && asked.path === PAGE && asked.entries.some(([name]) => name === form);

/** The sign-on host's addresses: one page, told apart by the form that was sent. */
export const signOnRoutes: readonly Route[] = [
  {
    kind: 'sign-on-page',
    open: true,
    fits: (asked) => asked.method === 'GET' && asked.path === PAGE,
    handle: open,
  },
  { kind: 'sign-on', open: true, fits: posts('loginForm'), handle: viewed(takeLogin) },
  ...Object.values(gates).map((gate): Route => ({
    kind: gate.kind,
    open: true,
    fits: posts(gate.form),
    handle: viewed((memory, asked, visit) => takeGate(memory, asked, visit, gate)),
  })),
  { kind: 'unknown', open: true, fits: () => true, handle: () => html('<h1>404 Not Found</h1>', 404) },
];
