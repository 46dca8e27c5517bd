import { addHiddenField } from './graft.ts';
import { attr, elementsIn, type Element, type Root } from './tree.ts';

/**
 * Puts view states into every form that posts, as PrimeFaces does (`updateFormStateInput`, public source): into
 * its field of that name, or into a new one where it has none.
 */
export function setStates(root: Root, states: ReadonlyMap<string, string>): void {
  if (states.size === 0) return;
  for (const form of elementsIn(root)) {
    if (form.name !== 'form' || attr(form, 'method')?.toLowerCase() !== 'post') continue;
    const fields = elementsIn(form).filter((element) => element.name === 'input');
    for (const [name, value] of states) {
      const held = fields.filter((field: Element) => attr(field, 'name') === name);
      for (const field of held) field.attribs['value'] = value;
      if (held.length === 0) addHiddenField(form, name, value);
    }
  }
}
