import type { Token } from './script-tokens.ts';

const WINDOWS = new Set(['window', 'document', 'self', 'top', 'parent', 'this', 'globalThis']);
// A line that starts with one of these goes on with the statement before.
const CONTINUES = new Set(['in', 'instanceof']);

/** Whether a statement may end before this place. */
function ends(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (token === undefined || token.text === ';' || token.text === '}') return true;
  return (
    token.newLine &&
    (token.kind === 'name' ? !CONTINUES.has(token.text) : token.kind !== 'punct' || token.text === '{')
  );
}

/** The string a statement at this place sends the browser to, or null. */
export function addressAt(list: readonly Token[], start: number): string | null {
  const text = (index: number) => (list[index]?.kind === 'string' ? '' : (list[index]?.text ?? ''));
  let at = start;
  while (WINDOWS.has(text(at)) && text(at + 1) === '.') at += 2;
  if (text(at) !== 'location') return null;
  at++;
  const bracketed = list[at + 1];
  let member = '';
  if (text(at) === '.') {
    member = text(at + 1);
    at += 2;
  } else if (text(at) === '[' && bracketed?.kind === 'string' && text(at + 2) === ']') {
    member = bracketed.text;
    at += 3;
  }
  const value = list[at + 1];
  if (value?.kind !== 'string') return null;
  if ((member === '' || member === 'href') && text(at) === '=' && ends(list, at + 2)) return value.text;
  const called = (member === 'assign' || member === 'replace') && text(at) === '(' && text(at + 2) === ')';
  return called && ends(list, at + 3) ? value.text : null;
}

const CONTROL = new Set(['if', 'while', 'for', 'with', 'switch', 'catch']);
const UNFINISHED = new Set(
  'else do return typeof case in of delete void throw new instanceof await yield var let const'.split(' '),
);

/** Whether a statement may have ended with this token, so that the next line begins another. */
function mayEnd(list: readonly Token[], at: number, opening: number): boolean {
  const token = list[at];
  if (token === undefined || token.kind === 'string' || token.kind === 'number') return true;
  if (token.kind === 'name') return !UNFINISHED.has(token.text);
  // Behind a condition stands what depends on it.
  return token.text === ']' || (token.text === ')' && !CONTROL.has(list[opening - 1]?.text ?? ''));
}

/** The places where a top-level statement begins; bodies of functions, blocks and conditions are passed over. */
export function statementsOf(list: readonly Token[]): number[] {
  const starts: number[] = [];
  let free = true;
  let opening = 0;
  for (let at = 0; at < list.length; at++) {
    const token = list[at];
    if (token === undefined) break;
    const onNewLine = token.newLine && token.kind === 'name' && mayEnd(list, at - 1, opening);
    if (free || onNewLine) starts.push(at);
    const opens = token.kind === 'punct' && token.closes !== at;
    // Behind a block or a semicolon a new statement begins; behind a parenthesis or a bracket goes on the old one.
    free = token.kind === 'punct' && (token.text === ';' || (opens && token.text === '{'));
    if (!opens) continue;
    opening = at;
    at = token.closes;
  }
  return starts;
}
