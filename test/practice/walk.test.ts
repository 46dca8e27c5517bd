import { afterEach, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { fillLinkForm, signOn, submitReview, visitor } from './visitor.ts';

const courts: PracticeCourt[] = [];
const open = async (scenario: string) => {
  const court = await startCourt({ scenario });
  courts.push(court);
  return { court, alma: visitor(scenario) };
};
afterEach(() => Promise.all(courts.splice(0).map((court) => court.close())));

const menu = (text: string): string[] =>
  [...text.matchAll(/yuimenubaritemlabel"[^>]*>((?:[^<]|<\/?u>)*)</g)].map((one) =>
    (one[1] ?? '').replace(/<\/?u>/g, '').trim(),
  );

const withoutFiling = ['Query', 'Reports', 'Utilities', 'Help', 'Log Out'];
const withFiling = ['Bankruptcy', 'Adversary', ...withoutFiling];

test.each(['success', 'success-odd-characters'])(
  'in %s the whole walk ends with the accounts linked',
  async (scenario) => {
    const { court, alma } = await open(scenario);
    const landing = await alma.get(`${court.address}/`);
    expect(landing.text).toContain('<A HREF="/cgi-bin/login.pl">');

    const back = await signOn(court, alma);
    expect({ status: back.status, location: back.location }).toEqual({
      status: 302,
      location: `${court.address}/cgi-bin/login.pl`,
    });
    expect(menu((await alma.follow(`${court.address}/cgi-bin/login.pl`)).text)).toEqual(withoutFiling);
    expect((await alma.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities&id=-1`)).text).toContain(
      "<A HREF='/cgi-bin/LinkAccount.pl'>Link a CM/ECF account to my PACER account</A>",
    );

    const review = await fillLinkForm(court, alma);
    expect(court.links()).toEqual([]);
    const linked = await submitReview(court, alma, review);
    expect(linked.text).toContain('has been successfully linked');
    expect(court.links()).toEqual([{ cmecfLogin: alma.who.cmecfLogin, pacerUser: alma.who.pacerUser }]);
    expect(court.finalSubmits()).toBe(1);

    expect(menu((await alma.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities&id=-1`)).text)).toEqual(
      withFiling,
    );
    expect(court.openSessions()).toBe(1);
    await alma.get(`${court.address}/cgi-bin/login.pl?logout`);
    expect(court.openSessions()).toBe(0);
    expect([...alma.jar.keys()]).toEqual(['login.practice.localhost|JSESSIONID']);
  },
);
