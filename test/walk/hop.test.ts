import { describe, expect, test } from 'vitest';
import { practicePlaces } from '../../src/court/places.ts';
import { browserHeaders, lineOf, sendHop } from '../../src/walk/hop.ts';
import type { Hop } from '../../src/walk/hop.ts';
import type { Session, Stage } from '../../src/walk/session.ts';
import { systemClock } from '../../src/world/clock.ts';
import { webFailure } from '../../src/world/web-failure.ts';

const from = 'https://ecf.miwb.uscourts.gov/cgi-bin/LinkAccount.pl';
const post = { method: 'POST' as const, url: `${from}?123-L_1_0-1`, from };

describe('what a request says of the page that led to it', () => {
  test('its own address and origin, as browsers do by themselves', () => {
    expect(browserHeaders(post)).toEqual({ referer: from, origin: 'https://ecf.miwb.uscourts.gov' });
  });

  test('no more than the page’s policy allows', () => {
    expect(browserHeaders(post, 'no-referrer')).toEqual({ origin: 'null' });
    expect(browserHeaders(post, 'origin')).toEqual({
      referer: 'https://ecf.miwb.uscourts.gov/',
      origin: 'https://ecf.miwb.uscourts.gov',
    });
  });

  test('nothing where no page led to it', () => {
    expect(browserHeaders({ ...post, from: null })).toEqual({});
  });
});

describe('a request as it is told', () => {
  const host = 'https://pacer.login.uscourts.gov';

  test.each([
    ['/csologin/login.jsf;jsessionid=AB12CD34EF', '/csologin/login.jsf'],
    ['/a;x=1/b;y=2', '/a/b'],
    ['/a%3Bjsessionid=AB12', '/a'],
    ['/s/550e8400-e29b-41d4-a716-446655440000/x', '/s/…/x'],
    ['/s/a9f8e7d6c5b4a3f2e1d0', '/s/…'],
    ['/psc-login-v2-application/form.jsf', '/psc-login-v2-application/form.jsf'],
    ['/doc1/093112345678901234567890', '/doc1/093112345678901234567890'],
    ['/cgi-bin/LinkAccount.pl', '/cgi-bin/LinkAccount.pl'],
  ])('has of the path %s no more than %s', (path, told) => {
    const url = `${host.replace('//', '//clerk:hunter2@')}${path}?token=1`;
    expect(lineOf({ method: 'GET', url }, 200, 5)).toEqual({
      method: 'GET',
      host: 'pacer.login.uscourts.gov',
      path: told,
      query: ['token'],
      status: 200,
      ms: 5,
      kind: null,
      forms: [],
    });
  });
});

describe('the link form, on which alone a court could link', () => {
  const url = 'http://ecf.miwb.practice.localhost:1/cgi-bin/LinkAccount.pl';

  /** What the run holds to be open once a hop failed, that was sent or was not. */
  async function openAfter(hop: Partial<Hop>, sent: 'no' | 'maybe', signal?: AbortSignal): Promise<boolean> {
    const places = practicePlaces(url);
    if (typeof places !== 'object') throw new Error(places);
    const stage: Stage = { submitted: 'no', linkFormOpen: false, where: null };
    const session = {
      places,
      stage,
      hops: 0,
      timeoutMs: 1_000,
      signal: signal ?? new AbortController().signal,
      onHop: () => {},
      clock: systemClock,
      web: { send: () => Promise.reject(webFailure('reset', sent, 'It failed.')) },
    } as unknown as Session;
    const form: Hop = { method: 'POST', url, from: null, headers: {}, body: null, learning: false };
    await sendHop(session, { ...form, ...hop }).catch(() => {});
    return stage.linkFormOpen;
  }

  test('is open where it may have been sent, and nowhere else', async () => {
    expect(await openAfter({ linkForm: true }, 'maybe')).toBe(true);
    expect(await openAfter({ linkForm: true }, 'no')).toBe(false);
    expect(await openAfter({ linkForm: true }, 'maybe', AbortSignal.abort('interrupted'))).toBe(false);
    expect(await openAfter({}, 'maybe')).toBe(false);
  });
});
