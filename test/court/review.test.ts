import { describe, expect, it } from 'vitest';
import { readReview } from '../../src/court/review.ts';
import { decide } from '../../src/court/names.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';
import { cpuMs } from '../support/cpu.ts';

const url = 'https://ecf.miwb.uscourts.gov/cgi-bin/LinkAccount.pl?1-L_1_0-1';
const read = (html: string) => readReview(readParts(parseDocument(html, { url })));
const name = (html: string) => {
  const { cmecf, pacer, why } = read(html);
  return [cmecf?.name ?? null, pacer?.name ?? null, why];
};

describe('reading a review page', () => {
  it('keeps all the visible text of each account, its firm and address as other lines, and the hidden fields', () => {
    const html = `<p>Notice to all.</p><h3>Your CM/ECF account</h3>Name: Jane Doe<br>Login: jdoe<br>Firm: Doe &amp; Roe PLLC<br>Filing since 2009
      <h3>Your PACER account</h3>Name: Jane Doe<br>Account type: Individual<br>Balance: $0.00
      <h3>Help desk</h3>Call 616-555-0100.
      <form method=post action="/cgi-bin/x.pl"><input type=hidden name=pacer_name value="Jane Doe"><input type=hidden name=t value=1><input type=submit></form>`;
    expect(read(html)).toEqual({
      cmecf: {
        name: 'Jane Doe',
        login: 'jdoe',
        type: null,
        text: 'Your CM/ECF account\nName: Jane Doe\nLogin: jdoe\nFirm: Doe & Roe PLLC\nFiling since 2009',
        other: [{ label: 'Firm', value: 'Doe & Roe PLLC' }],
      },
      pacer: {
        name: 'Jane Doe',
        login: null,
        type: 'Individual',
        text: 'Your PACER account\nName: Jane Doe\nAccount type: Individual\nBalance: $0.00',
        other: [{ label: 'Balance', value: '$0.00' }],
      },
      why: null,
      hiddenValues: [
        { name: 'pacer_name', value: 'Jane Doe' },
        { name: 't', value: '1' },
      ],
    });
  });

  it.each([
    ['CM/ECF account: Jane Doe, login jdoe', 'Jane Doe', 'jdoe'],
    ['CM/ECF account: Jane Doe (jdoe)', 'Jane Doe', 'jdoe'],
    ['CM/ECF account: Jane Doe [username: jdoe]', 'Jane Doe', 'jdoe'],
    ['CM/ECF account: Jane Doe / jdoe', 'Jane Doe', 'jdoe'],
    ['CM/ECF account: jdoe (Jane Doe)', 'Jane Doe', 'jdoe'],
    ['CM/ECF account: Xiaoping Zhao (login xzhao)', 'Xiaoping Zhao', 'xzhao'],
    ['CM/ECF account: jdoe', null, 'jdoe'],
    ['CM/ECF account - Jane Doe (Trustee)', 'Jane Doe (Trustee)', null],
    ['<b>CM/ECF account:</b> Jane (Jo) Doe', 'Jane (Jo) Doe', null],
    ['CM/ECF account: not yet linked', null, null],
    ['CM/ECF account: see below', null, null],
    ['CM/ECF account: the one you entered', null, null],
    ['CM/ECF user: Jane Doe', 'Jane Doe', null],
    ['CM/ECF user: jdoe', null, 'jdoe'],
    ['CM/ECF filer name: Doe', 'Doe', null],
    ['CM/ECF name: N/A', null, null],
    ['CM/ECF name: it must be the same as yours', null, null],
    ['CM/ECF name: jane@example.com', null, null],
  ])('takes the line “%s” for the name %j and the login %j', (line, shown, login) => {
    const { cmecf } = read(`<p>${line}</p><p>PACER account: Mary Roe (mroe)</p>`);
    expect([cmecf?.name ?? null, cmecf?.login ?? null]).toEqual([shown, login]);
  });

  it.each([
    ['a sentence', 'Your CM/ECF account name will be replaced by your PACER account name.'],
    ['a heading of both', '<h3>CM/ECF account and PACER account</h3>Name: Jane Doe'],
    ['a heading of something else', '<h3>Billing</h3>Name: Jane Doe'],
    [
      'hidden fields alone',
      '<form><input type=hidden name=cmecf_name value="Jane Doe"><input type=submit></form>',
    ],
    ['text that is not shown', '<div style="display:none"><h3>CM/ECF account</h3>Name: Jane Doe</div>'],
    ['an empty page', ''],
  ])('reads nothing out of %s', (_, html) => {
    expect(name(html)).toEqual([
      null,
      null,
      'nothing is headed as the CM/ECF account; nothing is headed as the PACER account',
    ]);
  });

  it('takes for hidden whatever a form would send without its showing, and nothing that it would not', () => {
    const html = `<form method=post action=/go>
      <input name=a value=1 style="display:none"><div hidden><textarea name=b>2</textarea></div>
      <select name=c hidden><option>3<option selected>4</select><input type=checkbox name=d value=5 checked hidden>
      <input type=checkbox name=e value=6 hidden><input type=hidden name=f value=7 disabled><input type=hidden value=8>
      <button hidden name=g value=9>x</button><input name=h value=10><input type=submit name=i></form>`;
    expect(read(html).hiddenValues).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
      { name: 'c', value: '4' },
      { name: 'd', value: '5' },
    ]);
  });

  it('reads a name twice alike, and none where two differ', () => {
    const page = (second: string) =>
      `<h3>CM/ECF account</h3>Name: Jane Doe<br>First name: Jane<br>Last name: ${second}<h3>PACER account</h3>Name: Jane Doe`;
    expect(name(page('Doe'))).toEqual(['Jane Doe', 'Jane Doe', null]);
    expect(name(page('Roe'))).toEqual([null, 'Jane Doe', 'several names stand under the CM/ECF account']);
  });

  it('takes a name that runs over several lines for unreadable', () => {
    const html = '<table><tr><th><th>CM/ECF<th>PACER<tr><td>Name<td>Jane Doe<br>Doe Law<td>Jane Doe</table>';
    expect(name(html)).toEqual([null, null, 'several lines stand under “Name”']);
  });

  it.each([
    ['a login', '<div>Name</div><div>Jane Doe</div><div>Login</div><div>PACER</div>'],
    [
      'a blank login and the next heading',
      '<div>Name</div><div>Jane Doe</div><div>Login</div><div></div><b>PACER account</b><br>Name: John Roe',
    ],
    ['a type', '<div>Name</div><div>Jane Doe</div><div>Account type</div><div>PACER account</div>'],
  ])('stops where a line may be a heading as well as %s', (_, lines) => {
    const [cmecf, pacer, why] = name(`<h3>CM/ECF account</h3>${lines}<h3>PACER account</h3>Name: John Roe`);
    expect([cmecf, pacer]).toEqual([null, null]);
    expect(why).toMatch(/^“PACER(?: account)?” may be a heading or a value$/u);
  });

  it('takes a type that names its own account for a value', () => {
    const html =
      '<h3>CM/ECF account</h3>Name: Jane Doe<h3>PACER account</h3><p>Name</p><p>Jane Doe</p><p>Account type</p><p>Upgraded PACER account</p>';
    expect(read(html).pacer).toMatchObject({ name: 'Jane Doe', type: 'Upgraded PACER account' });
  });

  it.each([
    ['the heading', '<h3>PACER Administrative Account</h3>Name: Jane Doe', 'pacer-account-administrative'],
    [
      'the type',
      '<h3>PACER account</h3>Name: Jane Doe<br>Account type: <b>Legacy PACER account</b>',
      'pacer-account-legacy',
    ],
    [
      'a line of its own',
      '<h3>PACER account</h3>Name: Jane Doe<br>Shared by the firm',
      'pacer-account-shared',
    ],
    [
      'a sentence elsewhere',
      '<p>Your PACER account is a shared account.</p><h3>PACER account</h3>Name: Jane Doe',
      'pacer-account-shared',
    ],
    [
      'a column',
      '<table><tr><td><td>Old CM/ECF account<td>PACER account (shared)<tr><td>Name<td>Jane Doe<td>Jane Doe</table>',
      'pacer-account-shared',
    ],
  ])('hands on what makes an account unfit when it stands in %s', (_, pacer, id) => {
    const review = read(`<h3>CM/ECF account</h3>Name: Jane Doe${pacer}`);
    const { checks } = decide({ ...review, expected: null, scripted: true });
    expect(checks.filter((check) => check.ok !== 'ok').map((check) => check.id)).toEqual([id]);
  });

  it('does not take what a court explains about shared accounts for a word about this one', () => {
    const review = read(`<p>The individual PACER account must be listed, not a shared firm account.</p>
      <h3>CM/ECF account</h3>Name: Jane Doe<h3>PACER account</h3>Name: Jane Doe
      <p>If this PACER account is a shared firm account, go back. An administrative account cannot be linked.</p>`);
    expect(decide({ ...review, expected: null, scripted: true }).exit5).toBe(false);
  });

  it.each([
    ['nested tables', '<table><tr><td>'.repeat(8_000)],
    ['rows', '<table>' + '<tr><td>Name<td>Jane Doe'.repeat(8_000)],
    ['columns', '<table><tr>' + '<td>Name'.repeat(8_000)],
    ['wide spans', '<table>' + '<tr><td colspan=1000 rowspan=65534>x<td>y'.repeat(2_000)],
    ['headings', '<h3>CM/ECF account</h3>Name: Jane'.repeat(5_000)],
    ['colons', 'CM/ECF account: ' + 'Name: '.repeat(8_000)],
    ['dashes', ' - '.repeat(20_000)],
    ['bold letters', '<b>Name</b> x '.repeat(8_000)],
    ['lists', '<ul><li>'.repeat(8_000)],
    ['one long word', 'a'.repeat(500_000)],
  ])('answers in good time for a page full of %s', (_, html) => {
    const parts = readParts(parseDocument(html, { url }));
    const began = cpuMs();
    const review = readReview(parts);
    expect(cpuMs() - began).toBeLessThan(3000);
    expect(review.pacer).toBeNull();
  });
});
