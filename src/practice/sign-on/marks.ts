import type { Asked } from '../asked.ts';
import type { Memory } from '../memory.ts';
import { escapeHtml } from '../template.ts';
import type { FormName } from '../traits.ts';
import { expand } from '../where.ts';

/** Where a sign-on form posts to, bent by an attack or not. */
export function signOnAction(memory: Memory, asked: Asked, form: FormName | null = null): string {
  const bent = form === null ? undefined : memory.scenario.traits.actions[form];
  return bent === undefined ? '/csologin/login.jsf' : expand(memory, asked, bent);
}

/** PrimeFaces' message box with errors in it, or empty. */
export function messageBox(id: string, errors: readonly string[]): string {
  const items = errors
    .map(
      (text) =>
        `<li role="alert" aria-atomic="true"><span class="ui-messages-error-summary">${escapeHtml(text)}</span></li>`,
    )
    .join('');
  const list =
    items === ''
      ? ''
      : `<div class="ui-messages-error ui-corner-all"><span class="ui-messages-error-icon"></span><ul>${items}</ul></div>`;
  return `<div id="${id}" class="ui-messages ui-widget" aria-live="polite">${list}</div>`;
}

/** A call of PrimeFaces' own, by the one-letter names it is configured with. */
export type Call = {
  s: string;
  f?: string;
  e?: string;
  p?: string;
  u: string;
  pa?: { name: string; value: string };
};

/** The script text of such a call. */
export function abCall({ pa, ...named }: Call): string {
  const pairs = Object.entries(named).map(([name, value]) => `${name}:"${value}"`);
  if (pa !== undefined) pairs.push(`pa:[{name:"${pa.name}",value:"${pa.value}"}]`);
  return `PrimeFaces.ab({${pairs.join(',')}});`;
}

/** The `onclick` of a command button, with a space before it; empty where the scenario's buttons are plain. */
export function pressing(memory: Memory, call: Call): string {
  return memory.scenario.traits.buttons === 'plain'
    ? ''
    : ` onclick="${escapeHtml(abCall(call))}return false;"`;
}
