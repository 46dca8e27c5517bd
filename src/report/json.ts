import type { Outcome } from '../outcome.ts';

/** The result as scripts read it; a field is never left out. Documented in README.md, "The JSON result". */
export type Result = {
  schema: 'miwb-link/1';
  outcome: Outcome['id'];
  exitCode: number;
  submitted: Outcome['submitted'];
  linked: Outcome['linked'];
  proof: Outcome['proof'];
  practice: boolean;
  court: { id: string; shortName: string; name: string; address: string } | null;
  accounts: Outcome['accounts'];
  verifiedNames: boolean;
  checks: Outcome['checks'];
  message: string;
  nextStep: string;
  receipt: string | null;
};

/** The court as results tell it, from a court and its places; null for none. */
export function courtOf(
  where: { court: { id: string; shortName: string; title: string }; places: { court: string } } | null,
): Result['court'] {
  if (where === null) return null;
  const { court, places } = where;
  return { id: court.id, shortName: court.shortName, name: court.title, address: places.court };
}

/** Turns an outcome into the JSON result. */
export function result(ended: Outcome, practice: boolean, court: Result['court']): Result {
  return {
    schema: 'miwb-link/1',
    outcome: ended.id,
    exitCode: ended.exitCode,
    submitted: ended.submitted,
    linked: ended.linked,
    proof: ended.proof,
    practice,
    court,
    accounts: ended.accounts,
    verifiedNames: ended.verifiedNames,
    checks: ended.checks,
    message: ended.message,
    nextStep: ended.nextStep,
    receipt: ended.receipt,
  };
}
