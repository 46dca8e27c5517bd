/**
 * Splits a command as it stands in an option into program and arguments: at white space, except inside '…' or
 * "…", which may hold the other quote. Nothing else means anything: no escapes, variables or patterns.
 * A string says what is wrong.
 */
export function splitWords(line: string): string[] | string {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (const letter of line) {
    if (quote !== null) {
      if (letter === quote) quote = null;
      else word += letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (/\s/.test(letter)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + letter;
    }
  }
  if (quote !== null) return 'a quotation mark is not closed';
  if (word !== null) words.push(word);
  return words[0] === undefined || words[0] === '' ? 'it names no program' : words;
}
