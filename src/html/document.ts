import { load, type CheerioAPI } from 'cheerio/slim';
import { resolve } from './address.ts';
import { parsePage } from './parser.ts';
import { attr, elementsIn, type Element, type Root } from './tree.ts';

/** A parsed page. Other rooms hand it on and read it with `readParts`. */
export type Document = {
  readonly root: Root;
  readonly select: CheerioAPI;
  /** Every element, in tree order. */
  readonly elements: readonly Element[];
  readonly url: string;
  readonly baseUrl: string;
  readonly charset: string;
  /** Form owners the parser set, where the tree alone would not show them. */
  readonly owners: ReadonlyMap<Element, Element>;
  /** Scripts of partial answers applied so far, in order. */
  readonly evals: readonly string[];
  /** Dialogs that an update put content into. */
  readonly filled: ReadonlySet<Element>;
  /** Updates whose id no element has. */
  readonly unplaced: readonly { id: string; html: string }[];
  /** Markup beyond the parser's limits was left out. */
  readonly cut: boolean;
};

// No reference resolves against it: what Chromium makes of a base that cannot be read.
const NO_BASE = 'about:invalid';

/** The document base URL (HTML standard 2.4.1): the first `<base href>`, else the page's own address. */
function baseUrlOf(elements: readonly Element[], url: string): string {
  const base = elements.find((element) => element.name === 'base' && attr(element, 'href') !== null);
  if (base === undefined) return url;
  const href = resolve(attr(base, 'href') ?? '', url);
  if (href === null) return NO_BASE;
  return /^(?:data|javascript):/.test(href) ? url : href;
}

/** A document around a tree, with its base URL worked out anew. */
export function documentOf(
  root: Root,
  from: Omit<Document, 'root' | 'select' | 'elements' | 'baseUrl'>,
): Document {
  const elements = elementsIn(root);
  return { ...from, root, select: load(root), elements, baseUrl: baseUrlOf(elements, from.url) };
}

/**
 * Parses a page by a browser's rules. It takes any text and never fails.
 * `url` is the page's absolute address, `charset` the encoding its bytes were in (UTF-8 unless told).
 */
export function parseDocument(html: string, at: { url: string; charset?: string }): Document {
  const { root, owners, cut } = parsePage(html);
  return documentOf(root, {
    url: at.url,
    charset: at.charset ?? 'utf-8',
    owners,
    evals: [],
    filled: new Set(),
    unplaced: [],
    cut,
  });
}
