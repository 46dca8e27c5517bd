import { describe, expect, test } from 'vitest';
import { menuSelector } from '../../src/court/menu.ts';
import type { Page } from '../../src/court/page.ts';
import { recognise } from '../../src/court/recognise.ts';
import { readReview } from '../../src/court/review.ts';
import { fold, inOrder, withoutEnd } from '../../src/court/words.ts';
import { parseDocument } from '../../src/html/document.ts';
import { decodeHtml } from '../../src/html/encoding.ts';
import type { Parts } from '../../src/html/parts.ts';
import { readParts } from '../../src/html/parts.ts';
import { hostilePages } from './hostile-pages.ts';

const url = 'https://ecf.example/cgi-bin/x.pl';

function partsOf(page: string): Parts {
  const { text, charset } = decodeHtml(Buffer.from(page), 'text/html');
  return readParts(parseDocument(text, { url, charset }), { menu: menuSelector });
}

describe('a quarter of a megabyte of malice', () => {
  test.each(hostilePages)('%s: every reader is done with it within seconds', (_what, page) => {
    const since = performance.now();
    const parts = partsOf(page(250_000));
    const kinds = new Set<Page['kind']>();
    for (const role of ['court', 'sign-on'] as const)
      for (const after of [null, 'sign-on', 'link-form', 'final-submit'] as const)
        kinds.add(recognise({ parts, status: 200, role, after, error: null }).page.kind);
    readReview(parts);
    // Quadratic readers would take minutes, and cubic ones took for ever.
    expect((performance.now() - since) / 1000).toBeLessThan(20);
    expect([...kinds].filter((kind) => kind === 'linked' || kind === 'sign-on-form')).toEqual([]);
  });
});

describe('a page larger than any of the walk', () => {
  const review = (letters: number): Page['kind'] => {
    const page = `CM/ECF name: Alma<br>PACER name: Alma<p>${'a'.repeat(letters)}</p>
      <form method=post action=/x><input type=hidden name=a><input type=submit value=Submit></form>`;
    const parts = partsOf(page);
    return recognise({ parts, status: 200, role: 'court', after: 'link-form', error: null }).page.kind;
  };

  test('is not recognised, whatever it says', () => {
    expect([review(1_000), review(400_001)]).toEqual(['link-review', 'unrecognised']);
  });
});

describe('the words of a page', () => {
  test('are folded without what stands at their end', () => {
    expect(fold('  CM/ECF\u00a0 Login : * :')).toBe('cm/ecf login');
    expect(withoutEnd('a, b;, |', /[\s,;|]/)).toBe('a, b');
    expect(withoutEnd(':::', /:/)).toBe('');
  });

  test('are found one after another, and in no other order', () => {
    expect(inOrder('one two three', [/one/, /two/, /three/])).toBe(true);
    expect(inOrder('one three two', [/one/, /two/, /three/])).toBe(false);
    expect(inOrder('one', [/one/, /one/])).toBe(false);
  });
});
