import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableJson, printableLines, suspicious } from '../../src/court/printable.ts';

describe('what may be put on a terminal', () => {
  it.each([
    ['Jane Q. Doe', 'Jane Q. Doe'],
    ['José Núñez-O’Brien', 'José Núñez-O’Brien'],
    ['Jose\u0301', 'Jose\u0301'],
    ['Łukasz Øst, 北京, Иван', 'Łukasz Øst, 北京, Иван'],
    ['\u001b[2J\u001b[1;1Hlinked', '⟨U+001B⟩[2J⟨U+001B⟩[1;1Hlinked'],
    ['\u009b31mred', '⟨U+009B⟩31mred'],
    ['bell\u0007 back\u0008 del\u007f', 'bell⟨U+0007⟩ back⟨U+0008⟩ del⟨U+007F⟩'],
    ['Doe\u202eenaJ', 'Doe⟨U+202E⟩enaJ'],
    ['\u2066Jane\u2069\u200e\u200f\u061c', '⟨U+2066⟩Jane⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩'],
    ['Ja\u200bne\u200d\u2060\ufeff\u00ad', 'Ja⟨U+200B⟩ne⟨U+200D⟩⟨U+2060⟩⟨U+FEFF⟩⟨U+00AD⟩'],
    ['a\u034f\u115f\u3164\ufe0f\u{e0041}', 'a⟨U+034F⟩⟨U+115F⟩⟨U+3164⟩⟨U+FE0F⟩⟨U+E0041⟩'],
    [
      'one\ntwo\r\nthree\u2028four\u2029five\u0085six',
      'one⟨U+000A⟩two⟨U+000D⟩⟨U+000A⟩three⟨U+2028⟩four⟨U+2029⟩five⟨U+0085⟩six',
    ],
    ['tab\there', 'tab⟨U+0009⟩here'],
    ['lone \ud83d and \udc00', 'lone ⟨U+D83D⟩ and ⟨U+DC00⟩'],
    ['own \ue000 none \uffff', 'own ⟨U+E000⟩ none ⟨U+FFFF⟩'],
    ['Jane\u00a0Doe\u3000Esq.', 'Jane Doe Esq.'],
    ['e' + '\u0301'.repeat(6), 'e' + '\u0301'.repeat(4) + '⟨U+0301⟩⟨U+0301⟩'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('gives a text of several lines as lines, tabs as spaces', () => {
    expect(printableLines('a\tb\r\nc\u001b\rd\u2028e\n')).toEqual(['a b', 'c⟨U+001B⟩', 'd', 'e', '']);
  });

  it('as JSON reads back as it was, whatever is in it', () => {
    expect(printableJson({ name: 'Doe\u202e\u009b\u{e0041}' })).toBe(
      '{\n  "name": "Doe\\u202e\\u009b\\udb40\\udc41"\n}',
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (value) => {
        const text = printableJson(value);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(JSON.parse(text)).toEqual(value);
      }),
    );
  });

  it('leaves no control, format or separator, whatever comes, and changes nothing when run again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });

  it('answers at once for very long texts', () => {
    expect(printable('\u0301'.repeat(100_000))).toHaveLength(4 + 99_996 * 8);
    expect(printable('\u202e'.repeat(100_000))).toHaveLength(800_000);
  });
});

describe('a suspicious name', () => {
  it.each([
    ['Jane Q. Doe', []],
    ['José Núñez-O’Brien Łukasz Weiß', []],
    ['Иван Петров', []],
    ['Γιώργος', []],
    ['Jane\u00a0Doe', []],
    ['', []],
    ['Jаne Doe', ['mixes scripts: Latin and Cyrillic']],
    ['Jane Dοe', ['mixes scripts: Latin and Greek']],
    ['Jane Иван', ['mixes scripts: Latin and Cyrillic']],
    ['Jane 北京', ['mixes scripts: Latin and another script']],
    ['Ja\u200bne Doe', ['holds characters that cannot be seen: ⟨U+200B⟩']],
    ['Jane\u202e \u00adDoe\u202e', ['holds characters that cannot be seen: ⟨U+202E⟩ ⟨U+00AD⟩']],
    ['Ｊａｎｅ Doe', ['holds letters in unusual forms']],
    ['𝐉ane Doe', ['holds letters in unusual forms']],
    [
      'Jаne\u200b Doe',
      ['holds characters that cannot be seen: ⟨U+200B⟩', 'mixes scripts: Latin and Cyrillic'],
    ],
  ])('%j: %j', (name, reasons) => {
    expect(suspicious(name)).toEqual(reasons);
  });

  it('judges a name alike, composed or decomposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(suspicious(name.normalize('NFD'))).toEqual(suspicious(name.normalize('NFC')));
      }),
    );
  });
});
