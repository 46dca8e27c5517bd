import { describe, expect, it } from 'vitest';
import { originFor, redirected, refererFor, scriptedAddress } from '../../src/html/navigation.ts';

const COURT = 'https://ecf.miwb.uscourts.gov/cgi-bin/login.pl';
const SIGN_ON = 'https://pacer.login.uscourts.gov/csologin/login.jsf?pscCourtId=MIWBK';

describe('a script that sends the browser on', () => {
  it.each([
    [`location.assign("${SIGN_ON}");`],
    [`location.assign('${SIGN_ON}')`],
    [`window.location.replace("${SIGN_ON}");`],
    [`window.location = '${SIGN_ON}';`],
    [`document.location.href="${SIGN_ON}"`],
    [`top.location["href"] = "${SIGN_ON}"`],
    [`self.location = "https:\\/\\/pacer.login.uscourts.gov\\/csologin\\/login.jsf?pscCourtId=MIWBK"`],
    [`var default_base_path = "/"; location.assign("${SIGN_ON}")`],
    [`start()\nlocation.assign("${SIGN_ON}")\nend()`],
    [`<!--\nlocation.assign("${SIGN_ON}"); // go\n//-->`],
    [`/* to the\n sign-on */ location . assign ( "${SIGN_ON}" ) ;`],
    [`function no() { location.assign("/no"); } location.assign("${SIGN_ON}");`],
    [`if (top != self) { top.location.replace(location.href); }\nlocation.replace("${SIGN_ON}");`],
    [`location.assign("${SIGN_ON}"); location.assign("${SIGN_ON}");`],
    [`location = "//pacer.login.uscourts.gov/csologin/login.jsf?pscCourtId=MIWBK"`],
  ])('is followed: %s', (script) => {
    expect(scriptedAddress([script], COURT)).toBe(SIGN_ON);
  });

  it('leads to an address that counts from the page', () => {
    expect(scriptedAddress(['x()', 'location.assign("../Main.pl?1")'], COURT)).toBe(
      'https://ecf.miwb.uscourts.gov/Main.pl?1',
    );
  });

  it.each([
    ['if (top!=self) {top.location.replace(location.href);}'],
    [`function go() { location.assign("${SIGN_ON}"); }`],
    [`if (x) location.assign("${SIGN_ON}");`],
    [`if (x)\nlocation.assign("${SIGN_ON}");`],
    [`else location.assign("${SIGN_ON}");`],
    [`x && location.assign("${SIGN_ON}");`],
    [`x ? location.assign("${SIGN_ON}") : 0;`],
    [`if (x) { location.assign("${SIGN_ON}"); }`],
    [`for (;;) location = "${SIGN_ON}";`],
    [`setTimeout(function () { location.assign("${SIGN_ON}"); }, 1000);`],
    [`$(function(){ location.assign("${SIGN_ON}"); });`],
    [`location.assign("${SIGN_ON}" + x);`],
    [`location.assign(base + "/login.jsf");`],
    [`location.href = "${SIGN_ON}" + location.search;`],
    [`location.href = "${SIGN_ON}"\n + x`],
    [`location.href += "${SIGN_ON}";`],
    [`location.href == "${SIGN_ON}";`],
    [`location.hash = "${SIGN_ON}";`],
    [`location.assign("${SIGN_ON}", x);`],
    [`location.assign("${SIGN_ON}").then(x);`],
    [`my.location.assign("${SIGN_ON}");`],
    [`return location.assign("${SIGN_ON}");`],
    [`var location = "${SIGN_ON}";`],
    [`// location.assign("${SIGN_ON}");`],
    [`/* location.assign("${SIGN_ON}"); */`],
    [`var text = 'location.assign("${SIGN_ON}");';`],
    [`var text = /location.assign("x")/;`],
    [`location.assign(\`${SIGN_ON}\`);`],
    [`location.assign("${SIGN_ON}`],
    [`location.assign("javascript:alert(1)");`],
    [`location.assign("http://[");`],
    ['location.reload();'],
    [''],
  ])('is not followed: %s', (script) => {
    expect(scriptedAddress([script], COURT)).toBeNull();
  });

  it('is not followed where two scripts disagree', () => {
    expect(scriptedAddress(['location.assign("/a")', 'location.assign("/b")'], COURT)).toBeNull();
  });
});

describe('a redirect', () => {
  it.each([
    ['POST', 301, 'GET', false],
    ['POST', 302, 'GET', false],
    ['POST', 303, 'GET', false],
    ['POST', 307, 'POST', true],
    ['POST', 308, 'POST', true],
    ['GET', 301, 'GET', false],
    ['GET', 303, 'GET', false],
    ['GET', 307, 'GET', false],
  ] as const)('of a %s by %i goes on as %s, its body kept: %s', (method, status, next, keepsBody) => {
    expect(redirected(method, status, '/next?1', COURT)).toEqual({
      method: next,
      url: 'https://ecf.miwb.uscourts.gov/next?1',
      keepsBody,
    });
  });

  it.each([
    [200, '/x'],
    [300, '/x'],
    [304, '/x'],
    [305, '/x'],
    [302, null],
    [302, 'http://['],
    [302, 'javascript:alert(1)'],
    [302, 'file:///etc/passwd'],
  ])('is none for %i to %s', (status, location) => {
    expect(redirected('GET', status, location, COURT)).toBeNull();
  });

  it.each([
    ['/b', 'https://ecf.miwb.uscourts.gov/b#part'],
    ['/b#own', 'https://ecf.miwb.uscourts.gov/b#own'],
    ['/b#', 'https://ecf.miwb.uscourts.gov/b#'],
    ['https://pacer.login.uscourts.gov', 'https://pacer.login.uscourts.gov/#part'],
  ])('to %s inherits the fragment where it has none', (location, url) => {
    expect(redirected('GET', 302, location, `${COURT}#part`)?.url).toBe(url);
  });
});

describe('the Referer a browser sends', () => {
  const from = 'https://jane:secret@ecf.miwb.uscourts.gov/cgi-bin/x.pl?1#part';
  const same = 'https://ecf.miwb.uscourts.gov/cgi-bin/y.pl';
  const other = 'https://pacer.login.uscourts.gov/';
  const insecure = 'http://ecf.miwb.uscourts.gov/';
  const whole = 'https://ecf.miwb.uscourts.gov/cgi-bin/x.pl?1';
  const origin = 'https://ecf.miwb.uscourts.gov/';

  it.each([
    [undefined, whole, origin, null],
    [null, whole, origin, null],
    ['', whole, origin, null],
    ['nonsense', whole, origin, null],
    ['strict-origin-when-cross-origin', whole, origin, null],
    ['no-referrer', null, null, null],
    ['no-referrer-when-downgrade', whole, whole, null],
    ['same-origin', whole, null, null],
    ['origin', origin, origin, origin],
    ['strict-origin', origin, origin, null],
    ['origin-when-cross-origin', whole, origin, origin],
    ['unsafe-url', whole, whole, whole],
    ['no-referrer, unsafe-url, new-one', whole, whole, whole],
  ])('under the policy %s', (policy, toSame, toOther, toInsecure) => {
    expect([same, other, insecure].map((to) => refererFor(from, to, policy))).toEqual([
      toSame,
      toOther,
      toInsecure,
    ]);
  });

  it('is the origin alone for a very long address, and none for a page without an address of its own', () => {
    expect(refererFor(`https://a.example/${'x'.repeat(5000)}`, 'https://a.example/')).toBe(
      'https://a.example/',
    );
    expect(refererFor('about:blank', other)).toBeNull();
    expect(refererFor('nonsense', other)).toBeNull();
  });

  it('goes from a secure page to loopback as to any secure one', () => {
    expect(refererFor('https://a.practice.localhost/x', 'http://b.practice.localhost/')).toBe(
      'https://a.practice.localhost/',
    );
  });
});

describe('the Origin a browser sends with a form', () => {
  it.each([
    ['GET', COURT, COURT, undefined, null],
    ['POST', COURT, COURT, undefined, 'https://ecf.miwb.uscourts.gov'],
    ['POST', COURT, SIGN_ON, undefined, 'https://ecf.miwb.uscourts.gov'],
    ['POST', COURT, 'http://a.example/', undefined, 'null'],
    ['POST', COURT, 'http://a.example/', 'unsafe-url', 'https://ecf.miwb.uscourts.gov'],
    ['POST', COURT, COURT, 'no-referrer', 'null'],
    ['POST', COURT, COURT, 'same-origin', 'https://ecf.miwb.uscourts.gov'],
    ['POST', COURT, SIGN_ON, 'same-origin', 'null'],
    [
      'POST',
      'http://a.practice.localhost:8080/x',
      'http://b.practice.localhost/',
      undefined,
      'http://a.practice.localhost:8080',
    ],
    ['POST', 'nonsense', COURT, undefined, null],
  ] as const)('by %s from %s to %s under %s is %s', (method, from, to, policy, origin) => {
    expect(originFor(method, from, to, policy)).toBe(origin);
  });
});
