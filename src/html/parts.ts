import { readBlocks, type Sight } from './blocks.ts';
import { dialogsOf, type Dialog } from './dialogs.ts';
import type { Document } from './document.ts';
import { readForms, type Form } from './forms.ts';
import { linesOf } from './lines.ts';
import { readLink } from './links.ts';
import { readMessages } from './messages.ts';
import { readRefresh } from './refresh.ts';
import { hiddenOf, unseen, type Unseen } from './rendering.ts';
import { scriptsOf } from './scripts.ts';
import { attr, elementsIn, fold, rawText, type Element } from './tree.ts';

export type { Dialog } from './dialogs.ts';

export type Link = {
  text: string;
  /** Absolute; null for no href, a `javascript:` one, or one that cannot be read. */
  href: string | null;
  rawHref: string | null;
  onclick: string;
};
export type Run = { text: string; strong: boolean };
export type Cell = { header: boolean; colspan: number; rowspan: number; blocks: Block[] };
export type Block =
  /** One visual line, ended by `<br>` or the edge of a block. */
  | { kind: 'line'; runs: Run[] }
  /** h1 to h6; legend, caption and summary are level 6. */
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'list'; items: Block[][] }
  | { kind: 'pairs'; pairs: { term: Block[]; details: Block[][] }[] };
export type Message = {
  id: string;
  severity: 'info' | 'warn' | 'error' | 'fatal' | 'unknown';
  text: string;
};
export type Parts = {
  url: string;
  baseUrl: string;
  title: string;
  menu: { links: Link[] } | null;
  links: Link[];
  forms: Form[];
  dialogs: Dialog[];
  messages: Message[];
  blocks: Block[];
  text: string;
  scripts: string[];
  refresh: { delay: number; url: string } | null;
  /** The policy a `<meta name=referrer>` asks for; what `refererFor` and `originFor` take. */
  referrer?: string;
  /** Markup beyond the parser's limits was left out: a browser would see more. */
  cut?: true;
  /** Updates of partial answers whose id stands nowhere in the page. */
  unplaced?: { id: string; html: string }[];
};

function menuBars(doc: Document, menu: string | undefined): ReadonlySet<Element> {
  const found: unknown[] = menu === undefined ? [] : doc.select(menu).toArray();
  return new Set(found as Element[]);
}

/** Every element in some others, these included. */
function within(tops: ReadonlySet<Element>): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const top of tops)
    if (!found.has(top)) for (const element of [top, ...elementsIn(top)]) found.add(element);
  return found;
}

/** What is shown: all but what is unseen, and what is read apart. */
function sightOf({ gone, mute }: Unseen, apart: ReadonlySet<Element> = new Set()): Sight {
  return {
    skips: (element) => gone.has(element) || apart.has(element),
    mutes: (element) => mute.has(element),
  };
}

function referrerOf(elements: readonly Element[]): { referrer?: string } {
  const asks = (element: Element) =>
    element.name === 'meta' &&
    attr(element, 'name')?.toLowerCase() === 'referrer' &&
    attr(element, 'content') !== null;
  const referrer = attr(elements.findLast(asks) ?? null, 'content');
  return referrer === null ? {} : { referrer };
}

function titleOf(elements: readonly Element[]): string {
  const title = elements.find((element) => element.name === 'title');
  return title === undefined ? '' : fold(rawText(title));
}

/**
 * Reads a page into parts. `regions.menu` is a CSS selector of ours for the menu bar; what it finds is left out
 * of `links`, `blocks` and `text`. What a person does not see is left out too, but forms and dialogs are
 * listed with a flag that says so.
 */
export function readParts(doc: Document, regions: { menu?: string } = {}): Parts {
  const { elements } = doc;
  const bars = menuBars(doc, regions.menu);
  const inMenu = within(bars);
  const found = dialogsOf(doc);
  const closed = new Set(found.filter((dialog) => !dialog.open).map((dialog) => dialog.element));
  const opened = new Set(found.filter((dialog) => dialog.open).map((dialog) => dialog.element));
  const view = unseen(doc.root, { closed, opened });
  const hidden = hiddenOf(view);
  const anchors = elements.filter(
    (element) => (element.name === 'a' || element.name === 'area') && !hidden.has(element),
  );
  const blocks = readBlocks(doc.root, sightOf(view, bars));
  return {
    url: doc.url,
    baseUrl: doc.baseUrl,
    title: titleOf(elements),
    menu:
      bars.size === 0
        ? null
        : { links: anchors.filter((anchor) => inMenu.has(anchor)).map((anchor) => readLink(anchor, doc)) },
    links: anchors.filter((anchor) => !inMenu.has(anchor)).map((anchor) => readLink(anchor, doc)),
    forms: readForms(doc, hidden, found),
    dialogs: found.map(({ element, id, open, openedBy }) => {
      // A closed dialog is read as it would look once it opens.
      const content = readBlocks(element, sightOf(open ? view : unseen(element)));
      return { id, open, openedBy, text: linesOf(content).join('\n'), blocks: content };
    }),
    messages: readMessages(doc, hidden, sightOf(view)),
    blocks,
    text: linesOf(blocks).join('\n'),
    scripts: scriptsOf(doc),
    refresh: readRefresh(elements, doc),
    ...referrerOf(elements),
    ...(doc.cut ? { cut: true as const } : {}),
    ...(doc.unplaced.length === 0 ? {} : { unplaced: doc.unplaced.map(({ id, html }) => ({ id, html })) }),
  };
}
