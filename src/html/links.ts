import { outputCharset } from './charset.ts';
import { resolve } from './address.ts';
import type { Document } from './document.ts';
import type { Link } from './parts.ts';
import { attr, fold, rawText, type Element } from './tree.ts';

/** Where an anchor leads: an absolute address, or null where it runs a script or leads nowhere. */
function destination(rawHref: string | null, doc: Document): string | null {
  if (rawHref === null) return null;
  const href = resolve(rawHref, doc.baseUrl, outputCharset(doc.charset));
  return href === null || href.startsWith('javascript:') ? null : href;
}

/** One `<a>` or `<area>` as a link. */
export function readLink(element: Element, doc: Document): Link {
  const rawHref = attr(element, 'href');
  const text = element.name === 'area' ? (attr(element, 'alt') ?? '') : rawText(element, 2000);
  return {
    text: fold(text),
    href: destination(rawHref, doc),
    rawHref,
    onclick: attr(element, 'onclick') ?? '',
  };
}
