import { wakefulTokens } from './script-awake.ts';
import { readLiteral, type Cursor, type Literal } from './script-literal.ts';
import type { Token } from './script-tokens.ts';
import type { Program } from './scripts.ts';

/** A PrimeFaces widget as a script sets it up: `PrimeFaces.cw("Dialog","redactionDlg",{id:"…"})`. */
export type Widget = { kind: string; variable: string; id: string; settings: ReadonlyMap<string, Literal> };

/** A script shows or hides the element of this id as the page loads. */
export type WidgetEvent = { id: string; shows: boolean };

function isAt(list: readonly Token[], at: number, ...texts: string[]): boolean {
  return texts.every((text, index) => list[at + index]?.text === text && list[at + index]?.kind !== 'string');
}

/** The widget a script sets up at this place, or null. */
export function readWidget(list: readonly Token[], at: number): Widget | null {
  if (!isAt(list, at, 'PrimeFaces', '.', 'cw', '(') || !isAt(list, at + 5, ',') || !isAt(list, at + 7, ','))
    return null;
  const [kind, variable] = [list[at + 4], list[at + 6]];
  const cursor: Cursor = { tokens: list, at: at + 8 };
  const settings = readLiteral(cursor)?.literal;
  const id = settings instanceof Map ? settings.get('id') : null;
  if (!(settings instanceof Map) || typeof id !== 'string') return null;
  return kind?.kind === 'string' && variable?.kind === 'string'
    ? { kind: kind.text, variable: variable.text, id, settings }
    : null;
}

/** Every PrimeFaces widget that scripts set up with literals, in order. */
export function widgetsOf(programs: readonly Program[]): Widget[] {
  return programs.flatMap(({ list }) => list.flatMap((_, at) => readWidget(list, at) ?? []));
}

/** The widget a place names (`PF("x")`, `PrimeFaces.widgets.x`, `x`), and the place behind it. */
function variableAt(list: readonly Token[], at: number): { variable: string; next: number } | null {
  const name = (place: number, kind: Token['kind']) => (list[place]?.kind === kind ? list[place].text : null);
  const called = isAt(list, at, 'PF', '(') && isAt(list, at + 3, ')') ? name(at + 2, 'string') : null;
  if (called !== null) return { variable: called, next: at + 4 };
  if (isAt(list, at, 'PrimeFaces', '.', 'widgets')) {
    const keyed = isAt(list, at + 3, '[') && isAt(list, at + 5, ']') ? name(at + 4, 'string') : null;
    if (keyed !== null) return { variable: keyed, next: at + 6 };
    const named = isAt(list, at + 3, '.') ? name(at + 4, 'name') : null;
    return named === null ? null : { variable: named, next: at + 5 };
  }
  const bare = isAt(list, at - 1, '.') ? null : name(at, 'name');
  return bare === null ? null : { variable: bare, next: at + 1 };
}

/** The element ids that widget variables stand for: as scripts set them up, else PrimeFaces' own default name. */
function idsByVariable(widgets: readonly Widget[], ids: readonly string[]): ReadonlyMap<string, string> {
  const defaults = ids.map((id): [string, string] => [`widget_${id.replace(/[:-]/g, '_')}`, id]);
  return new Map([...defaults, ...widgets.map(({ variable, id }): [string, string] => [variable, id])]);
}

/**
 * The calls of `show()` and `hide()` on widgets that scripts make as the page loads, in order; calls in functions that
 * wait for something are left out. `ids` are the page's own.
 */
export function widgetEvents(programs: readonly Program[], ids: readonly string[]): WidgetEvent[] {
  const widgets = widgetsOf(programs);
  const known = idsByVariable(widgets, ids);
  const events = widgets
    .filter(({ settings }) => settings.get('visible') === true)
    .map(({ id }): WidgetEvent => ({ id, shows: true }));
  for (const program of programs) {
    const list = wakefulTokens(program.list);
    list.forEach((_, at) => {
      const found = variableAt(list, at);
      const id = found === null ? undefined : known.get(found.variable);
      if (found === null || id === undefined) return;
      if (isAt(list, found.next, '.', 'show', '(')) events.push({ id, shows: true });
      else if (isAt(list, found.next, '.', 'hide', '(')) events.push({ id, shows: false });
    });
  }
  return events;
}
