import { recognise } from '../../src/court/recognise.ts';
import { practicePlaces } from '../../src/court/places.ts';
import { outcome } from '../../src/outcome.ts';
import type { Outcome } from '../../src/outcome.ts';
import { startCourt } from '../../src/practice/court.ts';
import { approveByNames } from '../../src/walk/approval.ts';
import type { Answers } from '../../src/walk/answers.ts';
import type { Arrived, HopLine, Session } from '../../src/walk/session.ts';
import { walk } from '../../src/walk/walk.ts';
import { systemClock } from '../../src/world/clock.ts';
import { reveal, secret } from '../../src/world/secret.ts';
import { openWeb } from '../../src/world/web.ts';
import { scenarioOf } from './story.ts';

export type Walked = { ended: Outcome; hops: HopLine[]; pages: Arrived[]; given: string[] };

/** Walks a practice scenario in this process, as a script would, and keeps every page that came. */
export async function walkScenario(id: string): Promise<Walked> {
  const scenario = scenarioOf(id);
  const court = await startCourt({ scenario: scenario });
  const places = practicePlaces(court.address);
  if (typeof places === 'string') throw new Error(places);
  const web = openWeb({ practice: true, userAgent: 'miwb-link/test' });
  const [hops, pages, given]: [HopLine[], Arrived[], string[]] = [[], [], []];
  const session: Session = {
    web,
    clock: { ...systemClock, pause: () => Promise.resolve() },
    progress: { step: () => {}, done: () => {}, fail: () => {}, stop: () => {} },
    goal: {
      aim: 'link',
      loginUrl: `${court.address}/cgi-bin/login.pl`,
      utilitiesUrl: `${court.address}/cgi-bin/DisplayMenu.pl?Utilities`,
    },
    places,
    timeoutMs: 2_000,
    signal: new AbortController().signal,
    onHop: (line, page) => {
      hops.push(line);
      if (page !== undefined) pages.push(page);
    },
    hops: 0,
    mayBeSignedOn: false,
    stage: { submitted: 'no', where: null },
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
      (page) => {
        const names = { cmecfName: scenario.cmecfName, pacerName: scenario.pacerName, individual: true };
        const approval = approveByNames(places.court, page, names);
        return Promise.resolve(
          approval === null ? { ended: outcome('names-differ') } : { approval, checks: [] },
        );
      },
      false,
    );
    return { ended, hops, pages, given };
  } finally {
    await web.close();
    await court.close();
  }
}

/** What a page was taken for where it stood in the walk. */
export function kindOf({ arrival }: Arrived): string {
  return recognise(arrival).page.kind;
}
