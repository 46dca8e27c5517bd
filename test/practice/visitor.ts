import { request } from 'node:http';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { scenarioNamed } from '../../src/practice/scenarios.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';

export type Reply = {
  status: number;
  location: string | null;
  cookies: string[];
  type: string;
  text: string;
};
export type Sent = {
  fields?: [string, string][];
  multipart?: boolean;
  partial?: boolean;
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
    out.end(body);
  });
}

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
    return keep(hostname, await ask(address, sent, cookie(hostname)));
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

const VIEW = /name="((?:javax|jakarta)\.faces\.ViewState)"[^>]*value="([^"]*)"/;

/** The view state field of a page, or of a partial answer's update. */
export function viewStateOf(text: string): [string, string] {
  const inPage = VIEW.exec(text);
  if (inPage !== null) return [inPage[1] ?? '', unescaped(inPage[2] ?? '')];
  const prefix = text.includes('jakarta.faces.ViewState') ? 'jakarta' : 'javax';
  return [`${prefix}.faces.ViewState`, between(text, 'faces.ViewState:0"><![CDATA[', ']]>')];
}

/** Signs on with a plain form post and the passcode; gives the answer that sends back to the court. */
export async function signOn(court: PracticeCourt, guest: Visitor, code = court.passcode()): Promise<Reply> {
  const page = await guest.follow(`${court.address}/cgi-bin/login.pl`);
  const form = `${court.signOn}/csologin/login.jsf`;
  const asks = await guest.post(form, [
    ['loginForm', 'loginForm'],
    ['loginForm:loginName', guest.who.pacerUser],
    ['loginForm:password', guest.who.pacerPassword],
    ['loginForm:clientCode', guest.who.clientCode ?? ''],
    ['loginForm:fbtnLogin', ''],
    viewStateOf(page.text),
  ]);
  if (!asks.text.includes('mfaForm')) return asks;
  return guest.post(form, [
    ['mfaForm', 'mfaForm'],
    ['mfaForm:mfaInput', code],
    ['mfaForm:btnOk', ''],
    viewStateOf(asks.text),
  ]);
}

/** From a good sign-on to the answer of the first Submit. */
export async function fillLinkForm(court: PracticeCourt, guest: Visitor): Promise<Reply> {
  await guest.follow(`${court.address}/cgi-bin/login.pl`);
  const page = await guest.get(`${court.address}/cgi-bin/LinkAccount.pl`);
  return guest.post(
    court.address + between(page.text, "action='", "'"),
    [
      ['login', guest.who.cmecfLogin],
      ['key', guest.who.cmecfPassword],
      ['button1', 'Submit'],
    ],
    { multipart: true },
  );
}

/** Presses the review page's Submit. */
export function submitReview(court: PracticeCourt, guest: Visitor, review: Reply): Promise<Reply> {
  return guest.post(
    court.address + between(review.text, "action='", "'"),
    [
      ['confirmed', 'Y'],
      ['cmecf_login', guest.who.cmecfLogin],
      ['button1', 'Submit'],
    ],
    { multipart: true },
  );
}
