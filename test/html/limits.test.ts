import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/html/document.ts';
import { applyPartialAnswer } from '../../src/html/faces-apply.ts';
import { readParts } from '../../src/html/parts.ts';
import { pageUrl, read } from './reading.ts';

describe('a page beyond what a page should be', () => {
  it.each([
    ['within bounds', '<div>'.repeat(380)],
    ['a hundred thousand elements deep', '<div>'.repeat(100_000)],
    ['tables that deep', '<table><tr><td>'.repeat(50_000)],
    ['lists that deep', '<ul><li>'.repeat(50_000)],
    ['svg that deep', '<svg><g>'.repeat(50_000)],
  ])('is read to its bounds, what is in the depth still seen: %s', (_, deep) => {
    const parts = read(`<form method=post action=/x>${deep}Name <input name=a><button name=b>Go</button>`);
    const names = parts.forms[0]?.controls.map(({ name }) => name);
    const foreign = deep.startsWith('<svg>');
    expect({ names, cut: parts.cut }).toEqual({
      names: foreign ? [] : deep.length < 10_000 ? ['a', 'b'] : ['a'],
      ...(deep.length < 10_000 ? { cut: undefined } : { cut: true }),
    });
  });

  it('takes an end tag for the element that was left out', () => {
    const parts = read(`<p>${'<i>'.repeat(500)}${'<div>x</div>'.repeat(3)}${'</i>'.repeat(500)}<p>after`);
    expect(parts.text).toBe('xxx\nafter');
  });

  it('opens formatting again after each block only so often', () => {
    const fonts = Array.from({ length: 90 }, (_, index) => `<font size=${index}>`).join('');
    const many = read(`<p>${fonts}${'<p>x'.repeat(3_000)}`);
    const few = read(`<p>${fonts}${'<p>x'.repeat(100)}`);
    expect([many.cut, many.text.length, few.cut, few.text.length]).toEqual([true, 5_999, undefined, 199]);
  });

  it('is said to be cut also when a partial answer made it so', () => {
    const doc = parseDocument('<div id=a></div>', { url: pageUrl });
    const deep = { id: 'a', html: `<div id=a>${'<div>'.repeat(300)}<div id=b></div>` };
    const after = applyPartialAnswer(doc, {
      redirect: null,
      updates: [deep, { id: 'b', html: `${'<p><div>'.repeat(300)}x` }],
      evals: [],
      error: null,
    });
    expect([readParts(after).cut, readParts(after).text]).toEqual([true, 'x']);
  });

  it('does not grow deeper with every update', () => {
    const nest = (id: number) => `<div id=a${id}>${'<div>'.repeat(200)}<div id=a${id + 1}>x`;
    const updates = Array.from({ length: 200 }, (_, id) => ({ id: `a${id}`, html: nest(id) }));
    const doc = parseDocument('<div id=a0></div>', { url: pageUrl });
    const after = applyPartialAnswer(doc, { redirect: null, updates, evals: [], error: null });
    expect(readParts(after).text).toBe('x');
  });
});
