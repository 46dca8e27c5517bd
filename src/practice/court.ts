import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readBody, readCookies, whose } from './asked.ts';
import type { Asked } from './asked.ts';
import { readEntries } from './body.ts';
import { listen } from './listen.ts';
import type { LogEntry } from './log.ts';
import { freshMemory } from './memory.ts';
import type { LinkMade, Memory, Origins } from './memory.ts';
import { passcodeAt } from './passcode.ts';
import { respond, routeOf } from './respond.ts';
import { scenarioNamed } from './scenarios.ts';

export type { LogEntry } from './log.ts';

export type PracticeCourt = {
  /** The court's own address, and the sign-on page's, and the index with the log for a browser. */
  address: string;
  signOn: string;
  index: string;
  /** Everything received, in order. */
  log: LogEntry[];
  /** Final Submits received, answered or not. */
  finalSubmits(): number;
  links(): LinkMade[];
  /** What the scenario's person reads off the authenticator now, or some 30-second steps away. */
  passcode(steps?: number): string;
  /** What the court would accept, where the scenario's person types something else. */
  accepts(): {
    pacerPassword: string;
    passcode: string;
    backupCodes: string[];
    cmecfLogin: string;
    cmecfPassword: string;
  };
  /** Sign-on sessions not logged out. */
  openSessions(): number;
  close(): Promise<void>;
};

export type CourtOptions = {
  scenario: string;
  port?: number;
  /** Milliseconds every answer waits. */
  delayMs?: number;
  tls?: { key: string; cert: string };
  now?: () => number;
};

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

async function readAsked(memory: Memory, request: IncomingMessage): Promise<Asked> {
  const headers = headersOf(request);
  const host = headers['host'] ?? '';
  const secure = 'encrypted' in request.socket;
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const body = await readBody(request);
  return {
    method: request.method ?? 'GET',
    host: host.replace(/:\d*$/, '').toLowerCase(),
    origin: `${secure ? 'https' : 'http'}://${host}`,
    path,
    query: query.join('?'),
    headers,
    entries: readEntries(body, headers['content-type'] ?? '', 'utf-8'),
    ...whose(memory, readCookies(headers['cookie'] ?? '')),
  };
}

async function serve(
  memory: Memory,
  delayMs: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await readAsked(memory, request);
  const route = routeOf(asked);
  const entry: LogEntry = {
    at: memory.now(),
    secure: asked.origin.startsWith('https:'),
    host: asked.host,
    method: asked.method,
    path: asked.path,
    query: asked.query,
    headers: asked.headers,
    entries: asked.entries,
    kind: route.kind,
    status: null,
  };
  if (route.kind !== 'index') memory.log.push(entry);
  const answer = respond(memory, asked, route);
  if (delayMs > 0) await pause(delayMs);
  if (answer.lost === true) {
    request.socket.destroy();
    return;
  }
  entry.status = answer.status;
  response.writeHead(answer.status, {
    ...answer.headers,
    'x-practice-court': 'nothing here is real',
    ...(answer.cookies.length === 0 ? {} : { 'set-cookie': answer.cookies }),
  });
  response.end(answer.body);
}

const originsAt = (scheme: string, port: number): Origins => ({
  court: `${scheme}://ecf.miwb.practice.localhost:${port}`,
  signOn: `${scheme}://login.practice.localhost:${port}`,
  evil: `${scheme}://evil.localhost:${port}`,
  index: `${scheme}://practice.localhost:${port}`,
});

/** Starts a practice court on 127.0.0.1. Rejects for an unknown scenario or a port that is taken. */
export async function startCourt(options: CourtOptions): Promise<PracticeCourt> {
  const scenario = scenarioNamed(options.scenario);
  if (scenario === null) throw new RangeError(`There is no practice scenario called ${options.scenario}.`);
  const scheme = options.tls === undefined ? 'http' : 'https';
  const memory = freshMemory(scenario, originsAt(scheme, 0), options.now ?? Date.now);
  const listening = await listen(options.port ?? 0, options.tls, (request, response) => {
    serve(memory, options.delayMs ?? 0, request, response).catch((error: unknown) => {
      response
        .writeHead(500, { 'content-type': 'text/plain' })
        .end(`The practice court failed: ${String(error)}`);
    });
  });
  memory.origins = originsAt(scheme, listening.port);
  const { account } = memory;
  return {
    address: memory.origins.court,
    signOn: memory.origins.signOn,
    index: memory.origins.index,
    log: memory.log,
    finalSubmits: () => memory.log.filter((one) => one.kind === 'final-submit').length,
    links: () => [...memory.links],
    passcode: (steps = 0) => passcodeAt(scenario.totpSeed, memory.now(), steps),
    accepts: () => ({
      pacerPassword: account.pacerPassword,
      passcode: passcodeAt(account.totpSeed, memory.now()),
      backupCodes: [...account.backupCodes],
      cmecfLogin: account.cmecfLogin,
      cmecfPassword: account.cmecfPassword,
    }),
    openSessions: () => memory.signOns.filter((one) => one.open).length,
    close: () => listening.close(),
  };
}
