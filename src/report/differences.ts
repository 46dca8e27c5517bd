import { compareNames } from '../court/names-compare.ts';
import { wordsOf } from '../court/names-words.ts';
import { printable } from '../court/printable.ts';
import { plainWords } from './columns.ts';
import type { Word } from './columns.ts';

/**
 * Two names as printable words, those marked that the other name does not have. Capitals, punctuation and the order of
 * "Last, First" mark nothing; names that differ in nothing but their order are marked whole.
 */
export function differences(a: string, b: string): [Word[], Word[]] {
  const [left, right] = [plainWords(printable(a)), plainWords(printable(b))];
  const { verdict } = compareNames(a, b);
  if (verdict === 'same') return [left, right];
  const marked: [Word[], Word[]] = [missingFrom(left, right), missingFrom(right, left)];
  const none = marked.flat().every((word) => !word.marked);
  if (verdict !== 'different' || !none) return marked;
  return [left.map(mark), right.map(mark)];
}

const mark = ({ text }: Word): Word => ({ text, marked: true });

function missingFrom(words: readonly Word[], others: readonly Word[]): Word[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(keyOf(text), (left.get(keyOf(text)) ?? 0) + 1);
  return words.map(({ text }) => {
    const key = keyOf(text);
    const there = left.get(key) ?? 0;
    left.set(key, there - 1);
    return { text, marked: key !== '' && there < 1 };
  });
}

// "R.J." and "R. J." are alike; a word of signs alone marks nothing.
function keyOf(text: string): string {
  return wordsOf(text)
    .map((word) => word.key)
    .join('');
}
