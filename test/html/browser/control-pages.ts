import type { Case } from './case.ts';

/** A form that posts, with a button. */
const form = (inside: string, attributes = '') =>
  `<!DOCTYPE html><form method="post" action="/send" ${attributes}>${inside}<button id="go">Go</button></form>`;

const one = (name: string, inside: string, rest: Partial<Case> = {}): Case => ({
  name,
  html: form(inside),
  press: 'go',
  ...rest,
});

export const controlPages: Case[] = [
  one('a text field as it stands', '<input name="a" value="1">'),
  one('a text field without a value', '<input name="a">'),
  one(
    'fields without a name are left out',
    '<input value="1"><input name="" value="2"><input name=" " value="3">',
  ),
  one('two fields of one name', '<input name="a" value="1"><input name="a" value="2">'),
  one('a field called isindex', '<input name="isindex" value="1">'),
  one(
    'line ends in a value are stripped from one-line fields',
    '<input name="a" value="1&#10;2&#13;3"><input type="password" name="b" value="x&#10;y">',
  ),
  one(
    'a hidden value keeps its line ends, made CRLF',
    '<input type="hidden" name="a" value="1&#10;2&#13;3&#13;&#10;4">',
  ),
  one(
    'an unknown type is text',
    '<input type="nonsense" name="a" value="1&#10;2"><input type="TEXT" name="b" value="3">',
  ),
  one(
    'an email address and a web address are trimmed',
    '<input type="email" name="a" value="  jane@example.com "><input type="url" name="b" value=" https://a.example/ ">',
  ),
  one(
    'several email addresses',
    '<input type="email" multiple name="a" value=" a@example.com , b@example.com ">',
  ),
  one(
    'search and telephone',
    '<input type="search" name="a" value=" q "><input type="tel" name="b" value=" 616 ">',
  ),
  one(
    'numbers that are and are not',
    ['12', '1e3', '+5', '1.', '.5', 'abc', '-0', '1_0', ' 4']
      .map((value, index) => `<input type="number" name="n${index}" value="${value}">`)
      .join(''),
  ),
  one(
    'dates that are and are not',
    ['2026-02-28', '2026-02-30', '0000-01-01', '26-1-1', '12345-01-01']
      .map((value, index) => `<input type="date" name="d${index}" value="${value}">`)
      .join(''),
  ),
  one(
    'months, weeks and times',
    '<input type="month" name="a" value="2026-13"><input type="month" name="b" value="2026-12"><input type="week" name="c" value="2026-W53"><input type="week" name="d" value="2025-W53"><input type="time" name="e" value="24:00"><input type="time" name="f" value="23:59:59.5">',
  ),
  one(
    'local date and time is normalised',
    '<input type="datetime-local" name="a" value="2026-11-22 10:00:00.000"><input type="datetime-local" name="b" value="2026-11-22T10:00:30"><input type="datetime-local" name="c" value="x">',
  ),
  one(
    'colours',
    '<input type="color" name="a" value="#ABCDEF"><input type="color" name="b" value="#aBc"><input type="color" name="c">',
  ),
  one(
    'ranges are held to their limits',
    '<input type="range" name="a"><input type="range" name="b" value="500"><input type="range" name="c" min="10" max="20" value="3"><input type="range" name="d" step="7" value="10"><input type="range" name="e" min="5" max="1"><input type="range" name="f" min="-1" max="1" step="0.3" value="0.2">',
  ),
  one('a check box not checked', '<input type="checkbox" name="a" value="1">'),
  one('a check box checked, without a value', '<input type="checkbox" name="a" checked>'),
  one(
    'a check box a person checks, and one unchecked',
    '<input type="checkbox" id="a" name="a" value="1"><input type="checkbox" id="b" name="b" checked>',
    { check: ['a'], uncheck: ['b'] },
  ),
  one(
    'of radio buttons checked together the last stays',
    '<input type="radio" name="a" value="1" checked><input type="radio" name="a" value="2" checked>',
  ),
  one(
    'a radio button a person chooses',
    '<input type="radio" name="a" value="1" checked><input type="radio" id="b" name="a" value="2">',
    { check: ['b'] },
  ),
  one(
    'radio buttons without a name do not exclude each other',
    '<input type="radio" value="1" checked><input type="radio" name="r" value="2" checked><input type="radio" name="R" value="3" checked>',
  ),
  one(
    'a disabled radio button still takes the check away',
    '<input type="radio" name="a" value="1" checked><input type="radio" name="a" value="2" checked disabled>',
  ),
  one(
    'no radio button chosen',
    '<input type="radio" name="a" value="1"><input type="radio" name="a" value="2">',
  ),
  one('a text area', '<textarea name="a">one\ntwo</textarea>'),
  one(
    'the first line end in a text area is dropped',
    '<textarea name="a">\n\none</textarea><textarea name="b">\r\n\r\ntwo</textarea><textarea name="c">&#10;x</textarea>',
  ),
  one('a text area holds tags as text', '<textarea name="a"><b>x</b>&amp;</textarea>'),
  one('a text area a person fills', '<textarea id="a" name="a" ></textarea>', {
    fill: { a: 'one\ntwo\r\nthree\rfour and more' },
  }),
  one('a person fills a text field with a line end', '<input id="a" name="a">', { fill: { a: 'x\ny' } }),
  one('a person fills a field shorter than its text', '<input id="a" name="a" maxlength="3">', {
    fill: { a: 'abcdef' },
  }),
  one('a person fills a number with letters', '<input id="a" type="number" name="a" value="1">', {
    fill: { a: 'abc' },
  }),
  one('a person fills a hidden field', '<input id="a" type="hidden" name="a" value="1">', {
    fill: { a: 'x\ny' },
  }),
  one('a read-only field is sent', '<input name="a" value="1" readonly>'),
  one(
    'a disabled field is not',
    '<input name="a" value="1" disabled><textarea name="b" disabled>x</textarea><select name="c" disabled><option>1</select>',
  ),
  one(
    'output, meter, progress and object are not sent',
    '<output name="a">1</output><meter name="b" value="1"></meter><progress name="c" value="1"></progress><object name="d"></object>',
  ),
  one('an empty file field, urlencoded', '<input type="file" name="a"><input name="b" value="1">'),
  {
    name: 'an empty file field, multipart',
    html: form(
      '<input type="file" name="a"><input type="file" multiple name="b"><input name="c" value="1">',
      'enctype="multipart/form-data"',
    ),
    press: 'go',
  },
  {
    name: 'an empty file field, plain',
    html: form('<input type="file" name="a">', 'enctype="text/plain"'),
    press: 'go',
  },
  one(
    'fields in a disabled fieldset are not sent',
    '<fieldset disabled><input name="a" value="1"><legend><input name="b" value="2"></legend><legend><input name="c" value="3"></legend></fieldset>',
  ),
  one(
    'a legend inside a legend, and a nested fieldset',
    '<fieldset disabled><legend><fieldset><legend><input name="a" value="1"></legend><input name="b" value="2"></fieldset></legend><fieldset><legend><input name="c" value="3"></legend></fieldset></fieldset>',
  ),
  one(
    "a fieldset in a disabled fieldset's legend that is disabled too",
    '<fieldset disabled><legend><fieldset disabled><legend><input name="a" value="1"></legend><input name="b" value="2"></fieldset></legend></fieldset>',
  ),
  one(
    'fields in a datalist are sent, against the standard',
    '<datalist><input name="a" value="1"><select name="b"><option>2</select></datalist><input name="c" value="3">',
  ),
  one(
    'fields in a template are not sent',
    '<template><input name="a" value="1"></template><input name="b" value="2">',
  ),
  one(
    'fields in noscript are not sent',
    '<noscript><input name="a" value="1"></noscript><input name="b" value="2">',
  ),
  one(
    'fields that are not shown are sent',
    '<div style="display:none"><input name="a" value="1"></div><div hidden><input name="b" value="2"></div>',
  ),
  one(
    'dirname tells the direction of the text',
    '<input name="a" dirname="a.dir" value="x"><input dir="rtl" name="b" dirname="b.dir" value="x"><textarea name="c" dirname="c.dir" dir="auto">שלום</textarea><input type="hidden" name="d" dirname="d.dir" dir="auto" value="12 abc"><input type="number" name="e" dirname="e.dir" value="1"><input name="f" dirname="" value="x">',
  ),
  one(
    'dirname with a direction from further up',
    '<div dir="rtl"><input name="a" dirname="a.dir"><span dir="ltr"><input name="b" dirname="b.dir"></span></div>',
  ),
  one(
    'the entry _charset_ names the encoding',
    '<input type="hidden" name="_charset_"><input type="hidden" name="_CHARSET_" value="x"><input name="_charset_" value="kept">',
  ),
  one(
    'names and values are escaped',
    '<input name="a b&amp;c=d" value="1+2=3&amp;4 5%"><input name="ü" value="é€😀"><input name="q" value="*-._~!\'()">',
  ),
];
