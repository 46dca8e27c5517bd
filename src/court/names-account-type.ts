import { fold } from './names-letters.ts';

export type AccountTypeDoubt = { kind: 'administrative' | 'shared' | 'legacy'; words: string };

const noun = '(?:pacer |cm/ecf |e-?filing |e-?filer )?(?:account|login|log-in|username|user)s?\\b';
const shared =
  '(?:shared|group|(?:law )?firm|office|company|corporate|business|organi[sz]ation(?:al)?|joint|team|multi-?user|agency|department)';
const administrative = '(?:administrative|administrator|administration|admin)';

const patterns: readonly (readonly [AccountTypeDoubt['kind'], RegExp])[] = [
  ['administrative', new RegExp(`\\b${administrative}(?:'s)? (?:${shared} )?${noun}`, 'gu')],
  ['administrative', /\b(?:billing[ -]only|paa)\b/gu],
  ['administrative', new RegExp(`\\btype\\s?[:=-]?\\s?(?:pacer )?${administrative}\\b`, 'gu')],
  ['shared', new RegExp(`\\b(?:${shared} ){1,3}${noun}`, 'gu')],
  ['shared', /\baccount is shared\b|\bshared (?:by|with|among)\b/gu],
  ['shared', new RegExp(`\\btype\\s?[:=-]?\\s?(?:pacer )?${shared}\\b`, 'gu')],
  ['legacy', /\blegacy (?:pacer )?(?:account|login|username|user)s?\b/gu],
  ['legacy', /\b(?:not|never)(?: yet)?(?: been)? upgraded\b|\bnon-?upgraded\b/gu],
  ['legacy', /\b(?:must|needs? to) be upgraded\b|\bupgrade (?:is )?required\b/gu],
  ['legacy', /\btype\s?[:=-]?\s?(?:pacer )?legacy\b/gu],
];
const alone: readonly (readonly [AccountTypeDoubt['kind'], RegExp])[] = [
  ['administrative', new RegExp(`\\b(?:${administrative}|billing)\\b`, 'gu')],
  ['shared', new RegExp(`\\b${shared}\\b`, 'gu')],
  ['legacy', /\b(?:legacy|not upgraded|non-?upgraded)\b/gu],
];

/**
 * Wording that makes an account an administrative, shared or legacy one, found anywhere in its visible text;
 * in the value of its type field (`type`) a single word will do. "not a shared account" is no doubt.
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
  return of.flatMap(([kind, pattern]) =>
    [...folded.matchAll(pattern)]
      .filter(
        ({ index }) => !/(?:\bnot an? |\bno |\bnon-)$/u.test(folded.slice(Math.max(0, index - 8), index)),
      )
      .map(([words]) => ({ kind, words: words.replaceAll('\n', ' ') })),
  );
}
