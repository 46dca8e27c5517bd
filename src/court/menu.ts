import type { Link, Parts } from '../html/parts.ts';
import { once } from './once.ts';
import { fold } from './words.ts';

/** The menu bar's containers on court pages (fixtures/NOTES.md, "Menu bars"). */
export const menuSelector = '#topmenu, .yuimenubar';

/** What a menu bar says: its labels, whether a filer is signed in, and where Utilities and Log Out lead. */
export type Menu = { labels: string[]; filer: boolean; utilities: string | null; logout: string | null };

const filing = new Set(['bankruptcy', 'adversary', 'civil', 'criminal']);
const filingQuery = /^\?(Bankruptcy|Adversary|Civil|Criminal)Events\b/;

/** Reads the menu bar out of a page's parts; null where the page has none. */
export const readMenu = once((parts: Parts): Menu | null => {
  const links = parts.menu?.links ?? [];
  if (links.length === 0) return null;
  return {
    labels: links.map((link) => link.text.replace(/\s+/g, ' ').trim()).filter((label) => label !== ''),
    filer: links.some(opensFiling),
    utilities: address(
      links,
      (link) => query(link).startsWith('?Utilities') || fold(link.text) === 'utilities',
    ),
    logout: address(links, (link) => query(link) === '?logout' || /^log ?(out|off)$/.test(fold(link.text))),
  };
});

function opensFiling(link: Link): boolean {
  if (link.href === null) return false;
  return (
    filingQuery.test(query(link)) || (filing.has(fold(link.text)) && /\/DisplayMenu\.pl$/.test(path(link)))
  );
}

function address(links: readonly Link[], is: (link: Link) => boolean): string | null {
  return links.find((link) => link.href !== null && is(link))?.href ?? null;
}

const urlOf = once((link: Link) => (link.href === null ? null : new URL(link.href)));
const query = (link: Link): string => urlOf(link)?.search ?? '';
const path = (link: Link): string => urlOf(link)?.pathname ?? '';
