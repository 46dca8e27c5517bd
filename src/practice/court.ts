import { exchange } from './exchange.ts';
import { listen } from './listen.ts';
import type { LogEntry } from './log.ts';
import { freshMemory } from './memory.ts';
import type { LinkMade, Origins, Watch } from './memory.ts';
import { passcodeAt } from './passcode.ts';
import { scenarioNamed } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';

export type { LogEntry } from './log.ts';

export type PracticeCourt = {
  /** The court's own address, and the sign-on page's, and the index with the log for a browser. */
  address: string;
  signOn: string;
  index: string;
  /** Everything received, in order. */
  log: LogEntry[];
  /** Final Submits received, answered or not. */
  finalSubmits(): number;
  links(): LinkMade[];
  /** What the scenario's person reads off the authenticator now, or some 30-second steps away. */
  passcode(steps?: number): string;
  /** What the court would accept, where the scenario's person types something else. */
  accepts(): {
    pacerPassword: string;
    passcode: string;
    backupCodes: string[];
    cmecfLogin: string;
    cmecfPassword: string;
  };
  /** Session cookies and view states that were handed out, whether or not they came back. */
  handed(): string[];
  /** Sign-on sessions not logged out. */
  openSessions(): number;
  /** Ends every session, as time would. */
  endSessions(): void;
  /** Closes every connection and refuses new ones for so many milliseconds. */
  away(ms: number): void;
  close(): Promise<void>;
};

export type CourtOptions = {
  /** A scenario's id, or one made up for the occasion. */
  scenario: string | Scenario;
  port?: number;
  /** Milliseconds every answer waits. */
  delayMs?: number;
  tls?: { key: string; cert: string };
  now?: () => number;
  watch?: Watch;
};

const originsAt = (scheme: string, port: number): Origins => ({
  court: `${scheme}://ecf.miwb.practice.localhost:${port}`,
  signOn: `${scheme}://login.practice.localhost:${port}`,
  evil: `${scheme}://evil.localhost:${port}`,
  index: `${scheme}://practice.localhost:${port}`,
});

function scenarioOf(asked: string | Scenario): Scenario {
  if (typeof asked !== 'string') return asked;
  const found = scenarioNamed(asked);
  if (found === null) throw new RangeError(`There is no practice scenario called ${asked}.`);
  return found;
}

/** Starts a practice court on 127.0.0.1. Rejects for an unknown scenario or a port that is taken. */
export async function startCourt(options: CourtOptions): Promise<PracticeCourt> {
  const scenario = scenarioOf(options.scenario);
  const scheme = options.tls === undefined ? 'http' : 'https';
  const memory = freshMemory(scenario, originsAt(scheme, 0), options.now ?? Date.now);
  const listening = await listen(options.port ?? 0, options.tls, (request, response) => {
    exchange(memory, options.delayMs ?? 0, request, response).catch((error: unknown) => {
      response
        .writeHead(500, { 'content-type': 'text/plain' })
        .end(`The practice court failed: ${String(error)}`);
    });
  });
  memory.origins = originsAt(scheme, listening.port);
  memory.away = (ms): void => listening.away(ms);
  memory.watch = options.watch ?? memory.watch;
  const { account } = memory;
  return {
    address: memory.origins.court,
    signOn: memory.origins.signOn,
    index: memory.origins.index,
    log: memory.log,
    finalSubmits: () => memory.log.filter((one) => one.kind === 'final-submit').length,
    links: () => [...memory.links],
    passcode: (steps = 0) => passcodeAt(scenario.totpSeed, memory.now(), steps),
    accepts: () => ({
      pacerPassword: account.pacerPassword,
      passcode: passcodeAt(account.totpSeed, memory.now()),
      backupCodes: [...account.backupCodes],
      cmecfLogin: account.cmecfLogin,
      cmecfPassword: account.cmecfPassword,
    }),
    handed: () => [...memory.handed],
    openSessions: () => memory.signOns.filter((one) => one.open).length,
    endSessions() {
      for (const one of memory.signOns) one.open = false;
      memory.courtSessions.clear();
      memory.visits.clear();
    },
    away: (ms) => listening.away(ms),
    close: () => listening.close(),
  };
}
