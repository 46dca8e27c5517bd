import { parseDocument } from '../../src/html/document.ts';
import { readParts, type Parts } from '../../src/html/parts.ts';

/** Where the pages of these tests stand; nothing is ever sent there. */
export const pageUrl = 'https://ecf.miwb.uscourts.gov/cgi-bin/page.pl?1';

/** A page as its parts. */
export function read(html: string, regions: { menu?: string } = {}): Parts {
  return readParts(parseDocument(html, { url: pageUrl }), regions);
}
