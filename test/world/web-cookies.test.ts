import { describe, expect, test } from 'vitest';
import { openCookies } from '../../src/world/web-cookies.ts';

const COURT = 'https://ecf.miwb.uscourts.gov/cgi-bin/login.pl';
const SIGN_ON = 'https://pacer.login.uscourts.gov/csologin/login.jsf';

/** What is sent to `to` after `from` set these cookies. */
function sent(from: string, setCookie: string[], to: string): string | null {
  const cookies = openCookies();
  cookies.store(from, setCookie);
  return cookies.headerFor(to);
}

describe('the sign-on cookie', () => {
  const token = 'x'.repeat(128);

  test('set for .uscourts.gov goes to the court and to the sign-on, over https alone', () => {
    const set = [`NextGenCSO=${token}; Domain=.uscourts.gov; Path=/; Secure; HttpOnly`];
    expect(sent(SIGN_ON, set, COURT)).toBe(`NextGenCSO=${token}`);
    expect(sent(SIGN_ON, set, SIGN_ON)).toBe(`NextGenCSO=${token}`);
    expect(sent(SIGN_ON, set, COURT.replace('https', 'http'))).toBeNull();
  });

  test('set for the host alone stays there', () => {
    expect(sent(SIGN_ON, ['JSESSIONID=1; Path=/'], COURT)).toBeNull();
  });
});

describe('a cookie is refused', () => {
  test.each([
    ['for a public suffix', 'a=1; Domain=.gov'],
    ['for a public suffix of two parts', 'a=1; Domain=co.uk'],
    ['for all of .localhost', 'a=1; Domain=.localhost'],
    ['for another host', 'a=1; Domain=ecf.nysb.uscourts.gov'],
    ['for a host below', 'a=1; Domain=deep.pacer.login.uscourts.gov'],
    ['that breaks the promise of __Host-', '__Host-a=1; Domain=.uscourts.gov; Path=/; Secure'],
    ['that breaks the promise of __Secure-', '__Secure-a=1; Path=/'],
    ['with a control character', 'a=1\u0007; Path=/'],
    ['with a line break', 'a=1\r\nX-Injected: 1; Path=/'],
    ['that is none', ''],
    ['without a name', '=1; Path=/'],
    ['that has expired', 'a=1; Path=/; Max-Age=0'],
  ])('%s', (_why, setCookie) => {
    expect(sent(SIGN_ON, [setCookie], SIGN_ON)).toBeNull();
    expect(sent(SIGN_ON, [setCookie], COURT)).toBeNull();
  });

  test('and the good ones beside it are kept', () => {
    expect(sent(SIGN_ON, ['a=1; Domain=.gov', 'b=2', '', 'c=3'], SIGN_ON)).toBe('b=2; c=3');
  });

  test('when it is Secure and came over plain http, but for the practice court', () => {
    const set = ['a=1; Path=/; Secure'];
    expect(sent('http://ecf.miwb.uscourts.gov/', set, COURT)).toBeNull();
    expect(sent('http://ecf.practice.localhost/', set, 'http://ecf.practice.localhost/')).toBe('a=1');
  });
});

describe('what is sent', () => {
  test('is what lies on the path, the longer path first, then the older cookie', () => {
    const set = ['b=old; Path=/', 'a=deep; Path=/cgi-bin', 'c=new; Path=/', 'd=elsewhere; Path=/docs'];
    expect(sent(COURT, set, COURT)).toBe('a=deep; b=old; c=new');
  });

  test('has a path from where it was set, where none is named', () => {
    expect(sent(COURT, ['a=1'], 'https://ecf.miwb.uscourts.gov/cgi-bin/other.pl')).toBe('a=1');
    expect(sent(COURT, ['a=1'], 'https://ecf.miwb.uscourts.gov/')).toBeNull();
  });

  test('keeps odd values as they came', () => {
    expect(sent(COURT, ['a="q=1&r"; Path=/', 'b=; Path=/', 'c=\u00e9; Path=/'], COURT)).toBe(
      'a="q=1&r"; b=; c=\u00e9',
    );
  });

  test('is the same on every port', () => {
    expect(sent('http://ecf.practice.localhost:8080/', ['a=1'], 'http://ecf.practice.localhost:9090/')).toBe(
      'a=1',
    );
  });
});

describe('dropping the cookies of a host', () => {
  test("leaves the parent's, and those of hosts beside and below", () => {
    const cookies = openCookies();
    cookies.store(SIGN_ON, ['NextGenCSO=t; Domain=.uscourts.gov; Path=/', 'own=1; Path=/']);
    cookies.store(COURT, [
      'host=1; Path=/',
      'wide=1; Domain=ecf.miwb.uscourts.gov; Path=/',
      'deep=1; Path=/cgi-bin',
    ]);
    cookies.store('https://a.ecf.miwb.uscourts.gov/', ['below=1; Path=/']);
    cookies.drop('ecf.miwb.uscourts.gov');
    expect(cookies.headerFor(COURT)).toBe('NextGenCSO=t');
    expect(cookies.headerFor(SIGN_ON)).toBe('NextGenCSO=t; own=1');
    expect(cookies.headerFor('https://a.ecf.miwb.uscourts.gov/')).toBe('NextGenCSO=t; below=1');
  });

  test('that has none does nothing', () => {
    const cookies = openCookies();
    cookies.store(COURT, ['a=1; Path=/']);
    cookies.drop('ecf.nysb.uscourts.gov');
    cookies.drop('uscourts.gov');
    expect(cookies.headerFor(COURT)).toBe('a=1');
  });
});
