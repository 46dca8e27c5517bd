/** Folds a label or sentence for comparison: lower case, white space single, no-break spaces and trailing colons gone. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:*]+$/, '');
}

/** The first pattern that the folded text matches, or null. */
export function firstMatch<T extends string>(
  text: string,
  patterns: readonly (readonly [T, RegExp])[],
): T | null {
  const folded = fold(text);
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
