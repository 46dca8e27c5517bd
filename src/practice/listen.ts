import { createServer as createPlain } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';

const TLS_HANDSHAKE = 0x16;

export type Listening = {
  port: number;
  /** Closes every connection and refuses new ones for so many milliseconds. */
  away(ms: number): void;
  close(): Promise<void>;
};

/**
 * Listens on 127.0.0.1 for http and, with a key and certificate, for https on the same port: the first byte of
 * a connection tells which. Port 0 takes any free one. Rejects when the port is taken.
 */
export async function listen(
  port: number,
  tls: { key: string; cert: string } | undefined,
  onRequest: RequestListener,
): Promise<Listening> {
  const plain = createPlain(onRequest);
  const secure = tls === undefined ? null : createSecure(tls, onRequest);
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: unknown = socket.read(1);
      if (!(first instanceof Buffer)) return;
      socket.unshift(first);
      const server = first[0] === TLS_HANDSHAKE && secure !== null ? secure : plain;
      server.emit('connection', socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.listen(port, '127.0.0.1', resolve);
  });
  const at = front.address();
  if (at === null || typeof at === 'string') throw new Error('The practice court has no port.');
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  let coming: NodeJS.Timeout | undefined;
  return {
    port: at.port,
    away(ms) {
      clearTimeout(coming);
      front.close();
      hangUp();
      coming = setTimeout(() => front.listen(at.port, '127.0.0.1'), ms);
    },
    close: () =>
      new Promise((resolve) => {
        clearTimeout(coming);
        front.close(() => resolve());
        hangUp();
      }),
  };
}
