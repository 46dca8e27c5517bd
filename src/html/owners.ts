import type { Document } from './document.ts';
import { attr, closest, type Element } from './tree.ts';

/** The first element of each id, in tree order. */
export function idsOf(elements: readonly Element[]): ReadonlyMap<string, Element> {
  const ids = new Map<string, Element>();
  for (const element of elements) {
    const id = attr(element, 'id');
    if (id !== null && id !== '' && !ids.has(id)) ids.set(id, element);
  }
  return ids;
}

/**
 * A control's form owner (HTML standard 4.10.17.3): the form its `form` attribute names, the one the parser
 * set, or the nearest around it.
 */
export function ownerOf(control: Element, doc: Document, ids: ReadonlyMap<string, Element>): Element | null {
  const named = attr(control, 'form');
  if (named !== null) {
    const target = ids.get(named);
    return target?.name === 'form' ? target : null;
  }
  return doc.owners.get(control) ?? closest(control, (element) => element.name === 'form');
}
