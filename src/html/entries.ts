import { charsetName } from './charset.ts';
import type { Control, Form } from './forms.ts';
import { sanitised } from './values.ts';

/** What a person puts into a control, by its index: text, a check, or the options chosen. */
export type Fill =
  | { control: number; value: string }
  | { control: number; checked: boolean }
  | { control: number; selected: number[] };
export type Entry = readonly [name: string, value: string];

/** An entry, and whether it is an empty file field. */
export type FormEntry = { name: string; value: string; file: boolean };

const BUTTONS = new Set(['submit', 'image', 'reset', 'button']);
const SUBMITTERS = new Set(['submit', 'image']);
const DIRECTED = new Set('textarea hidden text search tel url email password submit reset button'.split(' '));

const isChoice = ({ type }: Control) => type === 'checkbox' || type === 'radio';

/** Whether a control can be filled this way: a choice is checked, a select chosen from, all else written into. */
function fits(control: Control, fill: Fill): boolean {
  if ('checked' in fill) return isChoice(control);
  if ('selected' in fill) return fill.selected.every((index) => control.options[index] !== undefined);
  return (
    !isChoice(control) && control.tag !== 'select' && !BUTTONS.has(control.type) && control.type !== 'file'
  );
}

function filled(control: Control, fill: Fill): Control {
  if ('value' in fill) {
    // A slider's limits are not known here: what is put in has to be one of its values.
    const clean = control.tag === 'input' && control.type !== 'range';
    const value = clean ? sanitised(control.type, fill.value, undefined, control.multiple) : fill.value;
    return { ...control, value };
  }
  if ('checked' in fill) return { ...control, checked: fill.checked };
  const chosen = control.multiple ? fill.selected : fill.selected.slice(-1);
  const options = control.options.map((option, index) => ({ ...option, selected: chosen.includes(index) }));
  return { ...control, options };
}

/**
 * The form's controls after a person's fills. Checking a radio button unchecks the others of its name.
 * Throws a TypeError, a programmer's error, where a fill names a control or an option that is not there or is not
 * of the control's kind.
 */
export function applyFills(form: Form, fills: readonly Fill[]): Control[] {
  const controls = [...form.controls];
  for (const fill of fills) {
    const control = controls[fill.control];
    if (control === undefined) throw new TypeError(`The form has no control ${fill.control}.`);
    if (!fits(control, fill)) throw new TypeError(`Control ${fill.control} cannot be filled like that.`);
    controls[fill.control] = filled(control, fill);
    if (!('checked' in fill) || !fill.checked || control.type !== 'radio' || control.name === '') continue;
    controls.forEach((other, index) => {
      if (index !== fill.control && other.type === 'radio' && other.name === control.name)
        controls[index] = { ...other, checked: false };
    });
  }
  return controls;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LETTER = /\p{L}/u;

/** ltr or rtl, as `dirname` reports it; auto goes by the first letter. */
function directionOf(control: Control): string {
  if (control.direction !== 'auto') return control.direction ?? 'ltr';
  const letter = LETTER.exec(control.value)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

function imageEntries(control: Control): FormEntry[] {
  const prefix = control.name === '' ? '' : `${control.name}.`;
  return ['x', 'y'].map((axis) => ({ name: `${prefix}${axis}`, value: '0', file: false }));
}

function valuesOf(control: Control, charset: string): string[] {
  if (control.tag === 'select')
    return control.options
      .filter((option) => option.selected && !option.disabled)
      .map((option) => option.value);
  if (control.type === 'hidden' && control.name.toLowerCase() === '_charset_') return [charset];
  return [control.value];
}

function entriesOf(control: Control, charset: string, submitter: number | null): FormEntry[] {
  const { type, name } = control;
  if (control.disabled || control.tag === 'output' || control.tag === 'object') return [];
  if (BUTTONS.has(type) && !(control.index === submitter && SUBMITTERS.has(type))) return [];
  if ((type === 'checkbox' || type === 'radio') && !control.checked) return [];
  if (type === 'image') return imageEntries(control);
  if (name === '') return [];
  const entries = valuesOf(control, charset).map((value) => ({ name, value, file: type === 'file' }));
  if (control.dirname === null || !DIRECTED.has(type)) return entries;
  const direction = { name: control.dirname, value: directionOf(control), file: false };
  // Chromium names a button's direction first.
  return BUTTONS.has(type) ? [direction, ...entries] : [...entries, direction];
}

/** `entryList` with file fields told apart; it throws like `applyFills`. */
export function formEntries(form: Form, fills: readonly Fill[], submitter: number | null): FormEntry[] {
  if (submitter !== null && form.controls[submitter] === undefined)
    throw new TypeError(`The form has no control ${submitter}.`);
  return applyFills(form, fills).flatMap((control) =>
    entriesOf(control, charsetName(form.charset), submitter),
  );
}

/**
 * What a form sends, in order, after these fills and with this button pressed (HTML standard 4.10.21.4,
 * "constructing the entry list"). An image button is pressed at 0,0; a plain button or a reset adds nothing.
 * As in Chromium, and against the standard, fields in a datalist are sent.
 * `wrap=hard` is not heeded: where a browser breaks lines depends on its fonts. Throws a TypeError for an index the form lacks.
 */
export function entryList(form: Form, fills: readonly Fill[], submitter: number | null): Entry[] {
  return formEntries(form, fills, submitter).map(({ name, value }): Entry => [name, value]);
}
