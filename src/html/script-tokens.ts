export type Token = {
  kind: 'name' | 'string' | 'number' | 'punct' | 'other';
  /** As written; for a string its value. */
  text: string;
  /** A line ends between this token and the one before. */
  newLine: boolean;
};

const SPACE = /[\s\uFEFF]/;
const NAME_START = /[\p{ID_Start}$_]/u;
const NAME_PART = /[\p{ID_Continue}$\u200c\u200d]/u;
// After these words a slash opens a regular expression; after any other name it divides.
const OPERATOR_WORDS = new Set(
  'return typeof case in of delete void throw new else do instanceof await yield'.split(' '),
);
const PUNCTUATION = [
  '>>>=',
  '...',
  '===',
  '!==',
  '**=',
  '<<=',
  '>>=',
  '>>>',
  '&&=',
  '||=',
  '??=',
  '=>',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?.',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '<<',
  '>>',
  '**',
];
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0' };

type Cursor = { source: string; at: number };

/** One escape sequence of a string literal, the cursor behind its backslash; null where it is malformed. */
function escape(cursor: Cursor): string | null {
  const { source } = cursor;
  const letter = source.charAt(cursor.at++);
  if (letter === '\r' && source.charAt(cursor.at) === '\n') cursor.at++;
  if (/[\n\r\u2028\u2029]/.test(letter)) return '';
  const digits = letter === 'x' ? /[\da-f]{2}/iy : letter === 'u' ? /[\da-f]{4}|\{[\da-f]{1,6}\}/iy : null;
  if (digits === null) return /[1-9]/.test(letter) ? null : (ESCAPES[letter] ?? letter);
  digits.lastIndex = cursor.at;
  const found = digits.exec(source)?.[0];
  const code = Number.parseInt(found?.replace(/[{}]/g, '') ?? '', 16);
  if (found === undefined || Number.isNaN(code) || code > 0x10ffff) return null;
  cursor.at += found.length;
  return String.fromCodePoint(code);
}

function readString(cursor: Cursor, quote: string): string | null {
  const { source } = cursor;
  let value = '';
  while (cursor.at < source.length) {
    const character = source.charAt(cursor.at++);
    if (character === quote) return value;
    if (character === '\n' || character === '\r') return null;
    const read = character === '\\' ? escape(cursor) : character;
    if (read === null) return null;
    value += read;
  }
  return null;
}

/** Moves behind a regular expression or a template; false where it does not end. */
function skipTo(cursor: Cursor, end: string): boolean {
  let inClass = false;
  while (cursor.at < cursor.source.length) {
    const character = cursor.source.charAt(cursor.at++);
    if (character === '\\') cursor.at++;
    else if (end === '/' && (character === '\n' || character === '\r')) return false;
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

/** Moves over white space and comments; true where a line ended among them, null where a comment does not end. */
function skipBlank(cursor: Cursor): boolean | null {
  const { source } = cursor;
  let newLine = cursor.at === 0;
  for (;;) {
    const character = source.charAt(cursor.at);
    const lineComment =
      source.startsWith('//', cursor.at) ||
      source.startsWith('<!--', cursor.at) ||
      (newLine && source.startsWith('-->', cursor.at));
    if (character !== '' && SPACE.test(character)) {
      if (/[\n\r\u2028\u2029]/.test(character)) newLine = true;
      cursor.at++;
    } else if (lineComment) {
      while (cursor.at < source.length && !/[\n\r\u2028\u2029]/.test(source.charAt(cursor.at))) cursor.at++;
    } else if (source.startsWith('/*', cursor.at)) {
      const end = source.indexOf('*/', cursor.at + 2);
      if (end < 0) return null;
      if (/[\n\r]/.test(source.slice(cursor.at, end))) newLine = true;
      cursor.at = end + 2;
    } else return newLine;
  }
}

function take(cursor: Cursor, what: RegExp): string {
  const from = cursor.at;
  while (cursor.at < cursor.source.length && what.test(cursor.source.charAt(cursor.at))) cursor.at++;
  return cursor.source.slice(from, cursor.at);
}

function nextToken(cursor: Cursor, last: Token | undefined): Omit<Token, 'newLine'> | null {
  const character = cursor.source.charAt(cursor.at);
  if (NAME_START.test(character)) return { kind: 'name', text: take(cursor, NAME_PART) };
  if (/\d/.test(character)) return { kind: 'number', text: take(cursor, /[\w.]/) };
  if (character === '"' || character === "'") {
    cursor.at++;
    const value = readString(cursor, character);
    return value === null ? null : { kind: 'string', text: value };
  }
  if (character === '`' || (character === '/' && opensRegex(last))) {
    const from = cursor.at++;
    return skipTo(cursor, character) ? { kind: 'other', text: cursor.source.slice(from, cursor.at) } : null;
  }
  const text = PUNCTUATION.find((mark) => cursor.source.startsWith(mark, cursor.at)) ?? character;
  cursor.at += text.length;
  return { kind: 'punct', text };
}

/**
 * JavaScript source as tokens, comments left out (ECMAScript 12, and annex B's HTML-like comments).
 * Null where it cannot be told apart safely: an unended string or comment, a template with a hole.
 * Nothing is ever run.
 */
export function tokens(source: string): Token[] | null {
  const cursor: Cursor = { source, at: 0 };
  const found: Token[] = [];
  for (;;) {
    const newLine = skipBlank(cursor);
    if (newLine === null) return null;
    if (cursor.at >= source.length) return found;
    const token = nextToken(cursor, found.at(-1));
    if (token === null) return null;
    found.push({ ...token, newLine });
  }
}
