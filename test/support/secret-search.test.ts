import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { bertil } from '../../src/practice/scenarios/people.ts';
import { makeHome } from './clean-env.ts';
import { leaksOf, leaksOfRun } from './secret-search.ts';
import { scenarioOf, secretsOf } from './story.ts';

const alma = scenarioOf('success');
const secrets: [whose: string, secret: string][] = [
  ['a PACER password', alma.pacerPassword],
  ['a CM/ECF password', alma.cmecfPassword],
  ['another', bertil.pacerPassword],
  ['one more', bertil.cmecfPassword],
];
const legacy = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
const entity = (text: string, which: RegExp): string =>
  text.replace(which, (sign) => `&#${sign.codePointAt(0)};`);
const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const address = (text: string): string => {
  const url = new URL('https://a.example/');
  url.searchParams.set('q', text);
  return url.href;
};
const query = (text: string): string => new URL(`https://a.example/?q=${text.replaceAll('#', '')}`).href;
const lower = (text: string): string => text.replace(/%../g, (code) => code.toLowerCase());
const dump = (bytes: Buffer): string => bytes.toString('hex').replace(/../g, '$& ');
const form = (text: string): string => String(new URLSearchParams({ a: 'b', v: text }));

/** Ways in which a program writes a text, by means that the search does not use itself. */
const writings: [how: string, write: (secret: string) => string | Buffer][] = [
  ['as it is', (secret) => `[${secret}]`],
  [
    'broken over two lines',
    (secret) => `| ${secret.slice(0, 9)}\n   | ${secret.slice(9)}`.replaceAll('|', ''),
  ],
  ['cut off', (secret) => `${secret.slice(0, 11)}…`],
  ['its end alone', (secret) => `…${secret.slice(-10)}`],
  ['in windows-1252', (secret) => legacy(`x ${secret}`)],
  ['in windows-1252, read as UTF-8', (secret) => new TextDecoder().decode(legacy(secret))],
  ['in UTF-8, read as Latin-1', (secret) => Buffer.from(secret).toString('latin1')],
  ['in UTF-16', (secret) => Buffer.from(`x${secret}`, 'utf16le')],
  ['by encodeURIComponent', encodeURIComponent],
  ['by encodeURIComponent, in small letters', (secret) => lower(encodeURIComponent(secret))],
  ['by encodeURIComponent, + for a space', (secret) => encodeURIComponent(secret).replaceAll('%20', '+')],
  ['by encodeURI', encodeURI],
  ['by escape, as %XX of every letter', (secret) => dump(Buffer.from(secret)).trim().replace(/(^| )/g, '%')],
  [
    'by escape, of windows-1252',
    (secret) => dump(legacy(secret)).trim().toUpperCase().replace(/(^| )/g, '%'),
  ],
  ['in an address', address],
  ['in a query that was not escaped', query],
  ['in a form', form],
  ['in a form, in small letters', (secret) => lower(form(secret))],
  ['in JSON', (secret) => JSON.stringify({ secret })],
  ['in JSON in JSON', (secret) => JSON.stringify(JSON.stringify({ secret }))],
  [
    'in JSON of ASCII',
    (secret) =>
      JSON.stringify(secret).replace(
        /[^ -~]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  ],
  ['in JSON in HTML', (secret) => html(JSON.stringify({ secret }))],
  ['in a form in JSON', (secret) => JSON.stringify({ body: form(secret) })],
  ['in HTML', (secret) => `<input value="${html(secret)}">`],
  ['in HTML, by numbers', (secret) => entity(secret, /[^]/gu)],
  ['in HTML of ASCII', (secret) => entity(html(secret), /[^ -~]/gu)],
  ['by inspect', (secret) => inspect({ secret })],
  ['by inspect, of a buffer', (secret) => inspect(Buffer.from(`a=${secret}`))],
  ['by inspect, of bytes', (secret) => inspect(new TextEncoder().encode(secret))],
  ['by %j', (secret) => format('%j', { deep: [secret] })],
  ['as JSON of a buffer', (secret) => JSON.stringify(Buffer.from(secret))],
  ['serialized', (secret) => serialize({ secret })],
  ['in hex', (secret) => Buffer.from(`a${secret}b`).toString('hex')],
  ['in hex of a form', (secret) => Buffer.from(form(secret)).toString('hex').toUpperCase()],
  ['in hex of windows-1252', (secret) => legacy(secret).toString('hex')],
  ...['', 'x', 'xy', 'alma:'].flatMap((before): [string, (secret: string) => string][] => [
    [`in base64 behind "${before}"`, (secret) => Buffer.from(before + secret).toString('base64')],
    [`in base64url behind "${before}"`, (secret) => Buffer.from(`${before}${secret}!`).toString('base64url')],
    [
      `in base64 of windows-1252 behind "${before}"`,
      (secret) => legacy(`${before}${secret}`).toString('base64'),
    ],
  ]),
  [
    'in base64 over many lines',
    (secret) => Buffer.from(`head ${secret}`).toString('base64').replace(/.{19}/g, '$&\n'),
  ],
  ['in base64 of a form', (secret) => Buffer.from(form(secret)).toString('base64')],
];

describe.each(secrets)('the search for %s', (_whose, secret) => {
  test.each(writings)('finds it %s', (_how, write) => {
    const text = write(secret);
    const around = Buffer.concat([Buffer.from('before '), Buffer.from(text), Buffer.from(' behind')]);
    const harmless = Buffer.from(write(secret.replace(/[^]/gu, (sign) => (sign === 'z' ? 'y' : 'z'))));
    expect([
      leaksOf([secret], [{ where: 'here', text: around }]).length > 0,
      leaksOf([secret], [{ where: 'here', text: harmless }]),
    ]).toEqual([true, []]);
  });
});

describe('the search for a code of six digits', () => {
  test.each([
    ['as a word', 'code 318204.', true],
    ['as an authenticator shows it', '318 204', true],
    ['in an address', 'https://a.example/?otp=318204&x', true],
    ['between escaped signs', '%22318204%22', true],
    ['behind an escaped line', '"a\\n318204"', true],
    ['in JSON', '{"passcode":"318204"}', true],
    ['in base64', Buffer.from('otp:318204').toString('base64'), true],
    ['in base64, elsewhere', Buffer.from('x:318204,').toString('base64url'), true],
    ['in hex', Buffer.from('otp=318204').toString('hex'), true],
    ['as bytes', JSON.stringify(Buffer.from('318204')), true],
    ['by numbers', entity('318204', /\d/g), true],
    ['not in a longer number', '1318204 3182040 1731820400', false],
    ['not in a word', 'a318204 318204b', false],
    ['not across a space', '31 8204', false],
  ])('%s', (_how, text, found) => {
    expect(leaksOf(['318204'], [{ where: 'here', text }]).length > 0).toBe(found);
  });
});

describe('the search of a run', () => {
  const ask = (court: PracticeCourt, host: string, path: string, body: string, headers = {}): Promise<void> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(court.address);
      const options = { host: '127.0.0.1', port, path, method: body === '' ? 'GET' : 'POST' };
      request({ ...options, headers: { host, ...headers } }, (answer) => answer.resume().on('end', resolve))
        .on('error', reject)
        .end(body);
    });
  const signOn = 'login.practice.localhost';
  const ecf = 'ecf.miwb.practice.localhost';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const posted = (value: string): string => form(value);

  type Planted = { stdout?: string; stderr?: string; files?: Record<string, string | Buffer> };
  async function searched(plant: (court: PracticeCourt) => Planted | Promise<Planted>): Promise<string[]> {
    const court = await startCourt({ scenario: alma });
    onTestFinished(() => court.close());
    const home = await makeHome();
    onTestFinished(() => home.remove());
    const { stdout = '', stderr = '', files = {} } = await plant(court);
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(home.path, name, '..'), { recursive: true });
      await writeFile(join(home.path, name), text);
    }
    const leaks = await leaksOfRun({ stdout, stderr, home: home.path }, court, secretsOf(alma, court));
    return [...new Set(leaks.map((leak) => leak.replace(home.path, '~').replace(/: .*/, '')))];
  }
  const state = '.local/state/miwb-link';

  test('finds nothing where nothing was left', async () => {
    expect(await searched(() => ({ stdout: '{}\n', files: { 'r.txt': 'linked' } }))).toEqual([]);
  });

  test.each([
    ['standard output', { stdout: alma.pacerPassword }, 'stdout'],
    ['standard error', { stderr: html(alma.cmecfPassword) }, 'stderr'],
    ['a receipt', { files: { 'r.txt': alma.cmecfPassword } }, '~/r.txt'],
    ['a trace', { files: { trace: JSON.stringify(alma.pacerPassword) } }, '~/trace'],
    [
      'a file of the state folder',
      { files: { [`${state}/refusals.json`]: legacy(alma.cmecfPassword) } },
      `~/${state}/refusals.json`,
    ],
    [
      'the configuration',
      { files: { '.config/miwb-link/config.json': encodeURI(alma.pacerPassword) } },
      '~/.config/miwb-link/config.json',
    ],
    [
      'the name of a file',
      { files: { [`${state}/${Buffer.from(alma.pacerPassword).toString('hex')}`]: '' } },
      'names of files',
    ],
  ])('finds a leak in %s', async (_where, planted, found) => {
    expect(await searched(() => planted)).toEqual([found]);
  });

  test('finds the running passcode', async () => {
    expect(await searched((court) => ({ stderr: `typed ${court.passcode()}` }))).toEqual(['stderr']);
  });

  test('finds a cookie or view state that the court handed out', async () => {
    const handed = async (court: PracticeCourt): Promise<string[]> => {
      await ask(court, signOn, '/csologin/login.jsf?pscCourtId=MIWBK', '');
      return court.handed();
    };
    expect(await searched(async (court) => ({ stdout: (await handed(court))[0] ?? '' }))).toEqual(['stdout']);
    expect(await searched(async (court) => ({ stderr: (await handed(court))[1] ?? '' }))).toEqual(['stderr']);
  });

  test.each([
    [
      'an address',
      ecf,
      `/cgi-bin/login.pl?key=${encodeURIComponent(alma.cmecfPassword)}`,
      '',
      {},
      'address or header of login.pl',
    ],
    [
      'a header',
      ecf,
      '/',
      '',
      { referer: `http://a.example/?${form(alma.pacerPassword)}` },
      'address or header of landing',
    ],
    [
      'the body for the court, the PACER password',
      ecf,
      '/cgi-bin/x.pl',
      posted(alma.pacerPassword),
      type,
      `unknown at ${ecf}`,
    ],
    [
      'the body for the sign-on, the CM/ECF password',
      signOn,
      '/csologin/login.jsf',
      posted(alma.cmecfPassword),
      type,
      `unknown at ${signOn}`,
    ],
    [
      'a body for somebody else',
      'evil.localhost',
      '/collect',
      posted(alma.pacerPassword),
      type,
      'evil at evil.localhost',
    ],
  ])('finds one sent in %s', async (_where, host, path, body, headers, found) => {
    const leaks = await searched(async (court) => {
      await ask(court, host, path, body, headers);
      return {};
    });
    expect(leaks).toEqual([found]);
  });

  test('finds nothing in a password sent to its owner', async () => {
    const leaks = await searched(async (court) => {
      await ask(court, ecf, '/cgi-bin/x.pl', posted(alma.cmecfPassword), type);
      await ask(court, signOn, '/csologin/login.jsf', posted(alma.pacerPassword), type);
      return {};
    });
    expect(leaks).toEqual([]);
  });
});
