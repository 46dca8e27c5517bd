import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMenu, menuSelector } from '../court/menu.ts';
import type { Menu } from '../court/menu.ts';
import type { Page, Role, Submitting } from '../court/page.ts';
import { recognise } from '../court/recognise.ts';
import { readReview } from '../court/review.ts';
import { parseDocument } from '../html/document.ts';
import { decodeHtml } from '../html/encoding.ts';
import { readParts } from '../html/parts.ts';
import type { Parts } from '../html/parts.ts';
import { pagesOfTrace } from './traces.ts';

/** What the corpus reader says of one page. */
export type Reading = {
  file: string;
  kind: Page['kind'];
  menu: Menu | null;
  next: string | null;
  accounts: { cmecf: string | null; pacer: string | null } | null;
};

/** The places in a walk where a page may have stood, tried in turn: where it came from is not known. */
const places: { role: Role; after: Submitting | null }[] = [
  { role: 'court', after: null },
  { role: 'sign-on', after: null },
  { role: 'sign-on', after: 'sign-on' },
  { role: 'court', after: 'link-form' },
  { role: 'court', after: 'final-submit' },
];

/** Reads one page as a walk would, wherever in a walk it may have stood. `url` is where it was served. */
function readPage(file: string, bytes: Uint8Array, url: string): Reading {
  const { text, charset } = decodeHtml(bytes, null);
  const parts = readParts(parseDocument(text, { url, charset }), { menu: menuSelector });
  const page = pageAnywhere(parts);
  const review = page?.kind === 'link-review' ? readReview(parts) : null;
  return {
    file,
    kind: page?.kind ?? 'unrecognised',
    menu: readMenu(parts),
    next: page?.kind === 'landing' ? page.to : page?.kind === 'utilities-menu' ? page.link : null,
    accounts:
      review === null ? null : { cmecf: review.cmecf?.name ?? null, pacer: review.pacer?.name ?? null },
  };
}

/** What a page is in the first place that tells; undefined where it is unrecognised in all of them. */
function pageAnywhere(parts: Parts): Page | undefined {
  const onSignOn = /^(pacer\.|qa-|train-)?login\./.test(new URL(parts.url).hostname);
  const clear = places
    .filter(({ role }) => !onSignOn || role === 'sign-on')
    .map((place) => recognise({ parts, status: 200, error: null, ...place }).page)
    .filter((page) => page.kind !== 'unrecognised');
  return clear.find((page) => page.kind !== 'court-menu') ?? clear[0];
}

/** The address of a page: from `<name>.json` beside it, else from a name that is a court's host, else a made-up one. */
function addressOf(folder: string, file: string): string {
  try {
    const beside: unknown = JSON.parse(readFileSync(join(folder, file.replace(/\.html$/, '.json')), 'utf8'));
    if (typeof beside === 'object' && beside !== null && 'url' in beside) return String(beside.url);
  } catch {
    // No such file: the name has to do.
  }
  const host = /(?:^|\/)(ecf(?:-train)?\.[a-z0-9]+)\.html$/.exec(file)?.[1];
  return host === undefined ? 'https://court.example/' : `https://${host}.uscourts.gov/`;
}

/** Reads every page below `folder`, in the order of their names: `*.html`, and the skeletons in `*.trace`. */
export function readFolder(folder: string): Reading[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:html|trace)$/.test(name))
    .toSorted()
    .flatMap((file) => {
      const bytes = readFileSync(join(folder, file));
      if (file.endsWith('.html')) return [readPage(file, bytes, addressOf(folder, file))];
      return pagesOfTrace(bytes.toString('utf8')).map(({ line, url, html }) =>
        readPage(`${file}:${line}`, Buffer.from(html), url),
      );
    });
}
