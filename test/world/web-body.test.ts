import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { serve } from '../support/servers.ts';
import { asking, COURT, failureOf, textOf, webFor } from './sending.ts';

const MB = 1024 * 1024;
const PAGE = '<html>Link a CM/ECF account to my PACER account — § 1</html>'.repeat(50);

async function answerOf(packed: Buffer, coding: string | string[]) {
  const server = await serve((_request, response) => {
    response.setHeader('Content-Encoding', coding);
    response.end(packed);
  });
  return webFor().send(asking(`http://${COURT}:${server.port}/`));
}

describe('a packed answer', () => {
  test.each<[string | string[], Buffer]>([
    ['gzip', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    [' GZip ', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
    ['', Buffer.from(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    [['deflate', 'gzip'], gzipSync(deflateSync(PAGE))],
  ])('with Content-Encoding "%s" is unpacked', async (coding, packed) => {
    expect(textOf(await answerOf(packed, coding))).toBe(PAGE);
  });

  test('deflate without its envelope is unpacked, as browsers do', async () => {
    expect(textOf(await answerOf(deflateRawSync(PAGE), 'deflate'))).toBe(PAGE);
  });

  test('gzip in several parts is unpacked whole', async () => {
    expect(textOf(await answerOf(Buffer.concat([gzipSync('one '), gzipSync('two')]), 'gzip'))).toBe(
      'one two',
    );
  });

  test.each(['gzip', 'deflate', 'br'])('%s without a body is an empty body', async (coding) => {
    expect((await answerOf(Buffer.alloc(0), coding)).body.length).toBe(0);
  });

  test.each<[string, Buffer, string]>([
    ['cut short', gzipSync(PAGE).subarray(0, 40), 'gzip'],
    ['cut short', brotliCompressSync(PAGE).subarray(0, 20), 'br'],
    ['damaged', Buffer.from(PAGE), 'gzip'],
    ['damaged', Buffer.from(PAGE), 'deflate'],
    ['in a coding nobody asked for', Buffer.from(PAGE), 'zstd'],
    ['packed too often', gzipSync(gzipSync(gzipSync(PAGE))), 'gzip, gzip, gzip'],
  ])('%s is no answer', async (_what, packed, coding) => {
    expect(await failureOf(answerOf(packed, coding))).toEqual({
      code: 'bad-answer',
      sent: 'maybe',
      message: `The answer of ${COURT} is packed in a way that cannot be undone.`,
    });
  });

  test.each<[string, (plain: Buffer) => Buffer]>([
    ['gzip', (plain) => gzipSync(plain)],
    ['deflate', (plain) => deflateSync(plain)],
    ['br', (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ])('a %s bomb is not unpacked beyond 8 MB', async (coding, pack) => {
    const bomb = pack(Buffer.alloc(64 * MB));
    expect(bomb.length).toBeLessThan(MB);
    const before = process.memoryUsage.rss();
    expect(await failureOf(answerOf(bomb, coding))).toEqual({
      code: 'too-large',
      sent: 'maybe',
      message: `The answer of ${COURT} is larger than 8 MB.`,
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(48 * MB);
  });

  test('a bomb inside a bomb is not unpacked either', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(64 * MB)));
    expect((await failureOf(answerOf(bomb, 'gzip, gzip'))).code).toBe('too-large');
  });

  test('exactly 8 MB is taken', async () => {
    expect((await answerOf(gzipSync(Buffer.alloc(8 * MB)), 'gzip')).body.length).toBe(8 * MB);
  });
});
