import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { poll } from '../support/poll.ts';
import { runProgram } from '../support/program.ts';
import { bundleScript } from '../support/script.ts';
import { serve, serveRaw } from '../support/servers.ts';
import { asking, COURT, failureOf, textOf, webFor } from './sending.ts';

const POST = { method: 'POST', body: Buffer.from('button1=Submit') } as const;
const closed = async (open: () => number): Promise<void> => {
  await poll(
    () => (open() === 0 ? true : null),
    2_000,
    () => `${open()} connections still open`,
  );
};

describe('an ordinary request', () => {
  test('shares one connection with the ones before it', async () => {
    const server = await serve((_request, response) => void response.end());
    const web = webFor();
    for (let n = 0; n < 5; n += 1) await web.send(asking(`http://${COURT}:${server.port}/`));
    expect(server.connections()).toBe(1);
  });

  test('opens a new connection when the server has closed the old one meanwhile', async () => {
    const server = await serveRaw((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok');
    });
    const web = webFor();
    for (let n = 0; n < 3; n += 1) {
      expect(textOf(await web.send(asking(`http://${COURT}:${server.port}/`, POST)))).toBe('ok');
      await closed(server.open);
    }
    expect([server.connections(), server.requests.length]).toEqual([3, 3]);
  });
});

describe('a request on a fresh connection', () => {
  test('has a connection to itself, which says so and is closed with the answer', async () => {
    const said: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      said.push(request.headers.connection);
      response.end('done');
    });
    const web = webFor();
    const url = `http://${COURT}:${server.port}/`;
    await web.warm(url);
    await web.send(asking(url));
    expect(textOf(await web.send(asking(url, { ...POST, freshConnection: true })))).toBe('done');
    await poll(
      () => (server.open() === 1 ? true : null),
      2_000,
      () => `${server.open()} open`,
    );
    expect([server.connections(), said]).toEqual([2, ['keep-alive', 'close']]);
  });

  test('carries the cookies and keeps the ones it is given', async () => {
    const got: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      got.push(request.headers.cookie);
      response.setHeader('Set-Cookie', `n=${got.length}`).end();
    });
    const web = webFor();
    for (const freshConnection of [false, true, false]) {
      await web.send(asking(`http://${COURT}:${server.port}/`, { freshConnection }));
    }
    expect(got).toEqual([undefined, 'n=1', 'n=2']);
  });
});

describe('a request is never sent twice', () => {
  const ways: [string, (socket: import('node:net').Socket) => void][] = [
    ['closes the connection', (socket) => void socket.end()],
    ['resets the connection', (socket) => void socket.resetAndDestroy()],
    ['stops in the middle of the headers', (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Le')],
    [
      'stops in the middle of the body',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'),
    ],
    ['answers with nonsense', (socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n\r\n')],
  ];
  for (const freshConnection of [true, false]) {
    for (const method of ['GET', 'POST'] as const) {
      const kind = `${method} on ${freshConnection ? 'a fresh' : 'the shared'} connection`;
      test.each(ways)(`a ${kind}, where the server reads it and %s`, async (_way, act) => {
        const server = await serveRaw(act);
        const web = webFor();
        const body = method === 'POST' ? POST.body : null;
        const failure = await failureOf(
          web.send(asking(`http://${COURT}:${server.port}/link`, { method, body, freshConnection })),
        );
        expect(failure.sent).toBe('maybe');
        expect(['reset', 'bad-answer']).toContain(failure.code);
        // Long enough for a re-sending client to have shown itself.
        await sleep(100);
        expect(server.requests).toEqual([`${method} /link HTTP/1.1`]);
        expect(server.connections()).toBe(1);
      });
    }
  }

  test('a POST on a used connection that breaks just then', async () => {
    const server = await serveRaw((socket, nth) => {
      if (nth === 2) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
    const web = webFor();
    const url = `http://${COURT}:${server.port}/`;
    await web.send(asking(url));
    expect(await failureOf(web.send(asking(url, POST)))).toMatchObject({ code: 'reset', sent: 'maybe' });
    await sleep(100);
    expect(server.requests).toEqual(['GET / HTTP/1.1', 'POST / HTTP/1.1']);
  });

  test('a POST that times out', async () => {
    const server = await serveRaw(() => {});
    const web = webFor();
    const request = asking(`http://${COURT}:${server.port}/`, {
      ...POST,
      freshConnection: true,
      timeoutMs: 100,
    });
    expect(await failureOf(web.send(request))).toMatchObject({ code: 'timeout', sent: 'maybe' });
    await closed(server.open);
    expect(server.requests).toEqual(['POST / HTTP/1.1']);
  });
});

describe('a connection opened ahead', () => {
  test('is there before the request and used by it', async () => {
    const server = await serve((_request, response) => void response.end());
    const web = webFor();
    await web.warm(`http://${COURT}:${server.port}`);
    expect(server.connections()).toBe(1);
    await web.send(asking(`http://${COURT}:${server.port}/`));
    expect(server.connections()).toBe(1);
  });

  test('is opened once, however often it is asked for', async () => {
    const server = await serve((_request, response) => void response.end());
    const web = webFor();
    await Promise.all([1, 2, 3].map(() => web.warm(`http://${COURT}:${server.port}`)));
    expect(server.connections()).toBe(1);
  });

  test('is waited for by a request that comes meanwhile', async () => {
    const server = await serve((_request, response) => void response.end());
    const web = webFor();
    const warming = web.warm(`http://${COURT}:${server.port}`);
    await web.send(asking(`http://${COURT}:${server.port}/`));
    await warming;
    expect(server.connections()).toBe(1);
  });

  test('is given up for a new one when the server has closed it', async () => {
    const server = await serve((_request, response) => void response.end('ok'));
    const web = webFor();
    await web.warm(`http://${COURT}:${server.port}`);
    await poll(
      () => (server.open() === 1 ? true : null),
      2_000,
      () => 'not open',
    );
    const again = await serve((_request, response) => void response.end('ok'));
    await web.warm(`http://${COURT}:${again.port}`);
    await server.close();
    expect((await failureOf(web.send(asking(`http://${COURT}:${server.port}/`)))).code).toBe('refused');
    expect(textOf(await web.send(asking(`http://${COURT}:${again.port}/`)))).toBe('ok');
  });

  test('that cannot be opened is no failure', async () => {
    const server = await serve((_request, response) => void response.end());
    await server.close();
    await expect(webFor().warm(`http://${COURT}:${server.port}`)).resolves.toBeUndefined();
  });

  test('is never the one the final Submit goes over', async () => {
    const server = await serve((_request, response) => void response.end());
    const web = webFor();
    await web.warm(`http://${COURT}:${server.port}`);
    await web.send(asking(`http://${COURT}:${server.port}/`, { ...POST, freshConnection: true }));
    expect(server.connections()).toBe(2);
  });
});

describe('closing', () => {
  test('closes every connection, breaks off what is on its way, and lets nothing be sent after', async () => {
    const server = await serveRaw((socket, nth) => {
      if (nth === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
    const web = webFor();
    const url = `http://${COURT}:${server.port}/`;
    await web.send(asking(url));
    const waiting = [
      failureOf(web.send(asking(url))),
      failureOf(web.send(asking(url, { freshConnection: true }))),
    ];
    await poll(
      () => (server.requests.length === 3 ? true : null),
      2_000,
      () => 'not sent',
    );
    await web.close();
    expect((await Promise.all(waiting)).map(({ code, sent }) => [code, sent])).toEqual([
      ['aborted', 'maybe'],
      ['aborted', 'maybe'],
    ]);
    expect(await failureOf(web.send(asking(url)))).toMatchObject({ code: 'aborted', sent: 'no' });
    await web.warm(url);
    await closed(server.open);
    await web.close();
  });

  test.each([
    ['after closing', 'await web.close();', '[]\n'],
    ['even without closing', '', expect.stringMatching(/^\[.*\]\n$/)],
  ])('the program ends by itself %s', async (_when, end, left) => {
    const server = await serve((_request, response) => void response.end('hello'));
    const script = await bundleScript(`
      import { openWeb } from './src/world/web.ts';
      const web = openWeb({ practice: true, userAgent: 'x' });
      const url = 'http://${COURT}:${server.port}/';
      const asked = { method: 'GET' as const, url, headers: {}, body: null, timeoutMs: 60_000 };
      await web.send({ ...asked, freshConnection: false });
      await web.send({ ...asked, freshConnection: true });
      await web.warm('http://login.practice.localhost:${server.port}');
      ${end}
      console.log(JSON.stringify(process.getActiveResourcesInfo().filter((name) => !name.startsWith('Pipe'))));`);
    onTestFinished(script.remove);
    const start = performance.now();
    const ended = await runProgram({ script: script.path, args: [] });
    expect(ended).toEqual({ code: 0, signal: null, stdout: left, stderr: '' });
    // The server would keep an idle connection for a minute.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
