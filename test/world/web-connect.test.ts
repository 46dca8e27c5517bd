import type { TLSSocket } from 'node:tls';
import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority, makeSelfSigned } from '../support/certificates.ts';
import type { Pair } from '../support/certificates.ts';
import { serve, serveSecurely } from '../support/servers.ts';
import { asking, COURT, failureOf, SIGN_ON, textOf, webFor } from './sending.ts';

const authority = makeAuthority();
const stranger = makeAuthority();
const { caPem } = authority;

async function court(pair: Pair) {
  const heard: string[] = [];
  const server = await serveSecurely(pair, (request, response) => {
    const { servername, authorized } = request.socket as TLSSocket & { servername?: string };
    heard.push(`${servername ?? ''} ${String(authorized)}`);
    response.end('secret page');
  });
  return { heard, server, at: (host = COURT) => `https://${host}:${server.port}/` };
}

describe('a secure connection', () => {
  test('is trusted when the given authority vouches for exactly this host', async () => {
    const { at, heard } = await court(authority.issue([COURT, SIGN_ON]));
    const web = webFor({ caPem });
    expect(textOf(await web.send(asking(at())))).toBe('secret page');
    expect(textOf(await web.send(asking(at(SIGN_ON), { freshConnection: true })))).toBe('secret page');
    expect(heard).toEqual([`${COURT} false`, `${SIGN_ON} false`]);
  });

  test('can be opened ahead, and is used', async () => {
    const { at, server } = await court(authority.issue([COURT]));
    const web = webFor({ caPem });
    await web.warm(at());
    await web.send(asking(at()));
    expect(server.connections()).toBe(1);
  });

  test('is trusted through any certificate of the file', async () => {
    const { at } = await court(authority.issue([COURT]));
    const web = webFor({ caPem: `The firm's own:\n${stranger.caPem}\n${caPem}` });
    expect(textOf(await web.send(asking(at())))).toBe('secret page');
  });

  const unknown = 'its certificate was issued by an authority this computer does not know';
  test.each<[string, () => Pair, string | null, string]>([
    ['has expired', () => authority.issue([COURT], -1), caPem, 'its certificate has expired'],
    [
      'is for another name',
      () => authority.issue(['ecf.nysb.practice.localhost']),
      caPem,
      'its certificate is for another name',
    ],
    [
      'is for the level above only',
      () => authority.issue(['*.practice.localhost']),
      caPem,
      'its certificate is for another name',
    ],
    ['is self-signed', () => makeSelfSigned([COURT]), caPem, 'its certificate is self-signed'],
    ['comes from a stranger', () => stranger.issue([COURT]), caPem, unknown],
    ['comes from an authority that was not given', () => authority.issue([COURT]), null, unknown],
  ])('is refused when the certificate %s, and nothing is sent', async (_what, issue, ca, reason) => {
    const { at, heard } = await court(issue());
    for (const freshConnection of [true, false]) {
      expect(await failureOf(webFor({ caPem: ca }).send(asking(at(), { freshConnection })))).toEqual({
        code: 'tls',
        sent: 'no',
        message: `The connection to ${COURT} is not secure: ${reason}.`,
      });
    }
    expect(heard).toEqual([]);
  });

  test('stays refused when the environment asks to trust anything', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    onTestFinished(() => {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    });
    const { at } = await court(makeSelfSigned([COURT]));
    expect((await failureOf(webFor().send(asking(at())))).code).toBe('tls');
  });

  test('is refused by a server that does not speak TLS', async () => {
    const server = await serve((_request, response) => void response.end());
    expect(await failureOf(webFor().send(asking(`https://${COURT}:${server.port}/`)))).toEqual({
      code: 'tls',
      sent: 'no',
      message: `The connection to ${COURT} is not secure: it does not speak TLS on this port.`,
    });
  });

  test('a given authority that is no certificate is said to be one', async () => {
    const { at } = await court(authority.issue([COURT]));
    expect(await failureOf(webFor({ caPem: 'not a certificate' }).send(asking(at())))).toEqual({
      code: 'tls',
      sent: 'no',
      message: 'The file of certificates given to trust holds none.',
    });
  });
});

describe('names under .localhost', () => {
  test('lead to this computer, whatever a resolver would say', async () => {
    const server = await serve((request, response) => void response.end(request.headers.host));
    const url = `http://no.such.name.anywhere.localhost:${server.port}/`;
    expect(textOf(await webFor().send(asking(url)))).toBe(`no.such.name.anywhere.localhost:${server.port}`);
  });

  test('are found on IPv6 where IPv4 does not answer', async () => {
    const six = createServer((_request, response) => void response.end('six'));
    await new Promise<void>((resolve) => six.listen({ port: 0, host: '::1', ipv6Only: true }, resolve));
    onTestFinished(() => {
      six.closeAllConnections();
      six.close();
    });
    const address = six.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(textOf(await webFor().send(asking(`http://${COURT}:${port}/`)))).toBe('six');
  });
});

test('a name that does not exist is told apart', async () => {
  // Longer than a label may be, so no resolver is asked.
  const host = `${'a'.repeat(64)}.example`;
  expect(await failureOf(webFor({ practice: false }).send(asking(`https://${host}/`)))).toEqual({
    code: 'dns',
    sent: 'no',
    message: `The name ${host} could not be looked up (ENOTFOUND).`,
  });
});
