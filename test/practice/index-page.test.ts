import { request } from 'node:https';
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import { makeAuthority } from '../support/certificates.ts';
import type { Authority } from '../support/certificates.ts';
import { open } from './courts.ts';
import { signOn } from './steps.ts';
import { ask } from './visitor.ts';

describe('the page for somebody with a browser', () => {
  test('it tells the scenario and what was received, without secrets, and is not in the log itself', async () => {
    const { court, guest } = await open('success');
    await signOn(court, guest);
    const received = court.log.length;
    const page = await guest.get(`${court.index}/`);
    expect(page.text).toContain('<h1>Practice court: success</h1>');
    expect(page.text).toContain('loginForm:loginName=alma.example');
    expect(page.text).toContain('loginForm:password=(not shown)');
    expect(page.text).not.toContain('Practice-Only-Alma-1');
    expect(court.log.length).toBe(received);
  });

  test('the log is to be had as JSON, its secrets masked, its order kept', async () => {
    const { court, guest } = await open('success');
    await signOn(court, guest);
    const page = await guest.get(`${court.index}/log.json`);
    const log = JSON.parse(page.text) as typeof court.log;
    expect(page.type).toBe('application/json');
    expect(log.map((one) => one.kind)).toEqual(court.log.map((one) => one.kind));
    expect(log.at(-1)?.entries).toEqual([
      ['mfaForm', 'mfaForm'],
      ['mfaForm:mfaInput', '(not shown)'],
      ['mfaForm:btnOk', ''],
      ['javax.faces.ViewState', '(not shown)'],
    ]);
    expect(log.at(-1)?.headers['cookie']).toBe('(not shown)');
  });

  test('what somebody sends is shown as text, never as markup', async () => {
    const { court, guest } = await open('success');
    await guest.post(`${court.address}/cgi-bin/x`, [['<script>', '<img src=x>']]);
    const page = await guest.get(`${court.index}/`);
    expect(page.text).toContain('&lt;script&gt;=&lt;img src=x&gt;');
    expect(page.text).not.toContain('<img src=x>');
  });
});

describe('where it can be reached', () => {
  test('a name that is not its own is misdirected', async () => {
    const { court } = await open('success');
    const page = await ask(`${court.address}/`, { headers: { host: 'ecf.miwb.example' } });
    expect({ status: page.status, kind: court.log.at(-1)?.kind }).toEqual({ status: 421, kind: 'unknown' });
  });

  test('an address that no court has is not found', async () => {
    const { court, guest } = await open('success');
    expect((await guest.get(`${court.address}/cgi-bin/nothing.pl`)).status).toBe(404);
    expect((await guest.get(`${court.signOn}/nothing`)).status).toBe(404);
  });

  test('a port that is taken is an error, and a closed court is gone', async () => {
    const { court } = await open('success');
    const port = Number(new URL(court.address).port);
    await expect(startCourt({ scenario: 'success', port })).rejects.toThrow('EADDRINUSE');
    await court.close();
    await expect(ask(`${court.address}/`)).rejects.toThrow('ECONNREFUSED');
  });

  test('a request of more than a megabyte is not read', async () => {
    const { court, guest } = await open('success');
    const page = await guest.post(`${court.address}/`, [['a', 'x'.repeat(1_100_000)]]);
    expect({ status: page.status, log: court.log }).toEqual({ status: 500, log: [] });
  });
});

describe('with a certificate', () => {
  let authority: Authority;
  beforeAll(() => {
    authority = makeAuthority();
  });

  const names = ['ecf.miwb.practice.localhost', 'login.practice.localhost'];
  const secureGet = (address: string): Promise<{ location: string | undefined; cookies: string[] }> =>
    new Promise((resolve, reject) => {
      const { host, hostname, port, pathname, search } = new URL(address);
      const options = {
        host: '127.0.0.1',
        servername: hostname,
        port,
        path: pathname + search,
        headers: { host },
      };
      request({ ...options, ca: authority.caPem, agent: false }, (answer) => {
        answer.resume();
        answer.on('end', () =>
          resolve({ location: answer.headers.location, cookies: answer.headers['set-cookie'] ?? [] }),
        );
      })
        .on('error', reject)
        .end();
    });

  test('it speaks https, its addresses say so, and its cookies are for https alone', async () => {
    const { court } = await open('success', { tls: authority.issue(names) });
    expect(court.address).toMatch(/^https:\/\/ecf\.miwb\.practice\.localhost:\d+$/);
    const sent = await secureGet(`${court.address}/cgi-bin/login.pl`);
    expect(sent.location).toContain(`${court.signOn}/csologin/login.jsf`);
    const page = await secureGet(sent.location ?? '');
    expect(page.cookies).toEqual([expect.stringMatching(/^JSESSIONID=.*; Secure$/)]);
    expect(court.log.map((one) => one.secure)).toEqual([true, true]);
  });

  test('on the same port it hears plain http too, so that a downgrade shows in the log', async () => {
    const { court } = await open('attack-scheme-login.pl', { tls: authority.issue(names) });
    const sent = await secureGet(`${court.address}/cgi-bin/login.pl`);
    expect(sent.location).toBe(`${court.address.replace('https:', 'http:')}/cgi-bin/login.pl`);
    await ask(sent.location ?? '');
    expect(court.log.map((one) => one.secure)).toEqual([true, false]);
  });

  test('a connection that says nothing, or nonsense, hurts nobody', async () => {
    const { court, guest } = await open('success');
    const port = Number(new URL(court.address).port);
    for (const words of ['', '\u0016\u0003nonsense', 'GET nothing\r\n\r\n']) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(words));
        socket.on('data', () => {});
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    }
    expect((await guest.get(`${court.address}/`)).status).toBe(200);
  });
});
