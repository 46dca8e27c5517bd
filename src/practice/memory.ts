import { randomBytes, randomInt } from 'node:crypto';
import type { LogEntry } from './log.ts';
import type { Scenario } from './scenarios.ts';
import type { Fault } from './traits.ts';

export type Origins = { court: string; signOn: string; evil: string; index: string };

/** Somebody signed on; the token changes with every answer. */
export type SignOnSession = { token: string; pacerUser: string; clientCode: string | null; open: boolean };

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
  links: LinkMade[];
  signOns: SignOnSession[];
  courtSessions: Map<string, CourtSession>;
  visits: Map<string, Visit>;
  /** How many requests each fault has seen. */
  faultsSeen: Map<Fault, number>;
  badCmecfTries: number;
};

/** A random text of URL-safe characters; 96 bytes give the 128 of a sign-on token. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Fifteen digits, such as stand in the address of a CM/ECF form. */
export function serial(): string {
  return `${randomInt(100, 1000)}${String(randomInt(0, 1_000_000_000_000)).padStart(12, '0')}`;
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
      backupCodes: new Set(Array.from({ length: 10 }, () => String(randomInt(10_000_000, 100_000_000)))),
      cmecfLogin: held.cmecfLogin ?? scenario.cmecfLogin,
      cmecfPassword: held.cmecfPassword ?? scenario.cmecfPassword,
    },
    log: [],
    links: [],
    signOns: [],
    courtSessions: new Map(),
    visits: new Map(),
    faultsSeen: new Map(),
    badCmecfTries: 0,
  };
}
