import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixturesFolder } from '../../src/practice/fixtures.ts';
import { escapeHtml, fill, part } from '../../src/practice/template.ts';

describe('filling in', () => {
  test('two braces escape, three do not, and a value is never filled in again', () => {
    expect(
      fill(`<p title='{{name}}'>{{name}} {{{name}}} {{id}}</p>`, { name: `<b>"A" & 'B' {{id}}`, id: 7 }),
    ).toBe(
      `<p title='&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39; {{id}}'>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39; {{id}} <b>"A" & 'B' {{id}} 7</p>`,
    );
  });

  test('a name without a value is a mistake that shows at once', () => {
    expect(() => fill('{{name}}', {})).toThrow(new TypeError('no value for {{name}}'));
  });

  test('escaping leaves other text alone', () => {
    expect(escapeHtml('Zoë Ñandú – 100 %')).toBe('Zoë Ñandú – 100 %');
  });
});

describe('where the pages are', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'practice-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('they are found above the bundled program, past folders called fixtures that are something else', () => {
    mkdirSync(join(folder, 'app/dist/parts/fixtures'), { recursive: true });
    cpSync(join(fixturesFolder(), 'NOTES.md'), join(folder, 'app/fixtures/NOTES.md'));
    expect(fixturesFolder(join(folder, 'app/dist/parts/court-ABC.js'))).toBe(join(folder, 'app/fixtures'));
  });

  test('a program without its pages says what is missing', () => {
    expect(() => fixturesFolder(join(folder, 'dist/parts/court.js'))).toThrow(
      'The practice pages (fixtures/NOTES.md) are not beside the program.',
    );
  });

  test('a page that does not exist cannot be served', () => {
    expect(() => part('court/no-such-page')).toThrow('no-such-page.html');
  });

  test('NOTES.md accounts for every page', () => {
    const notes = readFileSync(join(fixturesFolder(), 'NOTES.md'), 'utf8');
    const named = new Set([...notes.matchAll(/`([a-z-]+\/[\w*/-]+)`/g)].map((one) => one[1] ?? ''));
    const pages = readdirSync(fixturesFolder(), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html') && !file.startsWith('review'))
      .map((file) => file.replaceAll('\\', '/').replace('.html', ''));
    const covers = (page: string): boolean =>
      [...named].some((name) => (name.endsWith('*') ? page.startsWith(name.slice(0, -1)) : page === name));
    expect(pages.filter((page) => !covers(page))).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
  });
});
