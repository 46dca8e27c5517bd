import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tables } from './table.ts';

/** Without what lays a table out. */
const plain = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/-{3,}/g, '---').replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');

test('SECURITY.md holds the attacks as they are tried, each with its ending', () => {
  const text = readFileSync('SECURITY.md', 'utf8')
    .split('<!-- attacks -->')[1]
    ?.split('<!-- end of the attacks -->')[0];
  expect(plain(text ?? '')).toEqual(plain(tables()));
});
