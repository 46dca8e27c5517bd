import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from './answer.ts';
import { encode } from './charset.ts';

/**
 * How an answer is lost: closed or reset before it or in the middle of it; never given, or held in the middle of it;
 * without an end, as fast as it is read or a letter at a time. `then-away` gives it, but no connection afterwards.
 */
export type Lost =
  'before' | 'midway' | 'never' | 'reset' | 'reset-midway' | 'held' | 'endless' | 'dripping' | 'then-away';

const silent = new Set<Lost | undefined>(['never', 'before', 'reset']);
const missing = 1000; // bytes promised beyond those that come
const dripMs = 100;
const awayMs = 600;

/** Whether anything of the answer is given. */
export function isAnswered({ lost }: Answer): boolean {
  return !silent.has(lost);
}

/** Writes an answer, or loses it as it says. `away` closes the door to every new connection for so many ms. */
export function write(response: ServerResponse, answer: Answer, away: (ms: number) => void): void {
  const { lost } = answer;
  if (lost === 'never') return;
  if (lost === 'before') response.destroy();
  else if (lost === 'reset') reset(response);
  else give(response, answer, away);
}

function give(response: ServerResponse, answer: Answer, away: (ms: number) => void): void {
  const { lost } = answer;
  const body = answer.bytes ?? encode(answer.body, answer.charset ?? 'utf-8');
  const endless = lost === 'endless' || lost === 'dripping';
  const whole = lost === undefined || lost === 'then-away';
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(endless ? {} : { 'content-length': body.length + (whole ? 0 : missing) }),
    'x-practice-court': 'nothing here is real',
    ...(answer.cookies.length === 0 ? {} : { 'set-cookie': answer.cookies }),
  });
  if (lost === 'then-away') response.on('finish', () => away(awayMs));
  if (whole) response.end(body);
  else if (lost === 'midway') response.write(body, () => response.destroy());
  else if (lost === 'reset-midway') response.write(body, () => reset(response));
  else if (lost === 'held') response.write(body);
  else if (lost === 'dripping') drip(response);
  else pour(response, Buffer.alloc(65_536, '<p>practice</p>'));
}

// A connection under TLS cannot be reset from here; it is closed.
function reset({ socket }: ServerResponse): void {
  if (socket === null) return;
  if (socket.constructor === Socket) socket.resetAndDestroy();
  else socket.destroy();
}

function pour(response: ServerResponse, chunk: Buffer): void {
  let room = true;
  while (room && !response.destroyed) room = response.write(chunk);
  if (!response.destroyed) response.once('drain', () => pour(response, chunk));
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), dripMs);
  response.on('close', () => clearInterval(timer));
}
