import { readString } from './script-string.ts';

export type Token = {
  kind: 'name' | 'string' | 'number' | 'punct' | 'other';
  /** As written; for a string its value. */
  text: string;
  /** A line ends between this token and the one before. */
  newLine: boolean;
  /** For an opening bracket the place of the one that closes it, if any does; for all else its own. */
  closes: number;
  /** Where it stands in the source. */
  from: number;
  to: number;
};
export type Cursor = { source: string; at: number };

/** Pages' own scripts have hundreds of tokens; libraries are not written into pages. */
const LONGEST = 100_000;

const LINE_END = /[\n\r\u2028\u2029]/;
const SPACE = /[\s\uFEFF]/;
const NAME_START = /[\w$\u0080-\uffff]/;
// After these words a slash opens a regular expression; after any other name it divides.
const OPERATOR_WORDS = new Set(
  'return typeof case in of delete void throw new else do instanceof await yield'.split(' '),
);
const PUNCTUATION =
  '>>>= ... === !== **= <<= >>= >>> &&= ||= ??= => == != <= >= && || ?? ?. ++ -- += -= *= /= %= &= |= ^= << >> **'.split(
    ' ',
  );
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Moves behind a regular expression or a template; false where it does not end. */
function skipTo(cursor: Cursor, end: string): boolean {
  let inClass = false;
  while (cursor.at < cursor.source.length) {
    const character = cursor.source.charAt(cursor.at++);
    if (character === '\\') cursor.at++;
    else if (end === '/' && LINE_END.test(character)) return false;
    else if (end === '/' && character === '[') inClass = true;
    else if (end === '/' && character === ']') inClass = false;
    else if (character === end && !inClass) return true;
    // A template with a hole holds script; nothing here reads that.
    else if (end === '`' && character === '$' && cursor.source.charAt(cursor.at) === '{') return false;
  }
  return false;
}

function opensRegex(last: Token | undefined): boolean {
  if (last === undefined) return true;
  if (last.kind === 'name') return OPERATOR_WORDS.has(last.text);
  return last.kind === 'punct' && ![')', ']', '}', '++', '--'].includes(last.text);
}

function opensLineComment({ source, at }: Cursor, newLine: boolean): boolean {
  return (
    source.startsWith('//', at) || source.startsWith('<!--', at) || (newLine && source.startsWith('-->', at))
  );
}

/** Moves over white space and comments; true where a line ended among them, null where a comment does not end. */
function skipBlank(cursor: Cursor): boolean | null {
  const { source } = cursor;
  let newLine = cursor.at === 0;
  while (cursor.at < source.length) {
    const character = source.charAt(cursor.at);
    if (SPACE.test(character)) {
      if (LINE_END.test(character)) newLine = true;
      cursor.at++;
    } else if (opensLineComment(cursor, newLine)) {
      while (cursor.at < source.length && !LINE_END.test(source.charAt(cursor.at))) cursor.at++;
    } else if (source.startsWith('/*', cursor.at)) {
      const end = source.indexOf('*/', cursor.at + 2);
      if (end < 0) return null;
      if (LINE_END.test(source.slice(cursor.at, end))) newLine = true;
      cursor.at = end + 2;
    } else break;
  }
  return newLine;
}

function take(cursor: Cursor, what: RegExp): string {
  const from = cursor.at;
  while (cursor.at < cursor.source.length && what.test(cursor.source.charAt(cursor.at))) cursor.at++;
  return cursor.source.slice(from, cursor.at);
}

function nextToken(cursor: Cursor, last: Token | undefined): Pick<Token, 'kind' | 'text'> | null {
  const character = cursor.source.charAt(cursor.at);
  if (character >= '0' && character <= '9') return { kind: 'number', text: take(cursor, /[\w.]/) };
  if (NAME_START.test(character)) return { kind: 'name', text: take(cursor, NAME_START) };
  if (character === '"' || character === "'") {
    cursor.at++;
    const value = readString(cursor, character);
    return value === null ? null : { kind: 'string', text: value };
  }
  if (character === '`' || (character === '/' && opensRegex(last))) {
    const from = cursor.at++;
    return skipTo(cursor, character) ? { kind: 'other', text: cursor.source.slice(from, cursor.at) } : null;
  }
  const single = '()[]{};,:~@#'.includes(character);
  const mark = single ? undefined : PUNCTUATION.find((one) => cursor.source.startsWith(one, cursor.at));
  cursor.at += (mark ?? character).length;
  return { kind: 'punct', text: mark ?? character };
}

/**
 * JavaScript source as tokens, comments left out (ECMAScript 12, and annex B's HTML-like comments).
 * Null where it cannot be told apart safely: an unended string or comment, a template with a hole, brackets that
 * do not match, more than 100,000 tokens. Nothing is ever run.
 */
export function tokens(source: string): Token[] | null {
  const cursor: Cursor = { source, at: 0 };
  const found: Token[] = [];
  const open: Token[] = [];
  for (;;) {
    const newLine = skipBlank(cursor);
    if (newLine === null) return null;
    if (cursor.at >= source.length) return open.length === 0 ? found : null;
    const from = cursor.at;
    const token = nextToken(cursor, found.at(-1));
    if (token === null || found.length >= LONGEST) return null;
    const made: Token = {
      kind: token.kind,
      text: token.text,
      newLine,
      closes: found.length,
      from,
      to: cursor.at,
    };
    if (token.kind === 'punct' && token.text in CLOSING) open.push(made);
    else if (token.kind === 'punct' && ')]}'.includes(token.text)) {
      const opening = open.pop();
      if (opening === undefined || CLOSING[opening.text] !== token.text) return null;
      opening.closes = found.length;
    }
    found.push(made);
  }
}
