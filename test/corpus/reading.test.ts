import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';
const program = join(import.meta.dirname, '..', '..', 'dist', 'corpus.js');

function read(): unknown[] {
  const text = execFileSync(process.execPath, [program, folder], { encoding: 'utf8' });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'miwb-link-corpus-'));
  mkdirSync(join(folder, 'menus'));
  const page = (name: string, html: string): void => writeFileSync(join(folder, name), html);
  page('a.html', `<META HTTP-EQUIV=refresh CONTENT="0; URL=/cgi-bin/ShowIndex.pl">`);
  page('a.json', '{"url":"https://ecf.mied.uscourts.gov/"}');
  page('ecf.mieb.html', '<A HREF="/cgi-bin/login.pl">Document Filing System</A>');
  page(
    'menus/filer.html',
    `<div id=topmenu><a href='/cgi-bin/DisplayMenu.pl?AdversaryEvents&id=7'>A</u>dversary</a>
     <a href='/cgi-bin/DisplayMenu.pl?Utilities&id=7'>Utilities</a> <a>Help</a> <a href="/cgi-bin/login.pl?logout">Logout</a></div>`,
  );
  page(
    'review.html',
    `<H2>Link a CM/ECF account to my PACER account</H2><FORM METHOD=POST ACTION=/cgi-bin/Link.pl>
     <TABLE><TR><TH></TH><TH>CM/ECF account</TH><TH>PACER account</TH></TR>
     <TR><TD>Name:</TD><TD>Alma Q. Example</TD><TD>EXAMPLE, ALMA</TD></TR></TABLE>
     <INPUT TYPE=hidden NAME=a VALUE=b><INPUT TYPE=submit VALUE=Submit></FORM>`,
  );
  page('zzz.html', '<p>Nothing that is known.');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the corpus reader, for a maintainer who has been sent pages', () => {
  test('says of every page what a walk would take it for', () => {
    const bare = { menu: null, next: null, accounts: null };
    expect(read()).toEqual([
      {
        ...bare,
        file: 'a.html',
        kind: 'landing',
        next: 'https://ecf.mied.uscourts.gov/cgi-bin/ShowIndex.pl',
      },
      {
        ...bare,
        file: 'ecf.mieb.html',
        kind: 'landing',
        next: 'https://ecf.mieb.uscourts.gov/cgi-bin/login.pl',
      },
      {
        ...bare,
        file: 'menus/filer.html',
        kind: 'court-menu',
        menu: {
          labels: ['Adversary', 'Utilities', 'Help', 'Logout'],
          filer: true,
          utilities: 'https://court.example/cgi-bin/DisplayMenu.pl?Utilities&id=7',
          logout: 'https://court.example/cgi-bin/login.pl?logout',
        },
      },
      {
        ...bare,
        file: 'review.html',
        kind: 'link-review',
        accounts: { cmecf: 'Alma Q. Example', pacer: 'EXAMPLE, ALMA' },
      },
      { ...bare, file: 'zzz.html', kind: 'unrecognised' },
    ]);
  });

  test('without a folder it says what it takes, and ends with code 2', () => {
    expect(() => execFileSync(process.execPath, [program], { stdio: 'pipe' })).toThrow(
      expect.objectContaining({
        status: 2,
        stderr: Buffer.from('corpus: It takes one folder of *.html pages.\n'),
      }),
    );
  });
});
