import { describe, expect, test } from 'vitest';
import { readingAhead } from '../../src/commands/read-ahead.ts';
import { startCourt } from '../../src/practice/court.ts';
import { openWeb } from '../../src/world/web.ts';
import type { WebRequest } from '../../src/world/web.ts';

const get = (url: string, headers: Record<string, string> = {}): WebRequest => ({
  method: 'GET',
  url,
  headers,
  body: null,
  timeoutMs: 5_000,
  freshConnection: false,
});

/** What the court saw of a run that reads the sign-on address ahead and then sends these. */
async function seen(requests: (address: string) => WebRequest[]): Promise<string[]> {
  const court = await startCourt({ scenario: 'success' });
  const opened = openWeb({ practice: true, userAgent: 'test' });
  try {
    const web = readingAhead(opened, get(`${court.address}/cgi-bin/login.pl`));
    for (const request of requests(court.address)) await web.send(request);
    return court.log.map(({ method, path, headers }) => `${method} ${path} ${headers['referer'] ?? '-'}`);
  } finally {
    await opened.close();
    await court.close();
  }
}

describe('a read that is sent before the walk begins', () => {
  test('is the walk’s own first request: the court sees it once', async () => {
    expect(await seen((at) => [get(`${at}/cgi-bin/login.pl`)])).toEqual(['GET /cgi-bin/login.pl -']);
  });

  test('answers the first request alone; the same again is sent again', async () => {
    const twice = await seen((at) => [get(`${at}/cgi-bin/login.pl`), get(`${at}/cgi-bin/login.pl`)]);
    expect(twice).toEqual(['GET /cgi-bin/login.pl -', 'GET /cgi-bin/login.pl -']);
  });

  test('is no answer to another request', async () => {
    const other = await seen((at) => [get(`${at}/cgi-bin/login.pl`, { referer: `${at}/` })]);
    expect(other.toSorted((a, b) => a.length - b.length)).toEqual([
      'GET /cgi-bin/login.pl -',
      expect.stringMatching(/^GET \/cgi-bin\/login\.pl http:/),
    ]);
  });

  test('fails whoever asks for it, not the program', async () => {
    const opened = openWeb({ practice: true, userAgent: 'test' });
    const nowhere = get('http://ecf.nobody.localhost:9/cgi-bin/login.pl');
    const web = readingAhead(opened, nowhere);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(web.send(nowhere)).rejects.toMatchObject({ code: 'refused', sent: 'no' });
    await opened.close();
  });
});
