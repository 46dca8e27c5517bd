import type { Case } from './case.ts';

const LATIN = { contentType: 'text/html; charset=iso-8859-1', bytes: 'latin1' as const };
const one = (name: string, html: string, rest: Partial<Case> = {}): Case => ({
  name,
  html,
  press: 'go',
  ...rest,
});
const form = (attributes: string, inside: string) =>
  `<form action=/send ${attributes}>${inside}<input type=submit id=go></form>`;
const FIELDS = '<input type=hidden name="_charset_"><input id=a name="é" value="ü&euro;&#8217;">';
const beyond = { fill: { a: 'Zoë €’ Ω 日本 😀 \u0081' } };

export const encodingPages: Case[] = [
  one('a Latin-1 page sends windows-1252', form('method=post', FIELDS), LATIN),
  one('a Latin-1 page with what its encoding lacks', form('method=post', FIELDS), { ...LATIN, ...beyond }),
  one('the same by get', form('', FIELDS), { ...LATIN, ...beyond }),
  one('the same in multipart', form('method=post enctype=multipart/form-data', FIELDS), {
    ...LATIN,
    ...beyond,
  }),
  one('the same in plain text', form('method=post enctype=text/plain', FIELDS), { ...LATIN, ...beyond }),
  one('a page that names no encoding', form('method=post', FIELDS), { contentType: 'text/html', ...beyond }),
  one('a page that names its encoding in a meta', `<meta charset=utf-8>${form('method=post', FIELDS)}`, {
    contentType: 'text/html',
    ...beyond,
  }),
  one(
    'a page that names its encoding in an old meta',
    `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">${form('method=post', FIELDS)}`,
    { contentType: 'text/html', fill: { a: 'Жé' } },
  ),
  one('a header wins over a meta', `<meta charset=windows-1251>${form('method=post', FIELDS)}`, {
    contentType: 'text/html; charset=utf-8',
    ...beyond,
  }),
  one('a byte order mark wins over all', `\ufeff<meta charset=windows-1251>${form('method=post', FIELDS)}`, {
    contentType: 'text/html; charset=iso-8859-1',
    ...beyond,
  }),
  one('a UTF-16 page sends UTF-8', `\ufeff${form('method=post', FIELDS)}`, {
    contentType: 'text/html',
    bytes: 'utf16le',
    ...beyond,
  }),
  one('a meta that says UTF-16 means UTF-8', `<meta charset=utf-16>${form('method=post', FIELDS)}`, {
    contentType: 'text/html',
    ...beyond,
  }),
  one('a meta in a comment says nothing', `<!-- <meta charset=utf-8> -->${form('method=post', FIELDS)}`, {
    contentType: 'text/html',
  }),
  one('ISO-8859-2', form('method=post', FIELDS), {
    contentType: 'text/html; charset=ISO-8859-2',
    bytes: 'latin1',
    fill: { a: 'Łé€' },
  }),
  one('koi8-r', form('method=post', FIELDS), {
    contentType: 'text/html; charset=koi8-r',
    bytes: 'latin1',
    fill: { a: 'Жé€' },
  }),
  one('us-ascii is windows-1252', form('method=post', FIELDS), {
    contentType: 'text/html; charset=us-ascii',
    ...beyond,
  }),
  one('an unknown encoding name', form('method=post', FIELDS), {
    contentType: 'text/html; charset=nonsense',
    ...beyond,
  }),
  one('a quoted encoding name', form('method=post', FIELDS), {
    contentType: 'text/html; charset="utf-8"',
    ...beyond,
  }),
  one('accept-charset', form('method=post accept-charset=utf-8', FIELDS), { ...LATIN, ...beyond }),
  one(
    'accept-charset: the first known',
    form('method=post accept-charset="nonsense windows-1251 utf-8"', FIELDS),
    { fill: { a: 'Ж😀' } },
  ),
  one('accept-charset with commas', form('method=post accept-charset="iso-8859-1,utf-8"', FIELDS), beyond),
  one('accept-charset empty', form('method=post accept-charset=""', FIELDS), { ...LATIN, ...beyond }),
  one('accept-charset unknown', form('method=post accept-charset=UNKNOWN', FIELDS), { ...LATIN, ...beyond }),
  one('accept-charset of UTF-16', form('method=post accept-charset=utf-16', FIELDS), beyond),
  one('a lone surrogate', form('method=post', FIELDS), { fill: { a: 'x\ud800y' } }),
  one('a lone surrogate on a Latin-1 page', form('method=post', FIELDS), {
    ...LATIN,
    fill: { a: 'x\ud800y' },
  }),
  one(
    'a name the encoding lacks',
    form('method=post enctype=multipart/form-data', '<input name="&#937;" value=1>'),
    LATIN,
  ),
  one('Shift_JIS', form('method=post', FIELDS), {
    contentType: 'text/html; charset=Shift_JIS',
    bytes: 'latin1',
    fill: { a: '日本ｱé￥' },
  }),
  one('GBK', form('method=post', FIELDS), {
    contentType: 'text/html; charset=gbk',
    bytes: 'latin1',
    fill: { a: '日本€é😀' },
  }),
  one('Big5', form('method=post', FIELDS), {
    contentType: 'text/html; charset=big5',
    bytes: 'latin1',
    fill: { a: '日本═€é' },
  }),
  one('EUC-KR', form('method=post', FIELDS), {
    contentType: 'text/html; charset=euc-kr',
    bytes: 'latin1',
    fill: { a: '한日é' },
  }),
  one('EUC-JP', form('method=post', FIELDS), {
    contentType: 'text/html; charset=euc-jp',
    bytes: 'latin1',
    fill: { a: '日本ｱé' },
  }),
];
