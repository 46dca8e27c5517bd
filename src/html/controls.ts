import { outputCharset } from './charset.ts';
import { resolve } from './address.ts';
import type { Document } from './document.ts';
import type { Control } from './forms.ts';
import type { Labels } from './labels.ts';
import { readOptions } from './options.ts';
import { attr, closest, isElement, parentElement, rawText, type Element } from './tree.ts';
import { sanitised, type Range } from './values.ts';

const LISTED = new Set(['button', 'input', 'object', 'output', 'select', 'textarea']);
const INPUT_TYPES = new Set(
  (
    'hidden text search tel url email password date month week time datetime-local number range color checkbox radio file ' +
    'submit image reset button'
  ).split(' '),
);

/** Whether an element is one of a form's controls. */
export function isControl(element: Element): boolean {
  return LISTED.has(element.name);
}

/** Whether a label can name the element. */
export function isLabelable(element: Element): boolean {
  if (element.name === 'input') return attr(element, 'type')?.toLowerCase() !== 'hidden';
  return ['button', 'meter', 'output', 'progress', 'select', 'textarea'].includes(element.name);
}

/** A button that says nothing of its type submits, unless it commands another element or opens a select. */
function buttonType(button: Element, type: string): string {
  if (type === 'submit' || type === 'reset' || type === 'button') return type;
  const commands = attr(button, 'command') !== null || attr(button, 'commandfor') !== null;
  return commands || parentElement(button)?.name === 'select' ? 'button' : 'submit';
}

function typeOf(element: Element): string {
  const type = attr(element, 'type')?.toLowerCase() ?? '';
  if (element.name === 'input') return INPUT_TYPES.has(type) ? type : 'text';
  if (element.name === 'button') return buttonType(element, type);
  if (element.name === 'select') return attr(element, 'multiple') === null ? 'select-one' : 'select-multiple';
  return element.name;
}

/** Disabled itself, or by a fieldset around it whose first legend it is not in (HTML standard 4.10.18.5). */
function isDisabled(element: Element): boolean {
  if (element.name === 'object' || element.name === 'output') return false;
  if (attr(element, 'disabled') !== null) return true;
  let below: Element = element;
  for (let at = parentElement(element); at !== null; at = parentElement(at)) {
    if (at.name === 'fieldset' && attr(at, 'disabled') !== null) {
      const legend = at.children.find((child) => isElement(child) && child.name === 'legend');
      if (below !== legend) return true;
    }
    below = at;
  }
  return false;
}

function valueOf(element: Element, type: string): string {
  if (element.name === 'textarea') return rawText(element).replace(/\r\n?/g, '\n');
  if (element.name === 'input') {
    if (type === 'file') return '';
    if (type === 'checkbox' || type === 'radio') return attr(element, 'value') ?? 'on';
    // Chromium sends the caption it gives a submit button that has none.
    if (type === 'submit') return attr(element, 'value') ?? 'Submit';
    return sanitised(
      type,
      attr(element, 'value') ?? '',
      rangeOf(element),
      attr(element, 'multiple') !== null,
    );
  }
  if (element.name === 'output') return rawText(element);
  return attr(element, 'value') ?? '';
}

/** The direction text is entered in, for `dirname` (HTML standard 3.2.6.4). */
function directionOf(element: Element): { direction?: 'rtl' | 'auto' } {
  if (attr(element, 'dirname') === null) return {};
  const set = closest(element, (at) => /^(?:ltr|rtl|auto)$/i.test(attr(at, 'dir') ?? ''));
  const direction = set === null ? 'ltr' : attr(set, 'dir')?.toLowerCase();
  return direction === 'rtl' || direction === 'auto' ? { direction } : {};
}

function lengthOf(element: Element, name: string): number | null {
  const found = /^[\t\n\f\r ]*\+?(\d+)/.exec(attr(element, name) ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

/** An address an attribute names: empty means the page itself. Only http and https can be sent to. */
export function addressOf(value: string | null, doc: Document): string | null {
  const found =
    value === null || value === ''
      ? resolve(doc.url, doc.url)
      : resolve(value, doc.baseUrl, outputCharset(doc.charset));
  return found !== null && /^https?:/.test(found) ? found : null;
}

const rangeOf = (element: Element): Range => ({
  min: attr(element, 'min'),
  max: attr(element, 'max'),
  step: attr(element, 'step'),
});

/** One control as plain data; `index` is its place in its form. */
export function readControl(
  element: Element,
  index: number,
  doc: Document,
  look: { hidden: ReadonlySet<Element>; labels: Labels; changes: ReadonlyMap<string, string> },
): Control {
  const type = typeOf(element);
  const options = element.name === 'select' ? readOptions(element) : [];
  const id = attr(element, 'id') ?? '';
  const formaction = attr(element, 'formaction');
  return {
    index,
    tag: element.name,
    type,
    name: attr(element, 'name') ?? '',
    id,
    value:
      element.name === 'select'
        ? (options.find((option) => option.selected)?.value ?? '')
        : valueOf(element, type),
    checked: (type === 'checkbox' || type === 'radio') && attr(element, 'checked') !== null,
    disabled: isDisabled(element),
    hidden: look.hidden.has(element),
    label: look.labels(element),
    onclick: attr(element, 'onclick') ?? '',
    // A PrimeFaces widget's own id lacks the ending that its field has.
    onchange: attr(element, 'onchange') ?? look.changes.get(id.replace(/_input$/, '')) ?? '',
    options,
    multiple: attr(element, 'multiple') !== null,
    formaction: formaction === null ? null : (addressOf(formaction, doc) ?? ''),
    formmethod: attr(element, 'formmethod')?.toLowerCase() ?? null,
    formenctype: attr(element, 'formenctype')?.toLowerCase() ?? null,
    dirname: attr(element, 'dirname'),
    maxlength: lengthOf(element, 'maxlength'),
    required: attr(element, 'required') !== null,
    readonly: attr(element, 'readonly') !== null,
    ...directionOf(element),
  };
}
