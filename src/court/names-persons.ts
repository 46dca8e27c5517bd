import { isGivenName } from './names-given.ts';
import { fold, oneLetterApart } from './names-letters.ts';
import {
  isParticle,
  matchGiven,
  matchMiddles,
  matchSurnames,
  type Agreement,
  type Surname,
} from './names-match.ts';
import type { PersonName } from './names-parse.ts';
import type { NameVerdict } from './names-compare.ts';
import { isInitial, plain, written, type Word } from './names-words.ts';

const different = (reasons: string[]): NameVerdict => ({ verdict: 'different', reasons });
const keys = (name: PersonName): string[] => name.words.map((word) => word.key);

/** Compares two names that were taken apart. */
export function comparePersons(a: PersonName, b: PersonName): NameVerdict {
  if (a.several || b.several) return different(['more than the name of one person']);
  if (a.words.length === 0 || b.words.length === 0) return different(['no person is named']);
  const asides = [a, b].map((name) => name.asides.join(' '));
  if (asides[0] !== asides[1]) return different([`one side adds ${asides.toSorted().at(-1)}`]);
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) {
    return different([`different suffixes: ${[a.suffix, b.suffix].toSorted().join(', ')}`]);
  }
  const forgiven = keys(a).join(' ') === keys(b).join(' ') ? [] : bestAgreement(a, b);
  if (forgiven === null) return different(differences(a, b));
  if (a.suffix !== b.suffix) forgiven.push(`one side lacks ${a.suffix ?? b.suffix}`);
  if (designationsClash(a, b))
    forgiven.push(
      `different designations: ${[a.designation ?? '', b.designation ?? ''].toSorted().join(', ')}`,
    );
  for (const title of extra('titles', a, b)) forgiven.push(`one side adds “${title}”, a title or a name`);
  for (const nick of extra('nicknames', a, b)) forgiven.push(`one side adds the nickname “${nick}”`);
  if (forgiven.length > 0) return { verdict: 'compatible', reasons: forgiven };
  const note = a.designation === null || b.designation === null ? (a.designation ?? b.designation) : null;
  return { verdict: 'same', reasons: note === null ? [] : [`one side adds the designation “${note}”`] };
}

const designationsClash = (a: PersonName, b: PersonName): boolean =>
  a.designation !== null && b.designation !== null && fold(a.designation) !== fold(b.designation);

function extra(what: 'titles' | 'nicknames', a: PersonName, b: PersonName): string[] {
  const [inA, inB] = [a, b].map((name) => new Set(name[what].map((word) => word.key)));
  const more = [
    ...a[what].filter((word) => inB?.has(word.key) !== true),
    ...b[what].filter((word) => inA?.has(word.key) !== true),
  ];
  return more.map((word) => word.raw).toSorted();
}

type Split = { given: Word[]; surname: Surname };

// The surname begins where the comma says, else at the last word with its particles and hyphens,
// else one word earlier, as in "Maria Garcia Lopez", unless that word is a common given name.
function splits({ words, surname }: PersonName): Split[] {
  const split = (at: number, guessed = false): Split => ({
    given: words.slice(0, at),
    surname: { words: words.slice(at), guessed },
  });
  if (surname !== null) return [split(words.length - surname)];
  let start = words.length - 1;
  while (start > 1 && leadsOn(words[start - 1], words[start])) start--;
  const found = [split(start)];
  const before = words[start - 1];
  if (start > 1 && before !== undefined && couldBeSurname(before)) found.push(split(start - 1, true));
  // "JANE O BRIEN" may be Jane O. Brien.
  if (words[start]?.key.length === 1 && start < words.length - 1) found.push(split(start + 1));
  return found;
}

const leadsOn = (before: Word | undefined, word: Word | undefined): boolean =>
  word?.hyphen === true || word?.key === 'y' || (before !== undefined && isParticle(before));

const couldBeSurname = (word: Word): boolean =>
  !word.dotted && /^\p{L}{2,}$/u.test(word.key) && !isGivenName(plain(word));

function bestAgreement(a: PersonName, b: PersonName): Agreement {
  const nicknames = [...a.nicknames, ...b.nicknames];
  const found = splits(a).flatMap((one) => splits(b).map((other) => agreement(one, other, nicknames)));
  const ranked = found
    .filter((forgiven) => forgiven !== null)
    .toSorted((x, y) => x.length - y.length || (x.join() < y.join() ? -1 : 1));
  return ranked[0] ?? null;
}

function agreement(a: Split, b: Split, nicknames: Word[]): Agreement {
  const surnames = matchSurnames(a.surname, b.surname);
  const given = surnames && matchGivens(a.given, b.given, nicknames);
  return surnames && given && [...surnames, ...given];
}

function matchGivens(a: Word[], b: Word[], nicknames: Word[]): Agreement {
  const [firstA, firstB] = [a[0], b[0]];
  if (firstA === undefined || firstB === undefined) return null;
  const called = nicknames.some((word) => word.key === firstA.key || word.key === firstB.key);
  const first = matchGiven(firstA, firstB) ?? (called ? [] : null);
  const straight = first && matchMiddles(a.slice(1), b.slice(1));
  if (first && straight) return [...first, ...straight];
  return matchShifted(a, b) ?? matchShifted(b, a);
}

// "Mary Ann" beside "Maryann", "J. Edgar" beside "Edgar".
function matchShifted([first, second, ...more]: Word[], [other, ...others]: Word[]): Agreement {
  if (first === undefined || second === undefined || other === undefined) return null;
  const rest = matchMiddles(more, others);
  if (rest === null) return null;
  if (plain(first) + plain(second) === plain(other)) {
    return [
      `written as one word and as several: ${[first.raw + ' ' + second.raw, other.raw]
        .map((name) => `“${name}”`)
        .toSorted()
        .join(', ')}`,
      ...rest,
    ];
  }
  if (!isInitial(first) || isInitial(other) || plain(second) !== plain(other)) return null;
  return [`one side lacks the first initial “${first.raw}”`, ...rest];
}

function differences(a: PersonName, b: PersonName): string[] {
  if (a.words.length < 2 || b.words.length < 2) return ['one side has a single name'];
  if (keys(a).toSorted().join(' ') === keys(b).toSorted().join(' '))
    return ['the same words in another order'];
  const [[one], [other]] = [splits(a), splits(b)];
  if (one === undefined || other === undefined) return ['the names differ'];
  const reasons: string[] = misspelt(a.words, b.words) ? ['one letter apart'] : [];
  if (matchSurnames(one.surname, other.surname) === null) {
    reasons.push(`surnames differ: ${quotedPair(one.surname.words, other.surname.words)}`);
  }
  const [givenA, givenB] = [one.given, other.given];
  if (matchGivens(givenA, givenB, []) === null) {
    const firstsMatch = matchGivens(givenA.slice(0, 1), givenB.slice(0, 1), []) !== null;
    const [x, y] = firstsMatch
      ? [givenA.slice(1), givenB.slice(1)]
      : [givenA.slice(0, 1), givenB.slice(0, 1)];
    reasons.push(`${firstsMatch ? 'middle' : 'first'} names differ: ${quotedPair(x, y)}`);
  }
  return reasons.length > 0 ? reasons : ['the names differ'];
}

// One word of several letters has a letter more, fewer or another; initials that differ are no slip.
function misspelt(a: readonly Word[], b: readonly Word[]): boolean {
  if (a.length !== b.length) return false;
  const pairs = a.map((word, at) => [word.key, b[at]?.key ?? ''] as const).filter(([x, y]) => x !== y);
  const [[x, y] = ['', '']] = pairs;
  return pairs.length === 1 && x.length > 1 && y.length > 1 && oneLetterApart(x, y);
}

const quotedPair = (a: readonly Word[], b: readonly Word[]): string =>
  [a, b]
    .map((words) => `“${written(words)}”`)
    .toSorted()
    .join(', ');
