import { isGivenName } from './names-given.ts';
import { fold, oneLetterApart } from './names-letters.ts';
import { isParticle, matchGiven, matchMiddles, matchSurnames, type Agreement } from './names-match.ts';
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
  for (const nick of extraNicknames(a, b)) forgiven.push(`one side adds the nickname “${nick}”`);
  if (forgiven.length > 0) return { verdict: 'compatible', reasons: forgiven };
  const note = a.designation === null || b.designation === null ? (a.designation ?? b.designation) : null;
  return { verdict: 'same', reasons: note === null ? [] : [`one side adds the designation “${note}”`] };
}

const designationsClash = (a: PersonName, b: PersonName): boolean =>
  a.designation !== null && b.designation !== null && fold(a.designation) !== fold(b.designation);

function extraNicknames(a: PersonName, b: PersonName): string[] {
  const [inA, inB] = [a, b].map((name) => new Set(name.nicknames.map((word) => word.key)));
  const extra = [
    ...a.nicknames.filter((word) => inB?.has(word.key) !== true),
    ...b.nicknames.filter((word) => inA?.has(word.key) !== true),
  ];
  return extra.map((word) => word.raw).toSorted();
}

// Where the surname may begin: as the comma says, else at the last word with its particles and hyphens,
// else one word earlier, as in "Maria Garcia Lopez", unless that word is a common given name.
function surnameStarts({ words, surname }: PersonName): number[] {
  if (surname !== null) return [words.length - surname];
  let start = words.length - 1;
  while (
    start > 1 &&
    (words[start]?.hyphen === true || isLead(words[start - 1]) || words[start]?.key === 'y')
  )
    start--;
  const starts = [start];
  const before = words[start - 1];
  if (
    start > 1 &&
    before !== undefined &&
    !before.dotted &&
    /^\p{L}{2,}$/u.test(before.key) &&
    !isGivenName(plain(before))
  ) {
    starts.push(start - 1);
  }
  // "JANE O BRIEN" may be Jane O. Brien.
  if (words[start]?.key.length === 1 && start < words.length - 1) starts.push(start + 1);
  return starts;
}

const isLead = (word: Word | undefined): boolean => word !== undefined && isParticle(word);

function bestAgreement(a: PersonName, b: PersonName): Agreement {
  const found = surnameStarts(a).flatMap((startA) =>
    surnameStarts(b).map((startB) =>
      agreement(a.words, startA, b.words, startB, [...a.nicknames, ...b.nicknames]),
    ),
  );
  const ranked = found
    .filter((forgiven) => forgiven !== null)
    .toSorted((x, y) => x.length - y.length || (x.join() < y.join() ? -1 : 1));
  return ranked[0] ?? null;
}

function agreement(a: Word[], startA: number, b: Word[], startB: number, nicknames: Word[]): Agreement {
  if (startA < 1 || startB < 1) return null;
  const surnames = matchSurnames(a.slice(startA), b.slice(startB));
  const given = surnames && matchGivens(a.slice(0, startA), b.slice(0, startB), nicknames);
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
  const [startA = 0, startB = 0] = [surnameStarts(a)[0], surnameStarts(b)[0]];
  const [surA, surB] = [a.words.slice(startA), b.words.slice(startB)];
  const [givenA, givenB] = [a.words.slice(0, startA), b.words.slice(0, startB)];
  const reasons: string[] = misspelt(a.words, b.words) ? ['one letter apart'] : [];
  if (matchSurnames(surA, surB) === null) reasons.push(`surnames differ: ${quotedPair(surA, surB)}`);
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

const quotedPair = (a: Word[], b: Word[]): string =>
  [a, b]
    .map((words) => `“${written(words)}”`)
    .toSorted()
    .join(', ');
