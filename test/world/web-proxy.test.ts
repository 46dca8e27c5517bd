import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { bypassesProxy, proxyFor } from '../../src/world/web-proxy.ts';
import { makeAuthority } from '../support/certificates.ts';
import { listen, serveProxy, serveSecurely } from '../support/servers.ts';
import { asking, failureOf, textOf, webFor } from './sending.ts';

const HOST = 'ecf.miwb.example';
const authority = makeAuthority();

describe('who is spared the proxy', () => {
  test.each([
    ['', 'https://ecf.miwb.example/', false],
    ['ecf.miwb.example', 'https://ecf.miwb.example/', true],
    ['ECF.miwb.example', 'https://ecf.MIWB.example./', true],
    ['miwb.example', 'https://ecf.miwb.example/', true],
    ['.miwb.example', 'https://ecf.miwb.example/', true],
    ['*.miwb.example', 'https://ecf.miwb.example/', true],
    ['iwb.example', 'https://ecf.miwb.example/', false],
    ['cf.miwb.example', 'https://ecf.miwb.example/', false],
    ['*', 'https://ecf.miwb.example/', true],
    ['other.example, *', 'https://ecf.miwb.example/', true],
    ['a.example,miwb.example', 'https://ecf.miwb.example/', true],
    ['a.example  miwb.example', 'https://ecf.miwb.example/', true],
    ['miwb.example:443', 'https://ecf.miwb.example/', true],
    ['miwb.example:8443', 'https://ecf.miwb.example/', false],
    ['miwb.example:8443', 'https://ecf.miwb.example:8443/', true],
    ['*:8443', 'https://ecf.miwb.example:8443/', true],
    [',,', 'https://ecf.miwb.example/', false],
    ['.', 'https://ecf.miwb.example/', false],
  ])('NO_PROXY="%s" and %s: %s', (no, url, spared) => {
    expect(bypassesProxy(new URL(url), no)).toBe(spared);
  });
});

describe('which proxy', () => {
  const url = new URL('https://ecf.miwb.example/');
  test.each([
    [
      'http://proxy.example:3128',
      { secure: false, hostname: 'proxy.example', port: 3128, authorization: null },
    ],
    ['http://proxy.example', { secure: false, hostname: 'proxy.example', port: 80, authorization: null }],
    ['https://proxy.example/', { secure: true, hostname: 'proxy.example', port: 443, authorization: null }],
    ['proxy.example:3128', { secure: false, hostname: 'proxy.example', port: 3128, authorization: null }],
    ['http://[::1]:3128', { secure: false, hostname: '::1', port: 3128, authorization: null }],
    [
      'http://me:p%40ss%3A@proxy.example:3128',
      {
        secure: false,
        hostname: 'proxy.example',
        port: 3128,
        authorization: `Basic ${Buffer.from('me:p@ss:').toString('base64')}`,
      },
    ],
  ])('%s', (https, proxy) => {
    expect(proxyFor(url, { https })).toEqual(proxy);
  });

  test.each([null, undefined, {}, { https: '' }, { https: ' ' }, { http: 'http://proxy.example' }])(
    'none for %o',
    (settings) => {
      expect(proxyFor(url, settings)).toBeNull();
    },
  );

  test.each([
    [
      'socks5://me:secret@proxy.example',
      'A proxy of the kind socks5:// cannot be used, only http and https.',
    ],
    ['http://me:12/secret@proxy.example', 'The proxy setting (HTTPS_PROXY) is not an address.'],
    ['me:12#secret@proxy.example', 'The proxy setting (HTTPS_PROXY) is not an address.'],
    ['http://me:secret@:99999', 'The proxy setting (HTTPS_PROXY) is not an address.'],
  ])('%s cannot be used', async (https, message) => {
    const told = await failureOf((async () => proxyFor(url, { https }))());
    expect(told).toEqual({ code: 'proxy', sent: 'no', message });
  });
});

async function courtBehind(route?: (port: number) => number) {
  const heard: string[] = [];
  const court = await serveSecurely(authority.issue([HOST]), (request, response) => {
    heard.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? '-'}`);
    response.end('through');
  });
  const proxy = await serveProxy(() => (route ?? ((port) => port))(court.port));
  const settings = { https: `http://me:pass@127.0.0.1:${proxy.port}` };
  const web = webFor({ practice: false, caPem: authority.caPem, proxy: settings });
  return { heard, court, proxy, web, settings };
}

describe('a real run behind a proxy', () => {
  test('reaches the court through a tunnel, which alone is told the password of the proxy', async () => {
    const { heard, proxy, web } = await courtBehind();
    const answer = await web.send(asking(`https://${HOST}/cgi-bin/login.pl`));
    await web.send(asking(`https://${HOST}/2`, { method: 'POST', freshConnection: true }));
    expect(textOf(answer)).toBe('through');
    const authorization = `Basic ${Buffer.from('me:pass').toString('base64')}`;
    expect(proxy.asked).toEqual([
      { target: `${HOST}:443`, authorization },
      { target: `${HOST}:443`, authorization },
    ]);
    expect(heard).toEqual(['GET /cgi-bin/login.pl -', 'POST /2 -']);
  });

  test('verifies the court itself, not the proxy', async () => {
    const { court, proxy } = await courtBehind();
    const settings = { https: `http://127.0.0.1:${proxy.port}` };
    const web = webFor({ practice: false, proxy: settings });
    expect(await failureOf(web.send(asking(`https://${HOST}:${court.port}/`)))).toMatchObject({
      code: 'tls',
      sent: 'no',
    });
    expect(proxy.asked).toEqual([{ target: `${HOST}:${court.port}`, authorization: null }]);
  });

  test.each([
    [403, 'does not allow this address (403)'],
    [407, 'asks for a user name and password, or refuses the ones given (407)'],
    [502, 'could not reach the address (502)'],
    [302, 'refused (302)'],
  ])('a proxy that answers %i is asked once, and its refusal told', async (status, why) => {
    const { proxy, web, heard } = await courtBehind(() => status);
    for (const freshConnection of [false, true]) {
      expect(await failureOf(web.send(asking(`https://${HOST}/?token=t`, { freshConnection })))).toEqual({
        code: 'proxy',
        sent: 'no',
        message: `The proxy 127.0.0.1:${proxy.port} ${why}.`,
      });
    }
    expect([proxy.asked.length, heard]).toEqual([2, []]);
  });

  test('a proxy that hangs up on CONNECT is asked once and no more', async () => {
    const proxy = await listen(createServer((socket) => void socket.once('data', () => socket.destroy())));
    const web = webFor({ practice: false, proxy: { https: `http://me:pass@127.0.0.1:${proxy.port}` } });
    const start = performance.now();
    for (const freshConnection of [false, true]) {
      expect(await failureOf(web.send(asking(`https://${HOST}/`, { freshConnection })))).toEqual({
        code: 'proxy',
        sent: 'no',
        message: `The proxy 127.0.0.1:${proxy.port} cannot be used: it broke off the connection while it was being opened.`,
      });
    }
    expect(proxy.connections()).toBe(2);
    expect(performance.now() - start).toBeLessThan(6_000);
  });

  test('a proxy that never answers costs no more than the time allowed', async () => {
    const proxy = await listen(createServer((socket) => void socket.resume()));
    const web = webFor({ practice: false, proxy: { https: `http://127.0.0.1:${proxy.port}` } });
    const start = performance.now();
    expect(await failureOf(web.send(asking(`https://${HOST}/`, { timeoutMs: 300 })))).toEqual({
      code: 'proxy',
      sent: 'no',
      message: `The proxy 127.0.0.1:${proxy.port} did not answer in time.`,
    });
    expect(performance.now() - start).toBeLessThan(6_000);
  });

  test('a proxy that is not there is named', async () => {
    const proxy = await serveProxy(() => 403);
    await proxy.close();
    const web = webFor({ practice: false, proxy: { https: `http://me:pass@127.0.0.1:${proxy.port}` } });
    expect(await failureOf(web.send(asking(`https://${HOST}/`)))).toEqual({
      code: 'proxy',
      sent: 'no',
      message: `The proxy 127.0.0.1:${proxy.port} cannot be used: it refused the connection.`,
    });
  });

  test('a proxy that talks nonsense is named', async () => {
    const proxy = await listen(
      createServer((socket) => void socket.once('data', () => socket.end('SSH-2.0\r\n'))),
    );
    const web = webFor({ practice: false, proxy: { https: `http://127.0.0.1:${proxy.port}` } });
    expect(await failureOf(web.send(asking(`https://${HOST}/`)))).toMatchObject({
      code: 'proxy',
      sent: 'no',
    });
  });

  test('a court that breaks off inside the tunnel is not taken for the proxy', async () => {
    const broken = await listen(createServer((socket) => void socket.once('data', () => socket.destroy())));
    const proxy = await serveProxy(() => broken.port);
    const web = webFor({ practice: false, proxy: { https: `http://127.0.0.1:${proxy.port}` } });
    expect(await failureOf(web.send(asking(`https://${HOST}/`)))).toMatchObject({
      code: 'reset',
      sent: 'no',
    });
  });

  test.each([false, true])(
    'a tunnel cut in the middle of an answer fails like any connection (secure proxy: %s)',
    async (secure) => {
      const court = await serveSecurely(authority.issue([HOST]), (_request, response) => {
        response.write('half');
        setImmediate(() => void proxy.close());
      });
      const proxy = await serveProxy(() => court.port, secure ? authority.issue(['127.0.0.1']) : undefined);
      const settings = { https: `http${secure ? 's' : ''}://127.0.0.1:${proxy.port}` };
      const web = webFor({ practice: false, caPem: authority.caPem, proxy: settings });
      const failure = await failureOf(
        web.send(asking(`https://${HOST}/`, { method: 'POST', freshConnection: true })),
      );
      expect(failure).toMatchObject({ code: 'reset', sent: 'maybe' });
      expect(proxy.asked).toHaveLength(1);
    },
  );

  test('reaches the court through a proxy that is itself secure', async () => {
    const { court } = await courtBehind();
    const proxy = await serveProxy(() => court.port, authority.issue(['127.0.0.1']));
    const settings = { https: `https://127.0.0.1:${proxy.port}` };
    const web = webFor({ practice: false, caPem: authority.caPem, proxy: settings });
    expect(textOf(await web.send(asking(`https://${HOST}/`)))).toBe('through');
    expect(proxy.asked).toEqual([{ target: `${HOST}:443`, authorization: null }]);
  });

  test('does not talk to a secure proxy whose certificate is for another name', async () => {
    const proxy = await serveProxy(() => 403, authority.issue(['proxy.example']));
    const settings = { https: `https://me:pass@127.0.0.1:${proxy.port}` };
    const web = webFor({ practice: false, caPem: authority.caPem, proxy: settings });
    expect(await failureOf(web.send(asking(`https://${HOST}/`)))).toEqual({
      code: 'proxy',
      sent: 'no',
      message:
        `The proxy 127.0.0.1:${proxy.port} cannot be used: ` +
        'the connection to it is not secure: its certificate is for another name.',
    });
    expect(proxy.asked).toEqual([]);
  });
});

test('a practice run asks no proxy', async () => {
  const proxy = await serveProxy(() => 403);
  const court = await serveSecurely(authority.issue(['ecf.practice.localhost']), (_request, response) => {
    response.end('direct');
  });
  const settings = { https: `http://127.0.0.1:${proxy.port}`, http: `http://127.0.0.1:${proxy.port}` };
  const web = webFor({ caPem: authority.caPem, proxy: settings });
  expect(textOf(await web.send(asking(`https://ecf.practice.localhost:${court.port}/`)))).toBe('direct');
  expect(proxy.connections()).toBe(0);
});

test('a host that is spared the proxy is not asked for there', async () => {
  const proxy = await serveProxy(() => 403);
  const host = `${'a'.repeat(64)}.example`;
  const web = webFor({ practice: false, proxy: { https: `http://127.0.0.1:${proxy.port}`, no: '.example' } });
  expect((await failureOf(web.send(asking(`https://${host}/`)))).code).toBe('dns');
  expect(proxy.connections()).toBe(0);
});
