import { wholeDesignation } from './names-affixes.ts';
import { isAlsoSurname, isGivenName } from './names-given.ts';
import { fold, withoutAccents } from './names-letters.ts';
import { parseName } from './names-parse.ts';
import { isInitial, plain, wordsOf } from './names-words.ts';

type Token = { raw: string; key: string };

// Never a surname, wherever they stand in a name.
const always = new Set(
  (
    'llp llc pllc pllp lllp plc ltd inc incorporated corp corporation apc chartered attorneys lawyers solicitors ' +
    'associates offices department dept agency university commission committee association foundation holdings ' +
    'enterprises services solutions paralegals legal estate authority county office company admin'
  ).split(' '),
);
// Surnames, if rare ones: they count unless the name reads as a person's.
const sometimes = new Set(
  'firm group trust bank partners clinic center centre union staff society council city law billing'.split(
    ' ',
  ),
);
// Only behind a name, as a piece of its own or at its end: elsewhere they are initials.
const atEnd = new Set(['pc', 'pa', 'ps', 'sc', 'pl', 'lp', 'lc', 'co']);
const phrases = [
  ['law', 'offices', 'of'],
  ['law', 'office', 'of'],
  ['law', 'offices'],
  ['law', 'office'],
  ['law', 'firm'],
  ['law', 'group'],
  ['law', 'center'],
  ...(['family', 'bankruptcy', 'injury', 'elder', 'tax', 'consumer', 'criminal', 'business'] as const).map(
    (field) => [field, 'law'] as const,
  ),
  ['legal', 'aid'],
  ['legal', 'services'],
  ['united', 'states'],
  ['us', 'trustee'],
  ['estate', 'of'],
  ['and', 'associates'],
  ['&', 'associates'],
  ['&', 'co'],
  ['and', 'co'],
  ['state', 'of'],
  ['city', 'of'],
  ['bank', 'of'],
] as const;

/**
 * The words of an account's name that make it an organisation's, as written (LLP, P.C., Law Office, & Associates…);
 * empty for a person's name, also one such as "Jude Law" or "Jane Q. Firm". Take the name alone, never an address.
 */
export function organisationWords(name: string): string[] {
  const personal = name
    .normalize('NFC')
    .slice(0, 500)
    .replace(/\battorney[ -]at[ -]law\b/giu, '');
  const pieces = personal.split(',').map(tokensOf);
  const tokens = pieces.flat();
  const found = certainWords(tokens);
  const last = tokens.at(-1);
  if (last !== undefined && atEnd.has(last.key) && isCompanyEnd(name, pieces, last)) found.push(last.raw);
  const said = new Set(found.flatMap((words) => words.split(' ')));
  const rare = tokens.filter((token) => sometimes.has(token.key) && !said.has(token.raw));
  if (found.length > 0 || !readsAsPerson(name)) found.push(...rare.map((token) => token.raw));
  if (found.length === 0 && wholeDesignation(wordsOf(name))) return [name.trim()];
  return [...new Set(found)];
}

function certainWords(tokens: Token[]): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const phrase = phrases.find((words) => words.every((word, ahead) => tokens[at + ahead]?.key === word));
    const key = tokens[at]?.key ?? '';
    const length = phrase?.length ?? (always.has(key) || key === '&' ? 1 : 0);
    const words = tokens.slice(at, at + length).map((token) => token.raw);
    if (length > 0) found.push(words.join(' '));
    at += Math.max(1, length);
  }
  return found;
}

const tokensOf = (text: string): Token[] =>
  joinLetters(
    (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’]*|&/gu) ?? []).map((raw) => ({
      raw,
      key: withoutAccents(fold(raw).replace(/[.'’]/gu, '')),
    })),
  );

// "P. C." and "L. L. P." are written apart now and then.
function joinLetters(tokens: Token[]): Token[] {
  const from = tokens.findLastIndex((token) => token.key.length !== 1) + 1;
  const letters = tokens.slice(from);
  const key = letters.map((token) => token.key).join('');
  if (letters.length < 2 || !(always.has(key) || atEnd.has(key))) return tokens;
  return [...tokens.slice(0, from), { raw: letters.map((token) => token.raw).join(' '), key }];
}

// "Doe, Jane P.C." are initials, "Doe, P.C." and "Jane Doe PC" a company, "Jane Co" a person.
function isCompanyEnd(name: string, pieces: Token[][], last: Token): boolean {
  const filled = pieces.filter((piece) => piece.length > 0);
  if (filled.length > 1) return filled.at(-1)?.length === 1;
  return (filled[0]?.length ?? 0) > 1 && (/[. ]./u.test(last.raw) || !readsAsPerson(name));
}

// Given names or initials with the word as the surname: "Jude Law", "Law, Jude", "Jane Q. Firm". Before any other
// word than Law one name that is as often a surname does not do: "Jackson Firm" may be a firm.
function readsAsPerson(name: string): boolean {
  const { words, surname } = parseName(name);
  const given = words.slice(0, -1);
  if (given.length === 0 || given.some((word) => sometimes.has(plain(word)))) return false;
  if (words.at(-1)?.key === 'law') return true;
  const known = given.every((word) => isInitial(word) || isGivenName(plain(word)));
  return known && (given.length > 1 || surname !== null || !given.some((word) => isAlsoSurname(plain(word))));
}
