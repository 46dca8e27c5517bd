import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/html/document.ts';
import { readParts, type Link } from '../../src/html/parts.ts';
import { pageUrl, read } from './reading.ts';

const link = (text: string, rawHref: string | null, href: string | null, onclick = ''): Link => ({
  text,
  href,
  rawHref,
  onclick,
});

describe('the menu bar and the links', () => {
  const bar =
    '<div id="topmenu" class="yuimenubar"><ul><li><a class=l href="/cgi-bin/DisplayMenu.pl?Utilities&amp;id=1"><u>U</u>tilities ' +
    '<div class="down"></div></a></li><li><a href="javascript: CMECF.MainMenu.searchPrompt();">Search</a>' +
    `<li><a onclick="CMECF.MainMenu.showHelpPage(''); return false">Help</a><li><a href="/cgi-bin/login.pl?logout">Log Out</a></ul></div>`;

  it('are told apart, each link with where it leads', () => {
    const { menu, links } = read(`${bar}<p><a href="Query.pl">Query</a> <a name=x>Anchor</a>`, {
      menu: '#topmenu',
    });
    expect({ menu, links }).toEqual({
      menu: {
        links: [
          link(
            'Utilities',
            '/cgi-bin/DisplayMenu.pl?Utilities&id=1',
            'https://ecf.miwb.uscourts.gov/cgi-bin/DisplayMenu.pl?Utilities&id=1',
          ),
          link('Search', 'javascript: CMECF.MainMenu.searchPrompt();', null),
          link('Help', null, null, "CMECF.MainMenu.showHelpPage(''); return false"),
          link(
            'Log Out',
            '/cgi-bin/login.pl?logout',
            'https://ecf.miwb.uscourts.gov/cgi-bin/login.pl?logout',
          ),
        ],
      },
      links: [
        link('Query', 'Query.pl', 'https://ecf.miwb.uscourts.gov/cgi-bin/Query.pl'),
        link('Anchor', null, null),
      ],
    });
  });

  it('leave nothing of the menu in the text', () => {
    const parts = read(`${bar}<p>Welcome`, { menu: '#topmenu' });
    expect({ text: parts.text, blocks: parts.blocks }).toEqual({
      text: 'Welcome',
      blocks: [{ kind: 'line', runs: [{ text: 'Welcome', strong: false }] }],
    });
  });

  it('are no menu where the page has none', () => {
    expect(read('<p>Welcome', { menu: '#topmenu' }).menu).toBeNull();
  });

  it('are left out where a person cannot see them', () => {
    expect(
      read('<div style="display:none"><a href=/x>Link a CM/ECF account</a></div><a href=y>y</a>').links,
    ).toEqual([link('y', 'y', 'https://ecf.miwb.uscourts.gov/cgi-bin/y')]);
  });

  it('follow a base, take areas of a map, and give up on an address that cannot be read', () => {
    expect(
      read(
        '<base href="/other/"><map><area href="a" alt="Area A"></map><a href="http://[">bad</a><a href=" ../b ">b</a>',
      ).links,
    ).toEqual([
      link('Area A', 'a', 'https://ecf.miwb.uscourts.gov/other/a'),
      link('bad', 'http://[', null),
      link('b', ' ../b ', 'https://ecf.miwb.uscourts.gov/b'),
    ]);
  });
});

describe('where a page sends a browser by itself', () => {
  const refreshOf = (content: string) => read(`<meta http-equiv='REFRESH' content='${content}'>`).refresh;
  const court = 'https://ecf.miwb.uscourts.gov';

  it.each([
    ['0;url=/cgi-bin/ShowIndex.pl', { delay: 0, url: `${court}/cgi-bin/ShowIndex.pl` }],
    ['5; URL="next.pl"', { delay: 5, url: `${court}/cgi-bin/next.pl` }],
    ['  3 , url = next.pl', { delay: 3, url: `${court}/cgi-bin/next.pl` }],
    ['1.5;next.pl', { delay: 1, url: `${court}/cgi-bin/next.pl` }],
    ['7', { delay: 7, url: pageUrl }],
    ['.5; url=/x', { delay: 0, url: `${court}/x` }],
    ['url=/x', null],
    ['', null],
    ['5x; url=/y', null],
    ['0; url=javascript:alert(1)', null],
  ])('reads %j', (content, expected) => {
    expect(refreshOf(content)).toEqual(expected);
  });

  it('takes the first refresh that can be read, and none inside noscript', () => {
    expect(
      read(
        '<noscript><meta http-equiv=refresh content="0;url=/no"></noscript><meta http-equiv=refresh content=x><meta http-equiv=refresh content="0;url=/yes"><meta http-equiv=refresh content="0;url=/late">',
      ).refresh,
    ).toEqual({ delay: 0, url: `${court}/yes` });
  });
});

describe('the rest of a page', () => {
  it('has its inline scripts and what its body does on loading, as text', () => {
    expect(
      read(
        '<script>one()</script><script src=x.js>no()</script><script type="text/template"><b>no</b></script>' +
          '<SCRIPT LANGUAGE="JavaScript">two()</SCRIPT><script type=application/json>{"no":1}</script><body onload="SetFocus()">',
      ).scripts,
    ).toEqual(['one()', 'two()', 'SetFocus()']);
  });

  it('is plain data that survives being written down', () => {
    const parts = read('<form><input name=a></form><div class=ui-dialog>x</div><table><tr><td>y</table>');
    expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
  });

  it('tells the policy a page asks for when links are followed', () => {
    expect(read('<meta name="Referrer" content="no-referrer">').referrer).toBe('no-referrer');
    expect(read('<p>x')).not.toHaveProperty('referrer');
  });

  it('has its address and the base that its references count from', () => {
    const { url, baseUrl } = readParts(parseDocument('<base href="//pacer.example/x/">', { url: pageUrl }));
    expect({ url, baseUrl }).toEqual({ url: pageUrl, baseUrl: 'https://pacer.example/x/' });
  });
});
