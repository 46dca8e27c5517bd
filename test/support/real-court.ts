import { writeFile } from 'node:fs/promises';
import { request as send } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Watch } from '../../src/practice/memory.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { makeAuthority } from './certificates.ts';
import { makeHome } from './clean-env.ts';
import { serveProxy, serveSecurely } from './servers.ts';
import type { Ends, Proxy } from './servers.ts';
import { scenarioOf } from './story.ts';

export const REAL_COURT = 'ecf.miwb.uscourts.gov';
export const REAL_SIGN_ON = 'pacer.login.uscourts.gov';

/** A practice court that plays the real hosts, behind a proxy: for what a practice run never does. */
export type PlayedCourt = {
  court: PracticeCourt;
  proxy: Proxy;
  home: string;
  /** The authority that vouches for the played hosts, in a file. */
  caFile: string;
  /** What leads the program there; without it, it would be stopped by the guard and not reach the network. */
  env: Record<string, string>;
};

const authority = makeAuthority();
const pair = authority.issue([REAL_COURT, REAL_SIGN_ON]);
// Two folders up, so that a bundle in dist/ finds it too.
const guard = new URL('../../test/support/loopback-only.mjs', import.meta.url).href;

/** Starts one, until the running test is over or whoever `ends` it does. */
export async function playRealCourt(
  scenario: string | Scenario,
  { watch, ends = onTestFinished }: { watch?: Watch; ends?: Ends } = {},
): Promise<PlayedCourt> {
  const court = await startCourt({
    scenario: typeof scenario === 'string' ? scenarioOf(scenario) : scenario,
    ...(watch === undefined ? {} : { watch }),
  });
  ends(() => court.close());
  const home = await makeHome();
  ends(() => home.remove());
  const answer: RequestListener = (request, response) => {
    pass(court, request, response).catch(() => response.destroy());
  };
  const gateway = await serveSecurely(pair, answer, ends);
  const hosts = [`${REAL_COURT}:443`, `${REAL_SIGN_ON}:443`];
  const route = (target: string): number => (hosts.includes(target) ? gateway.port : 403);
  const proxy = await serveProxy(route, undefined, ends);
  const caFile = join(home.path, 'ca.pem');
  await writeFile(caFile, authority.caPem);
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_OPTIONS: `--import=${guard}` };
  return { court, proxy, home: home.path, caFile, env };
}

/** The same until it is closed: for a test that runs beside others, and for what runs without vitest. */
export async function openRealCourt(
  scenario: Scenario,
  watch?: Watch,
): Promise<PlayedCourt & { close(): Promise<void> }> {
  const endings: (() => Promise<void>)[] = [];
  const ends: Ends = (end) => void endings.unshift(end);
  const played = await playRealCourt(scenario, watch === undefined ? { ends } : { watch, ends });
  return {
    ...played,
    async close() {
      for (const end of endings) await end();
    },
  };
}

/** Hands a request on to the practice court and its answer back, each under the other's names. */
async function pass(court: PracticeCourt, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const names: [real: string, played: string][] = [
    [`https://${REAL_COURT}`, court.address],
    [`https://${REAL_SIGN_ON}`, court.signOn],
  ].flatMap(([real = '', played = '']) => [
    [real, played] as [string, string],
    [encodeURIComponent(real), encodeURIComponent(played)] as [string, string],
  ]);
  const inward = (text: string): string =>
    names.reduce((rest, [real, played]) => rest.replaceAll(real, played), text);
  const outward = (text: string): string =>
    names.reduce((rest, [real, played]) => rest.replaceAll(played, real), text);
  const to = new URL(request.headers.host === REAL_COURT ? court.address : court.signOn);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const body = Buffer.from(inward(Buffer.concat(chunks).toString('latin1')), 'latin1');
    const headers: IncomingHttpHeaders = { ...inwardHeaders(request.headers, inward), host: to.host };
    if (request.method === 'POST') headers['content-length'] = String(body.length);
    const { method } = request;
    const options = {
      host: '127.0.0.1',
      port: to.port,
      path: inward(request.url ?? '/'),
      headers,
      agent: false,
    };
    const onward = send({ ...options, ...(method === undefined ? {} : { method }) }, resolve);
    onward.on('error', reject).end(body);
  });
  const back: Buffer[] = [];
  for await (const chunk of answer) back.push(chunk as Buffer);
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || ['content-length', 'transfer-encoding', 'connection'].includes(name)) continue;
    const turned = (one: string): string => outward(one).replaceAll('practice.localhost', 'uscourts.gov');
    headers[name] = Array.isArray(value) ? value.map(turned) : turned(value);
  }
  const body = Buffer.from(outward(Buffer.concat(back).toString('latin1')), 'latin1');
  response.writeHead(answer.statusCode ?? 502, headers).end(body);
}

function inwardHeaders(headers: IncomingHttpHeaders, inward: (text: string) => string): IncomingHttpHeaders {
  const { 'accept-encoding': _coding, connection: _connection, ...rest } = headers;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' ? inward(value) : value]),
  );
}

/** Where a played court's home keeps what runs leave behind. */
export const stateIn = (home: string, name: string): string =>
  join(home, '.local', 'state', 'miwb-link', name);
export const configIn = (home: string): string => join(home, '.config', 'miwb-link', 'config.json');
