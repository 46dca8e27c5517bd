import { describe, expect, it } from 'vitest';
import type { Block, Cell } from '../../src/html/parts.ts';
import { read } from './reading.ts';

const line = (...texts: string[]): Block => ({
  kind: 'line',
  // A text that starts with an asterisk is strong.
  runs: texts.map((text) => ({ text: text.replace(/^\*/, ''), strong: text.startsWith('*') })),
});
const cell = (...blocks: Block[]): Cell => ({ header: false, colspan: 1, rowspan: 1, blocks });
const header = (...blocks: Block[]): Cell => ({ ...cell(...blocks), header: true });
const blocksOf = (html: string) => read(html).blocks;

describe('what a person reads, as lines', () => {
  it('ends a line at a break and at the edge of a block', () => {
    expect(blocksOf('Name: Jane<br>Login: jpublic<div>Firm</div>Detroit<p>MI<hr>49503')).toEqual([
      line('Name: Jane'),
      line('Login: jpublic'),
      line('Firm'),
      line('Detroit'),
      line('MI'),
      line('49503'),
    ]);
  });

  it('folds white space and takes a no-break space for a space', () => {
    expect(blocksOf('  Name:&nbsp;&nbsp;\n\t Jane  <b> Q. </b>  Public ')).toEqual([
      line('Name: Jane ', '*Q. ', 'Public'),
    ]);
  });

  it('tells what is bold, by tag or by style, from what is not', () => {
    expect(
      blocksOf(
        '<b>Name:</b> Jane <strong>Q.</strong><span style="font-weight:700">Public</span><b style="font-weight:normal">!</b>',
      ),
    ).toEqual([line('*Name:', ' Jane ', '*Q.Public', '!')]);
  });

  it('carries bold on where its end tag was forgotten', () => {
    expect(blocksOf('<b>Name<div>Jane</div>')).toEqual([line('*Name'), line('*Jane')]);
  });

  it('keeps the lines of preformatted text', () => {
    expect(blocksOf('<pre>Name:  Jane\nLogin: j</pre>')).toEqual([line('Name: Jane'), line('Login: j')]);
  });

  it('leaves out what is not shown: scripts, styles, noscript, templates, the head, hidden elements', () => {
    expect(
      blocksOf(
        '<title>T</title><style>s</style><script>s</script><noscript>n</noscript><template>t</template><p hidden>h</p>' +
          '<p style="display: NONE">d</p><p style="visibility:hidden">v<span style="visibility:visible">seen</span></p>' +
          '<div class="ui-helper-hidden">u</div><details>d<summary>sum</summary></details>shown',
      ),
    ).toEqual([line('seen'), { kind: 'heading', level: 6, text: 'sum' }, line('shown')]);
  });

  it('leaves out what fields and options say, and keeps what a button says', () => {
    expect(
      blocksOf(
        'Court <select><option>A</select><textarea>t</textarea><input value=v><button>Submit</button>',
      ),
    ).toEqual([line('Court Submit')]);
  });
});

describe('headings', () => {
  it('have their level; legends, captions and summaries have level 6', () => {
    expect(
      blocksOf('<h1>One <i>two</i></h1><h4>Four</h4><fieldset><legend>Leg</legend>x</fieldset>'),
    ).toEqual([
      { kind: 'heading', level: 1, text: 'One two' },
      { kind: 'heading', level: 4, text: 'Four' },
      { kind: 'heading', level: 6, text: 'Leg' },
      line('x'),
    ]);
  });

  it('do not swallow a table that follows a forgotten end tag', () => {
    expect(blocksOf('<h2>Link accounts<table><tr><td>Name</table>after')).toEqual([
      { kind: 'heading', level: 2, text: 'Link accounts' },
      { kind: 'table', rows: [[cell(line('Name'))]] },
      line('after'),
    ]);
  });
});

describe('tables', () => {
  it('are rows of cells, header cells marked, spans kept', () => {
    expect(
      blocksOf(
        '<table><caption>Accounts</caption><thead><tr><th>CM/ECF<th>PACER</thead><tr><td colspan=2>Jane<tr><td rowspan=3>a<td>b</table>',
      ),
    ).toEqual([
      { kind: 'heading', level: 6, text: 'Accounts' },
      {
        kind: 'table',
        rows: [
          [header(line('CM/ECF')), header(line('PACER'))],
          [{ ...cell(line('Jane')), colspan: 2 }],
          [{ ...cell(line('a')), rowspan: 3 }, cell(line('b'))],
        ],
      },
    ]);
  });

  it('keep an empty cell in its place, and leave a hidden row out', () => {
    expect(blocksOf('<table><tr><td><td>b<tr hidden><td>x<tr style="display:none"><td>y</table>')).toEqual([
      { kind: 'table', rows: [[cell(), cell(line('b'))]] },
    ]);
  });

  it('stand in cells of other tables', () => {
    expect(blocksOf('<table><tr><td>CM/ECF<table><tr><td>Name<td>Jane</table><td>PACER</table>')).toEqual([
      {
        kind: 'table',
        rows: [
          [
            cell(line('CM/ECF'), { kind: 'table', rows: [[cell(line('Name')), cell(line('Jane'))]] }),
            cell(line('PACER')),
          ],
        ],
      },
    ]);
  });

  it('have text that stands between their rows before them, as a browser does', () => {
    expect(blocksOf('<table>Between<tr><td>a</table>')).toEqual([
      line('Between'),
      { kind: 'table', rows: [[cell(line('a'))]] },
    ]);
  });

  it('take a span that is nonsense for one', () => {
    expect(blocksOf('<table><tr><td colspan=0 rowspan=x>a<td colspan=9999999>b</table>')).toEqual([
      { kind: 'table', rows: [[cell(line('a')), { ...cell(line('b')), colspan: 1000 }]] },
    ]);
  });
});

describe('lists', () => {
  it('are their items, in order, with lists in them', () => {
    expect(blocksOf('<ul><li>Bankruptcy<li>Reports<ol><li>Docket</ol></ul>')).toEqual([
      {
        kind: 'list',
        items: [[line('Bankruptcy')], [line('Reports'), { kind: 'list', items: [[line('Docket')]] }]],
      },
    ]);
  });

  it('of terms are pairs: one term may have more details, or none', () => {
    expect(blocksOf('<dl><dt>Name<dd>Jane<dd>Public<dt>Firm<dt>City<dd>Lansing</dl>')).toEqual([
      {
        kind: 'pairs',
        pairs: [
          { term: [line('Name')], details: [[line('Jane')], [line('Public')]] },
          { term: [line('Firm')], details: [] },
          { term: [line('City')], details: [[line('Lansing')]] },
        ],
      },
    ]);
  });

  it('of terms may be grouped by boxes', () => {
    expect(blocksOf('<dl><div><dt>Name<dd>Jane</div></dl>')).toEqual([
      { kind: 'pairs', pairs: [{ term: [line('Name')], details: [[line('Jane')]] }] },
    ]);
  });
});

describe('the same as text', () => {
  it('is one line for a row of single lines, and a line each for the rest', () => {
    const { text } = read(
      '<h2>Review</h2><table><tr><td>Name:<td>Jane Q. Public<tr><td>Address:<td>1 Main St<br>Lansing</table>' +
        '<ul><li>a<li>b</ul><dl><dt>Login<dd>jpublic</dl><p>Press <b>Submit</b>.',
    );
    expect(text.split('\n')).toEqual([
      'Review',
      'Name: Jane Q. Public',
      'Address:',
      '1 Main St',
      'Lansing',
      'a',
      'b',
      'Login',
      'jpublic',
      'Press Submit.',
    ]);
  });

  it('of a page inside a page is all of it, in order', () => {
    const { text, title } = read(
      '<html><head><title>CM/ECF</title></head><body>Top<HTML><HEAD><TITLE>Other</TITLE></HEAD><BODY>Inner</BODY></HTML>End',
    );
    expect({ text, title }).toEqual({ text: 'Top\nInner\nEnd'.replace(/\n/g, ''), title: 'CM/ECF' });
  });
});
