import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { scenarioNamed } from '../../src/practice/scenarios.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { poll } from '../support/poll.ts';

/** A court of the plain scenario with that fault, and nothing else out of the ordinary. */
async function courtWith(fault: Fault): Promise<PracticeCourt> {
  const plain = scenarioNamed('success');
  if (plain === null) throw new Error('no plain scenario');
  const court = await startCourt({ scenario: { ...plain, traits: { ...plain.traits, faults: [fault] } } });
  onTestFinished(() => court.close());
  return court;
}

type Heard = { head: string; body: Buffer; end: string };

/** Asks for a path over a plain connection; tells what came until it ended, or until `enough` ms or bytes. */
function hear(court: PracticeCourt, path = '/', enough = { ms: 400, bytes: 200_000_000 }): Promise<Heard> {
  const { hostname, port } = new URL(court.address);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`),
    );
    const done = (end: string): void => {
      clearTimeout(timer);
      socket.destroy();
      const all = Buffer.concat(chunks);
      const split = all.indexOf('\r\n\r\n');
      resolve({ head: all.toString('latin1', 0, Math.max(split, 0)), body: all.subarray(split + 4), end });
    };
    const timer = setTimeout(() => done('still open'), enough.ms);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > enough.bytes) done('more than enough');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'failed'));
    socket.on('end', () => done('closed'));
  });
}

const at = 'landing';

describe('an answer that is lost on the way', () => {
  test.each([
    ['lost', 'closed', 0],
    ['reset', 'ECONNRESET', 0],
    ['never-answers', 'still open', 0],
  ] as const)('%s: %s, and not a byte of it', async (name, end, length) => {
    const heard = await hear(await courtWith({ at, does: { name } }));
    expect([heard.end, heard.body.length + heard.head.length]).toEqual([end, length]);
  });

  test.each([
    ['cut-midway', 'closed'],
    ['reset-midway', 'reset'],
    ['held', 'still open'],
  ] as const)('%s: begun, then %s', async (name, end) => {
    const heard = await hear(await courtWith({ at, does: { name } }));
    const promised = Number(/content-length: (\d+)/i.exec(heard.head)?.[1]);
    // Node closes before it resets; which of the two is heard is a matter of microseconds.
    const heardEnd = name === 'reset-midway' && heard.end !== 'still open' ? 'reset' : heard.end;
    expect([heardEnd, promised - heard.body.length]).toEqual([end, 1000]);
  });

  test('one without an end comes as fast as it is read', async () => {
    const court = await courtWith({ at, does: { name: 'endless' } });
    const heard = await hear(court, '/', { ms: 10_000, bytes: 5_000_000 });
    expect([heard.end, heard.head.includes('chunked')]).toEqual(['more than enough', true]);
  });

  test('one without an end comes a letter at a time', async () => {
    const heard = await hear(await courtWith({ at, does: { name: 'dripping' } }), '/', {
      ms: 650,
      bytes: 1e6,
    });
    expect([heard.end, heard.body.length > 10, heard.body.length < 80]).toEqual(['still open', true, true]);
  });
});

describe('an answer that is not what it should be', () => {
  const answerOf = async (fault: Fault, path = '/'): Promise<Heard> =>
    hear(await courtWith(fault), path, { ms: 10_000, bytes: 1e9 });

  test('forty megabytes', async () => {
    expect((await answerOf({ at, does: { name: 'forty-megabytes' } })).body.length).toBe(40 * 1024 * 1024);
  });

  test('forty megabytes packed into few', async () => {
    const { body } = await answerOf({ at, does: { name: 'gzip-bomb' } });
    expect([body.length < 100_000, gunzipSync(body).length]).toEqual([true, 40 * 1024 * 1024]);
  });

  test('forty megabytes packed as it is told, also packed again', async () => {
    const { head, body } = await answerOf({ at, does: { name: 'gzip-bomb', words: 'br, gzip' } });
    expect(/content-encoding: br, gzip/i.test(head)).toBe(true);
    expect(brotliDecompressSync(gunzipSync(body)).length).toBe(40 * 1024 * 1024);
  });

  test('the usual answer, bent: other texts, headers, cookies, another status', async () => {
    const bend = {
      status: 418,
      headers: { 'x-from': '%evil%:%port%' },
      cookies: ['a=1'],
      replace: [['</body>', '<p>%court%</p></body>']] as const,
    };
    const { head, body } = await answerOf({ at, does: { name: 'bent', bend } });
    expect(head).toMatch(
      /^HTTP\/1\.1 418 .*x-from: http:\/\/evil\.localhost:(\d+):\1\r\n.*set-cookie: a=1/is,
    );
    expect(body.toString()).toMatch(/<p>http:\/\/ecf\.miwb\.practice\.localhost:\d+<\/p><\/body>/);
  });

  test('a text to be bent that is not there is a fault of the scenario', async () => {
    const { body } = await answerOf({ at, does: { name: 'bent', bend: { replace: [['nowhere', '']] } } });
    expect(body.toString()).toContain('The practice court failed: RangeError: nowhere is not in the answer');
  });

  test('gzip that breaks off, whole as HTTP goes', async () => {
    const { head, body, end } = await answerOf({ at, does: { name: 'gzip-truncated' } });
    expect([end, /content-encoding: gzip/i.test(head), body.length]).toEqual(['closed', true, 60]);
    expect(() => gunzipSync(body)).toThrow('unexpected end of file');
  });

  test("a proxy's 502, a 503 that says when, and a page that is called none", async () => {
    const status = ({ head }: Heard): string => head.split('\r\n')[0] ?? '';
    expect(status(await answerOf({ at, does: { name: 'bad-gateway' } }))).toBe('HTTP/1.1 502 Bad Gateway');
    const busy = await answerOf({ at, does: { name: 'busy', words: '7' } });
    expect([status(busy), /retry-after: 7/i.test(busy.head)]).toEqual([
      'HTTP/1.1 503 Service Unavailable',
      true,
    ]);
    const wrong = await answerOf({ at, does: { name: 'wrong-type' } });
    expect(wrong.head).toMatch(/content-type: application\/octet-stream/i);
    expect(wrong.body.toString()).toContain('Document Filing System');
  });

  test('the order to forget every cookie, after those it sets', async () => {
    const { head } = await answerOf({ at: 'login.pl', does: { name: 'lose-cookies' } }, '/cgi-bin/login.pl');
    const ended = [...head.matchAll(/^set-cookie: (\w+)=; .*Max-Age=0/gim)].map((match) => match[1] ?? '');
    expect(ended.toSorted()).toEqual([
      'CourtSession',
      'JSESSIONID',
      'NextGenCSO',
      'PacerClientCode',
      'PacerSession',
    ]);
  });
});

describe('a court that is away', () => {
  test('answers, refuses every connection for a moment, and is back at the same address', async () => {
    const court = await courtWith({ at, does: { name: 'then-away' }, times: 1 });
    expect((await hear(court)).head).toContain('200 OK');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await hear(court)).end).toBe('ECONNREFUSED');
    await poll(
      async () => ((await hear(court)).head.includes('200 OK') ? true : null),
      10_000,
      () => 'the court did not come back',
    );
  });

  test('forgets every session when told to', async () => {
    const court = await courtWith({ at, does: { name: 'lost' }, skip: 9 });
    await hear(court, '/csologin/login.jsf');
    court.endSessions();
    expect(court.openSessions()).toBe(0);
  });

  test('tells who watches of a request that arrived, and again when it was dealt with', async () => {
    const seen: string[] = [];
    const court = await startCourt({
      scenario: 'success',
      watch: (entry, moment) => void seen.push(`${entry.kind} ${moment} ${String(entry.status)}`),
    });
    onTestFinished(() => court.close());
    await hear(court);
    expect(seen).toEqual(['landing arrived null', 'landing handled null']);
  });
});
