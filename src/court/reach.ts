import type { Control, Form } from '../html/forms.ts';
import type { Parts } from '../html/parts.ts';
import { once } from './once.ts';
import { fold } from './words.ts';

const buttonTypes = new Set(['submit', 'image', 'button', 'reset']);
const typed = new Set(['text', 'email', 'search', 'tel', 'number', 'url', 'textarea']);

/** The forms a person could use: those of an open dialog if one holds a form (it covers the rest), else all that show; empty shells left out. */
export const formsInReach = once((parts: Parts): Form[] => {
  const open = new Set(parts.dialogs.filter((dialog) => dialog.open).map((dialog) => dialog.id));
  const modal = parts.forms.filter((form) => form.dialog !== null && open.has(form.dialog) && shows(form));
  return modal.length > 0 ? modal : parts.forms.filter((form) => !form.hidden && shows(form));
});

/** Whether a form has anything to fill in or press; an empty shell of a dialog has not. */
function shows(form: Form): boolean {
  return form.controls.some((control) => !control.hidden);
}

/** Whether a control can send the form: a submit, an image or a plain button (PrimeFaces uses those). */
export function isButton(control: Control): boolean {
  return buttonTypes.has(control.type);
}

/** Fields for typing that show and can be changed, passwords left out. */
export function textFields(form: Form): Control[] {
  return form.controls.filter((c) => typed.has(c.type) && !c.hidden && !c.disabled && !c.readonly);
}

/** Password fields that show and can be changed. */
export function passwordFields(form: Form): Control[] {
  return form.controls.filter((c) => c.type === 'password' && !c.hidden && !c.disabled);
}

/** Whether a page asks for a password in a form that a person could use. */
export function asksForPassword(parts: Parts): boolean {
  return formsInReach(parts).some((form) => passwordFields(form).length > 0);
}

/** What a button says: its text or value, else its label. */
export function buttonWords(control: Control): string {
  return fold(control.value || control.label);
}

/** The one button that can be pressed and whose words match, by index; null if there is none or more than one. */
export function theButton(form: Form, words: RegExp, name: RegExp | null = null): number | null {
  const usable = form.controls.filter((c) => isButton(c) && c.type !== 'reset' && !c.disabled && !c.hidden);
  const named = name === null ? [] : usable.filter((c) => name.test(c.name) || name.test(c.id));
  if (named.length === 1) return named[0]?.index ?? null;
  const said = usable.filter((c) => words.test(buttonWords(c)));
  return said.length === 1 ? (said[0]?.index ?? null) : null;
}
