import { accept, readLiteral, type Cursor } from './script-literal.ts';
import type { Token } from './script-tokens.ts';
import type { Program } from './scripts.ts';
import { readWidget } from './widgets.ts';

/** The source of the one `PrimeFaces.ab({…},ext)` a function body consists of, without its `ext`; null for any other body. */
function callIn(list: readonly Token[], body: number, source: string): string | null {
  const cursor: Cursor = { tokens: list, at: body + 1 };
  if (!accept(cursor, 'PrimeFaces', '.', 'ab', '(')) return null;
  const [from, settings] = [list[body + 1]?.from ?? 0, list[cursor.at]];
  if (settings?.text !== '{' || readLiteral(cursor) === null) return null;
  const end = list[cursor.at - 1]?.to ?? 0;
  accept(cursor, ',', 'ext');
  if (!accept(cursor, ')')) return null;
  accept(cursor, ';');
  return accept(cursor, '}') ? `${source.slice(from, end)})` : null;
}

/**
 * What PrimeFaces widgets do when they are changed, as the text an `onchange` would hold, by the widget's id:
 * `PrimeFaces.cw("SelectBooleanCheckbox","w",{id:"…",behaviors:{change:function(ext,event){PrimeFaces.ab({…},ext);}}})`.
 */
export function changeCalls(programs: readonly Program[]): ReadonlyMap<string, string> {
  const calls = new Map<string, string>();
  for (const { source, list } of programs) {
    list.forEach((_, at) => {
      const widget = readWidget(list, at);
      const behaviours = widget?.settings.get('behaviors');
      const change =
        behaviours instanceof Map ? (behaviours.get('change') ?? behaviours.get('valueChange')) : null;
      if (widget === null || change === null || typeof change !== 'object' || !('body' in change)) return;
      const call = callIn(list, change.body, source);
      if (call !== null) calls.set(widget.id, call);
    });
  }
  return calls;
}
