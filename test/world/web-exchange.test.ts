import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { poll } from '../support/poll.ts';
import { listen, serve, serveRaw } from '../support/servers.ts';
import type { Served } from '../support/servers.ts';
import { Client } from 'undici';
import { exchange } from '../../src/world/web-exchange.ts';
import { asking, COURT, failureOf, textOf, webFor } from './sending.ts';

const MB = 1024 * 1024;
const courtAt = (server: Served): string => `http://${COURT}:${server.port}/cgi-bin/x.pl?token=s3cret`;
const allClosed = (server: Served): Promise<boolean> =>
  poll(
    () => (server.open() === 0 ? true : null),
    2_000,
    () => `${server.open()} still open`,
  );

// Takes connections and says nothing, so that a TLS handshake never ends.
const serveSilence = (): Promise<Served> => listen(createServer((socket: Socket) => void socket.resume()));

describe('the bound on time', () => {
  test('covers a server that never answers', async () => {
    const server = await serveRaw(() => {});
    const start = performance.now();
    expect(await failureOf(webFor().send(asking(courtAt(server), { timeoutMs: 1_000 })))).toEqual({
      code: 'timeout',
      sent: 'maybe',
      message: `${COURT} did not answer within 1 second.`,
    });
    expect(performance.now() - start).toBeLessThan(6_000);
    await allClosed(server);
  });

  test('covers a body that comes a byte at a time and never ends', async () => {
    const server = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await failureOf(webFor().send(asking(courtAt(server), { timeoutMs: 300 })))).toMatchObject({
      code: 'timeout',
      sent: 'maybe',
    });
    await allClosed(server);
  });

  test('covers interim answers without end', async () => {
    const server = await serve((_request, response) => {
      const drip = setInterval(() => response.writeProcessing(), 5);
      response.on('close', () => clearInterval(drip));
    });
    expect(await failureOf(webFor().send(asking(courtAt(server), { timeoutMs: 300 })))).toMatchObject({
      code: 'timeout',
      sent: 'maybe',
    });
  });

  test('covers a connection that is never taken, and knows that nothing was sent', async () => {
    const server = await serveSilence();
    const start = performance.now();
    for (const freshConnection of [true, false]) {
      const url = `https://${COURT}:${server.port}/`;
      expect(await failureOf(webFor().send(asking(url, { timeoutMs: 300, freshConnection })))).toEqual({
        code: 'timeout',
        sent: 'no',
        message: `${COURT} did not take the connection in time.`,
      });
    }
    expect(performance.now() - start).toBeLessThan(6_000);
    await allClosed(server);
  });

  test('does not hold up the next request', async () => {
    const server = await serveRaw((socket, nth) => {
      if (nth > 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    const web = webFor();
    expect((await failureOf(web.send(asking(courtAt(server), { timeoutMs: 100 })))).code).toBe('timeout');
    expect(textOf(await web.send(asking(courtAt(server))))).toBe('ok');
    expect(server.connections()).toBe(2);
  });
});

describe('a signal', () => {
  test('breaks off a request that is on its way, and its connection', async () => {
    const server = await serveRaw(() => {});
    const stop = new AbortController();
    const failing = failureOf(webFor().send(asking(courtAt(server), { signal: stop.signal })));
    await poll(
      () => (server.requests.length === 1 ? true : null),
      2_000,
      () => 'not sent',
    );
    stop.abort();
    expect(await failing).toEqual({
      code: 'aborted',
      sent: 'maybe',
      message: `The request to ${COURT} was broken off.`,
    });
    await allClosed(server);
  });

  test('that came before keeps the request from being sent at all', async () => {
    const server = await serveRaw(() => {});
    for (const freshConnection of [true, false]) {
      const request = asking(courtAt(server), { signal: AbortSignal.abort(), freshConnection });
      expect(await failureOf(webFor().send(request))).toMatchObject({ code: 'aborted', sent: 'no' });
    }
    expect([server.connections(), server.requests]).toEqual([0, []]);
  });

  test('that comes while the connection is being opened keeps it from being sent', async () => {
    const server = await serveSilence();
    const stop = new AbortController();
    const failing = failureOf(
      webFor().send(asking(`https://${COURT}:${server.port}/`, { signal: stop.signal })),
    );
    await poll(
      () => (server.connections() === 1 ? true : null),
      2_000,
      () => 'not connected',
    );
    stop.abort();
    expect(await failing).toMatchObject({ code: 'aborted', sent: 'no' });
    await allClosed(server);
  });

  test('that comes after the answer changes nothing', async () => {
    const server = await serve((_request, response) => void response.end('ok'));
    const stop = new AbortController();
    const web = webFor();
    await web.send(asking(courtAt(server), { signal: stop.signal }));
    stop.abort();
    expect(textOf(await web.send(asking(courtAt(server))))).toBe('ok');
  });
});

describe('the bound on size', () => {
  test('lets 8 MB through', async () => {
    const body = Buffer.alloc(8 * MB, 'a');
    const server = await serve((_request, response) => void response.end(body));
    expect((await webFor().send(asking(courtAt(server)))).body.length).toBe(8 * MB);
  });

  test('refuses a body that says it is larger, without reading it', async () => {
    let written = 0;
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': String(100 * MB) });
      response.flushHeaders();
      const more = (): void => {
        written += MB;
        if (response.write(Buffer.alloc(MB))) setImmediate(more);
      };
      response.on('drain', more);
      more();
    });
    expect(await failureOf(webFor().send(asking(courtAt(server))))).toEqual({
      code: 'too-large',
      sent: 'maybe',
      message: `The answer of ${COURT} is larger than 8 MB.`,
    });
    await allClosed(server);
    expect(written).toBeLessThan(20 * MB);
  });

  test('refuses a chunked body without end', async () => {
    const server = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      };
      response.on('drain', more);
      more();
    });
    expect((await failureOf(webFor().send(asking(courtAt(server))))).code).toBe('too-large');
    await allClosed(server);
  });

  test('refuses headers that no browser would take', async () => {
    const server = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\nContent-Length: 0\r\n\r\n`);
    });
    expect(await failureOf(webFor().send(asking(courtAt(server))))).toEqual({
      code: 'too-large',
      sent: 'maybe',
      message: `The answer of ${COURT} has headers larger than any browser takes.`,
    });
  });

  test('takes the long headers of an old server', async () => {
    const server = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(30_000)}\r\nContent-Length: 0\r\n\r\n`);
    });
    expect((await webFor().send(asking(courtAt(server)))).headers['x-long']).toHaveLength(30_000);
  });
});

describe('a broken answer', () => {
  test.each([
    ['nothing at all', '', 'reset'],
    ['half a status line', 'HTTP/1.', 'reset'],
    ['half the headers', 'HTTP/1.1 200 OK\r\nContent-Ty', 'reset'],
    ['too short a body', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', 'reset'],
    ['a chunked body cut short', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', 'reset'],
    ['another protocol', '220 mail.example ESMTP\r\n', 'bad-answer'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n', 'bad-answer'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 'bad-answer'],
    ['a bad chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'bad-answer'],
    [
      'an upgrade nobody asked for',
      'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      'reset',
    ],
  ])('%s is told apart from an answer', async (_what, answer, code) => {
    const server = await serveRaw((socket) => void socket.end(answer));
    const failure = await failureOf(webFor().send(asking(courtAt(server))));
    expect({ code: failure.code, sent: failure.sent }).toEqual({ code, sent: 'maybe' });
    expect(failure.message).not.toMatch(/s3cret|token|cgi-bin|ESMTP/);
  });

  test('a body that ends with the connection is whole', async () => {
    const server = await serveRaw((socket) => void socket.end('HTTP/1.0 200 OK\r\n\r\n<html>old</html>'));
    expect(textOf(await webFor().send(asking(courtAt(server))))).toBe('<html>old</html>');
  });

  test('cookies of an answer that was cut short are kept all the same', async () => {
    const server = await serveRaw((socket, nth) => {
      socket.end(`HTTP/1.1 200 OK\r\nSet-Cookie: NextGenCSO=t${nth}\r\nContent-Length: 9\r\n\r\nshort`);
    });
    const web = webFor();
    await failureOf(web.send(asking(courtAt(server))));
    const asked: string[] = [];
    const next = await serve((request, response) => {
      asked.push(request.headers.cookie ?? '');
      response.end();
    });
    await web.send(asking(courtAt(next)));
    expect(asked).toEqual(['NextGenCSO=t1']);
  });
});

test('a server that refuses the connection was sent nothing', async () => {
  const server = await serve((_request, response) => void response.end());
  await server.close();
  for (const freshConnection of [true, false]) {
    expect(await failureOf(webFor().send(asking(courtAt(server), { freshConnection })))).toEqual({
      code: 'refused',
      sent: 'no',
      message: `${COURT} refused the connection.`,
    });
  }
});

test('a server that breaks off the TLS handshake was sent nothing', async () => {
  const hasty = await listen(createServer((socket) => void socket.once('data', () => socket.destroy())));
  expect(await failureOf(webFor().send(asking(`https://${COURT}:${hasty.port}/`)))).toEqual({
    code: 'reset',
    sent: 'no',
    message: `${COURT} broke off the connection while it was being opened.`,
  });
});

test('a request that HTTP cannot carry is a bug of ours, told without what was in it', async () => {
  const server = await serve((_request, response) => void response.end());
  const request = asking(courtAt(server), { headers: { Referer: 'http://x/s3cret\r\nX: 1' } });
  await expect(webFor().send(request)).rejects.toEqual(
    new TypeError('The request has a part that HTTP cannot carry.'),
  );
  expect(server.connections()).toBe(0);
});

describe('where undici itself would send again', () => {
  const NO_BOUNDS = { timeoutMs: 2_000, abandon: () => {}, onWritten: () => {}, onHeaders: () => {} };
  // A server that begins its first answer, reads a second request behind it, and hangs up.
  const hangUp = (): ReturnType<typeof serveRaw> =>
    serveRaw((socket, nth) => {
      if (nth === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
      else socket.destroy();
    });
  const pair = async (send: (client: Client, url: URL) => Promise<unknown>): Promise<number> => {
    const server = await hangUp();
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    const client = new Client(url.origin, { pipelining: 2 });
    const both = [send(client, url), send(client, url)].map((sending) => sending.catch(() => null));
    await poll(
      () => (server.requests.length >= 2 ? true : null),
      2_000,
      () => 'not sent',
    );
    await both[0];
    await sleep(200);
    await client.destroy();
    await Promise.all(both);
    return server.requests.length;
  };

  test('it does: of two requests on the way, the second is written a second time', async () => {
    expect(await pair((client) => client.request({ path: '/', method: 'GET' }))).toBe(3);
  });

  test('it may not: that second writing is stopped', async () => {
    const request = { method: 'GET', headers: [], body: null, last: false } as const;
    expect(await pair((client, url) => exchange(client, { ...request, headers: [], url }, NO_BOUNDS))).toBe(
      2,
    );
  });
});
