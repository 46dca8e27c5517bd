import { describe, expect, test } from 'vitest';
import { practicePlaces } from '../../src/court/places.ts';
import type { PageKind } from '../../src/court/page.ts';
import { recognise } from '../../src/court/recognise.ts';
import { readAnswer } from '../../src/walk/read-answer.ts';

const url = 'http://ecf.miwb.practice.localhost:1/cgi-bin/LinkAccount.pl';
const form = `<form method=post action=/x>CM/ECF name: Alma<br>PACER name: Alma
  <input type=hidden name=a><input type=submit value=Submit></form>`;

/** What an answer to the link form is taken for. */
function kindOf(body: string, contentType: string | null): PageKind {
  const places = practicePlaces(url);
  if (typeof places !== 'object') throw new Error(places);
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType };
  const response = { url, status: 200, headers, body: Buffer.from(body), ms: 1 };
  const read = readAnswer({ places }, { method: 'POST', url }, response, 'link-form', null);
  return recognise(read.arrival).page.kind;
}

describe('an answer', () => {
  test.each([
    [null, 'link-review'],
    ['text/html', 'link-review'],
    ['TEXT/HTML; charset=iso-8859-1', 'link-review'],
    ['application/xhtml+xml', 'link-review'],
    ['text/plain', 'unrecognised'],
    ['application/octet-stream', 'unrecognised'],
    ['application/json', 'unrecognised'],
    ['image/png; text/html', 'unrecognised'],
    ['text/html-not', 'unrecognised'],
  ] as const)('of type %s is taken for: %s', (type, kind) => {
    expect(kindOf(form, type)).toBe(kind);
  });

  test('of five megabytes is not looked into, and judged at once', () => {
    const since = performance.now();
    expect(kindOf(form + '<b><p>'.repeat(800_000), 'text/html')).toBe('unrecognised');
    expect(performance.now() - since).toBeLessThan(2_000);
  });
});
