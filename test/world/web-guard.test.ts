import { describe, expect, test } from 'vitest';
import { allowedUrl, isPracticeHost } from '../../src/world/web-guard.ts';
import { serve } from '../support/servers.ts';
import { asking, COURT, failureOf, webFor } from './sending.ts';

const refused = (url: string, practice: boolean) => failureOf((async () => allowedUrl(url, practice))());

describe('a practice run', () => {
  test.each([
    `http://${COURT}:8080/cgi-bin/login.pl`,
    `https://${COURT}/`,
    'http://LOGIN.Practice.LOCALHOST:1/',
    'http://ecf.miwb.practice.localhost.:1/',
  ])('may go to %s', (url) => {
    expect(allowedUrl(url, true).href).toBe(new URL(url).href);
  });

  test.each([
    ['https://ecf.miwb.uscourts.gov/', 'ecf.miwb.uscourts.gov lies outside the practice court'],
    ['http://localhost:8080/', 'localhost:8080 lies outside the practice court'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080 lies outside the practice court'],
    ['http://[::1]/', '[::1] lies outside the practice court'],
    ['http://evil-localhost/', 'evil-localhost lies outside the practice court'],
    ['http://practice.localhost.example/', 'practice.localhost.example lies outside the practice court'],
    ['ftp://ecf.practice.localhost/', 'ecf.practice.localhost is not a web address'],
    ['file:///etc/passwd', 'file: is not a web address'],
    [
      'http://u:p@ecf.practice.localhost/',
      'ecf.practice.localhost carries a user name or password in the address',
    ],
  ])('may not go to %s', async (url, why) => {
    expect(await refused(url, true)).toEqual({
      code: 'forbidden-host',
      sent: 'no',
      message: `Not contacted: ${why}.`,
    });
  });
});

describe('a real run', () => {
  test.each(['https://ecf.miwb.uscourts.gov/', 'https://ecf.miwb.example:8443/x'])('may go to %s', (url) => {
    expect(allowedUrl(url, false).href).toBe(url);
  });

  test.each([
    ['http://ecf.miwb.uscourts.gov/', 'ecf.miwb.uscourts.gov is not secure (http, not https)'],
    ['https://ecf.practice.localhost/', 'ecf.practice.localhost is a practice address, not a real court'],
    ['https://ecf.practice.localhost./', 'ecf.practice.localhost. is a practice address, not a real court'],
    ['https://LOCALHOST/', 'localhost is a practice address, not a real court'],
    ['https://localhost./', 'localhost. is a practice address, not a real court'],
    ['https://127.0.0.1/', '127.0.0.1 is a bare IP address'],
    ['https://0x7f.1/', '127.0.0.1 is a bare IP address'],
    ['https://2130706433/', '127.0.0.1 is a bare IP address'],
    ['https://[::1]:8443/', '[::1]:8443 is a bare IP address'],
    ['https://[::ffff:127.0.0.1]/', '[::ffff:7f00:1] is a bare IP address'],
    [
      'https://user@ecf.miwb.uscourts.gov/',
      'ecf.miwb.uscourts.gov carries a user name or password in the address',
    ],
    ['javascript:alert(1)', 'javascript: is not a web address'],
  ])('may not go to %s', async (url, why) => {
    expect(await refused(url, false)).toEqual({
      code: 'forbidden-host',
      sent: 'no',
      message: `Not contacted: ${why}.`,
    });
  });
});

test('an address that cannot be read is refused without repeating it', async () => {
  expect(await refused('https://exa mple/?token=abc', false)).toEqual({
    code: 'forbidden-host',
    sent: 'no',
    message: 'Not contacted: the address to go to cannot be read.',
  });
});

test('the names of the practice court are those under .localhost', () => {
  expect(
    ['a.localhost', 'A.B.LOCALHOST.', 'localhost', 'a.localhost.example', 'notlocalhost'].map(isPracticeHost),
  ).toEqual([true, true, false, false, false]);
});

test('a forbidden host is never connected to, by a request or ahead of one', async () => {
  const server = await serve((_request, response) => void response.end());
  const web = webFor();
  const address = `http://127.0.0.1:${server.port}/`;
  await web.warm(address);
  expect((await failureOf(web.send(asking(address)))).code).toBe('forbidden-host');
  expect((await failureOf(web.send(asking(address, { freshConnection: true })))).code).toBe('forbidden-host');
  const real = webFor({ practice: false });
  await real.warm(`https://${COURT}:${server.port}`);
  expect((await failureOf(real.send(asking(`https://${COURT}:${server.port}/`)))).code).toBe(
    'forbidden-host',
  );
  expect(server.connections()).toBe(0);
});
