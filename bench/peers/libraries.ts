import process from 'node:process';
import { load } from 'cheerio/slim';
import type { CheerioAPI } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { CookieJar } from 'tough-cookie';
import { Agent } from 'undici';

/**
 * The same link with nothing but the program's libraries, written for this one walk: nothing is read that is not
 * needed, nothing checked, no options and no result. What it takes is the libraries' own: libraries.cjs ADDRESS, the
 * person as JSON in PERSON.
 */
const [, , address = ''] = process.argv;
const who = JSON.parse(process.env['PERSON'] ?? '') as Record<string, string>;
const agent = new Agent({
  connections: 1,
  // Not every machine knows names under .localhost.
  connect: { lookup: (_host, _how, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
});
const jar = new CookieJar();
let page: CheerioAPI;
let here = '';

function exchange(method: 'GET' | 'POST', url: URL, type: string, body: string): Promise<string | null> {
  const cookie = jar.getCookieStringSync(url.href);
  const chunks: Buffer[] = [];
  let location: string | null = null;
  return new Promise((resolve, reject) => {
    agent.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: { cookie, ...(body === '' ? {} : { 'content-type': type }) },
        body: body === '' ? null : body,
      },
      {
        onRequestStart() {},
        onResponseStart(_controller, _status, headers) {
          for (const set of [headers['set-cookie'] ?? []].flat()) jar.setCookieSync(set, url.href);
          location = headers['location']?.toString() ?? null;
        },
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          if (location === null) {
            here = url.href;
            const tree = parse(Buffer.concat(chunks).toString(), { treeAdapter: adapter });
            page = load(tree);
          }
          resolve(location);
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

async function go(method: 'GET' | 'POST', to: string, type = '', body = ''): Promise<CheerioAPI> {
  let url = new URL(to, here === '' ? undefined : here);
  for (let location = await exchange(method, url, type, body); location !== null;) {
    url = new URL(location, url);
    location = await exchange('GET', url, '', '');
  }
  return page;
}

function submit(form: string, values: Record<string, string>, button: string): Promise<CheerioAPI> {
  const all: Record<string, string> = { ...values };
  page(`${form} input[type=hidden]`).each((_index, input) => {
    all[page(input).attr('name') ?? ''] = page(input).attr('value') ?? '';
  });
  all[button] = page(`${form} [name="${button}"]`).attr('value') ?? '';
  const to = page(form).attr('action') ?? '';
  if (!/multipart/i.test(page(form).attr('enctype') ?? ''))
    return go('POST', to, 'application/x-www-form-urlencoded', String(new URLSearchParams(all)));
  const parts = Object.entries(all).map(
    ([name, value]) => `--boundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return go('POST', to, 'multipart/form-data; boundary=boundary', `${parts.join('')}--boundary--\r\n`);
}

const follow = (part: string): Promise<CheerioAPI> =>
  go('GET', page(`a[href*="${part}"]`).attr('href') ?? '');
async function link(): Promise<void> {
  const { pacerUser = '', pacerPassword = '', passcode = '', cmecfLogin = '', cmecfPassword = '' } = who;
  await go('GET', `${address}/cgi-bin/login.pl`);
  const signOn = { 'loginForm:loginName': pacerUser, 'loginForm:password': pacerPassword };
  await submit('#loginForm', signOn, 'loginForm:fbtnLogin');
  await submit('#mfaForm', { 'mfaForm:mfaInput': passcode }, 'mfaForm:btnOk');
  await submit('#regmsg', { 'regmsg:chkRedact_input': 'on' }, 'regmsg:bpmConfirm');
  await follow('Utilities');
  await follow('LinkAccount');
  await submit('form', { login: cmecfLogin, key: cmecfPassword }, 'button1');
  if (!page.text().includes(who['pacerName'] ?? '')) throw new Error('no review');
  await submit('form', {}, 'button1');
  await go('GET', `${address}/cgi-bin/DisplayMenu.pl?Utilities`);
  if (!page.text().includes('Adversary')) throw new Error('not linked');
  await follow('logout');
}

void link().then(() => process.exit());
