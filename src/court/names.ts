import type { Check } from '../outcome.ts';
import { accountTypeDoubts } from './names-account-type.ts';
import { compareNames } from './names-compare.ts';
import { hiddenContradictions, hiddenLogins, type HiddenValue } from './names-hidden.ts';
import { organisationWords } from './names-organisation.ts';
import { printable, suspicious } from './printable.ts';
import type { Account } from './review.ts';

export type Case = {
  cmecf: Account | null;
  pacer: Account | null;
  expected: { cmecf?: string; pacer?: string } | null;
  scripted: boolean;
  hiddenValues: readonly HiddenValue[];
};
export type Decision = { checks: Check[]; exit5: boolean; typePacerName: boolean };
type Side = {
  id: 'cmecf' | 'pacer';
  label: 'CM/ECF' | 'PACER';
  account: Account | null;
  expected: string | undefined;
};

/**
 * What the two accounts of a review page amount to. Whatever speaks against them is a warning to a person and stops
 * a script (`exit5`); a name other than an expected one stops either. `typePacerName`: a person who goes on must type
 * the PACER name as it is printed, because the names differ or cannot be read. A legacy-length username only warns.
 */
export function decide({ cmecf, pacer, expected, scripted, hiddenValues }: Case): Decision {
  const doubt = scripted ? 'fail' : 'warn';
  const sides: Side[] = [
    { id: 'cmecf', label: 'CM/ECF', account: cmecf, expected: expected?.cmecf },
    { id: 'pacer', label: 'PACER', account: pacer, expected: expected?.pacer },
  ];
  const names = { cmecf: cmecf?.name ?? null, pacer: pacer?.name ?? null };
  const logins = { cmecf: cmecf?.login ?? null, pacer: pacer?.login ?? null };
  const agreement = namesAgree(names, doubt);
  const checks = [
    ...sides.flatMap((side) => expectedName(side)),
    ...agreement,
    ...sides.flatMap((side) => nameCharacters(side, doubt)),
    ...sides.flatMap((side) => organisation(side, doubt)),
    ...sides.flatMap((side) => accountType(side, doubt)),
    ...notShown('name', hiddenContradictions(hiddenValues, names), doubt),
    ...notShown('login', hiddenLogins(hiddenValues, logins), doubt),
    ...legacyUsername(pacer?.login ?? null),
  ];
  return {
    checks,
    exit5: checks.some((check) => check.ok === 'fail'),
    typePacerName: agreement.some((check) => check.ok !== 'ok'),
  };
}

const quote = (text: string): string => `“${printable(text.length > 120 ? `${text.slice(0, 120)}…` : text)}”`;
const because = (reasons: string[]): string =>
  reasons.length === 0 ? '' : ` (${reasons.map(printable).join('; ')})`;

function expectedName({ id, label, account, expected }: Side): Check[] {
  if (expected === undefined) return [];
  const shown = account?.name ?? null;
  const verdict = shown === null ? null : compareNames(expected, shown);
  const ok = verdict?.verdict === 'same' ? 'ok' : 'fail';
  const says =
    ok === 'ok'
      ? `The ${label} name is ${quote(shown ?? '')}, as expected.`
      : `Expected the ${label} name ${quote(expected)}; the court shows ${shown === null ? 'none that could be read' : quote(shown)}${because(verdict?.reasons ?? [])}.`;
  const meaning =
    ok === 'ok' ? 'This is the account that was meant.' : 'This may be somebody else’s account.';
  return [{ id: `expected-${id}-name`, ok, says, meaning }];
}

function namesAgree(
  { cmecf, pacer }: { cmecf: string | null; pacer: string | null },
  doubt: 'warn' | 'fail',
): Check[] {
  const id = 'names-agree';
  if (cmecf === null || pacer === null) {
    const which =
      cmecf === null && pacer === null ? 'Neither name' : `The ${cmecf === null ? 'CM/ECF' : 'PACER'} name`;
    const could = which === 'Neither name' ? 'could' : 'could not';
    return [
      {
        id,
        ok: doubt,
        says: `${which} ${could} be read with certainty.`,
        meaning: 'Only a person can compare the names.',
      },
    ];
  }
  const { verdict, reasons } = compareNames(cmecf, pacer);
  if (verdict === 'different') {
    const says = `The names differ: CM/ECF ${quote(cmecf)}, PACER ${quote(pacer)}${because(reasons)}.`;
    return [{ id, ok: doubt, says, meaning: 'The two accounts may belong to different people.' }];
  }
  const both = cmecf === pacer ? quote(cmecf) : `${quote(cmecf)}, ${quote(pacer)}`;
  const says = `${verdict === 'same' ? 'Both accounts bear the same name' : 'The names go together'}: ${both}${because(reasons)}.`;
  return [{ id, ok: 'ok', says, meaning: 'The accounts can well be the same person’s.' }];
}

function nameCharacters({ id, label, account }: Side, ok: 'warn' | 'fail'): Check[] {
  const reasons = suspicious(account?.name ?? '');
  if (reasons.length === 0) return [];
  const says = `The ${label} name ${quote(account?.name ?? '')} ${reasons.join(' and ')}.`;
  return [{ id: `${id}-name-characters`, ok, says, meaning: 'The name is not what it looks like.' }];
}

function organisation({ id, label, account }: Side, doubt: 'warn' | 'fail'): Check[] {
  if (account === null || account.name === null) return [];
  const words = organisationWords(account.name);
  if (words.length === 0) {
    return [
      {
        id: `${id}-organisation`,
        ok: 'ok',
        says: `The ${label} name reads as a person’s.`,
        meaning: 'An individual account.',
      },
    ];
  }
  const says = `The ${label} name ${quote(account.name)} reads as an organisation’s: ${words.map(printable).join(', ')}.`;
  return [
    { id: `${id}-organisation`, ok: doubt, says, meaning: 'Only an individual’s own account may be linked.' },
  ];
}

const kinds = {
  administrative: 'An administrative account is for billing; it cannot file.',
  shared: 'Only an individual’s own account may be linked, never a shared one.',
  legacy: 'A legacy PACER account has to be upgraded before it can be linked.',
} as const;

// Courts call the old CM/ECF account a legacy one themselves; there the word is no doubt.
function accountType({ id, label, account }: Side, ok: 'warn' | 'fail'): Check[] {
  if (account === null) return [];
  return accountTypeDoubts(account.text, account.type)
    .filter(({ kind }) => kind !== 'legacy' || id === 'pacer')
    .map(({ kind, words }) => ({
      id: `${id}-account-${kind}`,
      ok,
      says: `The ${label} account is described as ${quote(words)}.`,
      meaning: kinds[kind],
    }));
}

function notShown(what: 'name' | 'login', hidden: readonly HiddenValue[], ok: 'warn' | 'fail'): Check[] {
  return hidden.map(({ name, value }) => ({
    id: `hidden-${what}`,
    ok,
    says: `The form carries the ${what} ${quote(value)} in its hidden field ${quote(name)}, which the page does not show.`,
    meaning: 'What would be submitted is not what is shown.',
  }));
}

function legacyUsername(login: string | null): Check[] {
  if (login === null || Array.from(login).length !== 6) return [];
  const says = `The PACER username ${quote(login)} has six characters, as legacy accounts have.`;
  return [
    {
      id: 'username-length',
      ok: 'warn',
      says,
      meaning: 'A legacy PACER account has to be upgraded first; an upgraded one is fine.',
    },
  ];
}
