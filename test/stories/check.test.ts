import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { makeAuthority, makeSelfSigned } from '../support/certificates.ts';
import type { Pair } from '../support/certificates.ts';
import { makeHome } from '../support/clean-env.ts';
import { PROGRAM, runProgram } from '../support/program.ts';
import { configIn, playRealCourt, stateIn } from '../support/real-court.ts';
import { listen, serveProxy } from '../support/servers.ts';
import { withSecretService } from '../support/secret-service.ts';
import { scenarioOf } from '../support/story.ts';

type Line = { id: string; ok: string; says: string; nextStep: string | null; exitCode: number };
type Checked = { code: number | null; lines: Line[]; of: (id: string) => Line | undefined };

async function check(args: string[], env: Record<string, string> = {}, home?: string): Promise<Checked> {
  const ended = await runProgram({
    args: ['check', '--json', ...args],
    env,
    ...(home === undefined ? {} : { home }),
  });
  const { lines, exitCode } = JSON.parse(ended.stdout) as { lines: Line[]; exitCode: number };
  expect(ended.code).toBe(exitCode);
  return { code: ended.code, lines, of: (id) => lines.find((line) => line.id === id) };
}
const marks = ({ lines }: Checked): string[] => lines.map(({ id, ok }) => `${ok} ${id}`);

async function practiceCourt(scenario: string, tls?: Pair): Promise<PracticeCourt> {
  const court = await startCourt({ scenario, ...(tls === undefined ? {} : { tls }) });
  onTestFinished(() => court.close());
  return court;
}
async function file(name: string, text: string): Promise<string> {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  await writeFile(join(home.path, name), text);
  return join(home.path, name);
}

const hosts = ['ecf.miwb.practice.localhost', 'login.practice.localhost'];
const authority = makeAuthority();

describe('a check against a practice court', () => {
  test('looks at everything, signs in nowhere, and ends with 0', async () => {
    const court = await practiceCourt('success');
    const checked = await check(['--court-address', court.address]);
    expect([checked.code, marks(checked)]).toEqual([
      0,
      [
        'ok runtime',
        'warn terminal',
        'ok colour',
        'ok folders',
        'ok keychain',
        'ok certificates',
        'ok proxy',
        'ok court-connection',
        'ok court-front-page',
        'ok sign-on-connection',
        'ok sign-on-front-page',
        'ok sign-on-page',
        'ok clock',
      ],
    ]);
    expect(checked.of('sign-on-page')?.says).toMatch(
      /^the court leads to login\.practice\.localhost:\d+, and its sign-on form is recognised$/,
    );
    expect(court.log.filter((entry) => entry.method !== 'GET')).toEqual([]);
  });

  test('for a person each line is marked, with its next step below it', async () => {
    const court = await practiceCourt('success');
    const { stdout } = await runProgram({ args: ['check', '--court-address', court.address] });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(
      `[ok]   runtime: Node ${process.versions.node}, OpenSSL ${process.versions.openssl}, ${process.platform} ${process.arch}`,
    );
    expect(lines.slice(1, 3)).toEqual([
      '[warn] terminal: none, so nothing can be asked',
      '         → Give every option and secret that a run needs; see README.md, "For a firm\'s onboarding shell".',
    ]);
    expect(lines.at(-2)).toBe('Nothing here stands in the way of a link.');
  });

  test('quietly says only what is not ok, and the sum', async () => {
    const court = await practiceCourt('success');
    const { stdout } = await runProgram({ args: ['check', '--quiet', '--court-address', court.address] });
    expect(stdout).toBe(
      `[warn] terminal: none, so nothing can be asked
         → Give every option and secret that a run needs; see README.md, "For a firm's onboarding shell".

Nothing here stands in the way of a link.
`,
    );
  });

  test('as JSON has the fields that README.md tells of', async () => {
    const { address } = await practiceCourt('success');
    const { stdout } = await runProgram({ args: ['check', '--json', '--court-address', address] });
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(result)).toEqual(['schema', 'exitCode', 'practice', 'court', 'lines']);
    expect(result['court']).toEqual({
      id: 'MIWBK',
      shortName: 'miwb',
      name: 'Michigan Western Bankruptcy Court',
      address,
    });
  });

  test('warns of a front page that is none', async () => {
    const success = scenarioOf('success');
    const court = await startCourt({
      scenario: {
        ...success,
        traits: { ...success.traits, faults: [{ at: 'landing', does: { name: 'status', status: 404 } }] },
      },
    });
    onTestFinished(() => court.close());
    const checked = await check(['--court-address', court.address]);
    expect(checked.code).toBe(0);
    expect(checked.of('court-front-page')).toMatchObject({
      ok: 'warn',
      says: expect.stringMatching(/ answered 404 in \d+ ms$/) as string,
      nextStep: 'That is not its front page. The line "sign-on-page" tells whether the way in is open.',
    });
  });

  test('over TLS says who issued the certificates', async () => {
    const court = await practiceCourt('success', authority.issue(hosts));
    const ca = await file('ca.pem', authority.caPem);
    const checked = await check(['--court-address', court.address, '--ca-file', ca]);
    expect(checked.code).toBe(0);
    for (const id of ['court-connection', 'sign-on-connection'])
      expect(checked.of(id)?.says).toMatch(
        /TLSv1\.3; its certificate was issued by Test authority, good until /,
      );
  });

  const stranger = makeAuthority();
  test.each([
    [
      'of an unknown authority',
      () => stranger.issue(hosts),
      'its certificate was issued by an authority this computer does not know; its certificate was issued by Test authority',
    ],
    [
      'for another name',
      () => authority.issue(['other.practice.localhost']),
      'its certificate is for another name; its certificate was issued by Test authority',
    ],
    [
      'that has expired',
      () => authority.issue(hosts, -1),
      'its certificate has expired; its certificate was issued by Test authority',
    ],
    [
      'that is self-signed',
      () => makeSelfSigned(hosts),
      'its certificate is self-signed; its certificate was issued by Test server',
    ],
  ])('a certificate %s fails with code 7, and its issuer is told', async (_name, pair, why) => {
    const court = await practiceCourt('success', pair());
    const ca = await file('ca.pem', authority.caPem);
    const checked = await check(['--court-address', court.address, '--ca-file', ca]);
    expect([checked.code, checked.of('court-connection')]).toEqual([
      7,
      expect.objectContaining({
        ok: 'fail',
        says: `The connection to ecf.miwb.practice.localhost is not secure: ${why}`,
        exitCode: 7,
      }),
    ]);
    expect(court.log).toEqual([]);
  });

  test.each(['maintenance-200-login.pl', 'maintenance-503-sign-on-page'])(
    'a court that is down (%s) fails with code 7',
    async (scenario) => {
      const court = await practiceCourt(scenario);
      const checked = await check(['--court-address', court.address, '--timeout', '2']);
      expect([checked.code, checked.of('sign-on-page')]).toEqual([
        7,
        {
          id: 'sign-on-page',
          ok: 'fail',
          says: 'The court or PACER is down for maintenance.',
          nextStep: 'Try again later.',
          exitCode: 7,
        },
      ]);
    },
  );

  test('nobody at the address fails with code 7', async () => {
    const checked = await check(['--court-address', 'http://ecf.miwb.practice.localhost:9']);
    expect([checked.code, checked.of('court-connection')?.says]).toEqual([
      7,
      'ecf.miwb.practice.localhost refused the connection',
    ]);
  });
});

describe('a check of a real court, played on loopback', () => {
  test('goes through the proxy, looks at folders, and tries the keychain with a word of its own', async () => {
    const played = await playRealCourt('success');
    const env = Object.entries(played.env).map(([name, value]) => `${name}='${value}'`);
    const ended = await withSecretService(
      played.home,
      'unlocked',
      `env ${env.join(' ')} '${process.execPath}' '${PROGRAM}' check --json --ca-file '${played.caFile}'; secret-tool search --all service 'miwb-link check' 2>&1`,
    );
    const { lines, exitCode, practice } = JSON.parse(ended.stdout) as {
      lines: Line[];
      exitCode: number;
      practice: boolean;
    };
    expect([exitCode, practice, lines.map(({ id, ok }) => `${ok} ${id}`)]).toEqual([
      0,
      false,
      [
        'ok runtime',
        'warn terminal',
        'ok colour',
        'ok state-folder',
        'ok config-folder',
        'ok config',
        'ok keychain',
        'ok certificates',
        'ok proxy',
        'ok court-connection',
        'ok court-front-page',
        'ok sign-on-connection',
        'ok sign-on-front-page',
        'ok sign-on-page',
        'ok clock',
      ],
    ]);
    const told = new Map(lines.map(({ id, says }) => [id, says]));
    expect(told.get('proxy')).toBe(played.env['HTTPS_PROXY']?.replace('http://', ''));
    expect(told.get('court-connection')).toMatch(
      /^ecf\.miwb\.uscourts\.gov through the proxy 127\.0\.0\.1:\d+ in \d+ ms, TLSv1\.3; its certificate was issued by Test authority/,
    );
    expect(ended.stderr).not.toContain('LOOPBACK ONLY');
  });

  test('no keychain, an open folder and a bad configuration are each told, with what to do', async () => {
    const played = await playRealCourt('success');
    const state = dirname(stateIn(played.home, 'x'));
    await mkdir(state, { recursive: true });
    await chmod(state, 0o755);
    await mkdir(dirname(configIn(played.home)), { recursive: true, mode: 0o700 });
    await writeFile(configIn(played.home), '{"pacerusr":"x"}');
    const checked = await check(['--ca-file', played.caFile], played.env, played.home);
    expect(checked.code).toBe(2);
    expect(checked.of('keychain')).toMatchObject({ ok: 'warn', exitCode: 0 });
    expect(checked.of('state-folder')).toMatchObject({
      ok: 'warn',
      says: `${state}, mode 0755, open to others`,
      nextStep: `chmod 700 '${state}' keeps the names and dates in it to yourself.`,
    });
    expect(checked.of('config')).toMatchObject({ ok: 'fail', exitCode: 2 });
    expect(checked.of('sign-on-page')).toMatchObject({ ok: 'ok' });
  });

  test('a proxy’s password is not shown', async () => {
    const played = await playRealCourt('success');
    const HTTPS_PROXY = `http://clerk:hunter2@127.0.0.1:${played.proxy.port}`;
    const checked = await check(['--ca-file', played.caFile], { ...played.env, HTTPS_PROXY }, played.home);
    expect(checked.of('proxy')?.says).toBe(`127.0.0.1:${played.proxy.port}`);
    expect(JSON.stringify(checked.lines)).not.toContain('hunter2');
    expect(played.proxy.asked[0]?.authorization).toBe(
      `Basic ${Buffer.from('clerk:hunter2').toString('base64')}`,
    );
  });

  test.each([
    ['leading blanks', '  http://clerk:hunter2@127.0.0.1:PORT', '127.0.0.1:PORT', 0],
    ['more slashes', 'http:////clerk:hunter2@127.0.0.1:PORT', '127.0.0.1:PORT', 0],
    ['another kind', 'socks5://clerk:hunter2@127.0.0.1:1080', '127.0.0.1:1080', 7],
    ['a slash in its password', 'http://clerk:hunter2/@127.0.0.1:PORT', '(cannot be read)', 7],
    ['digits before that slash', 'http://clerk:4242/hunter2@127.0.0.1:PORT', '(cannot be read)', 7],
  ])('nor is it where the address has %s', async (_, given, shown, code) => {
    const played = await playRealCourt('success');
    const withPort = (text: string): string => text.replace('PORT', String(played.proxy.port));
    const env = { ...played.env, HTTPS_PROXY: withPort(given) };
    const checked = await check(['--ca-file', played.caFile], env, played.home);
    expect([checked.of('proxy')?.says, checked.code]).toEqual([withPort(shown), code]);
    expect(JSON.stringify(checked.lines)).not.toMatch(/hunter2|4242|clerk/);
  });

  test('a proxy that refuses, and one that hangs up again and again, end with code 7 in time', async () => {
    const played = await playRealCourt('success');
    const refusing = await serveProxy(() => 403);
    const looping = await listen(createServer((socket) => void socket.destroy()));
    for (const { port } of [refusing, looping]) {
      const started = performance.now();
      const env = { ...played.env, HTTPS_PROXY: `http://127.0.0.1:${port}` };
      const checked = await check(['--ca-file', played.caFile, '--timeout', '5'], env, played.home);
      expect([checked.code, checked.of('court-connection')?.exitCode]).toEqual([7, 7]);
      expect(performance.now() - started).toBeLessThan(20_000);
    }
    expect(refusing.connections()).toBeLessThan(4);
    expect(looping.connections()).toBeLessThan(4);
  });
});
