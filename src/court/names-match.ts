import { sameButAccents } from './names-letters.ts';
import { nickname } from './names-nicknames.ts';
import { isInitial, plain, written, type Word } from './names-words.ts';

/** How far two parts of a name agree: null for not at all, else what has to be forgiven (nothing: written alike). */
export type Agreement = string[] | null;

const quoted = (words: readonly Word[]): string => `“${written(words)}”`;
const bothQuoted = (a: readonly Word[], b: readonly Word[]): string =>
  [quoted(a), quoted(b)].toSorted().join(', ');

/** Compares two given names: alike, accents, initial for a name, short form for a name. */
export function matchGiven(a: Word, b: Word): Agreement {
  if (a.key === b.key) return [];
  if (sameButAccents(a.key, b.key)) return [`accents differ: ${bothQuoted([a], [b])}`];
  const [short, long] = plain(a).length <= plain(b).length ? [a, b] : [b, a];
  if (isInitial(short) && /^\p{L}/u.test(long.key) && plain(long).startsWith(plain(short))) {
    return [`${quoted([short])} may stand for ${quoted([long])}`];
  }
  const kind = nickname(plain(a), plain(b));
  return kind === null ? null : [`short forms of one name: ${bothQuoted([a], [b])}`];
}

/** Compares middle names in order: the shorter list must fit into the longer; figures are never passed over. */
export function matchMiddles(a: readonly Word[], b: readonly Word[]): Agreement {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const forgiven: string[] = [];
  let next = 0;
  for (const word of many) {
    const wanted = few[next];
    const match = wanted === undefined ? null : matchGiven(wanted, word);
    if (match !== null) {
      forgiven.push(...match);
      next++;
    } else if (/\p{N}/u.test(word.key)) return null;
    else forgiven.push(`one side lacks the middle name ${quoted([word])}`);
  }
  return next === few.length ? forgiven : null;
}

const droppable = new Set(
  'van von der den de del la las los da das do dos di du le ten ter zu zum zur af av al el bin ibn y'.split(
    ' ',
  ),
);
const binding = new Set('o mc mac st ste saint san santa fitz'.split(' '));

/** Whether a word leads up to a surname (van, de la, St.) rather than being a name. */
export const isParticle = (word: Word): boolean =>
  (droppable.has(word.key) || binding.has(word.key)) && !(word.key.length === 1 && word.dotted);

const together = (words: readonly Word[]): string => words.map((word) => word.key).join('');

/** The words of a surname; `guessed` if the first may as well be a middle name ("Maria Garcia Lopez"). */
export type Surname = { words: readonly Word[]; guessed: boolean };

/**
 * Compares two surnames: alike, accents, spacing, Saint for St., a particle left out, one part of a double one
 * (of a guessed one its first part: the last alone is the whole surname then).
 */
export function matchSurnames(
  { words: a, guessed: guessA }: Surname,
  { words: b, guessed: guessB }: Surname,
): Agreement {
  const spellings = bothQuoted(a, b);
  if (together(a) === together(b)) {
    return a.length === b.length ? [] : [`written as one word and as several: ${spellings}`];
  }
  if (sameButAccents(together(a), together(b))) return [`accents differ: ${spellings}`];
  if (together(a.map(saint)) === together(b.map(saint))) return [`abbreviated: ${spellings}`];
  const [partsA, partsB] = [parts(a), parts(b)];
  if (partsA.length === partsB.length) {
    return isRun(partsA, partsB, 0) ? [`a particle of the surname is missing: ${spellings}`] : null;
  }
  const fits =
    partsA.length > partsB.length ? isPart(partsA, partsB, guessA) : isPart(partsB, partsA, guessB);
  return fits ? [`one side has a part of the surname alone: ${spellings}`] : null;
}

const saint = (word: Word): Word => (word.key === 'st' ? { ...word, key: 'saint' } : word);

// The names a surname is made of: particles that are dropped now and then left out, those that never are joined on.
function parts(words: readonly Word[]): string[] {
  const found: string[] = [];
  let bound = '';
  for (const word of words) {
    if (binding.has(word.key)) bound += saint(word).key;
    else if (!droppable.has(word.key) || word === words.at(-1)) {
      found.push(bound + word.key);
      bound = '';
    }
  }
  return found;
}

function isPart(whole: string[], part: string[], guessed: boolean): boolean {
  if (part.length === 0 || whole.length > 4 || whole.some((name) => /\p{N}/u.test(name))) return false;
  return isRun(whole, part, 0) || (!guessed && isRun(whole, part, whole.length - part.length));
}

const isRun = (whole: readonly string[], part: readonly string[], from: number): boolean =>
  part.every((word, at) => sameButAccents(word, whole[from + at] ?? ''));
