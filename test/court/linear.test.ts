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
import { cpuMs } from '../support/cpu.ts';
import { hostilePages } from './hostile-pages.ts';

const url = 'https://ecf.example/cgi-bin/x.pl';

function partsOf(page: string): Parts {
  const { text, charset } = decodeHtml(Buffer.from(page), 'text/html');
  return readParts(parseDocument(text, { url, charset }), { menu: menuSelector });
}

/** What every reader makes of a page, and the seconds of CPU that it took. */
function readAll(html: string): { kinds: Set<Page['kind']>; seconds: number } {
  const since = cpuMs();
  const parts = partsOf(html);
  const kinds = new Set<Page['kind']>();
  for (const role of ['court', 'sign-on'] as const)
    for (const after of [null, 'sign-on', 'link-form', 'final-submit'] as const)
      kinds.add(recognise({ parts, status: 200, role, after, error: null }).page.kind);
  readReview(parts);
  return { kinds, seconds: (cpuMs() - since) / 1000 };
}

/** The least seconds of a few readings; at a busy machine, or while rubbish is collected, one may take far more. */
const least = (html: string): number => Math.min(...[1, 2, 3].map(() => readAll(html).seconds));

describe('malice', { retry: 2 }, () => {
  test.each(hostilePages)('%s: twice as much takes twice as long, not four times', (_what, page) => {
    const [small, large] = [page(60_000), page(120_000)];
    const { kinds, seconds } = readAll(large);
    expect([...kinds].filter((kind) => kind === 'linked' || kind === 'sign-on-form')).toEqual([]);
    expect(seconds).toBeLessThan(5);
    // What takes no time at all takes no part in growing.
    const beyond = seconds < 0.1 ? 0 : least(large) - 2.6 * least(small);
    expect(beyond).toBeLessThan(0.05);
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
