import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReview, type Account } from '../../src/court/review.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';

const folder = new URL('../../fixtures/review/', import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
const url = 'https://ecf.miwb.uscourts.gov/cgi-bin/LinkAccount.pl?1-L_1_0-1';

const read = (page: string) =>
  readReview(readParts(parseDocument(readFileSync(new URL(page, folder), 'utf8'), { url })));
const withoutText = (account: Account | null) => {
  if (account === null) return null;
  const { name, login, type, other } = account;
  return { name, login, type, other };
};

describe('a review page is read right, or said to be unreadable', () => {
  it.each(pages)('%s', (page) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(page.replace('.html', '.json'), folder), 'utf8'),
    );
    const { cmecf, pacer, why, hiddenValues } = read(page);
    expect({ cmecf: withoutText(cmecf), pacer: withoutText(pacer), why, hiddenValues }).toEqual(expected);
  });

  it('on at least twenty pages that can be read, and several that cannot', () => {
    const unreadable = pages.filter((page) => page.startsWith('unreadable-'));
    expect(pages.length - unreadable.length).toBeGreaterThanOrEqual(20);
    expect(unreadable.length).toBeGreaterThanOrEqual(8);
  });
});
