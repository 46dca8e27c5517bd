import { describe, expect, test } from 'vitest';
import { menuSelector, readMenu } from '../../src/court/menu.ts';
import { recognise } from '../../src/court/recognise.ts';
import { courtVocabulary } from '../../src/court/vocabulary.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';
import { skeleton } from '../../src/html/skeleton.ts';
import { scenarios } from '../../src/practice/scenarios.ts';
import type { Arrived } from '../../src/walk/session.ts';
import { leaksOf } from '../support/secret-search.ts';
import { scenarioOf } from '../support/story.ts';
import { kindOf, walkScenario } from '../support/walking.ts';

/** Every scenario that can bring a page of its own; of attacks and bad weather those with a page no other has. */
const known = new Set<string>();
const ids = scenarios.flatMap(({ id, traits }) => {
  const pages = JSON.stringify(traits).match(/"[a-z-]+\/[a-z-]+"/g) ?? [];
  const fresh = pages.filter((page) => !known.has(page));
  for (const page of fresh) known.add(page);
  const waits = /answer-never|never-answers-final/.test(id);
  return !waits && (fresh.length > 0 || !/^(?:attack|maintenance)-/.test(id)) ? [id] : [];
});

const skeletonOf = ({ document }: Arrived, given: string[]): string =>
  skeleton(document, courtVocabulary, given);

/** What a page's skeleton is taken for, at the same place in the walk. */
function kindOfSkeleton(page: Arrived, html: string): string {
  const { parts } = page.arrival;
  const again = readParts(parseDocument(html, { url: parts.url }), { menu: menuSelector });
  return recognise({ ...page.arrival, parts: again }).page.kind;
}

function filerOf(page: Arrived, html: string): [boolean | undefined, boolean | undefined] {
  const again = readParts(parseDocument(html, { url: page.arrival.parts.url }), { menu: menuSelector });
  return [readMenu(page.arrival.parts)?.filer, readMenu(again)?.filer];
}

describe.concurrent('the skeleton of every page of the practice court', () => {
  test.each(ids)('%s: is recognised as the page was, and holds nothing of anybody’s', async (id) => {
    const { pages, given } = await walkScenario(id);
    const { cmecfName, pacerName } = scenarioOf(id);
    const told = pages.map((page) => ({ page, html: skeletonOf(page, given) }));
    expect(told.map(({ page, html }) => kindOfSkeleton(page, html))).toEqual(pages.map(kindOf));
    for (const { page, html } of told) {
      const [was, is] = filerOf(page, html);
      expect(is).toBe(was);
      const names = [cmecfName, pacerName]
        .flatMap((name) => name.split(/[^\p{L}]+/u))
        .filter((n) => n.length > 2);
      expect(names.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(html))).toEqual([]);
      expect(leaksOf(given, [{ where: 'skeleton', text: html }])).toEqual([]);
      expect(html.replace(/ maxlength="\d+"|localhost:\d+/g, '').match(/\d{3,}|[^\s">]@\S/g)).toBe(null);
    }
  });
});
