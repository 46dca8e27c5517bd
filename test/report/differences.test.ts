import { expect, test } from 'vitest';
import { differences } from '../../src/report/differences.ts';

/** The two names with the marked words in brackets. */
const marked = (a: string, b: string): string[] =>
  differences(a, b).map((words) =>
    words.map(({ text, marked: differs }) => (differs ? `[${text}]` : text)).join(' '),
  );

test.each([
  ['Alma Q. Example', 'EXAMPLE, ALMA Q', 'Alma Q. Example', 'EXAMPLE, ALMA Q'],
  ['Alma Q. Example', 'Alma Example', 'Alma [Q.] Example', 'Alma Example'],
  ['Alma Q. Example', 'Alma Quinn Example', 'Alma [Q.] Example', 'Alma [Quinn] Example'],
  ['Bob Sample', 'Robert Sample Jr.', '[Bob] Sample', '[Robert] Sample [Jr.]'],
  ['Alma Example', 'Alma Exampel', 'Alma [Example]', 'Alma [Exampel]'],
  ['José Example', 'Jose Example', '[José] Example', '[Jose] Example'],
  ['Alma Alma Example', 'Alma Example', 'Alma [Alma] Example', 'Alma Example'],
  ['Maria Garcia', 'Garcia Maria', '[Maria] [Garcia]', '[Garcia] [Maria]'],
  ['Alma Example', 'Al\u200bma Example', '[Alma] Example', '[Al⟨U+200B⟩ma] Example'],
  ['Alma Example', 'Аlma Example', '[Alma] Example', '[Аlma] Example'],
])('%s beside %s', (a, b, left, right) => {
  expect(marked(a, b)).toEqual([left, right]);
  expect(marked(b, a)).toEqual([right, left]);
});
