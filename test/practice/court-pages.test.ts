import { describe, expect, test } from 'vitest';
import { open } from './courts.ts';
import { enter, menuOf, sendReview, signOn, toReview } from './steps.ts';

const login = '/cgi-bin/login.pl';

describe('the front page', () => {
  test.each([
    ['landing-refresh', "<html><meta http-equiv='REFRESH' content='0;url=/cgi-bin/ShowIndex.pl'></html>\n"],
    ['landing-assign-double', `location.assign("${login}");`],
    ['landing-assign-single', `window.location.assign('${login}');`],
    ['landing-appeals', '<a href="/n/AttorneyFiling/login.jsf">'],
    ['landing-training-too', `<A HREF=${login}><B>Live&nbsp;System</B>`],
  ])('in %s it says %s', async (scenario, words) => {
    const { court, guest } = await open(scenario);
    expect((await guest.get(`${court.address}/`)).text).toContain(words);
  });

  test('it can be a redirect, and a meta refresh leads to a page with the link', async () => {
    const { court, guest } = await open('landing-302');
    expect((await guest.get(`${court.address}/`)).location).toBe(login);
    const { court: other, guest: second } = await open('landing-refresh');
    expect((await second.get(`${other.address}/cgi-bin/ShowIndex.pl`)).text).toContain(`<A HREF="${login}">`);
  });

  test('a court of appeals has no login.pl', async () => {
    const { court, guest } = await open('landing-appeals');
    expect((await guest.get(court.address + login)).status).toBe(404);
  });
});

describe('on the way to the sign-on page', () => {
  test.each([
    ['to-sign-on-refresh', "content='0;url=TO'"],
    ['to-sign-on-assign-double', 'location.assign("TO");'],
    ['to-sign-on-assign-single', "window.location.assign('TO');"],
    ['to-sign-on-replace', 'location.replace("TO");'],
    ['to-sign-on-href', "window.location.href = 'TO'"],
  ])('%s reads %s', async (scenario, words) => {
    const { court, guest } = await open(scenario);
    const address = `${court.signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=${court.address}${login}`;
    const page = await guest.get(court.address + login);
    const shown = scenario === 'to-sign-on-refresh' ? address.replaceAll('&', '&amp;') : address;
    expect({ status: page.status, has: page.text.includes(words.replace('TO', shown)) }).toEqual({
      status: 200,
      has: true,
    });
  });
});

describe('the menu bar', () => {
  const common = ['Query', 'Reports', 'Utilities'];
  test.each([
    ['success', ['Bankruptcy', 'Adversary'], [...common, 'Help', 'Log Out']],
    ['menu-underlined', ['Bankruptcy', 'Adversary'], [...common, 'Search', 'Logout']],
    ['menu-absolute', ['Bankruptcy', 'Adversary'], [...common, 'Help', 'Log Out']],
    ['menu-old', ['Bankruptcy', 'Adversary'], [...common, 'Logout']],
    ['menu-upper', ['BANKRUPTCY', 'ADVERSARY'], ['QUERY', 'REPORTS', 'UTILITIES', 'LOG OUT']],
    ['menu-limited', ['Bankruptcy'], [...common, 'Log Out']],
    ['menu-district', ['Civil', 'Criminal'], [...common, 'Help', 'Log Out']],
  ])('in %s linking adds %j to %j', async (scenario, filing, rest) => {
    const { court, guest } = await open(scenario);
    const before = await enter(court, guest);
    await sendReview(court, guest, await toReview(court, guest));
    const after = await guest.get(court.address + login);
    expect([menuOf(before), menuOf(after)]).toEqual([rest, [...filing, ...rest]]);
  });

  test.each(['menu-absolute', 'menu-upper', 'success'])(
    'in %s the addresses on it are good',
    async (scenario) => {
      const { court, guest } = await open(scenario);
      const page = await enter(court, guest);
      const address = /href=["']?([^"' >]*Utilities[^"' >]*)/i.exec(page.text)?.[1] ?? '';
      const utilities = await guest.get(new URL(address.replace('&amp;', '&'), court.address).href);
      expect(utilities.text).toContain('<H2>Utilities</H2>');
    },
  );
});

describe('the link on the Utilities page', () => {
  test.each([
    [
      'success',
      "<B>NextGen Items</B>\n<UL>\n<LI><A HREF='/cgi-bin/LinkAccount.pl'>Link a CM/ECF account to my PACER account</A>",
    ],
    ['link-at-your-account', '<B>Your Account</B>\n<UL>\n<LI><A HREF'],
    ['link-at-no-group', '</UL>\n<UL>\n<LI><A HREF'],
    ['link-at-capitals', '>LINK A CM/ECF ACCOUNT TO MY PACER ACCOUNT</A>'],
    ['link-at-spaces', '>Link&nbsp;a&nbsp;CM/ECF\n account to<BR>my&nbsp; PACER account&nbsp;</A>'],
    ['link-at-markup', '<B>L</B>ink a <I>CM/ECF</I> account</FONT> <U>to my</U> PACER account<IMG'],
    ['link-at-absolute', "<A HREF='http://ecf.miwb.practice.localhost:"],
  ])('in %s it reads %s', async (scenario, words) => {
    const { court, guest } = await open(scenario);
    await enter(court, guest);
    expect((await guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`)).text).toContain(words);
  });

  test('it can be missing', async () => {
    const { court, guest } = await open('no-link');
    await enter(court, guest);
    const page = await guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`);
    expect([page.text.includes('View PACER Account'), page.text.includes('LinkAccount')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the link form', () => {
  test.each([
    'form-names',
    'form-reversed',
    'form-labels-after',
    'form-neighbours',
    'form-urlencoded',
    'form-in-table',
    'form-labels',
  ])('in %s it leads to the review page', async (scenario) => {
    const { court, guest } = await open(scenario);
    await enter(court, guest);
    expect((await toReview(court, guest)).text).toContain('<TH>CM/ECF account</TH>');
  });

  test('Latin-1 pages do not say so, and what is sent from them is read as what it is', async () => {
    const { court, guest } = await open('latin-1');
    await enter(court, guest);
    const review = await toReview(court, guest);
    expect(review.type).toBe('text/html');
    expect(review.text).toContain('Bertil Ö. Sample-Practice');
    expect(court.log.at(-1)?.entries).toEqual([
      ['login', guest.who.cmecfLogin],
      ['key', guest.who.cmecfPassword],
      ['button1', 'Submit'],
    ]);
  });
});

describe('pages that come back although all is well', () => {
  test.each(['sign-on-again-once', 'sign-on-again-script'])(
    'in %s the sign-on page comes once, and asking the court again cures it',
    async (scenario) => {
      const { court, guest } = await open(scenario);
      const sent = await enter(court, guest);
      expect(sent.location ?? sent.text).toContain('/csologin/login.jsf');
      const address = `${court.signOn}/csologin/login.jsf?appurl=${court.address}${login}`;
      expect((await guest.get(address)).text).toContain('loginForm:loginName');
      expect(menuOf(await guest.get(court.address + login))).toContain('Utilities');
      expect(court.openSessions()).toBe(1);
    },
  );

  test('"no access privileges" comes once, or for ever', async () => {
    const words = 'This user has no access privileges defined.';
    const { court, guest } = await open('no-privileges-once');
    const first = await enter(court, guest);
    const second = await guest.get(court.address + login);
    expect([first, second].map((page) => page.text.includes(words))).toEqual([true, false]);
    const { court: never, guest: other } = await open('no-privileges');
    await signOn(never, other);
    await other.get(never.address + login);
    expect((await other.get(never.address + login)).text).toContain(words);
  });
});
