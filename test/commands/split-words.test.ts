import { describe, expect, test } from 'vitest';
import { splitWords } from '../../src/commands/split-words.ts';

describe('a command as it stands in an option', () => {
  test.each([
    ['pass show pacer', ['pass', 'show', 'pacer']],
    ['  op   read\t"op://Firm/PACER of Alma/password" ', ['op', 'read', 'op://Firm/PACER of Alma/password']],
    [`bw get password 'Alma "A." Example'`, ['bw', 'get', 'password', 'Alma "A." Example']],
    [`a "it's" b`, ['a', "it's", 'b']],
    ['a "" b', ['a', '', 'b']],
    ['a b"c d"e', ['a', 'bc de']],
    ['C:\\Tools\\vault.exe --raw', ['C:\\Tools\\vault.exe', '--raw']],
    ['echo $HOME `id` $(id) * ; rm | cat > x', 'echo $HOME `id` $(id) * ; rm | cat > x'.split(' ')],
  ])('%s', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  test.each([
    ['', 'it names no program'],
    [' \t ', 'it names no program'],
    ['"" x', 'it names no program'],
    [`pass 'show`, 'a quotation mark is not closed'],
  ])('%j is none: %s', (line, problem) => {
    expect(splitWords(line)).toBe(problem);
  });
});
