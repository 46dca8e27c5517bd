import { assert as always, integer, pre, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courtVocabulary } from '../../src/court/vocabulary.ts';
import { parseDocument } from '../../src/html/document.ts';
import { applyPartialAnswer } from '../../src/html/faces-apply.ts';
import { readParts } from '../../src/html/parts.ts';
import { skeleton } from '../../src/html/skeleton.ts';
import { namerFor, shapePieces, shapeText } from '../../src/html/skeleton-words.ts';
import { cpuMs } from '../support/cpu.ts';

const url = 'https://ecf.miwb.uscourts.gov/cgi-bin/Page.pl?1-L_1_0-1';
const of = (html: string, given: string[] = []): string =>
  skeleton(parseDocument(html, { url }), courtVocabulary, given);
/** What stands in the body of the skeleton of a body. */
const body = (html: string, given: string[] = []): string =>
  /<body>([\s\S]*)<\/body>/.exec(of(`<body>${html}`, given))?.[1] ?? '';

describe('the words of a skeleton', () => {
  test.each([
    ['Link a CM/ECF account to my PACER account', 'Link a CM/ECF account to my PACER account'],
    ['Name: Alma Q. Example', 'Name: Aaaa A. Aaaa'],
    ['EXAMPLE, ALMA', 'AAAA, AAAA'],
    ['Login: aqexample / 616-456-2693', 'Login: aaaa / 99-99-99'],
    ['Mail goes to alma.example+court@law.example.', 'Mail goes to @'],
    ['José O’Brien-Łukasz', 'Aaaa Aaaa-Aaaa'],
    ['山田 太郎', 'aa aa'],
    ['7 of 12 tries', '9 of 99 tries'],
    ["The filer's e-mail can't be changed.", "The filer's e-mail can't be changed."],
    ['U.S. Bankruptcy Court', 'U.S. Bankruptcy Court'],
    ['E-filer', 'E-filer'],
    ['PACER\u00a0account\u200b\u202e', 'PACER account??'],
  ])('%s', (text, told) => {
    expect(shapeText(text, courtVocabulary)).toBe(told);
  });

  test.each([
    ['Alma Court', 'Aaaa Aaaa'],
    ['Court, Alma', 'Aaaa, Aaaa'],
    ['A. Court', 'A. Aaaa'],
    ['Grace Law', 'Aaaa Aaa'],
    ['Mark Page', 'Aaaa Aaaa'],
    ['Will May', 'Aaaa Aaa'],
    ['Link Law', 'Aaaa Aaa'],
    ['COURT, BILL', 'AAAA, AAAA'],
  ])('a name of words that courts use is still a name: %s', (text, told) => {
    expect(shapeText(text, courtVocabulary)).toBe(told);
  });

  test('markup within a word parts it for nobody', () => {
    expect(shapePieces(['B', 'ankruptcy of Al', 'ma'], courtVocabulary)).toEqual([
      'B',
      'ankruptcy of Aaaa',
      '',
    ]);
    expect(body('<a><u>B</u>ankruptcy</a> <b>Al</b>ma')).toBe('<a><u>B</u>ankruptcy</a> <b>Aaaa</b>');
  });

  test('the vocabulary holds no name that people commonly bear', () => {
    const surnames =
      'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas ' +
      'taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king ' +
      'wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips ' +
      'evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper ' +
      'peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz ' +
      'hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell ' +
      'coleman butler henderson barnes fisher vasquez simmons graham murray ford castro marshall owens harrison west banks church ' +
      'bond case chase court cross day field fields fox frost grant hand hart holder home hope house hunt judge key lane law little ' +
      'lock love low main major mark may minor page park person pope post power price read rich rose rule share sharp short small ' +
      'snow stone street strong summer way weeks wise wolf works';
    const held = [...courtVocabulary.plain];
    const exempt = new Set(['field', 'fields', 'holder', 'works']);
    expect(held.filter((word) => courtVocabulary.isName(word))).toEqual([]);
    expect(surnames.split(' ').filter((name) => held.includes(name) && !exempt.has(name))).toEqual([]);
    expect(held.length).toBeGreaterThan(900);
  });
});

describe('the names that elements bear', () => {
  const named = namerFor(courtVocabulary, ['alma', 'example', 'quarterly']);
  test.each([
    ['loginForm:fbtnLogin', 'loginForm:fbtnLogin'],
    ['j_id1:javax.faces.ViewState:0', 'j_id1:javax.faces.ViewState:0'],
    ['cmecf_login', 'cmecf_login'],
    ['atty_alma', 'atty_w1'],
    ['acctAlmaExample', 'acctw1w2'],
    ['preferredalma', 'w3'],
    ['Alma', 'w1'],
    ['robert_id', 'w4_id'],
    ['case26-01234', 'case26-n1'],
    ['bar01234', 'barn1'],
    ['a3f9c2d1e8', 'n2'],
    ['alma@example.com', 'w1_w2.com'],
    ['größe', 'gr__e'],
  ])('%s is told as %s', (name, told) => {
    expect(named(name)).toBe(told);
  });
});

describe('a page’s skeleton', () => {
  test('leaves out attributes with names that every object knows', () => {
    expect(body('<p constructor=x __proto__=y toString=z>Name</p>')).toBe('<p>Name</p>');
  });

  test('keeps tags, names, kinds and where things lead; values, hosts and scripts go', () => {
    expect(
      body(
        `<form id=f name=survey method=POST enctype=multipart/form-data action="Save.pl?123456-L_1_0-1">
<input type=hidden name=case_name value="Alma Example"><input name=login value=aqexample maxlength=60 size=20>
<select name=office><option value=7 selected>Kalamazoo</select><textarea name=note>Dear court</textarea>
<input type=submit name=button1 value=Submit onclick="send('Alma')"></form>
<a href="https://evil.example/x?who=alma#top" target=_top>Help</a> <a href="javascript:go('alma')">Go</a>
<script>var user = "Alma";</script><img src=/alma.gif alt="Alma Example"><!-- Alma -->`,
      ),
    )
      .toBe(`<form id="f" name="survey" method="POST" enctype="multipart/form-data" action="/cgi-bin/Save.pl?n1-L_1_0-1">
<input type="hidden" name="case_name"><input name="login" maxlength="60">
<select name="office"><option selected="">Aaaa</option></select><textarea name="note"></textarea>
<input type="submit" name="button1" value="Submit"></form>
<a href="https://elsewhere.example/x?who=">Help</a> <a href="javascript:void(0)">Go</a>
<img alt="Aaaa Aaaa">`);
  });

  test('names in ids are those that stand in the page’s text or were typed in', () => {
    expect(body('<p id=of-alma>Alma</p><p id=row-aqexample>x</p>', ['aqexample'])).toBe(
      '<p id="of-w1">Aaaa</p><p id="row-w2">x</p>',
    );
  });

  test('a session id in a path goes', () => {
    expect(body('<a href="/csologin/login.jsf;jsessionid=AB12CD34EF?view=1">Login</a>')).toBe(
      '<a href="/csologin/login.jsf?view=">Login</a>',
    );
  });

  test('old markup keeps its fields: a form between table and row owns what it owned', () => {
    const html =
      '<table><form name=f action=/a method=post><tr><td>Login <input name=login></td></tr></form></table>';
    const forms = (text: string): unknown =>
      readParts(parseDocument(text, { url })).forms.map((form) => [
        form.name,
        form.controls.map((c) => c.name),
      ]);
    expect(forms(html)).toEqual([['f', ['login']]]);
    expect(forms(of(html))).toEqual(forms(html));
  });

  test('a dialog that an update filled is open in the skeleton too, and one that a script hides is closed', () => {
    const page = parseDocument(
      '<div id=a class="ui-dialog ui-hidden-container"><div id=in></div></div><div id=b class=ui-dialog>Wait</div>' +
        '<script>PrimeFaces.cw("Dialog","two",{id:"b"});PF("two").hide()</script>',
      { url },
    );
    const updates = [{ id: 'in', html: '<div id=in>Message</div>' }];
    const filled = applyPartialAnswer(page, { redirect: null, updates, evals: [], error: null });
    const open = (text: string): unknown =>
      readParts(parseDocument(text, { url })).dialogs.map((dialog) => [dialog.id, dialog.open]);
    expect(readParts(filled).dialogs.map((dialog) => [dialog.id, dialog.open])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(open(skeleton(filled, courtVocabulary))).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('where a page leads by itself stands in it plainly', () => {
    const parts = readParts(
      parseDocument(of('<meta http-equiv=refresh content="0;url=/cgi-bin/ShowIndex.pl"><p>x'), { url }),
    );
    expect(parts.refresh).toEqual({ delay: 0, url: 'https://ecf.miwb.uscourts.gov/cgi-bin/ShowIndex.pl' });
    expect(
      of('<script>location.assign("https://pacer.login.uscourts.gov/csologin/login.jsf?appurl=x")</script>'),
    ).toContain(
      '<script>location.assign("https://pacer.login.uscourts.gov/csologin/login.jsf?appurl=");</script>',
    );
  });

  test('nothing that was typed or shown is in it, wherever a page puts it', () => {
    const letters = stringMatching(/^[A-Z][a-z]{5,11}$/).filter((word) => word.length > 5);
    const secretText = tuple(letters, letters, integer({ min: 1_000, max: 9_999_999 }));
    always(
      property(secretText, ([first, last, number]) => {
        pre([first, last].every((word) => !courtVocabulary.plain.has(word.toLowerCase())));
        const name = `${first} ${last}`;
        const html = `<title>${name}</title><h1 id="${last}-head" class="of${first}">${name} ${number}</h1>
<form name="f${last}" action="/u/${last}/${number}?${first}=${number}"><label for=x>${last}</label>
<input id=x name="${first}_${number}" value="${name}" placeholder="${name}" title="${last}"><button>${first}</button>
<option>${name}</option></form><a href="?${last}&n=${number}" aria-label="${name}"><b>${first.slice(0, 3)}</b>${first.slice(3)}</a>
<td data-name="${name}" style="background:url(${last})" onclick="PrimeFaces.ab({s:'${last}'});return false;">${first}.${last}@x.example</td>`;
        const told = of(html).toLowerCase();
        const leaked = [first, last, String(number)].filter((word) => told.includes(word.toLowerCase()));
        expect(leaked).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is bounded, whatever the page', () => {
    const since = cpuMs();
    const pages = [
      '<div>'.repeat(100_000),
      'word '.repeat(100_000),
      'a-'.repeat(100_000),
      `${'x'.repeat(1_000_000)}@`,
      '<input name=a form=f>'.repeat(50_000),
      '<b>A</b>'.repeat(100_000),
      '1'.repeat(500_000),
    ];
    for (const page of pages) expect(of(page).length).toBeLessThan(210_000);
    expect(cpuMs() - since).toBeLessThan(20_000);
  });
});
