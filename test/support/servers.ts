import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer as createRawServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Pair } from './certificates.ts';

export type Served = {
  port: number;
  /** Connections taken so far. */
  connections: () => number;
  /** Connections open now. */
  open: () => number;
  close: () => Promise<void>;
};

/** Told how to end what was started: by vitest when the running test is over, or by whoever runs without it. */
export type Ends = (end: () => Promise<void>) => void;

/** Listens on 127.0.0.1 until the running test is over, connections and all. */
export async function listen(server: Server, ends: Ends = onTestFinished): Promise<Served> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  ends(close);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, connections: () => connections, open: () => sockets.size, close };
}

/** An HTTP server. */
export function serve(answer: RequestListener): Promise<Served> {
  return listen(createServer({ keepAliveTimeout: 60_000 }, answer));
}

/** An HTTPS server. */
export function serveSecurely(pair: Pair, answer: RequestListener, ends?: Ends): Promise<Served> {
  return listen(createSecureServer(pair, answer), ends);
}

export type Heard = { requests: string[] };

/**
 * A server that reads whole requests (head and body) and then does what `act` does with the socket: for
 * answers that node:http would never give. `heard.requests` holds each request's first line.
 */
export async function serveRaw(act: (socket: Socket, nth: number) => void): Promise<Served & Heard> {
  const requests: string[] = [];
  const server = createRawServer((socket) => {
    let pending = '';
    socket.on('data', (data) => {
      pending += data.toString('latin1');
      for (;;) {
        const end = pending.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/^content-length: *(\d+)/im.exec(pending.slice(0, end))?.[1] ?? 0);
        if (pending.length < end + 4 + length) return;
        requests.push(pending.slice(0, pending.indexOf('\r\n')));
        pending = pending.slice(end + 4 + length);
        act(socket, requests.length);
      }
    });
  });
  return { ...(await listen(server)), requests };
}

export type Proxy = Served & {
  /** Every CONNECT received: where to, and the Proxy-Authorization header. */
  asked: { target: string; authorization: string | null }[];
};

/**
 * A CONNECT proxy. Wherever a tunnel is asked to, it leads to the local `port` that `route` gives; a number
 * below 1000 is answered as a status instead. With a `pair` the proxy itself is reached over TLS.
 */
export async function serveProxy(
  route: (target: string) => number,
  pair?: Pair,
  ends?: Ends,
): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const notATunnel: RequestListener = (_request, response) => void response.writeHead(405).end();
  const server = pair === undefined ? createServer(notATunnel) : createSecureServer(pair, notATunnel);
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const target = request.url ?? '';
    asked.push({ target, authorization: request.headers['proxy-authorization'] ?? null });
    const port = route(target);
    if (port < 1_000) {
      socket.end(`HTTP/1.1 ${port} No\r\nContent-Length: 2\r\n\r\nno`);
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  return { ...(await listen(server, ends)), asked };
}
