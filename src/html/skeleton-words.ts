/** The words of a page that its skeleton keeps; all in small letters. */
export type Vocabulary = {
  /** Nobody's names. */
  plain: ReadonlySet<string>;
  /** Names too, once they stand with a capital: kept in small letters alone. */
  small: ReadonlySet<string>;
  /** Names too, but kept with a capital unless they stand in what may be a name. */
  careful: ReadonlySet<string>;
  /** Pieces of the names of forms, fields and classes. */
  technical: ReadonlySet<string>;
  /** Whether a word is somebody's name. */
  isName(word: string): boolean;
};

/** A piece of text: as it was, and as it may stand. */
type Token = { was: string; text: string; kind: 'kept' | 'careful' | 'strange' | 'gap' | 'other' };

/**
 * A text with every word that is not in the vocabulary by its shape: `Aaaa` for a word, `99` for a number, `@` for an
 * e-mail address. Signs stay.
 */
export function shapeText(text: string, words: Vocabulary): string {
  return shapePieces([text], words).join('');
}

/** The same for a text that comes in pieces, as where markup stands within its words. */
export function shapePieces(pieces: readonly string[], words: Vocabulary): string[] {
  const normal = pieces.map((piece) => piece.normalize('NFKC'));
  const tokens = tokensOf(normal.join(''), words);
  settleCareful(tokens);
  const shaped = normal.map(() => '');
  let piece = 0;
  let left = normal[0]?.length ?? 0;
  for (const { was, text, kind } of tokens) {
    const told = kind === 'strange' ? shape(was) : text;
    // Past every piece that is used up; what stands as it was may be parted, a shape is not.
    for (let at = 0; at < was.length;) {
      while (left === 0 && piece < normal.length - 1) left = normal[++piece]?.length ?? 0;
      const step = Math.max(1, Math.min(left, was.length - at));
      shaped[piece] += told === was ? was.slice(at, at + step) : at === 0 ? told : '';
      left -= Math.min(left, step);
      at += step;
    }
  }
  return shaped;
}

/** The words of a text that are not in the vocabulary, in small letters. */
export function strangeWords(text: string, words: Vocabulary): string[] {
  const tokens = tokensOf(text.normalize('NFKC'), words);
  return tokens.filter(({ kind }) => kind === 'strange').flatMap((token) => lettersIn(token.was));
}

function lettersIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

function tokensOf(text: string, words: Vocabulary): Token[] {
  return text.split(/(\s+)/u).flatMap((chunk): Token[] => {
    if (chunk === '') return [];
    if (/^\s/u.test(chunk)) return [{ was: chunk, text: chunk.includes('\n') ? '\n' : ' ', kind: 'gap' }];
    if (/[^@]@[^@]/u.test(chunk)) return [{ was: chunk, text: chunk, kind: 'strange' }];
    if (/^U\.S\.?,?$/u.test(chunk)) return [{ was: chunk, text: chunk, kind: 'kept' }];
    const found = chunk.match(wordsAndSigns) ?? [];
    return found.map((piece, at) => ({ was: piece, ...tokenOf(piece, found[at + 1] ?? '', words) }));
  });
}

const wordsAndSigns = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|[\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu;
const signs = /^[\x20-\x7e‘’“”«»–—·•…§©®™]$/u;
const joins = /^[.,\-–'’&]$/u;

function tokenOf(text: string, next: string, words: Vocabulary): Omit<Token, 'was'> {
  if (!/^[\p{L}\p{N}\p{M}]/u.test(text))
    return { text: signs.test(text) ? text : '?', kind: joins.test(text) ? 'gap' : 'other' };
  if (/^[\p{N}\p{M}]/u.test(text)) return { text: text.length > 1 ? '99' : '9', kind: 'other' };
  const word = text.toLowerCase().replaceAll('’', "'");
  if (text.length === 1) return { text, kind: isInitial(text, next) ? 'strange' : 'kept' };
  if (words.careful.has(word)) return { text, kind: text === word ? 'kept' : 'careful' };
  if (words.small.has(word)) return { text, kind: text === word ? 'kept' : 'strange' };
  const known = words.plain.has(word) || (word.endsWith("'s") && words.plain.has(word.slice(0, -2)));
  return { text, kind: known ? 'kept' : 'strange' };
}

// "A. Court" and "Alma Q" may be somebody; "a court" and "E-filer" are not.
const isInitial = (letter: string, next: string): boolean =>
  letter !== letter.toLowerCase() &&
  (next === '.' || !/[AI]/.test(letter)) &&
  !(letter === 'E' && next === '-');

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

// In a run of words with capitals a careful word is kept only beside words of the vocabulary, and strange words never.
function settleCareful(tokens: Token[]): void {
  let run: Token[] = [];
  const settle = (): void => {
    const strange = run.some((token) => token.kind === 'strange');
    const lonely = run.length > 1 && run.every((token) => token.kind === 'careful');
    if (strange || lonely) for (const token of run) if (token.kind === 'careful') token.kind = 'strange';
    run = [];
  };
  for (const token of tokens) {
    if (token.kind === 'gap' && token.text !== '\n') continue;
    if (token.kind === 'gap' || token.kind === 'other' || !isCapital(token)) settle();
    else run.push(token);
  }
  settle();
}

function shape(text: string): string {
  if (text.includes('@')) return '@';
  const first = text.slice(0, 1);
  const capital = first !== first.toLowerCase();
  const all = capital && text.length > 1 && text === text.toUpperCase();
  const length = Math.min(4, Array.from(text).length);
  return all ? 'A'.repeat(length) : (capital ? 'A' : 'a') + 'a'.repeat(length - 1);
}

/** Rewrites the names that elements bear. */
export type Namer = (name: string) => string;

/**
 * Rewrites naming attributes: words stay but for those that stand in the page's own text and values (`strange`) and
 * for people's names, which become `w1`, `w2` …; numbers of three digits and more, and what looks made by chance,
 * become `n1`, `n2` …: the same for the same all over the page.
 */
export function namerFor(words: Vocabulary, strange: Iterable<string>): Namer {
  const secret = new Set([...strange].filter((word) => word.length > 2));
  const long = [...secret].filter((word) => word.length > 3).slice(0, 500);
  const known = new Map<string, string>();
  const numbered = { w: 0, n: 0 };
  const stand = (text: string, letter: 'w' | 'n'): string => {
    const key = `${letter} ${text.toLowerCase()}`;
    const name = known.get(key) ?? `${letter}${++numbered[letter]}`;
    known.set(key, name);
    return name;
  };
  const isKnown = (word: string): boolean =>
    words.plain.has(word) || words.technical.has(word) || words.careful.has(word) || words.small.has(word);
  const keeps = (word: string): boolean =>
    word.length < 3 ||
    isKnown(word) ||
    (word.length <= 20 &&
      !secret.has(word) &&
      !words.isName(word) &&
      !long.some((one) => word.includes(one)));
  const piece = (text: string): string => {
    if (/^\d/.test(text)) return text.length < 3 ? text : stand(text, 'n');
    if (isKnown(text.toLowerCase())) return text;
    return text.replace(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g, (word) =>
      keeps(word.toLowerCase()) ? word : stand(word, 'w'),
    );
  };
  return (name) =>
    name.slice(0, 200).replace(/[A-Za-z0-9]+|[^A-Za-z0-9]/g, (part) => {
      if (!/^[A-Za-z0-9]/.test(part)) return /^[-_.:/$()[\] ]$/.test(part) ? part : '_';
      const groups = part.match(/\d+|[A-Za-z]+/g) ?? [];
      return groups.length > 3 || (part.length > 24 && groups.length > 1)
        ? stand(part, 'n')
        : groups.map(piece).join('');
    });
}
