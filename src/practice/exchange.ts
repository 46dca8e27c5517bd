import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readBody, readCookies, whose } from './asked.ts';
import type { Asked } from './asked.ts';
import { readEntries } from './body.ts';
import { handedOut } from './handed.ts';
import type { LogEntry } from './log.ts';
import type { Memory } from './memory.ts';
import { respond, routeOf } from './respond.ts';
import { isAnswered, write } from './wire.ts';

function headersOf(request: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(request.headers);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

async function readAsked(memory: Memory, request: IncomingMessage): Promise<Asked> {
  const headers = headersOf(request);
  const authority = headers['host'] ?? '';
  const host = authority.replace(/:\d*$/, '').toLowerCase();
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const body = await readBody(request);
  const charset = host.startsWith('ecf.') ? memory.scenario.traits.charset : 'utf-8';
  return {
    method: request.method ?? 'GET',
    host,
    origin: `${'encrypted' in request.socket ? 'https' : 'http'}://${authority}`,
    path,
    query: query.join('?'),
    headers,
    entries: readEntries(body, headers['content-type'] ?? '', charset),
    ...whose(memory, readCookies(headers['cookie'] ?? '')),
  };
}

/** One request, from its first byte to its answer or the lack of one; everything but the index's own is logged. */
export async function exchange(
  memory: Memory,
  delayMs: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const since = performance.now();
  const asked = await readAsked(memory, request);
  const { method, host, path, query, headers, entries } = asked;
  const route = routeOf(asked);
  const entry: LogEntry = {
    at: memory.now(),
    secure: asked.origin.startsWith('https:'),
    host,
    method,
    path,
    query,
    headers,
    entries,
    kind: route.kind,
    status: null,
  };
  if (route.kind !== 'index') memory.log.push(entry);
  await memory.watch(entry, 'arrived');
  const answer = respond(memory, asked, route);
  for (const value of handedOut(answer)) memory.handed.add(value);
  await memory.watch(entry, 'handled');
  const left = delayMs - (performance.now() - since);
  if (left > 0) await pause(left);
  if (isAnswered(answer)) entry.status = answer.status;
  write(response, answer, memory.away);
}
