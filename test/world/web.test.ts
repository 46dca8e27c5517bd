import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serve } from '../support/servers.ts';
import { asking, COURT, SIGN_ON, textOf, USER_AGENT, webFor } from './sending.ts';

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; rawHeaders: string[]; body: string };

async function echo() {
  const seen: Seen[] = [];
  const server = await serve((request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders } = request;
      seen.push({ method, url, headers, rawHeaders, body });
      response.writeHead(200, { Date: 'now', 'X-Twice': ['a', 'b'], 'Set-Cookie': 'seen=1' });
      response.end('hello');
    });
  });
  return { seen, server, at: (path: string, host = COURT) => `http://${host}:${server.port}${path}` };
}

describe('one hop', () => {
  test('gives the answer whole: address, status, headers without cookies, body, and what it took', async () => {
    const { at } = await echo();
    const answer = await webFor().send(asking(at('/cgi-bin/login.pl?a=%20b#part')));
    expect({ ...answer, ms: 0 }).toEqual({
      url: at('/cgi-bin/login.pl?a=%20b#part'),
      status: 200,
      headers: {
        date: 'now',
        'x-twice': 'a, b',
        connection: 'keep-alive',
        'keep-alive': 'timeout=60',
        'transfer-encoding': 'chunked',
      },
      body: new Uint8Array(Buffer.from('hello')),
      ms: 0,
    });
    expect(answer.ms).toBeGreaterThanOrEqual(0);
    expect(answer.ms).toBeLessThan(5_000);
  });

  test('asks as a browser does, and never sends the fragment', async () => {
    const { at, seen, server } = await echo();
    await webFor().send(asking(at('/cgi-bin/login.pl?a=%20b#part'), { headers: { Referer: 'http://x/' } }));
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/cgi-bin/login.pl?a=%20b',
        headers: {
          host: `${COURT}:${server.port}`,
          connection: 'keep-alive',
          'user-agent': USER_AGENT,
          accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
          'accept-language': 'en-US,en;q=0.9',
          'accept-encoding': 'gzip, deflate, br',
          referer: 'http://x/',
        },
        rawHeaders: expect.anything(),
        body: '',
      },
    ]);
  });

  test('posts the bytes it was given', async () => {
    const { at, seen } = await echo();
    const body = Buffer.from('login=a%26b&key=\u00e9', 'latin1');
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: `http://${COURT}` };
    await webFor().send(asking(at('/'), { method: 'POST', headers, body }));
    expect(seen[0]?.body).toBe('login=a%26b&key=\u00e9');
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '17',
      origin: `http://${COURT}`,
    });
  });

  test('a POST without a body says that it is empty', async () => {
    const { at, seen } = await echo();
    await webFor().send(asking(at('/'), { method: 'POST' }));
    expect(seen[0]).toMatchObject({ method: 'POST', body: '', headers: { 'content-length': '0' } });
  });

  test('lets the caller name what is accepted, but not the host, the cookies or the length', async () => {
    const { at, seen, server } = await echo();
    const headers = { ACCEPT: 'text/xml', Host: 'evil.example', cookie: 'a=1', 'Content-Length': '99' };
    await webFor().send(asking(at('/'), { method: 'POST', headers, body: Buffer.from('x') }));
    expect(seen[0]?.headers).toMatchObject({
      accept: 'text/xml',
      host: `${COURT}:${server.port}`,
      'content-length': '1',
    });
    expect(seen[0]?.headers.cookie).toBeUndefined();
  });

  test('does not follow a redirect, even to itself, and hands it over with its body', async () => {
    let hits = 0;
    const server = await serve((_request, response) => {
      hits += 1;
      response.writeHead(302, { Location: '/again' }).end('moved');
    });
    const answer = await webFor().send(asking(`http://${COURT}:${server.port}/again`));
    expect([answer.status, answer.headers['location'], textOf(answer), hits]).toEqual([
      302,
      '/again',
      'moved',
      1,
    ]);
  });

  test.each([204, 304, 400, 404, 500, 503])('hands over a status of %i like any other', async (status) => {
    const server = await serve((_request, response) => void response.writeHead(status).end());
    const answer = await webFor().send(asking(`http://${COURT}:${server.port}/`));
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  });

  test('passes over interim answers', async () => {
    const server = await serve((_request, response) => {
      response.writeEarlyHints({ link: '</a.css>; rel=preload' });
      response.writeProcessing();
      response.end('final');
    });
    const answer = await webFor().send(asking(`http://${COURT}:${server.port}/`));
    expect([answer.status, textOf(answer)]).toEqual([200, 'final']);
  });

  test('a header named __proto__ is a header', async () => {
    const server = await serve((_request, response) => void response.setHeader('__proto__', 'x').end());
    const answer = await webFor().send(asking(`http://${COURT}:${server.port}/`));
    expect(Object.entries(answer.headers)).toContainEqual(['__proto__', 'x']);
  });
});

// A court whose every page sets the cookies given for its path; a visit gives the cookies that were sent.
async function court(setCookie: Record<string, string[]>) {
  const got: string[] = [];
  const server = await serve((request, response) => {
    got.push(request.headers.cookie ?? '');
    response.writeHead(302, { 'Set-Cookie': setCookie[request.url ?? ''] ?? [], Location: '/' }).end();
  });
  const web = webFor();
  const visit = async (host: string, path: string): Promise<string | undefined> => {
    await web.send(asking(`http://${host}:${server.port}${path}`));
    return got.at(-1);
  };
  return { visit, web };
}

describe('cookies', () => {
  test('every Set-Cookie of every answer is kept, redirects included', async () => {
    const { visit } = await court({ '/set': ['a=1; Path=/', 'b=2; Path=/', 'c=3; Path=/elsewhere'] });
    await visit(COURT, '/set');
    expect(await visit(COURT, '/next')).toBe('a=1; b=2');
    expect(await visit(COURT, '/elsewhere')).toBe('c=3; a=1; b=2');
  });

  test('a sign-on cookie for the common parent goes to the court as well', async () => {
    const { visit } = await court({
      '/on': ['NextGenCSO=t1; Domain=.practice.localhost; Path=/; Secure; HttpOnly'],
    });
    await visit(SIGN_ON, '/on');
    expect(await visit(COURT, '/cgi-bin/login.pl')).toBe('NextGenCSO=t1');
    expect(await visit(SIGN_ON, '/csologin/login.jsf')).toBe('NextGenCSO=t1');
  });

  test('a token that changes on the way is the one sent next', async () => {
    const { visit } = await court({
      '/1': ['NextGenCSO=t1; Domain=.practice.localhost; Path=/'],
      '/2': ['NextGenCSO=t2; Domain=.practice.localhost; Path=/'],
      '/out': ['NextGenCSO=; Domain=.practice.localhost; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    });
    await visit(SIGN_ON, '/1');
    expect(await visit(COURT, '/2')).toBe('NextGenCSO=t1');
    expect(await visit(SIGN_ON, '/out')).toBe('NextGenCSO=t2');
    expect(await visit(COURT, '/')).toBe('');
  });

  test('one host cannot see or set the cookies of another', async () => {
    const { visit } = await court({
      '/own': ['session=court; Path=/'],
      '/foreign': [`planted=1; Domain=${COURT}; Path=/`, 'wide=1; Domain=.localhost; Path=/'],
    });
    await visit(COURT, '/own');
    expect(await visit(SIGN_ON, '/foreign')).toBe('');
    expect(await visit(COURT, '/')).toBe('session=court');
  });

  test("dropping the court's cookies keeps the sign-on", async () => {
    const { visit, web } = await court({
      '/on': ['NextGenCSO=t1; Domain=.practice.localhost; Path=/'],
      '/own': ['session=s; Path=/', `wide=w; Domain=${COURT}; Path=/`, 'deep=d; Path=/cgi-bin'],
    });
    await visit(SIGN_ON, '/on');
    await visit(COURT, '/own');
    expect(await visit(COURT, '/cgi-bin/x')).toBe('deep=d; NextGenCSO=t1; session=s; wide=w');
    web.dropCookies(COURT.toUpperCase());
    expect(await visit(COURT, '/cgi-bin/x')).toBe('NextGenCSO=t1');
  });

  test('whether there is any to send to an address can be asked', async () => {
    const { visit, web } = await court({
      '/own': ['session=s; Path=/cgi-bin'],
      '/off': ['session=; Path=/cgi-bin; Max-Age=0'],
    });
    await visit(COURT, '/own');
    const asked = (): Promise<boolean[]> =>
      Promise.all(['/', '/cgi-bin/x'].map((path) => web.hasCookies(`http://${COURT}${path}`)));
    expect(await asked()).toEqual([false, true]);
    await visit(COURT, '/off');
    expect(await asked()).toEqual([false, false]);
  });

  test('two webs share nothing', async () => {
    const { visit } = await court({ '/own': ['session=s; Path=/'] });
    await visit(COURT, '/own');
    const other = await court({});
    expect(await other.visit(COURT, '/')).toBe('');
  });
});
