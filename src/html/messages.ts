import type { Document } from './document.ts';
import type { Message } from './parts.ts';
import { readBlocks } from './blocks.ts';
import { linesOf } from './lines.ts';
import { attr, classes, closest, elementsIn, parentElement, type Element } from './tree.ts';

function isMessageArea(element: Element): boolean {
  const names = classes(element);
  if (['ui-messages', 'ui-message', 'ui-growl'].some((name) => names.includes(name))) return true;
  return attr(element, 'role')?.toLowerCase() === 'alert';
}

function severityOf(names: readonly string[]): Message['severity'] | null {
  for (const name of names) {
    const found = /^ui-(?:messages?|growl)-(info|warn|error|fatal)(?:-|$)/.exec(name)?.[1];
    if (found !== undefined) return found as Message['severity'];
  }
  return null;
}

/** Messages of one area: one a list item, or the whole of its text. */
function messagesIn(area: Element, hidden: ReadonlySet<Element>): Message[] {
  const inside = elementsIn(area);
  const items = inside.filter(
    (element) => element.name === 'li' || classes(element).includes('ui-growl-item'),
  );
  return (items.length > 0 ? items : [area]).flatMap((item) => {
    const text = linesOf(readBlocks(item, (element) => hidden.has(element))).join(' ');
    const near = closest(item, (element) => severityOf(classes(element)) !== null || element === area);
    const below = elementsIn(item)
      .map((element) => severityOf(classes(element)))
      .find((found) => found !== null);
    const severity = (near === null ? null : severityOf(classes(near))) ?? below ?? 'unknown';
    return text === '' || hidden.has(item) ? [] : [{ id: attr(area, 'id') ?? '', severity, text }];
  });
}

/** The page's messages that a person sees: PrimeFaces' messages, message and growl, and ARIA alerts. */
export function readMessages(
  _doc: Document,
  elements: readonly Element[],
  hidden: ReadonlySet<Element>,
): Message[] {
  return elements
    .filter((element) => isMessageArea(element) && !hidden.has(element))
    .filter((element) => closest(parentElement(element), isMessageArea) === null)
    .flatMap((area) => messagesIn(area, hidden));
}
