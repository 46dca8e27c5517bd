type Page = (size: number) => string;
const body = (inner: string): string => `<html><head><title>t</title></head><body>${inner}</body></html>`;
const filled = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));
const counted = (size: number, piece: (index: number) => string): string => {
  const length = piece(0).length;
  return Array.from({ length: Math.ceil(size / length) }, (_, index) => piece(index)).join('');
};
const deep = (inner: string): string => form(`${'<div>'.repeat(380)}${inner}`);
const form = (inner: string): string =>
  body(
    `<form method=post action=/x>CM/ECF PACER ${inner}<input type=hidden name=a value=b><input type=submit value=Submit></form>`,
  );

/** As large as asked, each of what makes careless code slow: depth, number, and text that makes patterns try again. */
export const hostilePages: readonly (readonly [what: string, page: Page])[] = [
  ['elements nested in each other', (size) => body(filled('<div>', size))],
  ['tables nested in each other', (size) => body(filled('<table><tr><td>', size))],
  ['inline elements never closed', (size) => body(filled('<b><i>', size))],
  ['formatting that is taken up again in every paragraph', (size) => body(filled('<p><b class=x>', size))],
  ['misnested formatting', (size) => body(filled('<a><b></a>', size))],
  ['lists nested in each other', (size) => body(filled('<ul><li>', size))],
  ['forms, one after another', (size) => body(filled('<form><input name=a></form>', size))],
  ['one form with very many fields', (size) => form(filled('<input name=a>', size))],
  ['one form with very many labels', (size) => form(filled('<label for=x>CM/ECF login</label>', size))],
  [
    'very many fields, each with a label of its own',
    (size) => form(filled('<label>login <input name=a></label>', size)),
  ],
  ['a table with very many columns', (size) => form(`<table><tr>${filled('<td>Name:', size)}</table>`)],
  ['a table with very many rows', (size) => form(`<table>${filled('<tr><td>Name:<td>A', size)}</table>`)],
  [
    'spans over a thousand columns and rows',
    (size) => form(`<table>${filled('<tr><td colspan=1000 rowspan=65534>Name:', size)}</table>`),
  ],
  [
    'very many menus',
    (size) =>
      body(filled('<div id=topmenu><a href=/cgi-bin/DisplayMenu.pl?Utilities>Utilities</a></div>', size)),
  ],
  [
    'very many links',
    (size) => body(filled('<a href=x>Link a CM/ECF account to my PACER account</a>', size)),
  ],
  ['very many dialogs', (size) => body(filled('<div class=ui-dialog id=d>x</div>', size))],
  ['very many messages', (size) => body(filled('<span class=ui-messages-error-summary>x</span>', size))],
  ['very many options', (size) => form(`<select name=s>${filled('<option>x', size)}</select>`)],
  [
    'one link that says its words again and again',
    (size) => body(`<a href=/y>${filled('link a cm/ecf ', size)}</a>`),
  ],
  [
    'one sentence that says linked, not linked and already linked again and again',
    (size) => body(filled('it has been linked, not linked, already linked, and ', size)),
  ],
  ['very many sentences', (size) => body(filled('If it has been linked. ', size))],
  ['stars and colons that do not end the text', (size) => body(`${filled('*:', size)}x`)],
  [
    'stars in a button and a label',
    (size) => form(`<label for=q>${filled('*', size)}x</label><input id=q name=q>`),
  ],
  ['spaces that do not end the text', (size) => body(`<pre>${filled(' ', size)}x</pre>`)],
  ['no-break spaces', (size) => body(`a${filled('&nbsp;', size)}x`)],
  ['line breaks', (size) => form(filled('<br>', size))],
  ['short lines', (size) => form(filled('Name<br>', size))],
  ['labels without values', (size) => form(filled('Name:<br>', size))],
  ['words of a refusal without its end', (size) => body(filled('not error unable to ', size))],
  ['words of an outage without its end', (size) => body(filled('is currently ', size))],
  ['words of a link without its end', (size) => body(filled('link linked already been ', size))],
  ['one word', (size) => body(filled('a', size))],
  [
    'commas',
    (size) =>
      form(`CM/ECF account name: ${filled(', ', size)}<br>PACER account name: ${filled('A, ', size)}<br>`),
  ],
  [
    'a name of five megabytes',
    (size) => form(`CM/ECF name: ${filled('Alma ', size)}<br>PACER name: ${filled('Alma ', size)}<br>`),
  ],
  ['an attribute of five megabytes', (size) => form(`<input name="${filled('a', size)}">`)],
  [
    'very many attributes',
    (size) => body(`<p ${Array.from({ length: size / 12 }, (_, i) => `a${i}=1`).join(' ')}>`),
  ],
  ['a comment without an end', (size) => `<!--${filled('--!', size)}`],
  ['ends of nothing', (size) => body(filled('</p>', size))],
  ['character references', (size) => body(filled('&amp;&#x41;', size))],
  [
    'an onclick of five megabytes',
    (size) => form(`<button onclick="PrimeFaces.ab({s:'${filled('\\', size)}'})">x</button>`),
  ],
  [
    'a call that never closes',
    (size) => form(`<button onclick="PrimeFaces.ab(${filled('{a:', size)}">x</button>`),
  ],
  ['a script of quotes', (size) => body(`<script>${filled('location.assign("', size)}</script>`)],
  ['a script of comments', (size) => body(`<script>${filled('/*', size)}</script>`)],
  ['a script of slashes', (size) => body(`<script>${filled('a=/[/', size)}</script>`)],
  ['very many scripts', (size) => body(filled('<script>location</script>', size))],
  ['a style that hides', (size) => body(`<p style="${filled('display:', size)}">x`)],
  ['very many styles', (size) => body(filled('<p style="display: none">x', size))],
  ['meta elements', (size) => filled('<meta charset=x>', size)],
  [
    'a refresh of five megabytes',
    (size) => `<meta http-equiv=refresh content="0;${filled(' ', size)}url=x">`,
  ],
  ['templates nested in each other', (size) => body(filled('<template>', size))],
  ['svg nested in each other', (size) => body(filled('<svg><desc>', size))],
  ['selects nested in each other', (size) => body(filled('<select><option>', size))],
  ['definition lists', (size) => form(filled('<dl><dt>Name:<dd>A</dl>', size))],
  ['fieldsets nested in each other', (size) => form(filled('<fieldset disabled>', size))],
  ['formatting, none like another', (size) => body(counted(size, (at) => `<p><b class=c${at}>x</p>y`))],
  ['formatting thrown out of a table', (size) => body(`<table>${filled('<b><tr>', size)}`)],
  ['fields thrown out of a table', (size) => body(`<table><form>${filled('<input name=a>', size)}`)],
  ['attributes of the page, tag by tag', (size) => counted(size, (at) => `<html a${at}=1>`)],
  ['very many classes', (size) => body(`<p class="${counted(size, (at) => `c${at} `)}">x`)],
  ['the same class again and again', (size) => body(`<p class="${filled('ui-dialog ', size)}">x`)],
  ['paragraphs, deep down', (size) => deep(filled('<p>x</p>', size))],
  ['fields, deep down', (size) => deep(filled('<input name=a>', size))],
  ['links, deep down', (size) => deep(filled('<a href=x>y</a>', size))],
  ['dialogs, deep down', (size) => deep(filled('<div class=ui-dialog>x</div>', size))],
  ['messages, deep down', (size) => deep(filled('<div role=alert>x</div>', size))],
  ['forms, deep down', (size) => body(`${'<div>'.repeat(380)}${filled('<form></form>', size)}`)],
  [
    'dialogs, each shown by a script',
    (size) =>
      body(
        counted(
          size,
          (at) => `<div class=ui-dialog id=d${at}></div><script>PF("widget_d${at}").show()</script>`,
        ),
      ),
  ],
  [
    'messages of a script',
    (size) =>
      body(`<script>PrimeFaces.cw("Growl","g",{id:"g",msgs:[${filled('{summary:"x"},', size)}{}]})</script>`),
  ],
  [
    'brackets of a script',
    (size) =>
      body(
        `<script>PrimeFaces.cw("a","b",{id:"d",x:${'['.repeat(size / 2)}${']'.repeat(size / 2)}})</script>`,
      ),
  ],
  [
    'functions of a script',
    (size) => body(`<script>PrimeFaces;${filled('function(){', size)}${filled('}', size / 11)}</script>`),
  ],
  ['tables beside each other', (size) => form(`<table><td>${filled('<table><td>Name:<td>x</table>', size)}`)],
  [
    'tables a hundred deep',
    (size) => form(filled(`${'<table><td>'.repeat(100)}CM/ECF name: x${'</table>'.repeat(100)}`, size)),
  ],
  [
    'rows beside cells that reach down through all of them',
    (size) => form(`<table><tr>${'<td rowspan=65534>Name:'.repeat(30)}${filled('<tr><td>x', size)}`),
  ],
  [
    'labels stacked in cells',
    (size) => form(`<table>${filled('<tr><td>Name:<br>Login:<td>Alma<br>alma', size)}`),
  ],
  [
    'names, none like another',
    (size) => form(counted(size, (at) => `CM/ECF name: Alma Q${at}<br>PACER name: Alma R${at}<br>`)),
  ],
  ['labels in one line', (size) => form(`CM/ECF account ${filled('Name: Login: ', size)}`)],
  ['labels in bold in one line', (size) => form(`<p>CM/ECF account ${filled('<b>Name:</b> Alma ', size)}`)],
  ['details of one term', (size) => form(`<dl><dt>CM/ECF name:${filled('<dd>Alma', size)}`)],
  ['characters that hide', (size) => form(`CM/ECF name: ${filled('\u202e', size)}<br>PACER name: x`)],
  ['marks on one letter', (size) => form(`CM/ECF name: a${filled('\u0301', size)}<br>PACER name: x`)],
  ['lines kept as they are', (size) => form(`<pre>${filled('a\n', size)}`)],
  [
    'a complaint that begins again and again',
    (size) =>
      body(
        `<form><input name=a:loginName><input type=password name=b><input type=submit value=Login></form><div role=alert>${filled('client code ', size)}</div>`,
      ),
  ],
  ['encodings nobody knows', (size) => body(`<form accept-charset="${filled('x ', size)}"><input name=a>`)],
  ['a refresh of dots', (size) => `<meta http-equiv=refresh content="0${filled('.', size)}x;url=x">`],
  ['fields named by eight others', (size) => form(filled('<input aria-labelledby="a b c d e f g h">', size))],
];
