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
 * in the value of its type field (`type`) a single word will do. "not a shared account" is no doubt. What a court
 * says of such accounts in general ("If this is…", "A shared account cannot…") is none either in running text; the
 * value of a type field is always said of the account.
 */
export function accountTypeDoubts(text: string, type: string | null = null): AccountTypeDoubt[] {
  const found = [...search(text, patterns, isSaidOfIt), ...search(type ?? '', alone, isNotDenied)];
  return found.filter((doubt, at) => found.findIndex((other) => other.kind === doubt.kind) === at);
}

type Counts = (text: string, index: number) => boolean;

function search(text: string, of: typeof patterns, counts: Counts): AccountTypeDoubt[] {
  const folded = fold(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
    .replaceAll('’', "'");
  return of.flatMap(([kind, pattern]) => {
    const found = [...folded.matchAll(pattern)].find(({ index }) => counts(folded, index));
    return found === undefined ? [] : [{ kind, words: found[0].replaceAll('\n', ' ') }];
  });
}

const listed = `(?:(?:${shared}|${administrative}|legacy)(?:,|,? or) )*`;
const denied = new RegExp(
  `(?:\\b(?:not|never) (?:(?:be|use|link|choose|select|sign in with|log in with) )?an? |\\bno |\\bnon-|\\b(?:rather than|instead of|other than) an? )(?:pacer )?${listed}$`,
  'u',
);
// "Unless changed, this is a shared account" asserts it all the same.
const conditional =
  /(?:\b(?:if|whether|unless|make sure|ensure)\b|^should (?:this|it|you|your)\b)(?!.*[,;:] (?:this|it|your)\b)/u;
const inGeneral =
  /^(?:an?|any|no|do not|never|only)\b.*(?<!\b(?:and|which) )\b(?:cannot|can not|can't|may not|must not|should not|shouldn't|should never)\b/u;
const ofAll = /^(?:filers|users|attorneys|people|those|anyone|anybody|everyone) (?:with|who|whose)\b/u;

// At most three hundred characters either way are looked at.
const beforeIt = (text: string, index: number): string => text.slice(Math.max(0, index - 300), index);
const isNotDenied: Counts = (text, index) => !denied.test(beforeIt(text, index));

function isSaidOfIt(text: string, index: number): boolean {
  if (!isNotDenied(text, index)) return false;
  const before =
    beforeIt(text, index)
      .split(/[.!?]\s|\n/u)
      .at(-1) ?? '';
  const after = text.slice(index, index + 300).split(/[.!?]\s|\n/u, 1)[0] ?? '';
  return !conditional.test(before) && !ofAll.test(before) && !inGeneral.test(before + after);
}
