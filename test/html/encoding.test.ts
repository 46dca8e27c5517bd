import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../src/html/encoding.ts';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the encoding of a page', () => {
  it.each<[string, Uint8Array, string | null, string, string]>([
    ['its byte order mark, before all else', utf8('\ufeffü'), 'text/html; charset=iso-8859-1', 'ü', 'utf-8'],
    ['a mark of UTF-16', Uint8Array.of(0xff, 0xfe, 0xfc, 0), 'text/html; charset=utf-8', 'ü', 'utf-16le'],
    ['a mark of UTF-16 the other way round', Uint8Array.of(0xfe, 0xff, 0, 0xfc), null, 'ü', 'utf-16be'],
    [
      'the header',
      utf8('<meta charset=iso-8859-1>ü'),
      'text/html; charset=UTF-8',
      '<meta charset=iso-8859-1>ü',
      'utf-8',
    ],
    ['the header in quotes', utf8('ü'), 'text/html;x=1; Charset = "utf-8"', 'ü', 'utf-8'],
    ['a meta', utf8('<meta charset="utf-8">ü'), 'text/html', '<meta charset="utf-8">ü', 'utf-8'],
    [
      'an old meta',
      latin("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1252'>\u0080"),
      'text/html; charset=nonsense',
      "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1252'>€",
      'windows-1252',
    ],
    ['nothing: windows-1252', latin('\u0093Jos\u00e9\u0094\u0081'), null, '“José”\u0081', 'windows-1252'],
    [
      'nothing, for XML: UTF-8',
      utf8('<partial-response>ü</partial-response>'),
      'text/xml',
      '<partial-response>ü</partial-response>',
      'utf-8',
    ],
    ['nothing, for JSON: UTF-8', utf8('"ü"'), 'application/json', '"ü"', 'utf-8'],
    [
      'what it says, malformed bytes marked',
      latin('a\u00fcb'),
      'text/html; charset=utf-8',
      'a\ufffdb',
      'utf-8',
    ],
    ['x-user-defined', latin('a\u0080'), 'text/html; charset=x-user-defined', 'a\uf780', 'x-user-defined'],
    ['none for an empty page', new Uint8Array(), null, '', 'windows-1252'],
  ])('is found by %s', (_, bytes, contentType, text, charset) => {
    expect(decodeHtml(bytes, contentType)).toEqual({ text, charset });
  });

  it.each([
    ['<meta charset=utf-8>', 'utf-8'],
    ['<meta\ncharset = "utf-8" >', 'utf-8'],
    ['<meta/charset=utf-8>', 'utf-8'],
    ['<title><meta charset=utf-8>', 'utf-8'],
    ['<p title="<meta charset=koi8-r>"><meta charset=utf-8>', 'utf-8'],
    ['<!-- <meta charset=koi8-r> --><meta charset=utf-8>', 'utf-8'],
    ['<meta charset=nonsense><meta charset=utf-8>', 'utf-8'],
    ['<meta charset=utf-16be>', 'utf-8'],
    ['<meta charset=x-user-defined>', 'windows-1252'],
    ['<meta http-equiv=content-type content="text/html; charset=\'utf-8\'">', 'utf-8'],
    ['<meta content="text/html; charset=utf-8" http-equiv=content-type>', 'utf-8'],
    ['<meta charset=koi8-r charset=utf-8>', 'koi8-r'],
    ['<meta content="text/html; charset=utf-8">', 'windows-1252'],
    ['<meta name=charset content=utf-8>', 'windows-1252'],
    ['<metacharset=utf-8>', 'windows-1252'],
    ['<!-- <meta charset=utf-8>', 'windows-1252'],
    [`${' '.repeat(1024)}<meta charset=utf-8>`, 'windows-1252'],
    ['<', 'windows-1252'],
    ['<meta charset="utf-8', 'windows-1252'],
  ])('is looked for in the first 1024 bytes: %s', (html, charset) => {
    expect(decodeHtml(utf8(html), 'text/html').charset).toBe(charset);
  });
});
