import { describe, expect, test } from 'vitest';
import { readEntries, readMultipart, readUrlencoded, valueOf } from '../../src/practice/body.ts';

describe('urlencoded forms', () => {
  test('pairs keep their order, empty values and repeated names; broken escapes stay as they are', () => {
    expect(readUrlencoded(Buffer.from('b=2&a=1+1&&c&b=%263&d==&e=%zz%4'), 'utf-8')).toEqual([
      ['b', '2'],
      ['a', '1 1'],
      ['c', ''],
      ['b', '&3'],
      ['d', '='],
      ['e', '%zz%4'],
    ]);
  });

  test('letters are read in the encoding of the page', () => {
    expect(readUrlencoded(Buffer.from('n=%C3%B6'), 'utf-8')).toEqual([['n', 'ö']]);
    expect(readUrlencoded(Buffer.from('n=%F6%80'), 'windows-1252')).toEqual([['n', 'ö€']]);
  });
});

describe('multipart forms', () => {
  const body = (...parts: string[]): Buffer =>
    Buffer.from(`${parts.map((one) => `--x\r\n${one}\r\n`).join('')}--x--\r\n`);

  test('values keep line breaks, fences that are not theirs, and emptiness', () => {
    const sent = body(
      'Content-Disposition: form-data; name="login"\r\n\r\nalma',
      'Content-Disposition: form-data; name="empty"\r\n\r\n',
      'Content-Disposition: form-data; name="text"\r\n\r\na\r\n\r\nb --x c',
    );
    expect(readMultipart(sent, 'x', 'utf-8')).toEqual([
      ['login', 'alma'],
      ['empty', ''],
      ['text', 'a\r\n\r\nb --x c'],
    ]);
  });

  test('names are unescaped as the HTML standard escapes them', () => {
    const sent = body('Content-Disposition: form-data; name="a%22b%0D%0Ac"\r\n\r\n1');
    expect(readMultipart(sent, 'x', 'utf-8')).toEqual([['a"b\r\nc', '1']]);
  });

  test('a body that breaks off gives what was whole', () => {
    const whole = body(
      'Content-Disposition: form-data; name="a"\r\n\r\n1',
      'Content-Disposition: form-data; name="b"',
    );
    expect(readMultipart(whole.subarray(0, -20), 'x', 'utf-8')).toEqual([['a', '1']]);
  });
});

test('the content type decides, and anything but a form has no entries', () => {
  const fenced = Buffer.from('--f-1\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--f-1--\r\n');
  expect([
    readEntries(Buffer.from('a=1'), 'application/x-www-form-urlencoded;charset=UTF-8', 'utf-8'),
    readEntries(fenced, 'multipart/form-data; boundary=f-1', 'utf-8'),
    readEntries(fenced, 'multipart/form-data; boundary="f-1"', 'utf-8'),
    readEntries(Buffer.from('{"a":1}'), 'application/json', 'utf-8'),
  ]).toEqual([[['a', '1']], [['a', '1']], [['a', '1']], []]);
});

test('the first entry of a name is its value', () => {
  const entries: [string, string][] = [
    ['a', '1'],
    ['a', '2'],
  ];
  expect([valueOf(entries, 'a'), valueOf(entries, 'b')]).toEqual(['1', '']);
});
