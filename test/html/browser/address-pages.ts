import type { Case } from './case.ts';

const one = (name: string, html: string, rest: Partial<Case> = {}): Case => ({
  name,
  html,
  press: 'go',
  ...rest,
});
const form = (attributes: string, inside = '<input name=a value=1>') =>
  `<form ${attributes}>${inside}<input type=submit id=go name=b value=2></form>`;

export const addressPages: Case[] = [
  one('no action, get', form(''), { at: '?old=1&x' }),
  one('no action, post', form('method=post'), { at: '?old=1&x' }),
  one('an empty action, get', form('action=""'), { at: '?old=1#part' }),
  one('an empty action, post', form('method=post action=""'), { at: '?old=1#part' }),
  one('a query alone, get', form('action="?new=1"'), { at: '?old=1' }),
  one('a query alone, post', form('method=post action="?new=1"'), { at: '?old=1' }),
  one('a fragment alone, get', form('action="#there"'), { at: '?old=1' }),
  one('a fragment alone, post', form('method=post action="#there"'), { at: '?old=1' }),
  one('up one folder', form('method=post action="../up.pl"')),
  one('up too far', form('method=post action="../../../../up.pl"')),
  one('dots in the middle', form('method=post action="./a/./b/../c.pl"')),
  one(
    'a CM/ECF address',
    form("METHOD=POST ENCTYPE='multipart/form-data' ACTION='/cgi-bin/Program.pl?123456789-L_1_0-1'"),
  ),
  one('get replaces the query', form('action="/send?old=1&amp;b=3"')),
  one('get keeps what is before the query and its fragment', form('action="/send;p=1?old#frag"')),
  one('get with nothing to send', '<form action="/send?old=1"><input type=submit id=go></form>'),
  one('a base', `<base href="/other/folder/">${form('method=post action=x.pl')}`),
  one(
    'a base does not move an empty action',
    `<base href="/other/folder/">${form('method=post action=""')}`,
    { at: '?q' },
  ),
  one('a base moves a query alone', `<base href="/other/folder/">${form('method=post action="?x"')}`),
  one(
    'the first base with an href counts',
    `<base target=_self><base href="/first/"><base href="/second/">${form('method=post action=x.pl')}`,
  ),
  one('a base in the body', `<body>${form('method=post action=x.pl')}<base href="/late/">`),
  one('a base that cannot be read', `<base href="http://[">${form('method=post action=x.pl')}`),
  one('a base of another scheme', `<base href="data:text/plain,x">${form('method=post action=x.pl')}`),
  one('white space and line ends around the address', form('method=post action="  /se\nnd\t.pl  "')),
  one('backslashes', form('method=post action="\\cgi-bin\\x.pl"')),
  one('an address that cannot be read', form('method=post action="http://["')),
  one('an address with spaces and quotes in it', form(`method=post action="/a b/c&quot;d'e?x y&quot;z'"`)),
  one('an address that is a script', form('method=post action="javascript:void(0)"')),
  one('an address with letters beyond ASCII', form('method=post action="/ä?ö=ü"')),
  one('a query beyond ASCII on a windows-1252 page', form('method=post action="/ä?ö=ü"'), {
    contentType: 'text/html; charset=iso-8859-1',
    bytes: 'latin1',
  }),
  one('an unknown method means get', form('method=put action=/send')),
  one('a method in capitals and spaces', form('method="POST " action=/send')),
  one('an unknown encoding type', form('method=post enctype=nonsense action=/send')),
  one(
    'plain text',
    form('method=post enctype=text/plain action=/send', '<input name="a=b" value="x y&amp;z">'),
  ),
  one('plain text by get is urlencoded', form('enctype=text/plain action=/send')),
  one('multipart by get is urlencoded', form('enctype=multipart/form-data action=/send')),
  one(
    'multipart',
    form(
      'method=post enctype=multipart/form-data action=/send',
      '<input name=a value="x y&amp;z"><textarea name=t>1\n2</textarea>',
    ),
  ),
  one(
    'multipart with quotes and line ends in names',
    form(
      'method=post enctype=multipart/form-data action=/send',
      '<input name="a&quot;b" value="&quot;"><input name="c&#10;d" value=2><input name="e&#13;f" value=3><input name="g%22h\\" value=4>',
    ),
  ),
  one(
    'multipart beyond ASCII',
    form('method=post enctype=multipart/form-data action=/send', '<input name="ü" value="é😀">'),
  ),
  one(
    'line ends in names, urlencoded',
    form(
      'method=post action=/send',
      '<input name="a&#10;b" value=1><input type=hidden name="c&#13;d" value="&#13;">',
    ),
  ),
  one(
    'line ends in names, plain',
    form(
      'method=post enctype=text/plain action=/send',
      '<input name="a&#10;b" value=1><input type=hidden name=c value="1&#10;2">',
    ),
  ),
  one(
    "no referrer by the page's own wish",
    `<meta name=referrer content=no-referrer>${form('method=post action=/send')}`,
  ),
];
