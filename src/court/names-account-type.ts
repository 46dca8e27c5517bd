import { fold } from './names-letters.ts';

export type AccountTypeDoubt = { kind: 'administrative' | 'shared' | 'legacy'; words: string };

const noun = '(?:pacer |cm/ecf |e-?filing |e-?filer )?(?:account|login|log-in|username|user)\\b';
const shared =
  '(?:shared|group|(?:law )?firm|office|company|corporate|business|organi[sz]ation(?:al)?|joint|team|multi-?user|agency|department)';
const administrative = '(?:administrative|administrator|administration|admin)';

const patterns: readonly (readonly [AccountTypeDoubt['kind'], RegExp])[] = [
  ['administrative', new RegExp(`\\b${administrative}(?:'s)? (?:${shared} )?${noun}`, 'gu')],
  ['administrative', /\b(?:billing[ -]only|paa)\b/gu],
  ['administrative', new RegExp(`\\btype\\s?[:=-]?\\s?(?:pacer )?${administrative}\\b`, 'gu')],
  ['shared', new RegExp(`\\b(?:${shared} ){1,3}${noun}`, 'gu')],
  ['shared', /\bshared (?:by|with|among)\b/gu],
  ['shared', new RegExp(`\\btype\\s?[:=-]?\\s?(?:pacer )?${shared}\\b`, 'gu')],
  ['legacy', /\blegacy (?:pacer )?(?:account|login|username|user)\b/gu],
  ['legacy', /\b(?:not|never)(?: yet)?(?: been)? upgraded\b|\bnon-?upgraded\b/gu],
  ['legacy', /\b(?:must|needs? to) be upgraded\b|\bupgrade (?:is )?required\b/gu],
  ['administrative', /\baccount ?(?:is |: |- |– |\()(?:an? )?administrative\b/gu],
  ['shared', /\baccount ?(?:is |: |- |– |\()(?:an? )?shared\b/gu],
  ['legacy', /\baccount ?(?:is |: |- |– |\()(?:an? )?legacy\b/gu],
  ['legacy', /\btype\s?[:=-]?\s?(?:pacer )?legacy\b/gu],
];
const alone: readonly (readonly [AccountTypeDoubt['kind'], RegExp])[] = [
  ['administrative', new RegExp(`\\b(?:${administrative}|billing)\\b`, 'gu')],
  ['shared', new RegExp(`\\b${shared}\\b`, 'gu')],
  ['legacy', /\b(?:legacy|not upgraded|non-?upgraded)\b/gu],
];

/**
 * Wording that makes an account an administrative, shared or legacy one, found anywhere in its visible text;
 * in the value of its type field (`type`) a single word will do. "not a shared account" is no doubt, and what a
 * court says of such accounts in general ("If this is…", "A shared account cannot…") is none either.
 */
export function accountTypeDoubts(text: string, type: string | null = null): AccountTypeDoubt[] {
  const found = [...search(text, patterns), ...search(type ?? '', alone)];
  return found.filter((doubt, at) => found.findIndex((other) => other.kind === doubt.kind) === at);
}

function search(text: string, of: typeof patterns): AccountTypeDoubt[] {
  const folded = fold(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
    .replaceAll('’', "'");
  return of.flatMap(([kind, pattern]) => {
    const found = [...folded.matchAll(pattern)].find(({ index }) => isSaidOfIt(folded, index));
    return found === undefined ? [] : [{ kind, words: found[0].replaceAll('\n', ' ') }];
  });
}

const conditional = /\b(?:if|whether|unless|make sure|ensure|should)\b/u;
const inGeneral = /^(?:an?|any|no|do not|never|only)\b.*\b(?:cannot|can not|can't|may not|must not)\b/u;

// Looks at the sentence around a finding, at most three hundred characters either way.
function isSaidOfIt(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  if (/(?:\bnot (?:be |use |link )?an? |\bno |\bnon-)$/u.test(before)) return false;
  const after = text.slice(index, index + 300).split(/[.!?]\s|\n/u, 1)[0] ?? '';
  const sentence = (before.split(/[.!?]\s|\n/u).at(-1) ?? '') + after;
  return !conditional.test(sentence) && !inGeneral.test(sentence);
}
