import type { Parts } from '../html/parts.ts';
import { once } from './once.ts';

/** Folds a label or sentence for comparison: lower case, white space single, no-break spaces and trailing colons gone. */
export function fold(text: string): string {
  return withoutEnd(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(), /[\s:*]/);
}

/** The text without the characters at its end that match; a pattern ending in `+$` would try every run anew. */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Whether the patterns match one after another, in time proportional to the text. */
export function inOrder(text: string, patterns: readonly RegExp[]): boolean {
  let rest = text;
  for (const pattern of patterns) {
    const found = pattern.exec(rest);
    if (found === null) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

/** A page's visible text, folded. */
export const said = once((parts: Parts) => fold(parts.text));

/** A page's title and visible text, folded. */
export const saidWithTitle = once((parts: Parts) => fold(`${parts.title} ${parts.text}`));

/** The first pattern that the folded text matches, or null; of several in a row, one must match after another. */
export function firstMatch<T extends string>(
  text: string,
  patterns: readonly (readonly [T, ...RegExp[]])[],
): T | null {
  const folded = fold(text);
  return patterns.find(([, ...row]) => inOrder(folded, row))?.[0] ?? null;
}

const longest = 300; // letters of a line that is shown whole

/**
 * The lines of a text that match any of the patterns, folded; of a very long line the sentences that do. The whole
 * text where no single line does.
 */
export function linesThatMatch(text: string, patterns: readonly RegExp[]): string {
  const matches = (part: string): boolean => patterns.some((pattern) => pattern.test(fold(part)));
  const found = text
    .split('\n')
    .filter(matches)
    .map((line) => line.trim())
    .map((line) =>
      line.length <= longest
        ? line
        : line
            .split(/(?<=[.!?]) /)
            .filter(matches)
            .join(' '),
    )
    .filter((line) => line !== '');
  return found.length === 0 ? text : [...new Set(found)].join('\n');
}
