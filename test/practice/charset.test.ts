import { expect, test } from 'vitest';
import { decode, encode } from '../../src/practice/charset.ts';

test('windows-1252 is not Latin-1: its quotes, dashes and the euro sign go there and back', () => {
  const text = 'Zoë – “practice” costs 5 € …';
  const bytes = Buffer.from(
    '5a6feb20962093707261637469636594 20636f73747320352080 2085'.replaceAll(' ', ''),
    'hex',
  );
  expect(encode(text, 'windows-1252').toString('hex')).toBe(bytes.toString('hex'));
  expect(decode(bytes, 'windows-1252')).toBe(text);
});

test('a letter that windows-1252 lacks becomes a character reference', () => {
  expect(encode('Łuk 😀', 'windows-1252').toString('latin1')).toBe('&#321;uk &#128512;');
});

test('UTF-8 goes there and back', () => {
  expect(decode(encode('Łuk 😀 é', 'utf-8'), 'utf-8')).toBe('Łuk 😀 é');
});

test('a byte order mark in a value stays: a password with one is another password', () => {
  expect(decode(encode('\ufeffp', 'utf-8'), 'utf-8')).toBe('\ufeffp');
});
