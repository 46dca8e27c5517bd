import { html, withCookie } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { sharedCookie } from './cookies.ts';
import { courtRoutes, toSignOn } from './hosts/court.ts';
import { evilRoutes } from './hosts/evil.ts';
import { indexRoutes } from './hosts/index.ts';
import type { Route } from './hosts/route.ts';
import { signOnRoutes } from './hosts/sign-on.ts';
import type { Memory } from './memory.ts';
import { randomText } from './memory.ts';
import { courtPage } from './pages/court-page.ts';
import { surprise } from './surprises.ts';
import type { Fault } from './traits.ts';

const hosts: Record<string, readonly Route[]> = {
  'ecf.miwb.practice.localhost': courtRoutes,
  'login.practice.localhost': signOnRoutes,
  'evil.localhost': evilRoutes,
  'practice.localhost': indexRoutes,
};

const nowhere: Route = {
  kind: 'unknown',
  open: true,
  fits: () => true,
  handle: (memory, asked) => courtPage(memory, asked.session, 'court/error', {}, 404),
};

const misdirected: Route = { ...nowhere, handle: () => html('<h1>421 Misdirected Request</h1>', 421) };

/** The route a request belongs to. */
export function routeOf(asked: Asked): Route {
  const routes = hosts[asked.host];
  if (routes === undefined) return misdirected;
  return routes.find((one) => one.fits(asked)) ?? nowhere;
}

const isCrossSite = (memory: Memory, asked: Asked): boolean => {
  const referer = asked.headers['referer'];
  return asked.method === 'POST' && referer !== undefined && !referer.startsWith(`${memory.origins.court}/`);
};

function faultFor(memory: Memory, asked: Asked, route: Route): Fault | null {
  for (const fault of memory.scenario.traits.faults) {
    if (fault.at !== route.kind) continue;
    if (fault.when === 'signed-in' && asked.signOn === null) continue;
    if (fault.when === 'linked' && memory.links.length === 0) continue;
    const seen = memory.faultsSeen.get(fault) ?? 0;
    memory.faultsSeen.set(fault, seen + 1);
    const skip = fault.skip ?? 0;
    if (seen >= skip && seen < skip + (fault.times ?? Infinity)) return fault;
  }
  return null;
}

function answerTo(memory: Memory, asked: Asked, route: Route): Answer {
  if (!route.open && asked.session === null) return toSignOn(memory);
  if (asked.host.startsWith('ecf.') && isCrossSite(memory, asked)) {
    return courtPage(memory, asked.session, 'court/cross-site');
  }
  const fault = faultFor(memory, asked, route);
  if (fault === null) return route.handle(memory, asked);
  if (fault.after !== true) return surprise(memory, asked, fault.does, () => route.handle(memory, asked));
  const usual = route.handle(memory, asked);
  const instead = surprise(memory, asked, fault.does, () => usual);
  return { ...instead, cookies: [...new Set([...usual.cookies, ...instead.cookies])] };
}

/** Whether the browser gets to keep the cookies of an answer. */
const isKept = ({ lost }: Answer): boolean => lost === undefined || lost === 'then-away';

/** The answer to a request, with the next sign-on token on it for whoever is signed on. */
export function respond(memory: Memory, asked: Asked, route: Route): Answer {
  const before = asked.signOn;
  const answer = answerTo(memory, asked, route);
  const shared = asked.host.endsWith('.practice.localhost');
  const hasToken = answer.cookies.some((one) => one.startsWith('NextGenCSO='));
  if (before === null || !before.open || !isKept(answer) || !shared || hasToken) return answer;
  before.token = randomText(96);
  return withCookie(answer, sharedCookie('NextGenCSO', before.token, asked));
}
