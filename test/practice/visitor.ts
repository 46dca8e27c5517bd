import { request } from 'node:http';
import { encode } from '../../src/practice/charset.ts';
import { scenarioNamed } from '../../src/practice/scenarios.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';

export type Reply = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  location: string | null;
  cookies: string[];
  type: string;
  text: string;
};
export type Sent = {
  fields?: [string, string][];
  multipart?: boolean;
  partial?: boolean;
  /** Latin-1 pages send Latin-1 forms. */
  latin1?: boolean;
  headers?: Record<string, string>;
};

/** One request over loopback, by hand: no redirects, no cookies but those given. */
export function ask(address: string, sent: Sent = {}, cookie = ''): Promise<Reply> {
  const url = new URL(address);
  const { headers, body } = bodyOf(sent);
  return new Promise((resolve, reject) => {
    const out = request(
      {
        host: '127.0.0.1',
        port: url.port,
        path: url.pathname + url.search,
        method: sent.fields === undefined ? 'GET' : 'POST',
        agent: false,
        headers: { host: url.host, ...(cookie === '' ? {} : { cookie }), ...headers, ...sent.headers },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            location: answer.headers.location ?? null,
            cookies: answer.headers['set-cookie'] ?? [],
            type: answer.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString(
              /utf-8/i.test(answer.headers['content-type'] ?? 'utf-8') ? 'utf8' : 'latin1',
            ),
          }),
        );
      },
    );
    out.on('error', reject);
    out.end(encode(body, sent.latin1 === true ? 'windows-1252' : 'utf-8'));
  });
}

/** The bytes of a form, in the encoding of the page it stands on. */
function bodyOf(sent: Sent): { headers: Record<string, string>; body: string } {
  if (sent.fields === undefined) return { headers: {}, body: '' };
  if (sent.multipart === true) {
    const parts = sent.fields.map(
      ([n, v]) => `--fence\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${v}\r\n`,
    );
    return {
      headers: { 'content-type': 'multipart/form-data; boundary=fence' },
      body: `${parts.join('')}--fence--\r\n`,
    };
  }
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(sent.partial === true ? { 'faces-request': 'partial/ajax' } : {}),
    },
    body: new URLSearchParams(sent.fields).toString(),
  };
}

/** Undoes the five entities that the court's pages escape. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The first text between two marks, entities undone. Throws when it is not there. */
export function between(text: string, left: string, right: string): string {
  const start = text.indexOf(left);
  const end = start < 0 ? -1 : text.indexOf(right, start + left.length);
  if (end < 0) throw new Error(`no ${left}…${right} in:\n${text}`);
  return unescaped(text.slice(start + left.length, end));
}

export type Visitor = {
  /** Who it is; a test may have them type something else. */
  who: Scenario;
  jar: Map<string, string>;
  get(address: string, headers?: Record<string, string>): Promise<Reply>;
  post(address: string, fields: [string, string][], sent?: Omit<Sent, 'fields'>): Promise<Reply>;
  /** GET, then every redirect to its end. */
  follow(address: string): Promise<Reply>;
};

/** Somebody with a cookie jar who knows just what a test tells them. Cookies are kept by host, shared ones for all. */
export function visitor(scenario: string): Visitor {
  const who = scenarioNamed(scenario);
  if (who === null) throw new Error(scenario);
  const latin1 = who.traits.charset === 'windows-1252';
  const jar = new Map<string, string>();
  const cookie = (host: string): string =>
    [...jar]
      .filter(([key]) => key.startsWith(`${host}|`) || key.startsWith('shared|'))
      .map(([key, value]) => `${key.split('|')[1]}=${value}`)
      .join('; ');
  const keep = (host: string, reply: Reply): Reply => {
    for (const line of reply.cookies) {
      const [pair = ''] = line.split(';');
      const equals = pair.indexOf('=');
      const key = `${/domain=/i.test(line) ? 'shared' : host}|${pair.slice(0, equals)}`;
      if (/max-age=0/i.test(line)) jar.delete(key);
      else jar.set(key, pair.slice(equals + 1));
    }
    return reply;
  };
  const send = async (address: string, sent: Sent): Promise<Reply> => {
    const { hostname } = new URL(address);
    return keep(
      hostname,
      await ask(address, { ...sent, latin1: latin1 && hostname.startsWith('ecf.') }, cookie(hostname)),
    );
  };
  const get = (address: string, headers: Record<string, string> = {}) => send(address, { headers });
  const follow = async (address: string): Promise<Reply> => {
    let at = address;
    for (let hop = 0; hop < 8; hop += 1) {
      const reply = await get(at);
      if (reply.location === null) return reply;
      at = new URL(reply.location, at).href;
    }
    throw new Error('redirected for ever');
  };
  return {
    who,
    jar,
    get,
    post: (address, fields, sent = {}) => send(address, { ...sent, fields }),
    follow,
  };
}
