import { expect, test } from 'vitest';
import { open } from './courts.ts';
import { enter, menuOf, sendReview, signOn, toReview } from './steps.ts';

const withoutFiling = ['Query', 'Reports', 'Utilities', 'Help', 'Log Out'];
const withFiling = ['Bankruptcy', 'Adversary', ...withoutFiling];

test.each(['success', 'success-odd-characters', 'form-names', 'latin-1'])(
  'in %s the whole walk ends with the accounts linked',
  async (scenario) => {
    const { court, guest } = await open(scenario);
    const landing = await guest.get(`${court.address}/`);
    expect(landing.text).toContain('<A HREF="/cgi-bin/login.pl">');

    const sent = await guest.get(`${court.address}/cgi-bin/login.pl`);
    expect({ status: sent.status, location: sent.location }).toEqual({
      status: 302,
      location: `${court.signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=${court.address}/cgi-bin/login.pl`,
    });

    const back = await signOn(court, guest);
    expect({ status: back.status, location: back.location }).toEqual({
      status: 302,
      location: `${court.address}/cgi-bin/login.pl`,
    });
    expect(menuOf(await guest.get(`${court.address}/cgi-bin/login.pl`))).toEqual(withoutFiling);
    const utilities = await guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities&id=-1`);
    expect(utilities.text).toContain(
      "<A HREF='/cgi-bin/LinkAccount.pl'>Link a CM/ECF account to my PACER account</A>",
    );

    const review = await toReview(court, guest);
    expect(court.links()).toEqual([]);
    const linked = await sendReview(court, guest, review);
    expect(linked.text).toContain('has been successfully linked');
    expect(court.links()).toEqual([{ cmecfLogin: guest.who.cmecfLogin, pacerUser: guest.who.pacerUser }]);
    expect(court.finalSubmits()).toBe(1);

    expect(menuOf(linked)).toEqual(withoutFiling);
    const refreshed = await guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities&id=-1`);
    expect(menuOf(refreshed)).toEqual(withFiling);

    expect(court.openSessions()).toBe(1);
    await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    expect(court.openSessions()).toBe(0);
    expect([...guest.jar.keys()]).toEqual(['login.practice.localhost|JSESSIONID']);
  },
);

test('the log tells the whole walk: every request, what it asked for, what it sent, what it got', async () => {
  const { court, guest } = await open('success');
  await enter(court, guest);
  await sendReview(court, guest, await toReview(court, guest));
  await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
  expect(court.log.map((one) => `${one.status} ${one.method} ${one.kind} ${one.host}`)).toEqual([
    '302 GET login.pl ecf.miwb.practice.localhost',
    '200 GET sign-on-page login.practice.localhost',
    '200 POST sign-on login.practice.localhost',
    '302 POST passcode login.practice.localhost',
    '200 GET login.pl ecf.miwb.practice.localhost',
    '200 GET link-page ecf.miwb.practice.localhost',
    '200 POST link-form ecf.miwb.practice.localhost',
    '200 POST final-submit ecf.miwb.practice.localhost',
    '200 GET logout ecf.miwb.practice.localhost',
  ]);
  expect(court.log.map((one) => one.entries).filter((entries) => entries.length > 0)).toEqual([
    [
      ['loginForm', 'loginForm'],
      ['loginForm:loginName', 'alma.example'],
      ['loginForm:password', 'Practice-Only-Alma-1'],
      ['loginForm:clientCode', ''],
      ['loginForm:fbtnLogin', ''],
      ['javax.faces.ViewState', expect.stringMatching(/^-\d+:\d+$/)],
    ],
    [
      ['mfaForm', 'mfaForm'],
      ['mfaForm:mfaInput', expect.stringMatching(/^\d{6}$/)],
      ['mfaForm:btnOk', ''],
      ['javax.faces.ViewState', expect.stringMatching(/^-\d+:\d+$/)],
    ],
    [
      ['login', 'aqexample'],
      ['key', 'Old-Court-1999'],
      ['button1', 'Submit'],
    ],
    [
      ['confirmed', 'Y'],
      ['cmecf_login', 'aqexample'],
      ['button1', 'Submit'],
    ],
  ]);
});

test('every answer says that nothing is real: in a header, and on every page in words', async () => {
  const { court, guest } = await open('success');
  const pages = [
    await guest.get(`${court.address}/`),
    await guest.follow(`${court.address}/cgi-bin/login.pl`),
    await enter(court, guest),
    await toReview(court, guest),
    await guest.get(`${court.address}/cgi-bin/login.pl?logout`),
  ];
  for (const page of pages) {
    expect(page.text).toContain('nothing on this page is real');
    expect(page.headers['x-practice-court']).toBe('nothing here is real');
  }
});

test('an unknown scenario is refused before anything listens', async () => {
  await expect(open('no-such-thing')).rejects.toThrow('There is no practice scenario called no-such-thing.');
});

test('answers wait as long as they are told to', async () => {
  const { court, guest } = await open('success', { delayMs: 120 });
  const before = performance.now();
  await guest.get(`${court.address}/`);
  expect(performance.now() - before).toBeGreaterThanOrEqual(115);
});
