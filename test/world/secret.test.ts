import assert from 'node:assert';
import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { format, inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { leaksOf } from '../support/secret-search.ts';
import { reveal, secret } from '../../src/world/secret.ts';

const PASSWORD = `Correct "Hörse" 9 & 'más' %41+\\<€>`;
const kept = secret(PASSWORD);

test('a secret gives its text to whoever reveals it', () => {
  expect(reveal(kept)).toBe(PASSWORD);
  expect(reveal(secret(''))).toBe('');
});

/** Everything that a console prints by this method. */
function printed(by: (console: Console) => void): string {
  const stream = new PassThrough({ encoding: 'utf8' });
  by(new Console({ stdout: stream, stderr: stream }));
  return String(stream.read());
}

function posted(message: unknown): string {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(message);
  const received: unknown = receiveMessageOnPort(port2);
  port1.close();
  return inspect(received, { showHidden: true, depth: 9 });
}

function inAWorker(): Promise<string> {
  const code =
    "const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(require('node:util').inspect(workerData, { showHidden: true }));";
  const worker = new Worker(code, { eval: true, workerData: { password: kept } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
}

const failing = (check: () => void): string => {
  try {
    check();
  } catch (error) {
    return inspect(error, { depth: 9 });
  }
  throw new Error('it did not fail');
};

const thorough = {
  showHidden: true,
  showProxy: true,
  getters: true,
  depth: null,
  maxArrayLength: null,
  maxStringLength: null,
  numericSeparator: true,
  compact: false,
  sorted: true,
} as const;

type Written = string | Buffer;
const ways: [way: string, write: () => Written | Promise<Written>][] = [
  ['a template', () => `password: ${String(kept)}`],
  ['joining', () => ['a', kept].join(' ')],
  ['adding to a string', () => ''.concat(...[kept].map(String))],
  ['use as a key', () => Object.keys({ [kept.toString()]: 1 }).join()],
  ['JSON', () => JSON.stringify({ password: kept, list: [kept] })],
  ['inspect', () => inspect({ password: kept }, { showHidden: true, depth: 9, getters: true })],
  ['inspect with all it can do', () => inspect({ password: kept }, thorough)],
  ['inspect without custom printing', () => inspect(kept, { ...thorough, customInspect: false })],
  ['inspect of a proxy around it', () => inspect(new Proxy(kept, {}), thorough)],
  ['inspect of a map that has it', () => inspect(new Map([[kept, new Set([kept])]]), thorough)],
  ['inspect of a promise for it', () => inspect(Promise.resolve(kept), thorough)],
  ['format', () => format('%s %o %O %j %d %i %f %c', kept, kept, kept, kept, kept, kept, kept, kept)],
  ['console.log', () => printed((console) => console.log(kept, { password: kept }))],
  ['console.error', () => printed((console) => console.error('%s', kept))],
  ['console.dir', () => printed((console) => console.dir(kept, thorough))],
  ['console.table', () => printed((console) => console.table([{ password: kept }]))],
  ['console.trace', () => printed((console) => console.trace(kept))],
  ['an error with it as the cause', () => inspect(new Error('failed', { cause: kept }))],
  ['an error with it as the message', () => inspect(new Error(kept as unknown as string))],
  ['an error with it as a property', () => inspect(Object.assign(new Error('failed'), { input: kept }))],
  ['many errors with it', () => inspect(new AggregateError([kept, new Error('x', { cause: kept })]))],
  ['a failed assertion', () => failing(() => assert.deepStrictEqual({ password: kept }, { password: 'x' }))],
  ['a failed expectation', () => failing(() => expect({ password: kept }).toEqual({ password: 'x' }))],
  ['its keys', () => Reflect.ownKeys(kept).map(String).join()],
  [
    'a loop over its properties',
    () => {
      let all = '';
      for (const key in kept) all += key + String(Reflect.get(kept, key));
      return all;
    },
  ],
  ['a copy of its properties', () => JSON.stringify({ ...kept })],
  ['Object.assign', () => inspect(Object.assign({}, kept), thorough)],
  ['Object.entries', () => inspect(Object.entries(kept), thorough)],
  ['a structured clone', () => inspect(structuredClone({ password: kept }), thorough)],
  ['a clone as JSON', () => JSON.stringify(structuredClone({ password: kept }))],
  ['a message to another thread', () => posted({ password: kept })],
  ['the data of a worker', inAWorker],
  ['v8.serialize', () => serialize({ password: kept })],
  ['what v8.deserialize makes of it', () => inspect(deserialize(serialize({ password: kept })), thorough)],
  [
    'an address',
    () => new URL(`https://a.example/?${new URLSearchParams({ v: String(kept) }).toString()}`).href,
  ],
  ['a form', () => new URLSearchParams([['v', kept as unknown as string]]).toString()],
  ['a buffer of it', () => Buffer.from(String(kept))],
  ['its number', () => String(Number(kept))],
  ['its locale string', () => kept.toLocaleString()],
];

test.each(ways)('%s does not show what is in a secret', async (_way, write) => {
  expect(leaksOf([PASSWORD], [{ where: 'here', text: await write() }])).toEqual([]);
});

test('the same ways show what is no secret', () => {
  const bare = { value: PASSWORD };
  for (const text of [String([PASSWORD]), inspect(bare), JSON.stringify(bare), serialize(bare), posted(bare)])
    expect(leaksOf([PASSWORD], [{ where: 'here', text }])).not.toEqual([]);
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
