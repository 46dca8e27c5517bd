import { recognise } from '../../src/court/recognise.ts';
import { practicePlaces } from '../../src/court/places.ts';
import { outcome } from '../../src/outcome.ts';
import type { Outcome } from '../../src/outcome.ts';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { approveByNames } from '../../src/walk/approval.ts';
import type { Answers } from '../../src/walk/answers.ts';
import type { Arrived, HopLine, Session } from '../../src/walk/session.ts';
import { walk } from '../../src/walk/walk.ts';
import { systemClock } from '../../src/world/clock.ts';
import { reveal, secret } from '../../src/world/secret.ts';
import { openWeb } from '../../src/world/web.ts';
import { scenarioOf } from './story.ts';

export type Walked = {
  ended: Outcome;
  hops: HopLine[];
  pages: Arrived[];
  given: string[];
  court: PracticeCourt;
};

/** How long a review is read (ms), by that clock; what happens meanwhile; what stops the run. */
export type Reading = {
  takes?: number;
  by?: 'now' | 'elapsed';
  meanwhile?: (court: PracticeCourt) => Promise<unknown> | void;
  signal?: AbortSignal;
};

/** Walks a practice scenario in this process, as a script would, and keeps every page that came. */
export async function walkScenario(which: string | Scenario, reading: Reading = {}): Promise<Walked> {
  const scenario = typeof which === 'string' ? scenarioOf(which) : which;
  const court = await startCourt({ scenario });
  try {
    return await walkAt(court, scenario, reading);
  } finally {
    await court.close();
  }
}

/** The same at a court that stands already, for somebody whose scenario it is. */
export async function walkAt(
  court: PracticeCourt,
  scenario: Scenario,
  { takes = 0, by = 'elapsed', meanwhile, signal = new AbortController().signal }: Reading = {},
): Promise<Walked> {
  const places = practicePlaces(court.address);
  if (typeof places === 'string') throw new Error(places);
  const web = openWeb({ practice: true, userAgent: 'miwb-link/test' });
  const [hops, pages, given]: [HopLine[], Arrived[], string[]] = [[], [], []];
  const read = { now: 0, elapsed: 0 };
  const session: Session = {
    web,
    clock: {
      now: () => systemClock.now() + read.now,
      elapsed: () => systemClock.elapsed() + read.elapsed,
      pause: () => Promise.resolve(),
    },
    progress: { step: () => {}, done: () => {}, fail: () => {}, stop: () => {} },
    goal: {
      aim: 'link',
      loginUrl: `${court.address}/cgi-bin/login.pl`,
      utilitiesUrl: `${court.address}/cgi-bin/DisplayMenu.pl?Utilities`,
    },
    places,
    timeoutMs: 2_000,
    signal,
    onHop: (line, page) => {
      hops.push(line);
      if (page !== undefined) pages.push(page);
    },
    hops: 0,
    mayBeSignedOn: false,
    stage: { submitted: 'no', linkFormOpen: false, where: null },
    logout: null,
    boundary: () => '----miwb-link-test',
    random: () => 0.5,
    beforeFinalSubmit: () => Promise.resolve(null),
    beforeSignOut: (ended) => Promise.resolve(ended),
  };
  const values = {
    pacerUser: scenario.pacerUser,
    pacerPassword: scenario.pacerPassword,
    clientCode: scenario.clientCode ?? null,
    cmecfLogin: scenario.cmecfLogin,
    cmecfPassword: scenario.cmecfPassword,
  };
  const answers: Answers = {
    give: (need, refusal) => {
      if (refusal !== null) return Promise.resolve({ exhausted: true });
      const value = need === 'passcode' ? court.passcode() : values[need];
      const got = value === null ? null : secret(value);
      if (got !== null) given.push(reveal(got));
      return Promise.resolve({ got });
    },
    agree: () => Promise.resolve('yes'),
    tell: () => {},
  };
  try {
    const ended = await walk(
      session,
      answers,
      async (page) => {
        await meanwhile?.(court);
        read[by] += takes;
        const names = { cmecfName: scenario.cmecfName, pacerName: scenario.pacerName, individual: true };
        const approval = approveByNames(places.court, page, names);
        return approval === null ? { ended: outcome('names-differ') } : { approval, checks: [] };
      },
      false,
    );
    return { ended, hops, pages, given, court };
  } finally {
    await web.close();
  }
}

/** What a page was taken for where it stood in the walk. */
export function kindOf({ arrival }: Arrived): string {
  return recognise(arrival).page.kind;
}
