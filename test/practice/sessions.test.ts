import { describe, expect, test } from 'vitest';
import { open } from './courts.ts';
import { enter, sendReview, signOn, toReview } from './steps.ts';
import type { Visitor } from './visitor.ts';

const shared = (guest: Visitor): string => guest.jar.get('shared|NextGenCSO') ?? '';
const pages = [
  'DisplayMenu.pl?Utilities&id=-1',
  'LinkAccount.pl',
  'iquery.pl',
  'DisplayMenu.pl?BankruptcyEvents',
];

describe('the sign-on token', () => {
  test('it is a cookie of about 128 characters for both hosts', async () => {
    const { court, guest } = await open('success');
    const back = await signOn(court, guest);
    expect(back.cookies).toEqual([
      expect.stringMatching(/^NextGenCSO=[\w-]{128}; Domain=\.practice\.localhost; Path=\/$/),
    ]);
  });

  test('it changes with every answer, and the one before is no longer good', async () => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    const before = shared(guest);
    await guest.get(`${court.address}/cgi-bin/iquery.pl`);
    expect(shared(guest)).not.toBe(before);
    expect(shared(guest).length).toBe(128);

    guest.jar.set('shared|NextGenCSO', before);
    const stale = await guest.get(`${court.address}/cgi-bin/iquery.pl`);
    expect(stale.location).toContain('/csologin/login.jsf?pscCourtId=MIWBK&appurl=');
  });

  test('with a client code there is a cookie for that, on older servers a second token', async () => {
    const { court, guest } = await open('sign-on-client-code');
    await signOn(court, guest);
    expect(guest.jar.get('shared|PacerClientCode')).toBe('PRACTICE%2F7%20%26%20co');
    const { court: older, guest: other } = await open('sign-on-older-cookie');
    await signOn(older, other);
    expect(other.jar.get('shared|PacerSession')).toBe(shared(other));
  });
});

describe("the court's own session", () => {
  test.each(pages)('without one, %s leads to the sign-on page', async (page) => {
    const { court, guest } = await open('success');
    const address = `${court.address}/cgi-bin/${page}`;
    const stranger = await guest.get(address);
    await signOn(court, guest);
    const unopened = await guest.get(address);
    expect([stranger, unopened].map((one) => one.location)).toEqual(
      Array.from(
        { length: 2 },
        () => `${court.signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=${court.address}/cgi-bin/login.pl`,
      ),
    );
  });

  test('a session that was made up is none', async () => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    guest.jar.set('ecf.miwb.practice.localhost|CourtSession', 'made-up');
    expect((await guest.get(`${court.address}/cgi-bin/iquery.pl`)).status).toBe(302);
  });

  test('dropping it while signed on costs nothing: login.pl opens another', async () => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    guest.jar.delete('ecf.miwb.practice.localhost|CourtSession');
    expect((await guest.get(`${court.address}/cgi-bin/login.pl`)).status).toBe(200);
    expect((await guest.get(`${court.address}/cgi-bin/iquery.pl`)).status).toBe(200);
  });

  test('a form of one session is no good in another, and links nothing', async () => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    const review = await toReview(court, guest);
    guest.jar.delete('ecf.miwb.practice.localhost|CourtSession');
    await guest.get(`${court.address}/cgi-bin/login.pl`);
    const no = await sendReview(court, guest, review);
    expect(no.text).toContain('An error has occurred');
    expect({ links: court.links(), submits: court.finalSubmits() }).toEqual({ links: [], submits: 1 });
  });
});

describe('where a request comes from', () => {
  test.each([
    ['https://evil.example/page', 'Warning: possible cross-site request'],
    ['http://login.practice.localhost/csologin/login.jsf', 'Warning: possible cross-site request'],
  ])('a form sent from %s is answered with a warning and not carried out', async (referer, words) => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    const review = await toReview(court, guest);
    const fields: [string, string][] = [['confirmed', 'Y']];
    const action = /action='([^']+)'/.exec(review.text)?.[1] ?? '';
    const no = await guest.post(court.address + action, fields, { multipart: true, headers: { referer } });
    expect(no.text).toContain(words);
    expect(court.links()).toEqual([]);
  });

  test("the court's own pages may, and so may a request that does not say", async () => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    const review = await toReview(court, guest);
    const action = /action='([^']+)'/.exec(review.text)?.[1] ?? '';
    const sent = { multipart: true, headers: { referer: `${court.address}/cgi-bin/LinkAccount.pl` } };
    await guest.post(court.address + action, [['confirmed', 'Y']], sent);
    expect(court.links().length).toBe(1);
  });
});

describe('logging out', () => {
  test('it closes both sessions, and their cookies are worth nothing afterwards', async () => {
    const { court, guest } = await open('success');
    await enter(court, guest);
    const kept = new Map(guest.jar);
    const bye = await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    expect(bye.text).toContain('You have been logged out.');
    for (const [name, value] of kept) guest.jar.set(name, value);
    expect((await guest.get(`${court.address}/cgi-bin/iquery.pl`)).status).toBe(302);
    expect((await guest.get(`${court.address}/cgi-bin/login.pl`)).status).toBe(302);
  });

  test('it can take the sign-on host to end the sign-on', async () => {
    const { court, guest } = await open('logout-at-sign-on');
    await enter(court, guest);
    const first = await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    expect({ location: first.location, open: court.openSessions() }).toEqual({
      location: `${court.signOn}/csologin/logout.jsf`,
      open: 1,
    });
    await guest.get(first.location ?? '');
    expect(court.openSessions()).toBe(0);
    expect(court.log.slice(-2).map((one) => one.kind)).toEqual(['logout', 'logout']);
  });
});
