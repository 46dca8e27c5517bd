import type { Token } from './script-tokens.ts';

// What runs a function given to it while the page loads.
const RUNNERS = new Set(['$', 'jQuery', 'ready', 'setTimeout', 'onContentReady', 'queueOnContentReady']);

/** Whether a function that begins at this place runs as the page loads: called at once, or handed to a runner. */
function runsAtOnce(list: readonly Token[], at: number): boolean {
  const before = list[at - 1];
  const outer = list[at - 2];
  if (before?.text !== '(' || before.kind !== 'punct') return false;
  return outer?.kind === 'name' ? RUNNERS.has(outer.text) : outer?.text !== ')' && outer?.text !== ']';
}

/** The place of the brace that opens the body of a function that begins here, or -1. */
function bodyOf(list: readonly Token[], at: number): number {
  const text = (place: number) => (list[place]?.kind === 'string' ? '' : list[place]?.text);
  let params = at;
  if (text(at) === 'function') params = list[at + 1]?.kind === 'name' ? at + 2 : at + 1;
  if (text(params) !== '(') return -1;
  const close = list[params]?.closes ?? params;
  const body = text(at) === 'function' ? close + 1 : text(close + 1) === '=>' ? close + 2 : -1;
  return text(body) === '{' ? body : -1;
}

/** The tokens of a script without the bodies of functions that wait to be called. */
export function wakefulTokens(list: readonly Token[]): Token[] {
  const awake: Token[] = [];
  for (let at = 0; at < list.length; at++) {
    const token = list[at];
    if (token === undefined) break;
    awake.push(token);
    const starts =
      (token.kind === 'name' && token.text === 'function') || (token.kind === 'punct' && token.text === '(');
    const body = starts ? bodyOf(list, at) : -1;
    if (body < 0 || runsAtOnce(list, at)) continue;
    // What stands behind the body goes on; the body is passed over.
    at = list[body]?.closes ?? list.length;
  }
  return awake;
}
