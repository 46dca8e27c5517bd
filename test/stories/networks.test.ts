import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { makeAuthority, makeSelfSigned } from '../support/certificates.ts';
import type { Pair } from '../support/certificates.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import { playRealCourt } from '../support/real-court.ts';
import type { PlayedCourt } from '../support/real-court.ts';
import { listen, serveProxy } from '../support/servers.ts';
import { argsOf, realSecretsOf, scenarioOf, scriptedOptions, secretsOf } from '../support/story.ts';

const hosts = ['ecf.miwb.practice.localhost', 'login.practice.localhost'];
const authority = makeAuthority();
const stranger = makeAuthority();
const alma = scenarioOf('success');

type Ending = { code: number | null; outcome: string; message: string };

async function dryRun(args: string[], env: Record<string, string>): Promise<Ending & { stderr: string }> {
  const ended = await runProgram({ args: ['link', '--json', '--dry-run', ...args], env });
  const { outcome, message } = JSON.parse(ended.stdout || '{}') as Ending;
  return { code: ended.code, outcome, message, stderr: ended.stderr };
}

async function courtWith(
  tls: Pair,
): Promise<{ court: PracticeCourt; args: string[]; env: Record<string, string> }> {
  const court = await startCourt({ scenario: scenarioOf('success'), tls });
  onTestFinished(() => court.close());
  return {
    court,
    args: argsOf(scriptedOptions(alma, court.address, true)),
    env: secretsOf(alma, court),
  };
}

async function file(text: string): Promise<string> {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  await writeFile(join(home.path, 'ca.pem'), text);
  return join(home.path, 'ca.pem');
}

describe('a court over TLS', () => {
  test('is trusted by --ca-file', async () => {
    const { args, env } = await courtWith(authority.issue(hosts));
    const ended = await dryRun([...args, '--ca-file', await file(authority.caPem)], env);
    expect([ended.code, ended.outcome]).toEqual([0, 'dry-run-ready']);
  });

  test('is trusted by NODE_EXTRA_CA_CERTS, alone and beside a --ca-file of somebody else', async () => {
    const { args, env } = await courtWith(authority.issue(hosts));
    const extra = { ...env, NODE_EXTRA_CA_CERTS: await file(authority.caPem) };
    expect((await dryRun(args, extra)).code).toBe(0);
    const other = await courtWith(authority.issue(hosts));
    const besides = { ...other.env, NODE_EXTRA_CA_CERTS: extra.NODE_EXTRA_CA_CERTS };
    expect((await dryRun([...other.args, '--ca-file', await file(stranger.caPem)], besides)).code).toBe(0);
  });

  const at = 'The connection to ecf.miwb.practice.localhost is not secure: ';
  test.each([
    [
      'of an unknown authority',
      () => stranger.issue(hosts),
      'its certificate was issued by an authority this computer does not know.',
    ],
    [
      'for another name',
      () => authority.issue(['other.practice.localhost']),
      'its certificate is for another name.',
    ],
    ['that has expired', () => authority.issue(hosts, -1), 'its certificate has expired.'],
    ['that is self-signed', () => makeSelfSigned(hosts), 'its certificate is self-signed.'],
  ])('with a certificate %s is sent nothing, whatever the environment says', async (_name, pair, why) => {
    const { court, args, env } = await courtWith(pair());
    const never = { ...env, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const ended = await dryRun([...args, '--ca-file', await file(authority.caPem)], never);
    expect([ended.code, ended.outcome, ended.message]).toEqual([7, 'tls', `${at}${why}`]);
    expect(court.log).toEqual([]);
  });
});

function realArgs(played: PlayedCourt): { args: string[]; env: Record<string, string> } {
  return {
    args: ['--ca-file', played.caFile, '--pacer-user', alma.pacerUser, '--cmecf-login', alma.cmecfLogin],
    env: { ...played.env, ...realSecretsOf(alma, played.court) },
  };
}

describe('a proxy', () => {
  test('of --proxy is used before the one of the environment', async () => {
    const played = await playRealCourt('success');
    const { args, env } = realArgs(played);
    const wrong = { ...env, HTTPS_PROXY: 'http://127.0.0.1:9' };
    const ended = await dryRun([...args, '--proxy', `127.0.0.1:${played.proxy.port}`], wrong);
    expect([ended.code, ended.outcome]).toEqual([0, 'dry-run-ready']);
    expect(played.proxy.asked.length).toBeGreaterThan(1);
  });

  test('is passed by for what NO_PROXY names', async () => {
    const played = await playRealCourt('success');
    const { args, env } = realArgs(played);
    const ended = await dryRun(args, { ...env, NO_PROXY: 'localhost,.uscourts.gov' });
    // The guard of the tests stops it at the first name that it would have looked up itself.
    expect(ended.code).toBe(99);
    expect(ended.stderr).toMatch(/LOOPBACK ONLY: (ecf\.miwb|pacer\.login)\.uscourts\.gov was asked for/);
    expect(played.proxy.asked).toEqual([]);
  });

  test.each([
    ['refuses', 403, 'does not allow this address (403)'],
    ['wants a login', 407, 'asks for a user name and password, or refuses the ones given (407)'],
    ['cannot reach the court', 502, 'could not reach the address (502)'],
  ])('that %s ends the run with code 7 and its words', async (_name, status, why) => {
    const played = await playRealCourt('success');
    const proxy = await serveProxy(() => status);
    const { args, env } = realArgs(played);
    const ended = await dryRun([...args, '--timeout', '5'], {
      ...env,
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    });
    expect([ended.code, ended.outcome, ended.message]).toEqual([
      7,
      'proxy',
      `The proxy 127.0.0.1:${proxy.port} ${why}.`,
    ]);
  });

  test('that takes connections and hangs up, or says nothing, ends the run with code 7 in time', async () => {
    const played = await playRealCourt('success');
    const { args, env } = realArgs(played);
    const hangsUp = await listen(createServer((socket) => void socket.destroy()));
    const silent = await listen(createServer((socket) => void socket.on('error', () => {})));
    for (const { port } of [hangsUp, silent]) {
      const started = performance.now();
      const ended = await dryRun([...args, '--timeout', '3'], {
        ...env,
        HTTPS_PROXY: `http://127.0.0.1:${port}`,
      });
      expect([ended.code, ended.outcome]).toEqual([7, 'proxy']);
      expect(performance.now() - started).toBeLessThan(15_000);
    }
    expect(hangsUp.connections()).toBeLessThan(10);
  });

  test.each([
    [
      'http://clerk:hunter2@proxy.example:8080',
      'a command line can be read by others on this machine, so no password may stand in it; put the address with it into HTTPS_PROXY',
    ],
    ['socks5://proxy.example', 'only http and https proxies can be used'],
    ['http://', 'it is not an address'],
    ['http://clerk:12/hunter2@proxy.example', 'it is not an address'],
  ])('--proxy %s is refused before anything is contacted', async (proxy, why) => {
    const played = await playRealCourt('success');
    const { args, env } = realArgs(played);
    const ended = await dryRun([...args, '--proxy', proxy], env);
    expect([ended.code, ended.outcome, ended.message]).toEqual([2, 'usage', `--proxy: ${why}.`]);
    expect(JSON.stringify(ended)).not.toContain('hunter2');
    expect(played.proxy.asked).toEqual([]);
  });

  test('has no part in practice', async () => {
    const { args, env, court } = await courtWith(authority.issue(hosts));
    const ended = await dryRun([...args, '--proxy', '127.0.0.1:9'], env);
    expect([ended.code, ended.message]).toEqual([
      2,
      '--proxy: a practice court is on this machine, and no proxy leads there.',
    ]);
    expect(court.log).toEqual([]);
  });
});
