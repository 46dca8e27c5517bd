import { readBlocks, type Sight } from './blocks.ts';
import type { Document } from './document.ts';
import { linesOf } from './lines.ts';
import type { Message } from './parts.ts';
import { programsOf, type Program } from './scripts.ts';
import { attr, classes, closest, fold, isElement, parentElement, walk, type Element } from './tree.ts';
import { widgetsOf } from './widgets.ts';

const SEVERITIES = ['info', 'warn', 'error', 'fatal'] as const;

function isMessageArea(element: Element): boolean {
  const names = classes(element);
  if (['ui-messages', 'ui-message', 'ui-growl'].some((name) => names.includes(name))) return true;
  return attr(element, 'role')?.toLowerCase() === 'alert';
}

/** The severity that PrimeFaces' class names tell: `ui-messages-error`, `ui-message-warn-detail` … */
function severityOf(element: Element): Message['severity'] | null {
  for (const name of classes(element)) {
    const word = /^ui-(?:messages?|growl)-([a-z]+)(?:-|$)/.exec(name)?.[1];
    const found = SEVERITIES.find((severity) => severity === word);
    if (found !== undefined) return found;
  }
  return null;
}

/** The outermost items of an area: list items, or growls. */
function itemsIn(area: Element): Element[] {
  const items: Element[] = [];
  walk(area, {
    enter(node) {
      if (!isElement(node)) return true;
      const item = node.name === 'li' || classes(node).includes('ui-growl-item');
      if (item) items.push(node);
      return !item;
    },
  });
  return items;
}

function severityBelow(item: Element): Message['severity'] | null {
  let found: Message['severity'] | null = null;
  walk(item, {
    enter(node) {
      if (isElement(node)) found ??= severityOf(node);
      return found === null;
    },
  });
  return found;
}

/** Messages of one area: one an item, or the whole of its text. */
function messagesIn(area: Element, hidden: ReadonlySet<Element>, sight: Sight): Message[] {
  const items = itemsIn(area);
  return (items.length > 0 ? items : [area]).flatMap((item) => {
    const text = linesOf(readBlocks(item, sight)).join(' ');
    if (text === '' || hidden.has(item)) return [];
    const around = closest(item, (element) => severityOf(element) !== null || element === area);
    const severity = (around === null ? null : severityOf(around)) ?? severityBelow(item) ?? 'unknown';
    return [{ id: attr(area, 'id') ?? '', severity, text }];
  });
}

/** Messages that a script hands to a growl: `PrimeFaces.cw("Growl","x",{id:"…",msgs:[{summary:…,severity:…}]})`. */
function growls(programs: readonly Program[]): Message[] {
  const found = widgetsOf(programs).filter(({ kind }) => kind === 'Growl');
  return found.flatMap(({ id, settings }) => {
    const messages = settings.get('msgs');
    if (!Array.isArray(messages)) return [];
    return messages.flatMap((one): Message[] => {
      if (!(one instanceof Map)) return [];
      const said = [one.get('summary'), one.get('detail')].filter((text) => typeof text === 'string');
      const severity = SEVERITIES.find((name) => name === one.get('severity')) ?? 'unknown';
      const text = fold([...new Set(said)].join(' '));
      return text === '' ? [] : [{ id, severity, text }];
    });
  });
}

/** The page's messages that a person sees: PrimeFaces' messages, message and growl, and ARIA alerts. */
export function readMessages(doc: Document, hidden: ReadonlySet<Element>, sight: Sight): Message[] {
  const areas = doc.elements
    .filter((element) => isMessageArea(element) && !hidden.has(element))
    .filter((element) => closest(parentElement(element), isMessageArea) === null);
  return [...areas.flatMap((area) => messagesIn(area, hidden, sight)), ...growls(programsOf(doc))];
}
