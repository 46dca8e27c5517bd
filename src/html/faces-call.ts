import type { Entry } from './entries.ts';
import { accept, readLiteral, type Cursor, type Literal } from './script-literal.ts';
import { tokens } from './script-tokens.ts';

export type AjaxCall = {
  /** The id of the component that sends. */
  source: string;
  /** Ids or keywords, one space between. */
  execute: string;
  update: string;
  event: string | null;
  params: Entry[];
};

type Settings = ReadonlyMap<string, Literal>;

/** What a call may say beside its text, and the parameter PrimeFaces sends for it. */
const FLAGS: readonly (readonly [short: string, long: string, parameter: string])[] = [
  ['rv', 'resetValues', 'primefaces.resetvalues'],
  ['iau', 'ignoreAutoUpdate', 'primefaces.ignoreautoupdate'],
  ['sc', 'skipChildren', 'primefaces.skipchildren'],
];

/** A setting by its short or long name; null where it is absent, undefined where both are there or it is no text. */
function text(settings: Settings, short: string, long: string): string | null | undefined {
  const [one, other] = [settings.get(short), settings.get(long)];
  if (one !== undefined && other !== undefined) return undefined;
  const value = one ?? other ?? null;
  return value === null || typeof value === 'string' ? value : undefined;
}

/** Ids and keywords one by one; null where one of them has to be looked up by script. */
function expressions(value: string): string | null {
  const parts = [...new Set(value.split(/[\s,]+/).filter((part) => part !== ''))];
  const plain = (part: string) => !part.includes('@') || /^@(?:all|none|this|form|parent)$/.test(part);
  return parts.every(plain) ? parts.join(' ') : null;
}

function paramsOf(value: Literal): Entry[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const entries: Entry[] = [];
  for (const item of value) {
    if (!(item instanceof Map)) return null;
    const [name, given] = [item.get('name'), item.get('value') ?? ''];
    if (typeof name !== 'string' || typeof given === 'object') return null;
    entries.push([name, String(given)]);
  }
  return entries;
}

function callOf(settings: Settings): AjaxCall | null {
  const source = text(settings, 's', 'source') ?? null;
  const executed = text(settings, 'p', 'process');
  const update = text(settings, 'u', 'update');
  const event = text(settings, 'e', 'event');
  if (executed === undefined || update === undefined || event === undefined) return null;
  const execute = expressions(executed ?? '');
  const render = expressions(update ?? '');
  const params = paramsOf(settings.get('pa') ?? settings.get('params'));
  // A fragment's call sends what only the page's script knows.
  const fragment = settings.get('fi') ?? settings.get('fragmentId') ?? null;
  if (source === null || source === '' || execute === null || render === null) return null;
  if (params === null || fragment !== null) return null;
  const flags = FLAGS.filter(([short, long]) => settings.get(short) === true || settings.get(long) === true);
  const said = flags.map(([, , parameter]): Entry => [parameter, 'true']);
  return {
    source,
    execute: execute === '' ? '@all' : execute,
    update: render,
    event,
    params: [...said, ...params],
  };
}

/** `PrimeFaces.ab({…});` and what may follow it: `return false;`. */
function readCall(cursor: Cursor): AjaxCall | null {
  if (!accept(cursor, 'PrimeFaces', '.', 'ab', '(')) return null;
  const settings = readLiteral(cursor)?.literal;
  if (!(settings instanceof Map) || !accept(cursor, ')')) return null;
  while (accept(cursor, ';'));
  if (accept(cursor, 'return') && !accept(cursor, 'false') && !accept(cursor, 'true')) return null;
  while (accept(cursor, ';'));
  return callOf(settings);
}

/** `PrimeFaces.bcn(this,event,[function(event){…}]);`, its one function holding one call. */
function readWrapped(cursor: Cursor): AjaxCall | null {
  if (!accept(cursor, 'PrimeFaces', '.', 'bcn', '(', 'this', ',', 'event', ',', '[', 'function', '('))
    return null;
  cursor.at++;
  if (!accept(cursor, ')', '{')) return null;
  const call = readCall(cursor);
  if (!accept(cursor, '}', ']', ')')) return null;
  while (accept(cursor, ';'));
  if (accept(cursor, 'return') && !accept(cursor, 'false')) return null;
  while (accept(cursor, ';'));
  return call;
}

/**
 * Reads the one PrimeFaces call an onclick makes (`PrimeFaces.ab({…});return false;`, versions 6 to 14), also within
 * `PrimeFaces.bcn`. Only literals are read: null where anything is computed, conditional, asked first or added.
 * Functions to be called back are passed over.
 */
export function readAjaxCall(onclick: string): AjaxCall | null {
  const list = tokens(onclick) ?? [];
  for (const read of [readCall, readWrapped]) {
    const cursor: Cursor = { tokens: list, at: 0 };
    accept(cursor, 'javascript', ':');
    const call = read(cursor);
    if (call !== null && cursor.at === list.length) return call;
  }
  return null;
}
