import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { buildConnector } from 'undici';
import { openConnection } from './web-connect.ts';
import type { Road } from './web-connect.ts';
import { webFailure } from './web-failure.ts';

export type Connector = {
  /** What undici calls when it wants a connection. */
  connect: buildConnector.connector;
  /** Opens a connection ahead of need; it is used by the next request to that origin, or dropped. */
  warm(url: URL): Promise<void>;
  /** Breaks off every connection that is still being opened. */
  abandon(): void;
  /** The same, and drops the warm ones. */
  close(): void;
};

const WARM_MS = 10_000;

const usable = (socket: Socket): boolean =>
  !socket.destroyed && socket.writable && socket.readable && socket.readableLength === 0;

/** Opens connections for undici one by one: each attempt is made once, and can be broken off. */
export function makeConnector(road: Road): Connector {
  const opening = new Set<AbortController>();
  const warm = new Map<string, Promise<Socket | null>>();
  let closed = false;

  async function open(url: URL): Promise<Socket> {
    if (closed) throw webFailure('aborted', 'no', 'The program is ending; nothing was sent.');
    const attempt = new AbortController();
    opening.add(attempt);
    try {
      return await openConnection(url, road, attempt.signal);
    } finally {
      opening.delete(attempt);
    }
  }

  async function warmOrNew(url: URL): Promise<Socket> {
    const ahead = warm.get(url.origin);
    warm.delete(url.origin);
    const socket = (await ahead) ?? null;
    if (socket === null) return open(url);
    // A hang-up that lies ready is heard within one whole turn of the event loop: two, begun in its middle.
    await nextTurn();
    await nextTurn();
    if (!usable(socket)) return open(url);
    return socket.ref();
  }

  async function openWarm(url: URL): Promise<Socket | null> {
    try {
      const socket = await open(url);
      socket.unref();
      socket.on('error', () => {});
      return socket;
    } catch {
      return null;
    }
  }

  function abandon(): void {
    for (const attempt of opening) attempt.abort();
  }

  return {
    connect(options, callback) {
      const port = options.port ? `:${options.port}` : '';
      const url = new URL(`${options.protocol}//${options.hostname}${port}`);
      warmOrNew(url).then(
        (socket) => callback(null, socket),
        (e: Error) => callback(e, null),
      );
    },
    async warm(url) {
      if (warm.has(url.origin)) return;
      const ahead = openWarm(url);
      warm.set(url.origin, ahead);
      const socket = await ahead;
      if (socket === null) {
        if (warm.get(url.origin) === ahead) warm.delete(url.origin);
        return;
      }
      const drop = (): void => {
        if (warm.get(url.origin) !== ahead) return;
        warm.delete(url.origin);
        socket.destroy();
      };
      setTimeout(drop, WARM_MS).unref();
    },
    abandon,
    close() {
      closed = true;
      abandon();
      for (const ahead of warm.values()) void ahead.then((socket) => socket?.destroy());
      warm.clear();
    },
  };
}
