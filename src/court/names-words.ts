import { fold, withoutAccents } from './names-letters.ts';

/** One word of a name: as written, folded without apostrophes, with its dot and the hyphen before it noted. */
export type Word = { raw: string; key: string; dotted: boolean; hyphen: boolean };

const apostrophes = /['’‘ʼʻʹ′`´]/gu;
// Letters with their marks and apostrophes; a dot ends a word, so that "J.Q." is two.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘ʼʻʹ′`´]*\.?/gu;

/** The words of a piece of text, in order; whatever is no letter, digit, accent or apostrophe parts them. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  const composed = text.normalize('NFC');
  for (const found of composed.matchAll(wordPattern)) {
    const between = composed.slice(end, found.index);
    end = found.index + found[0].length;
    words.push({
      raw: found[0],
      key: fold(found[0]).replace(apostrophes, '').replace(/\.$/, ''),
      dotted: found[0].endsWith('.'),
      hyphen: words.length > 0 && /^\p{Pd}$/u.test(between.trim()),
    });
  }
  return joinElisions(words);
}

// "O' Brien" and "D' Angelo" are written apart now and then.
function joinElisions(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && /^[\p{L}]['’‘ʼ`´]$/u.test(before.raw)) {
      joined[joined.length - 1] = {
        ...word,
        raw: before.raw + word.raw,
        key: before.key + word.key,
        hyphen: before.hyphen,
      };
    } else joined.push(word);
  }
  return joined;
}

/** A word's letters alone: folded, no accents. */
export const plain = (word: Word): string => withoutAccents(word.key);

/** Whether a word is one letter. */
export const isInitial = (word: Word): boolean => /^\p{L}\p{M}*$/u.test(word.key);

/** Words as they were written, for a sentence; cut after eighty characters. */
export function written(words: readonly Word[]): string {
  const text = words.map((word, at) => (at === 0 ? '' : word.hyphen ? '-' : ' ') + word.raw).join('');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
