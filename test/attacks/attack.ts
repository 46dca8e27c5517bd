import type { EndingId } from '../../src/outcome.ts';
import type { Bend } from '../../src/practice/bent.ts';
import type { Kind } from '../../src/practice/log.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import type { Person } from '../../src/practice/scenarios/people.ts';
import type { Fault, Traits } from '../../src/practice/traits.ts';

/** What one try of an attack differs in from a court where all goes well; nothing is known of it to the program. */
export type Try = Partial<Traits> & {
  person?: Partial<Person>;
  /** The result is printed for a person, not as JSON. */
  plainly?: boolean;
};

/** An attack by a page: what it is, the ways it is tried, and how each of them ends. */
export type Attack = {
  attack: string;
  tries: readonly Try[];
  /** Practice scenarios that try it too; test/stories runs them, as a link and as a dry run. */
  scenarios?: readonly string[];
  ends: EndingId;
  /** What the message says of it. */
  says?: RegExp;
  /** Where it does not end in a refusal: what makes it safe. */
  safe?: string;
  /** A dry run, which shows the review and has no way to link. */
  dryRun?: true;
  /** Tried at the real hosts, played on loopback behind a proxy: for what a practice run never does. */
  atRealHosts?: true;
  /** Nobody can be logged out: the answer is not read, and the session’s next token is lost with it. */
  tokenLost?: true;
  /** What stands in no header of any request. */
  never?: RegExp;
  /** What some request's form carried, or its headers. */
  carries?: RegExp;
};

/** A court where the answer to that kind of request is changed. */
export const bent = (at: Kind, bend: Bend, when: Pick<Fault, 'skip' | 'times'> = {}): Try => ({
  faults: [{ at, does: { name: 'bent', bend }, ...when }],
});

/** A court where texts of the answer to that kind of request are others. */
export const said = (at: Kind, ...replace: readonly (readonly [string, string])[]): Try =>
  bent(at, { replace });

/** A court that leads on, with a status, where that kind of request is answered. */
export const redirected = (at: Kind, to: string, status = 302): Try => ({
  faults: [{ at, does: { name: 'redirect', to, status } }],
});

/** The scenario of a try. */
export function scenarioFor({ person, plainly: _plainly, ...traits }: Try, plain: Scenario): Scenario {
  return { ...plain, ...person, traits: { ...plain.traits, ...traits } };
}
