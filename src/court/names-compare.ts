import { asSeen, fold } from './names-letters.ts';
import { organisationWords } from './names-organisation.ts';
import { parseName } from './names-parse.ts';
import { comparePersons } from './names-persons.ts';
import { suspicious } from './printable.ts';

/** Whether two names are one person's, as a careful clerk would say, and why in words. */
export type NameVerdict = { verdict: 'same' | 'compatible' | 'different'; reasons: string[] };

/**
 * Compares two names as people write them.
 * *same* forgives case, the composition of accents, punctuation (dots, hyphens, apostrophes), "Last, First", titles
 * and degrees, and a designation such as "Chapter 7 Trustee" on one side. *compatible* forgives besides what the
 * same person may leave out or shorten: an initial for a name, a middle name, a suffix, a nickname, accents, one part
 * of a double surname, a particle, spacing. All else is *different*. Symmetric; never throws; linear in the length.
 */
export function compareNames(a: string, b: string): NameVerdict {
  if (!/\p{L}/u.test(a) || !/\p{L}/u.test(b)) return different(['there is no name to compare']);
  const [foldedA, foldedB] = [foldSpaces(a), foldSpaces(b)];
  if (foldedA === foldedB) return { verdict: 'same', reasons: [] };
  if (Math.max(foldedA.length, foldedB.length) > longest) return different(['too long for a name']);
  const doubts = [...new Set([...suspicious(a), ...suspicious(b)])].toSorted().map((doubt) => `one ${doubt}`);
  if (doubts.length > 0) return different([...resemblance(foldedA, foldedB), ...doubts]);
  if (organisationWords(a).length > 0 || organisationWords(b).length > 0) return compareOrganisations(a, b);
  const verdict = comparePersons(parseName(a), parseName(b));
  return verdict.verdict === 'different'
    ? different([...resemblance(foldedA, foldedB), ...verdict.reasons])
    : verdict;
}

// No name is longer; what is would cost time and can only be compared as it stands.
const longest = 500;

const different = (reasons: string[]): NameVerdict => ({ verdict: 'different', reasons });
const foldSpaces = (text: string): string => fold(text).replace(/\s+/gu, ' ').trim();

// Letters of another script, full-width forms, digits for letters.
const resemblance = (a: string, b: string): string[] =>
  asSeen(a) === asSeen(b) ? ['look-alike letters'] : [];

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{M}\p{N}&]+/gu, '');

function compareOrganisations(a: string, b: string): NameVerdict {
  if (lettersOf(a) === lettersOf(b)) return { verdict: 'same', reasons: [] };
  const words = [...new Set([...organisationWords(a), ...organisationWords(b)])].toSorted();
  return different([`an organisation, not a person: ${words.join(', ')}`]);
}
