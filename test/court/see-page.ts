import { menuSelector } from '../../src/court/menu.ts';
import type { Page, Role, Submitting } from '../../src/court/page.ts';
import { recognise } from '../../src/court/recognise.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';

export type Place = {
  role?: Role;
  after?: Submitting | null;
  status?: number;
  error?: { name: string; message: string };
  path?: string;
};

/** What a page at that place of the walk is taken for. */
export function see(
  html: string,
  { role = 'court', after, status = 200, error, path = '/x' }: Place = {},
): Page {
  const host = role === 'court' ? 'ecf.miwb.uscourts.gov' : 'pacer.login.uscourts.gov';
  const parts = readParts(parseDocument(html, { url: `https://${host}${path}` }), { menu: menuSelector });
  return recognise({ parts, status, role, after: after ?? null, error: error ?? null }).page;
}
