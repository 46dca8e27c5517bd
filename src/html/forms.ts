import { charsetOf, outputCharset } from './charset.ts';
import { addressOf, isControl, readControl } from './controls.ts';
import type { FoundDialog } from './dialogs.ts';
import type { Document } from './document.ts';
import { labelsOf } from './labels.ts';
import { changeCalls } from './faces-behaviours.ts';
import { idsOf, ownerOf } from './owners.ts';
import { programsOf } from './scripts.ts';
import { attr, closest, type Element } from './tree.ts';

export type Option = { value: string; text: string; selected: boolean; disabled: boolean };
export type Control = {
  /** Position in `form.controls`: what a fill or a press names. */
  index: number;
  tag: string;
  /** Effective type in lower case: text, password, hidden, submit, image, button, checkbox, select-one … */
  type: string;
  name: string;
  id: string;
  value: string;
  checked: boolean;
  /** Effective: fieldset and legend counted in. */
  disabled: boolean;
  /** A hidden field, or not rendered. */
  hidden: boolean;
  label: string;
  onclick: string;
  /** The attribute, or the call a PrimeFaces widget makes when it is changed. */
  onchange: string;
  options: Option[];
  multiple: boolean;
  /** Absolute; null where the button names none, empty where it names one that cannot be used. */
  formaction: string | null;
  formmethod: string | null;
  formenctype: string | null;
  dirname: string | null;
  maxlength: number | null;
  required: boolean;
  readonly: boolean;
  /** How `dirname` reports the text's direction where it is not plain ltr; auto looks at the value. */
  direction?: 'rtl' | 'auto';
};
export type Enctype = 'application/x-www-form-urlencoded' | 'multipart/form-data' | 'text/plain';
export type Method = 'get' | 'post' | 'dialog';
export type Form = {
  index: number;
  id: string;
  name: string;
  method: Method;
  enctype: Enctype;
  /** Absolute; null where it cannot be parsed or is no http or https address. */
  action: string | null;
  /** The encoding a submission uses, in lower case. */
  charset: string;
  /** The id of the dialog it stands in. */
  dialog: string | null;
  hidden: boolean;
  controls: Control[];
};

/** A form's method by its keyword; anything unknown is get. */
export function methodOf(keyword: string | null): Method {
  const method = keyword?.toLowerCase();
  return method === 'post' || method === 'dialog' ? method : 'get';
}

/** A form's encoding type by its keyword; anything unknown is urlencoded. */
export function enctypeOf(keyword: string | null): Enctype {
  const enctype = keyword?.toLowerCase();
  return enctype === 'multipart/form-data' || enctype === 'text/plain'
    ? enctype
    : 'application/x-www-form-urlencoded';
}

/**
 * The encoding of a submission: the first of a hundred that `accept-charset` names that is known, else the page's
 * (HTML standard 4.10.21.5, "pick an encoding"; Chromium takes commas too, and the page's where none is known).
 */
function charsetFor(form: Element, doc: Document): string {
  const accepted = (attr(form, 'accept-charset') ?? '').split(/[\t\n\f\r ,]+/, 100);
  const known = accepted.map(charsetOf).find((found) => found !== null);
  return outputCharset(known ?? doc.charset);
}

/** Radio buttons of one name exclude each other; the last one checked stays. */
function settleRadios(controls: Control[]): Control[] {
  const last = new Map<string, number>();
  for (const { type, name, checked, index } of controls)
    if (type === 'radio' && checked && name !== '') last.set(name, index);
  return controls.map((control) =>
    control.type === 'radio' && control.name !== ''
      ? { ...control, checked: last.get(control.name) === control.index }
      : control,
  );
}

/** Every form of a page in tree order, with the controls it owns. */
export function readForms(
  doc: Document,
  hidden: ReadonlySet<Element>,
  dialogs: readonly FoundDialog[],
): Form[] {
  const { elements } = doc;
  const forms = elements.filter((element) => element.name === 'form');
  if (forms.length === 0) return [];
  const ids = idsOf(elements);
  const labels = labelsOf(doc.root, elements, ids, hidden);
  const changes = changeCalls(programsOf(doc));
  const owned = new Map<Element, Element[]>();
  for (const control of elements.filter(isControl)) {
    const owner = ownerOf(control, doc, ids);
    if (owner === null) continue;
    const list = owned.get(owner);
    if (list === undefined) owned.set(owner, [control]);
    else list.push(control);
  }
  const dialogIds = new Map(dialogs.map(({ element, id }) => [element, id]));
  return forms.map((form, index) => {
    const around = dialogIds.size === 0 ? null : closest(form, (element) => dialogIds.has(element));
    const controls = (owned.get(form) ?? []).map((control, at) =>
      readControl(control, at, doc, { hidden, labels, changes }),
    );
    return {
      index,
      id: attr(form, 'id') ?? '',
      name: attr(form, 'name') ?? '',
      method: methodOf(attr(form, 'method')),
      enctype: enctypeOf(attr(form, 'enctype')),
      action: addressOf(attr(form, 'action'), doc),
      charset: charsetFor(form, doc),
      dialog: around === null ? null : (dialogIds.get(around) ?? null),
      hidden: hidden.has(form),
      controls: settleRadios(controls),
    };
  });
}
