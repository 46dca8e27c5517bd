import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { reveal, secret } from '../../src/world/secret.ts';

const PASSWORD = 'Correct-Horse-9!';
const kept = secret(PASSWORD);

test('a secret gives its text to whoever reveals it', () => {
  expect(reveal(kept)).toBe(PASSWORD);
  expect(reveal(secret(''))).toBe('');
});

test.each([
  ['a template', () => `password: ${String(kept)}`],
  ['joining', () => ['a', kept].join(' ')],
  ['adding to a string', () => ''.concat(...[kept].map(String))],
  ['use as a key', () => Object.keys({ [kept.toString()]: 1 }).join()],
  ['JSON', () => JSON.stringify({ password: kept, list: [kept] })],
  ['inspect', () => inspect({ password: kept }, { showHidden: true, depth: 9, getters: true })],
  ['inspect without custom printing', () => inspect(kept, { customInspect: false, showHidden: true })],
  ['format', () => format('%s %o %O %j', kept, kept, kept, kept)],
  ['an error with it as the cause', () => inspect(new Error('failed', { cause: kept }))],
  ['its keys', () => Reflect.ownKeys(kept).map(String).join()],
  ['a copy of its properties', () => JSON.stringify({ ...kept })],
])('%s does not show what is in a secret', (_way, print) => {
  expect(print()).not.toContain(PASSWORD);
});

test('it prints as [secret]', () => {
  expect(JSON.stringify({ password: kept })).toBe('{"password":"[secret]"}');
  expect(inspect({ password: kept })).toBe('{ password: [secret] }');
  expect(String(kept)).toBe('[secret]');
});

test('nothing but a secret can be revealed', () => {
  const copy: typeof kept = Object.create(kept);
  expect(() => reveal(copy)).toThrow(TypeError);
  expect(() => reveal(JSON.parse('{}'))).toThrow('This is not a secret.');
});

test('a secret cannot be changed', () => {
  expect(Object.isFrozen(kept)).toBe(true);
});
