import type { Token } from './script-tokens.ts';

/** What a literal says. A function is kept as the place of its body, which is not looked at here. */
export type Literal =
  string | number | boolean | null | undefined | Literal[] | Map<string, Literal> | { readonly body: number };

export type Cursor = { tokens: readonly Token[]; at: number };

const DEPTH = 32;

/** Whether the token at the cursor is this punctuation or name; if so the cursor moves behind it. */
export function accept(cursor: Cursor, ...texts: string[]): boolean {
  const fits = texts.every((text, index) => {
    const token = cursor.tokens[cursor.at + index];
    return token !== undefined && token.text === text && (token.kind === 'punct' || token.kind === 'name');
  });
  if (fits) cursor.at += texts.length;
  return fits;
}

/** Moves behind the bracket that closes the one at the cursor; false where none opens there. */
export function skipBrackets(cursor: Cursor): boolean {
  const token = cursor.tokens[cursor.at];
  if (token === undefined || token.closes === cursor.at) return false;
  cursor.at = token.closes + 1;
  return true;
}

function readFunction(cursor: Cursor): { literal: Literal } | null {
  if (cursor.tokens[cursor.at]?.kind === 'name') cursor.at++;
  if (cursor.tokens[cursor.at]?.text !== '(' || !skipBrackets(cursor)) return null;
  const body = cursor.at;
  return cursor.tokens[body]?.text === '{' && skipBrackets(cursor) ? { literal: { body } } : null;
}

function readObject(cursor: Cursor, depth: number): Map<string, Literal> | null {
  const found = new Map<string, Literal>();
  while (!accept(cursor, '}')) {
    const key = cursor.tokens[cursor.at++];
    if (key === undefined || key.kind === 'punct' || key.kind === 'other' || !accept(cursor, ':'))
      return null;
    const value = readValue(cursor, depth);
    if (value === null) return null;
    found.set(key.text, value.literal);
    if (!accept(cursor, ',') && cursor.tokens[cursor.at]?.text !== '}') return null;
  }
  return found;
}

function readArray(cursor: Cursor, depth: number): Literal[] | null {
  const found: Literal[] = [];
  while (!accept(cursor, ']')) {
    const value = readValue(cursor, depth);
    if (value === null) return null;
    found.push(value.literal);
    if (!accept(cursor, ',') && cursor.tokens[cursor.at]?.text !== ']') return null;
  }
  return found;
}

function readName(cursor: Cursor, name: string): { literal: Literal } | null {
  if (name === 'true' || name === 'false') return { literal: name === 'true' };
  if (name === 'null') return { literal: null };
  if (name === 'undefined') return { literal: undefined };
  return name === 'function' ? readFunction(cursor) : null;
}

function numberOf(token: Token | undefined, sign = 1): { literal: Literal } | null {
  const value = token?.kind === 'number' ? Number(token.text) : Number.NaN;
  return Number.isNaN(value) ? null : { literal: sign * value };
}

function readValue(cursor: Cursor, depth: number): { literal: Literal } | null {
  const token = cursor.tokens[cursor.at++];
  if (token === undefined || depth > DEPTH) return null;
  if (token.kind === 'string') return { literal: token.text };
  if (token.kind === 'number') return numberOf(token);
  if (token.text === '-' && token.kind === 'punct') return numberOf(cursor.tokens[cursor.at++], -1);
  if (token.kind === 'name') return readName(cursor, token.text);
  const literal =
    token.text === '{'
      ? readObject(cursor, depth + 1)
      : token.text === '['
        ? readArray(cursor, depth + 1)
        : null;
  return literal === null ? null : { literal };
}

/**
 * The literal at the cursor (string, number, true, false, null, array, object, or a function as the place of its body),
 * the cursor left behind it; null where it is anything computed.
 */
export function readLiteral(cursor: Cursor): { literal: Literal } | null {
  return readValue(cursor, 0);
}
