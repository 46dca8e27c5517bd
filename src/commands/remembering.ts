import type { Need } from '../court/step.ts';
import type { Outcome } from '../outcome.ts';
import type { HopLine } from '../walk/session.ts';
import type { Person } from '../world/person.ts';
import type { Secret } from '../world/secret.ts';
import type { Store } from './store.ts';
import { outcome } from '../outcome.ts';
import { acceptedBy } from './acceptance.ts';
import { clearRefusal, noteRefusal, recentRefusals, refusalWords } from './refusals.ts';
import type { RefusedName } from './refusals.ts';
import type { SecretName } from './secrets.ts';
import { secretNouns } from './source-words.ts';
import type { Supply } from './supply.ts';

/** What was last given for a secret, whose it is, where it came from, and whether the site took it. */
export type LastGiven = { value: Secret; from: string; login: string; accepted: boolean };

/** What a run notes of refusals and acceptances, in memory and (but for practice) in the store. */
export type Remembering = {
  last: Map<SecretName, LastGiven>;
  given(name: SecretName, given: Omit<LastGiven, 'accepted'>): void;
  /** Told of each need that a refusal asks for anew; the first counts. */
  refused(need: Need): Promise<void>;
  /** Told of every page: some prove that a secret was taken. */
  seen(kind: HopLine['kind']): void;
  /** Notes a refusal that ended the run without anything being asked again; waits until all is written. */
  ended(ended: Outcome): Promise<void>;
};

/** A refusal that asks for the name again is a refusal of its password. */
const kindOfNeed: Partial<Record<Need, SecretName>> = {
  pacerUser: 'pacerPassword',
  pacerPassword: 'pacerPassword',
  passcode: 'passcode',
  cmecfLogin: 'cmecfPassword',
  cmecfPassword: 'cmecfPassword',
};
const kindOfEnding: Partial<Record<Outcome['id'], SecretName>> = {
  'sign-on-refused': 'pacerPassword',
  'cmecf-refused': 'cmecfPassword',
};

/**
 * Starts remembering for a court; `store` is null where nothing may be kept. `now` gives ms since 1970; `tell` says
 * that a refusal could not be kept.
 */
export function remembering(
  court: string,
  store: Store | null,
  now: () => number,
  tell: (text: string) => void,
): Remembering {
  const last = new Map<SecretName, LastGiven>();
  let writing = Promise.resolve();
  let asked = false;

  const nameOf = (kind: SecretName): RefusedName | null => {
    const login = last.get(kind)?.login;
    return login === undefined ? null : { court, login, kind };
  };
  const write = (work: (store: Store) => Promise<void>): Promise<void> => {
    if (store !== null) writing = writing.then(() => work(store));
    return writing;
  };
  const note = (kind: SecretName): Promise<void> => {
    const name = nameOf(kind);
    if (name === null) return Promise.resolve();
    return write(async (to) => {
      const problem = await noteRefusal(to, name, now());
      if (problem !== null) tell(unkept(kind, problem));
    });
  };

  return {
    last,
    given: (name, given) => {
      asked = false;
      last.set(name, { ...given, accepted: false });
    },
    async refused(need) {
      if (asked) return;
      asked = true;
      const kind = kindOfNeed[need];
      if (kind !== undefined) await note(kind);
    },
    seen(kind) {
      for (const name of acceptedBy(kind)) {
        const given = last.get(name);
        if (given === undefined || given.accepted) continue;
        given.accepted = true;
        void write((to) => clearRefusal(to, { court, login: given.login, kind: name }));
      }
    },
    async ended({ id }) {
      const kind = kindOfEnding[id];
      if (kind !== undefined && !asked) await note(kind);
      await writing;
    },
  };
}

function unkept(kind: SecretName, problem: string): string {
  const what = `The refusal of the ${secretNouns[kind]} could not be noted in the state folder: ${problem}.`;
  return `${what} The next run will not know of it; repeated failures lock accounts.`;
}

/**
 * A supply that asks the person first where the secret of that login was refused within the last 15 minutes, once
 * each. "No" ends the run.
 */
export function warnedSupply(
  supply: Supply,
  court: string,
  store: Store,
  person: Person,
  now: () => number,
): Supply {
  const warned = new Set<string>();
  return {
    async next(kind, asked) {
      const key = `${kind} ${asked.login}`;
      if (asked.login !== null && !warned.has(key)) {
        warned.add(key);
        const recent = await recentRefusals(store, [{ court, login: asked.login, kind }], now());
        if (recent.length > 0) {
          person.tell(recent.map((one) => refusalWords(one, now())).join('\n'));
          if (!(await person.confirm({ message: 'Repeated failures lock accounts. Try again now?' })))
            return { ended: outcome('declined', { message: 'You chose not to try again so soon.' }) };
        }
      }
      return supply.next(kind, asked);
    },
  };
}
