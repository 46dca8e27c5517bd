import { readLiteral, type Cursor, type Literal } from './script-literal.ts';
import { tokens, type Token } from './script-tokens.ts';

/** A script shows or hides the element with this id. */
export type WidgetEvent = { id: string; shows: boolean };

/** A PrimeFaces widget as a script sets it up: `PrimeFaces.cw("Dialog","redactionDlg",{id:"…"})`. */
export type Widget = { kind: string; variable: string; settings: ReadonlyMap<string, Literal> };

function isCall(list: readonly Token[], at: number, ...texts: string[]): boolean {
  return texts.every((text, index) => list[at + index]?.text === text && list[at + index]?.kind !== 'string');
}

function readWidget(list: readonly Token[], at: number): Widget | null {
  const cursor: Cursor = { tokens: list, at };
  const kind = readLiteral(cursor)?.literal;
  cursor.at++;
  const variable = readLiteral(cursor)?.literal;
  cursor.at++;
  const settings = readLiteral(cursor)?.literal;
  return typeof kind === 'string' && typeof variable === 'string' && settings instanceof Map
    ? { kind, variable, settings }
    : null;
}

/** Every PrimeFaces widget the scripts set up with literals, in order. */
export function widgetsOf(scripts: readonly string[]): Widget[] {
  return scripts.flatMap((script) => {
    const list = tokens(script) ?? [];
    return list.flatMap((_, at) => {
      const widget = isCall(list, at, 'PrimeFaces', '.', 'cw', '(') ? readWidget(list, at + 4) : null;
      return widget === null ? [] : [widget];
    });
  });
}

/** The widget variable of `PF("x")` at a place, and the place behind it. */
function variableAt(list: readonly Token[], at: number): { variable: string; next: number } | null {
  const name = list[at + 2];
  if (isCall(list, at, 'PF', '(') && name?.kind === 'string' && list[at + 3]?.text === ')')
    return { variable: name.text, next: at + 4 };
  const first = list[at];
  return first?.kind === 'name' && list[at - 1]?.text !== '.' ? { variable: first.text, next: at + 1 } : null;
}

/** The scripts' calls of `show()` and `hide()` on widgets, in order, by the id of the widget's element. */
export function widgetEvents(scripts: readonly string[]): WidgetEvent[] {
  const widgets = widgetsOf(scripts);
  const ids = new Map(widgets.map(({ variable, settings }) => [variable, settings.get('id')]));
  const events: WidgetEvent[] = widgets
    .filter(({ settings }) => settings.get('visible') === true)
    .map(({ settings }) => ({ id: String(settings.get('id')), shows: true }));
  for (const script of scripts) {
    const list = tokens(script) ?? [];
    list.forEach((_, at) => {
      const found = variableAt(list, at);
      if (found === null) return;
      const id = ids.get(found.variable);
      const shows = isCall(list, found.next, '.', 'show', '(');
      if (typeof id === 'string' && (shows || isCall(list, found.next, '.', 'hide', '(')))
        events.push({ id, shows });
    });
  }
  return events;
}
