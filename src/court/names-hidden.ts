import { compareNames } from './names-compare.ts';
import { fold } from './names-letters.ts';
import { organisationWords } from './names-organisation.ts';
import { wordsOf } from './names-words.ts';

export type HiddenValue = { name: string; value: string };
type Names = { cmecf: string | null; pacer: string | null };

const partWords = new Set([
  'first',
  'fname',
  'firstname',
  'given',
  'middle',
  'mname',
  'middlename',
  'last',
  'lname',
  'lastname',
  'surname',
]);
const nameWords = new Set([
  ...partWords,
  'name',
  'fullname',
  'full',
  'attorney',
  'atty',
  'filer',
  'person',
  'owner',
  'holder',
]);
const accountWords = new Set([
  'pacer',
  'psc',
  'cso',
  'cmecf',
  'ecf',
  'efiler',
  'acct',
  'account',
  'user',
  'usr',
]);
const otherWords = new Set(
  'username userid login id key password pass token session file firm court form field page case company host csrf script menu button action type mode program url address city email phone'.split(
    ' ',
  ),
);

/**
 * Hidden fields that carry a name other than the one shown: by the field's own name it is a person's (whole, or a
 * first or last name), its value reads as one, and it differs from the visible name of the account that the field's
 * name points at (from both where it points at neither).
 */
export function hiddenContradictions(hidden: readonly HiddenValue[], names: Names): HiddenValue[] {
  return hidden.filter(({ name, value }) => {
    const key = keyWords(name);
    if (key.some((word) => otherWords.has(word)) || !readsAsName(value)) return false;
    const part = key.some((word) => partWords.has(word));
    const whole = wordsOf(value).length > 1;
    if (!part && !(whole && key.some((word) => nameWords.has(word) || accountWords.has(word)))) return false;
    const against = shownNames(key, names);
    return (
      against.length > 0 &&
      against.every((shown) => (part ? !holds(shown, value) : contradicts(shown, value)))
    );
  });
}

const flags = new Set('yes true false none null active required'.split(' '));

/**
 * Hidden fields that carry another login than the one shown: by the field's own name it is the login or username of
 * one account, and its value reads as one, with a letter in it, neither a flag nor a long code.
 */
export function hiddenLogins(hidden: readonly HiddenValue[], logins: Names): HiddenValue[] {
  return hidden.filter(({ name, value }) => {
    const key = keyWords(name).join('');
    const [, side] =
      /^(pacer|psc|cso|cmecf|ecf|efiler)(?:login|loginname|username|userlogin)$/u.exec(key) ?? [];
    if (side === undefined) return false;
    const shown = /^(?:pacer|psc|cso)$/u.test(side) ? logins.pacer : logins.cmecf;
    const login = fold(value.slice(0, 200)).trim();
    const reads = /^(?=.*\p{L})[\p{L}\d._@-]{3,40}$/u.test(login) && !/^[\da-f-]{16,}$/u.test(login);
    return reads && !flags.has(login) && shown !== null && fold(shown).trim() !== login;
  });
}

const keyWords = (name: string): string[] =>
  fold(name.slice(0, 200).replace(/([a-z])([A-Z])/gu, '$1 $2'))
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');

const readsAsName = (value: string): boolean =>
  value.length <= 200 && /^[\p{L}\p{M}\s.,'’()&-]*$/u.test(value) && /\p{L}{2}/u.test(value);

function shownNames(key: string[], { cmecf, pacer }: Names): string[] {
  const saysPacer = key.some((word) => word === 'pacer' || word === 'psc' || word === 'cso');
  const saysCmecf = key.some(
    (word) => word === 'cmecf' || word === 'ecf' || word === 'efiler' || word === 'cm',
  );
  const named = saysPacer && !saysCmecf ? [pacer] : saysCmecf && !saysPacer ? [cmecf] : [cmecf, pacer];
  return named.filter((name) => name !== null);
}

const holds = (shown: string, part: string): boolean => {
  const words = new Set(wordsOf(shown).map((word) => word.key));
  return wordsOf(part).every((word) => words.has(word.key));
};

const contradicts = (shown: string, value: string): boolean =>
  compareNames(shown, value).verdict === 'different' && organisationWords(value).length === 0;
