import { isGivenName } from './names-given.ts';
import { parseName } from './names-parse.ts';
import { isInitial, plain, type Word } from './names-words.ts';
import { labelOf } from './review-words.ts';
import { courtVocabulary } from './vocabulary.ts';

/**
 * Whether what a person typed as a name is one that stands on a page with this text, in whole words, white space and
 * capitals aside. Words of the court's own make no name ("PACER account"); a single name has to be labelled as one.
 */
export function isPrintedName(text: string, typed: string): boolean {
  const name = tidy(typed);
  // Digits and a dot or sign within a word are a login's.
  if (name === '' || name.length > 200 || /[\d@_]|\p{L}{2}\.\p{L}/u.test(name)) return false;
  const found = tidy(text).match(wholeWords(name)) ?? [];
  return found.some((printed) => {
    const { words, several } = parseName(printed);
    if (several || !words.every(canBeName) || !words.some(isHardlyElse)) return false;
    return words.length > 1 || isLabelled(text, name);
  });
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function wholeWords(name: string): RegExp {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  return new RegExp(`(?<!${letter}|${letter}[-'’])${literal}(?!${letter}|[-'’]${letter})`, 'giu');
}

const { plain: ofCourt, small, careful } = courtVocabulary;
const isEither = ({ key }: Word): boolean => small.has(key) || careful.has(key);

// "Cook" can be a name, "cook" cannot; "An" and "Do" can be.
const canBeName = (word: Word): boolean =>
  isEither(word) ? !/^\p{Ll}/u.test(word.raw) : word.key.length < 3 || !ofCourt.has(word.key);

const isHardlyElse = (word: Word): boolean =>
  !isInitial(word) && ((!isEither(word) && !ofCourt.has(word.key)) || isGivenName(plain(word)));

const isLabelled = (text: string, name: string): boolean =>
  text.split('\n').some((line) => {
    const at = line.indexOf(':');
    const value = tidy(line.slice(at + 1));
    return value.toLowerCase() === name.toLowerCase() && labelOf(line.slice(0, at))?.field === 'name';
  });
