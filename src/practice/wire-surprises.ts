import { brotliCompressSync, constants as zlib, deflateSync, gzipSync } from 'node:zlib';
import { html, withCookie } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { endedCookie, forgetSignOn } from './cookies.ts';
import type { Memory } from './memory.ts';
import type { Surprise } from './surprises.ts';
import type { Lost } from './wire.ts';

const FORTY = 40 * 1024 * 1024;
const half = '<html><head><title>Practice</title></head><body><p>Your CM/ECF acc';

const lose =
  (lost: Lost, body = half) =>
  (): Answer => ({ ...html(body), lost });

const packers: Record<string, (plain: Uint8Array) => Uint8Array> = {
  br: (plain) => brotliCompressSync(plain, { params: { [zlib.BROTLI_PARAM_QUALITY]: 1 } }),
  deflate: (plain) => deflateSync(plain),
};

const packed = (answer: Answer, bytes: Uint8Array, coding = 'gzip'): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'content-encoding': coding },
  bytes,
});

/** What a network, a proxy or a server in trouble does to an answer. */
export const wireSurprises = {
  reset: lose('reset', ''),
  'reset-midway': lose('reset-midway'),
  held: lose('held'),
  endless: lose('endless', ''),
  dripping: lose('dripping', ''),
  'forty-megabytes': (): Answer => ({ ...html(''), bytes: Buffer.alloc(FORTY, '<p>practice</p>') }),
  /** Packed as `words` says, in gzip or in codings on top of each other. */
  'gzip-bomb': (_memory: Memory, _asked: Asked, does: Surprise): Answer => {
    const codings = (does.words ?? 'gzip').split(', ');
    const bytes = codings.reduce<Uint8Array>(
      (plain, coding) => (packers[coding] ?? gzipSync)(plain),
      Buffer.alloc(FORTY, '<p>practice</p>'),
    );
    return packed(html(''), bytes, codings.join(', '));
  },
  'gzip-truncated': (): Answer => packed(html(''), gzipSync(half.repeat(50)).subarray(0, 60)),
  /** A proxy in between that has no answer of the court's. */
  'bad-gateway': (): Answer =>
    html(
      '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1><p>proxy.practice</p>',
      502,
    ),
  /** Too busy for the moment; `words` is the Retry-After. */
  busy: (_memory: Memory, _asked: Asked, does: Surprise): Answer => {
    const answer = html('<h1>Service Unavailable (practice)</h1>', 503);
    return { ...answer, headers: { ...answer.headers, 'retry-after': does.words ?? '1' } };
  },
  /** The page that was asked for, called something that is no page. */
  'wrong-type': (_memory: Memory, _asked: Asked, _does: Surprise, usual: () => Answer): Answer => {
    const answer = usual();
    return { ...answer, headers: { ...answer.headers, 'content-type': 'application/octet-stream' } };
  },
  /** The answer as usual, and with it the order to forget every cookie. */
  'lose-cookies': (_memory: Memory, _asked: Asked, _does: Surprise, usual: () => Answer): Answer => {
    const told = withCookie(withCookie(usual(), endedCookie('CourtSession')), endedCookie('JSESSIONID'));
    return forgetSignOn(told);
  },
  /** The answer as usual; whoever comes next finds the door shut for a moment. */
  'then-away': (_memory: Memory, _asked: Asked, _does: Surprise, usual: () => Answer): Answer => ({
    ...usual(),
    lost: 'then-away',
  }),
};
