import { randomBytes, randomInt } from 'node:crypto';
import type { LogEntry } from './log.ts';
import type { Scenario } from './scenarios.ts';
import type { Fault } from './traits.ts';

export type Origins = { court: string; signOn: string; evil: string; index: string };

/** Somebody signed on; the token changes with every answer. */
export type SignOnSession = {
  filer: boolean;
  token: string;
  pacerUser: string;
  clientCode: string | null;
  open: boolean;
};

/** A court host's own session, kept by its own cookie, opened by way of a sign-on session. */
export type CourtSession = {
  id: string;
  signOn: SignOnSession;
  filer: boolean;
  forms: Map<string, 'link' | 'final'>;
};

/** A browser at the sign-on host (JSESSIONID): how far it has come, and the view states it may use once each. */
export type Visit = {
  id: string;
  appurl: string;
  passed: string[];
  pacerUser: string;
  clientCode: string | null;
  redactTicked: boolean;
  views: Set<string>;
};

/** What the court really holds about the scenario's person. */
export type Account = {
  pacerUser: string;
  pacerPassword: string;
  totpSeed: string;
  takenSteps: Set<number>;
  backupCodes: Set<string>;
  cmecfLogin: string;
  cmecfPassword: string;
};

export type LinkMade = { cmecfLogin: string; pacerUser: string };

/** Everything a practice court remembers while it runs. */
export type Memory = {
  scenario: Scenario;
  account: Account;
  origins: Origins;
  now: () => number;
  log: LogEntry[];
  /** Cookies and view states, as they were handed out. */
  handed: Set<string>;
  links: LinkMade[];
  signOns: SignOnSession[];
  courtSessions: Map<string, CourtSession>;
  visits: Map<string, Visit>;
  /** How many requests each fault has seen. */
  faultsSeen: Map<Fault, number>;
  badCmecfTries: number;
  skipsLeft: number;
  /** Told of every request when it has arrived and when it was dealt with, before it is answered. */
  watch: Watch;
  /** Refuses every connection for so many milliseconds. */
  away: (ms: number) => void;
};

export type Watch = (entry: LogEntry, moment: 'arrived' | 'handled') => void | Promise<void>;

/** A random text of URL-safe characters; 96 bytes give the 128 of a sign-on token. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Fifteen digits, such as stand in the address of a CM/ECF form. */
export function serial(): string {
  return `${randomInt(100, 1000)}${String(randomInt(0, 1_000_000_000_000)).padStart(12, '0')}`;
}

/** Ten codes, the person's own among them. */
function backupCodes(scenario: Scenario): string[] {
  const others = Array.from({ length: 10 }, () => String(randomInt(10_000_000, 100_000_000)));
  return scenario.backupCode === undefined ? others : [scenario.backupCode, ...others.slice(1)];
}

/** A court's memory before anybody came. */
export function freshMemory(scenario: Scenario, origins: Origins, now: () => number): Memory {
  const held = scenario.traits.account;
  return {
    scenario,
    origins,
    now,
    account: {
      pacerUser: scenario.pacerUser,
      pacerPassword: held.pacerPassword ?? scenario.pacerPassword,
      totpSeed: held.totpSeed ?? scenario.totpSeed,
      takenSteps: new Set(),
      backupCodes: new Set(backupCodes(scenario)),
      cmecfLogin: held.cmecfLogin ?? scenario.cmecfLogin,
      cmecfPassword: held.cmecfPassword ?? scenario.cmecfPassword,
    },
    log: [],
    handed: new Set(),
    links: [],
    signOns: [],
    courtSessions: new Map(),
    visits: new Map(),
    faultsSeen: new Map(),
    badCmecfTries: 0,
    skipsLeft: scenario.traits.skips,
    watch: () => {},
    away: () => {},
  };
}

/** Whether a PACER account has the filing menus by rights, whatever its present session shows. */
export function isFiler(memory: Memory, pacerUser: string): boolean {
  return memory.scenario.traits.filer || memory.links.some((one) => one.pacerUser === pacerUser);
}

/** Ends the sessions a request came with. */
export function endSessions(
  memory: Memory,
  whose: { signOn: SignOnSession | null; session: CourtSession | null },
): void {
  if (whose.signOn !== null) whose.signOn.open = false;
  if (whose.session !== null) memory.courtSessions.delete(whose.session.id);
}
