import type { Parts } from '../html/parts.ts';
import { once } from './once.ts';
import { fold } from './words.ts';

// A full stop behind these ends no sentence: "Jane Q. Example", "Mr. Example".
const end = /(?<=[^\s.!?]{2}[.!?]["'”’)]?)(?<!\b(?:mr|mrs|ms|dr|jr|sr|esq|no|hon)\.)\s+/iu;

/** The sentences of a page's visible text, folded: a line that begins in small letters goes on with the one before. */
export const sentencesOf = once((parts: Parts): readonly string[] => sentencesIn(parts.text));

/** The same of any text. */
export function sentencesIn(text: string): readonly string[] {
  const runs: string[][] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const goesOn = /^[\p{Ll}(,;]/u.test(line);
    if (goesOn && runs.length > 0) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((lines) => lines.join(' ').split(end)).map(fold);
}

const condition = /\b(?:if|once|when|whenever|unless|whether|until|in case|as soon as)\b/;
const notYet = /\b(?:after|before|will|would|shall|should|must|may|might|can|could|to be|being|not)\b/;
const ofSome = /\b(?:that|which|who|whose accounts?)(?: (?:is|are|was|were|has|have)(?: been)?)? ?$/;
const onPress = /\b(?:if|once|when|after|by|until|unless) (?:you )?(?:press|click|submit|confirm)/;
const inGeneral =
  /^(?:an?|any|every|each|accounts|users|filers|attorneys)\b.*\b(?:cannot|can not|may not|must|need)\b/;
const near = 300; // letters before and behind what was found that are looked at

/** Whether a folded sentence says what the pattern (flag g) finds of now: not if, when or whether it were so. */
export function states(sentence: string, pattern: RegExp): boolean {
  return found(sentence, pattern).some(({ before }) => !condition.test(before));
}

/** The same of what has been done: a sentence of what will, may or must be done, or of accounts in general, says nothing. */
export function statesDone(sentence: string, pattern: RegExp): boolean {
  return found(sentence, pattern).some(
    ({ before, behind }) =>
      !condition.test(before) &&
      !notYet.test(before) &&
      !ofSome.test(before) &&
      !onPress.test(behind) &&
      !inGeneral.test(sentence.slice(0, near)),
  );
}

function found(sentence: string, pattern: RegExp): { before: string; behind: string }[] {
  return [...sentence.matchAll(pattern)].map(({ 0: words, index }) => ({
    before: sentence.slice(Math.max(0, index - near), index),
    behind: sentence.slice(index + words.length, index + words.length + near),
  }));
}
