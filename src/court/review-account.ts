import { compareNames } from './names-compare.ts';
import type { Fact, Findings } from './review-facts.ts';
import type { Account } from './review.ts';
import { asLogin, asName, given, nameAndLogin, readsAsPersonsName } from './review-values.ts';
import type { Side } from './review-words.ts';

const titles = { cmecf: 'CM/ECF', pacer: 'PACER' } as const;

/** Puts together what was found of one account; `why` says why it, or its name, is missing. */
export function accountFrom(side: Side, findings: Findings): { account: Account | null; why: string | null } {
  if (!findings.headed.has(side))
    return { account: null, why: `nothing is headed as the ${titles[side]} account` };
  const facts = findings.facts.filter((fact) => fact.side === side);
  const names = namesIn(facts);
  const [first = null] = names;
  const agree = names.every((name) => first !== null && compareNames(first, name).verdict === 'same');
  const account: Account = {
    name: agree ? first : null,
    login: single(facts.flatMap(loginsIn)),
    type: typesIn(facts),
    text: findings.text[side].join('\n'),
    other: facts.filter((fact) => fact.field === 'other').map(({ label, value }) => ({ label, value })),
  };
  if (!agree) return { account, why: `several names stand under the ${titles[side]} account` };
  return { account, why: first === null ? `no name stands under the ${titles[side]} account` : null };
}

function namesIn(facts: readonly Fact[]): string[] {
  const whole = facts.flatMap(({ field, value }) => {
    if (field === 'name') return [nameAndLogin(value).name ?? asName(value)];
    if (field === 'user' || field === 'self') return [certainName(value)];
    return field === 'bare' ? [value] : [];
  });
  return [...whole, fromParts(facts)].filter((name) => name !== null);
}

// After "CM/ECF account:" or "User:" all sorts of things may stand; a name is one if it reads so or has a login beside it.
function certainName(value: string): string | null {
  const { name, login } = nameAndLogin(value);
  if (name === null || !/\s/u.test(name)) return null;
  return login !== null || readsAsPersonsName(name) ? name : null;
}

/** First, middle and last name in fields of their own, if both ends are there, each once. */
function fromParts(facts: readonly Fact[]): string | null {
  const part = (field: Fact['field']): string | null | undefined => {
    const values = facts.filter((fact) => fact.field === field).map((fact) => given(fact.value));
    return values.length > 1 ? null : (values[0] ?? undefined);
  };
  const parts = [part('first'), part('middle'), part('last'), part('suffix')];
  if (parts.includes(null) || parts[0] === undefined || parts[2] === undefined) return null;
  return asName(parts.filter((word) => word !== undefined).join(' '));
}

function loginsIn({ field, value }: Fact): string[] {
  const login = field === 'login' ? asLogin(value) : null;
  const beside = ['name', 'user', 'self', 'bare'].includes(field) ? nameAndLogin(value).login : null;
  return [login, field === 'name' && !/\s/u.test(value.trim()) ? null : beside].filter(
    (word) => word !== null,
  );
}

const single = (values: readonly string[]): string | null => {
  const different = new Set(values);
  return different.size === 1 ? (values[0] ?? null) : null;
};

function typesIn(facts: readonly Fact[]): string | null {
  const types = facts.filter((fact) => fact.field === 'type').map((fact) => given(fact.value));
  const said = [...new Set(types.filter((type) => type !== null))];
  return said.length === 0 ? null : said.join(' / ');
}
