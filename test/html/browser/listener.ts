import { createServer, type IncomingMessage } from 'node:http';

/** A request as the server saw it, with what no two browsers share (a boundary) made the same. */
export type Received = {
  method: string;
  url: string;
  contentType: string | null;
  referer: string | null;
  origin: string | null;
  body: string;
};

export type Listener = {
  origin: string;
  /** The next GET is answered with this page; whatever comes after it is a submission. */
  serve(page: { bytes: Buffer; contentType: string }): void;
  /** The next submission, or null where none came within this many milliseconds. */
  next(timeout: number): Promise<Received | null>;
  close(): Promise<void>;
};

function seen(request: IncomingMessage, body: Buffer): Received {
  const type = request.headers['content-type'] ?? null;
  const boundary = type?.split('; boundary=', 2)[1];
  const text = body.toString('latin1');
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    contentType: boundary === undefined ? type : (type?.replace(boundary, 'B') ?? null),
    referer: request.headers.referer ?? null,
    origin: request.headers.origin ?? null,
    body: boundary === undefined ? text : text.replaceAll(boundary, 'B'),
  };
}

/** An HTTP server on loopback that serves one page at a time and keeps whatever its form sends. */
export async function listen(): Promise<Listener> {
  let page: { bytes: Buffer; contentType: string } | null = null;
  let received: Received[] = [];
  let taker: ((received: Received | null) => void) | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      if (page !== null) {
        response.writeHead(200, { 'content-type': page.contentType }).end(page.bytes);
        page = null;
        return;
      }
      received.push(seen(request, Buffer.concat(chunks)));
      taker?.(received.shift() ?? null);
      // No content: the browser stays where it is, and the next page finds it at rest.
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    serve(next) {
      page = next;
      received = [];
    },
    next(timeout) {
      const ready = received.shift();
      if (ready !== undefined) return Promise.resolve(ready);
      return new Promise((done) => {
        const finish = (one: Received | null) => {
          clearTimeout(timer);
          taker = null;
          done(one);
        };
        const timer = setTimeout(() => finish(null), timeout);
        taker = finish;
      });
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
