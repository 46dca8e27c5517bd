import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/html/document.ts';
import { decodeHtml } from '../../src/html/encoding.ts';
import { readPartialAnswer } from '../../src/html/faces.ts';
import { applyPartialAnswer } from '../../src/html/faces-apply.ts';
import { readAjaxCall } from '../../src/html/faces-call.ts';
import { scriptedAddress } from '../../src/html/navigation.ts';
import { readParts } from '../../src/html/parts.ts';
import { pageUrl } from './reading.ts';

const SMALL = 20_000;
const LARGE = 200_000;

/** Pieces, numbered, until there is enough. */
function fill(size: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    pieces.push(piece(index));
    length += pieces.at(-1)?.length ?? 1;
  }
  return pieces.join('');
}
const again =
  (piece: string, before = '') =>
  (size: number) =>
    before + fill(size, () => piece);
const counted =
  (piece: (index: number) => string, before = '') =>
  (size: number) =>
    before + fill(size, piece);

const pages: Record<string, (size: number) => string> = {
  'elements in each other': again('<div>'),
  'bold in bold, all different': counted((index) => `<b id=${index}>`),
  'bold across paragraphs': counted((index) => `<p><b id=${index}>x</p>y`),
  'bold that no block closes': counted((index) => `<b id=${index}><p>x`),
  'anchors never closed': again('<a href=x>y'),
  'tags that never end': again('<a '),
  'tag names that never end': again('<a'),
  'an attribute that never ends': again('x<b>', '<a href="'),
  'quotes in quotes': again('<a b="'),
  'attributes without end': counted((index) => `a${index} `, '<a '),
  'attributes of the page': counted((index) => `<html a${index}>`),
  'one very long value': (size) =>
    `<form><input type=email value="a${' '.repeat(size)}b" style="${'a:b;'.repeat(size / 8)}">`,
  forms: again('<form><input></form>'),
  'forms in each other': again('<form><div>'),
  'fields of one form': again('<input name=a>', '<form>'),
  'fields elsewhere': again('<input form=f>', '<form id=f></form>'),
  ids: counted((index) => `<p id=i${index}>`),
  'one id': again('<p id=i>'),
  'labels in labels': again('<label>x<input>', '<form>'),
  'fields of one label': again('<input>', '<form><label>x'),
  'labels by id': (size) =>
    `<form><p id=a>${'x '.repeat(size / 4)}</p>${again('<input aria-labelledby="a a a">')(size / 2)}`,
  'check boxes': again('<input type=checkbox><i></i>', '<form>'),
  'radio buttons': again('<input type=radio name=a checked>', '<form>'),
  'text between rows': again('x<tr>', '<table>'),
  'elements between rows': again('<b>x', '<table>'),
  'fields between rows': again('<input>', '<table><form>'),
  'tables in tables': again('<table><tr><td>'),
  cells: again('<td>x', '<table><tr>'),
  'objects in cells': again('<table><td><object></table>'),
  'lists in lists': again('<ul><li>x'),
  items: again('<li>x', '<ul>'),
  terms: again('<dt>x<dd>y', '<dl>'),
  'headings in headings': again('<h1><div>x'),
  'a heading never closed': again('</table><p>x', '<h1><table>'),
  options: again('<option>x', '<form><select>'),
  'boxes with options': again('<div><option>', '<form><select>'),
  'dialogs in dialogs': again('<div class=ui-dialog>x'),
  dialogs: again('<div class=ui-dialog id=a>x</div>'),
  'messages in messages': again('<div class=ui-messages><ul><li>x'),
  messages: again('<li>x', '<div class=ui-messages><ul>'),
  fieldsets: again('<fieldset disabled><legend><input>', '<form>'),
  'one line': again('<nobr>x '),
  'many lines': again('x<br>'),
  'white space': again(' '),
  ampersands: again('&'),
  'angle brackets': again('<'),
  comments: again('<!--'),
  dashes: again('-', '<!--'),
  'formatting closed over blocks': again('<b><i><div></b></i>'),
  'end tags': again('</b></i></p>', '<b>'.repeat(300)),
  'bold at the bottom': counted((index) => `<p><b id=${index}>x</p>`, '<div>'.repeat(390)),
  'cells with fonts': counted((index) => `<td><font color=${index}>x`, '<table><tr>'),
  templates: again('<template>'),
  svg: again('<svg><g>'),
  scripts: again('<script>PF("x").show()</script>'),
  'one script': again('PF("x").show();', '<script>'),
  'widgets in widgets': again(
    'PrimeFaces.cw("a","b",{id:"d",x:function(){',
    '<div class=ui-dialog></div><script>',
  ),
  brackets: again('[(', '<script>PrimeFaces'),
  slashes: again('/a', '<script>PrimeFaces'),
  links: again('<a href=/x>y</a>'),
  'an address without end': (size) => `<a href="${'../'.repeat(size / 3)}">x</a>`,
  'refreshes without end': (size) => `<meta http-equiv=refresh content="${' '.repeat(size)}x">`,
  'a menu': again('<a href=/x>y</a>', '<div id=topmenu>'),
};

/** Processor time of some work, in milliseconds; other programs on the machine do not count. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Ten times as much may cost some thirty times as much, never a hundred times, beyond what any work costs. */
function expectProportion(work: (size: number) => void): void {
  work(SMALL);
  const small = cost(() => work(SMALL));
  const large = cost(() => work(LARGE));
  expect(large).toBeLessThan(30 * small + 400);
}

describe('reading costs in proportion to what is read', () => {
  it.each(Object.entries(pages))('a page of %s', (_, make) => {
    const made = new Map([SMALL, LARGE].map((size) => [size, make(size)]));
    expectProportion((size) => {
      readParts(parseDocument(made.get(size) ?? '', { url: pageUrl }), { menu: '#topmenu' });
    });
  });

  it.each<[string, (size: number) => { page: string; updates: { id: string; html: string }[] }]>([
    [
      'many updates of many elements',
      (size) => ({
        page: fill(size, (index) => `<p id=i${index}>x</p>`),
        updates: Array.from({ length: size / 100 }, (__, index) => ({
          id: `i${index}`,
          html: `<p id=i${index}>y</p>`,
        })),
      }),
    ],
    [
      'many updates inside one dialog',
      (size) => ({
        page: `<div class=ui-dialog id=d>${fill(size, (index) => `<p id=i${index}>x</p>`)}</div>`,
        updates: Array.from({ length: size / 100 }, (__, index) => ({
          id: `i${index}`,
          html: `<p id=i${index}>y</p>`,
        })),
      }),
    ],
    [
      'many view states for many forms',
      (size) => ({
        page: fill(size, () => '<form method=post></form>'),
        updates: Array.from({ length: size / 100 }, (__, index) => ({
          id: `j${index}:javax.faces.ViewState:0`,
          html: 'x',
        })),
      }),
    ],
    [
      'one element replaced again and again',
      (size) => ({
        page: `<p id=a>${'<p id=a>x'.repeat(size / 20)}`,
        updates: Array.from({ length: size / 100 }, () => ({ id: 'a', html: '' })),
      }),
    ],
  ])('a partial answer of %s', (_, make) => {
    expectProportion((size) => {
      const { page, updates } = make(size);
      const doc = parseDocument(page, { url: pageUrl });
      readParts(applyPartialAnswer(doc, { redirect: null, updates, evals: [], error: null }));
    });
  });

  it.each<[string, (size: number) => void]>([
    ['an onclick of brackets', (size) => void readAjaxCall(`PrimeFaces.ab(${'['.repeat(size)}`)],
    ['an onclick of calls', (size) => void readAjaxCall('PrimeFaces.ab({s:"a"});'.repeat(size / 23))],
    [
      'a script of addresses',
      (size) => void scriptedAddress(['location.assign("x");'.repeat(size / 21)], pageUrl),
    ],
    [
      'a script of escapes',
      (size) => void scriptedAddress([`location="${'\\u0041'.repeat(size / 6)}"`], pageUrl),
    ],
    ['an answer of elements in each other', (size) => void readPartialAnswer('<a>'.repeat(size / 3))],
    ['an answer of attributes', (size) => void readPartialAnswer(`<a ${'a=" '.repeat(size / 4)}>`)],
    [
      'an answer of entities',
      (size) => void readPartialAnswer(`<partial-response>${'&a'.repeat(size / 2)}</partial-response>`),
    ],
    [
      'an answer of text in pieces',
      (size) =>
        void readPartialAnswer(`<partial-response>${'<![CDATA[x]]>'.repeat(size / 13)}</partial-response>`),
    ],
    [
      'bytes of brackets',
      (size) => void decodeHtml(new TextEncoder().encode('<meta '.repeat(size / 6)), 'text/html'),
    ],
    ['a header of parameters', (size) => void decodeHtml(new Uint8Array(), 'a;charset '.repeat(size / 10))],
  ])('%s', (_, work) => {
    expectProportion(work);
  });
});
