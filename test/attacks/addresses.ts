import type { Kind } from '../../src/practice/log.ts';
import type { Attack } from './attack.ts';
import { bent, redirected, said } from './attack.ts';

const evil = '%evil%/cgi-bin/LinkAccount.pl';
const stages: readonly Kind[] = [
  'login.pl',
  'sign-on-page',
  'sign-on',
  'passcode',
  'utilities',
  'link-page',
  'link-form',
];
const again = [307, 308].flatMap((status) =>
  ['sign-on', 'passcode', 'link-form'].flatMap((at) => [
    `attack-${status}-${at}`,
    `attack-${status}-evil-${at}`,
  ]),
);

/** Addresses that lead to somebody else, however they are written and wherever they stand. */
export const addresses: readonly Attack[] = [
  {
    attack: 'A redirect to another host, with status 301, 302, 303, 307 or 308, from a page or a form',
    scenarios: stages.map((at) => `attack-redirect-${at}`),
    tries: [301, 303, 307, 308].map((status) => redirected('link-page', evil, status)),
    ends: 'unsafe-address',
    says: /led to evil\.localhost:\d+, where miwb-link must not go/,
  },
  {
    attack: 'A redirect from http to https, or the reverse',
    scenarios: stages.map((at) => `attack-scheme-${at}`),
    tries: [],
    ends: 'unsafe-address',
  },
  {
    attack: 'A 307 or 308 that asks for a form to be sent again, to the same address or to another host',
    scenarios: again,
    tries: [],
    ends: 'unsafe-address',
  },
  {
    attack: 'The same in answer to the final Submit, once it has linked',
    scenarios: ['attack-307-final-submit', 'attack-308-final-submit'],
    tries: [],
    ends: 'linked',
    safe: 'never sent again; the filing menus tell',
  },
  {
    attack: 'A redirect to another host or scheme in answer to the final Submit, which has not linked',
    scenarios: [
      'attack-redirect-final-submit',
      'attack-scheme-final-submit',
      'attack-307-evil-final-submit',
      'attack-308-evil-final-submit',
    ],
    tries: [],
    ends: 'outcome-unknown',
    safe: 'never followed; the filing menus were looked for and do not show',
  },
  {
    attack: 'A redirect to another host or scheme from the court’s front page',
    scenarios: ['attack-redirect-landing', 'attack-scheme-landing'],
    tries: [],
    ends: 'linked',
    safe: 'never asked for: the sign-on is gone to by its own address',
  },
  {
    attack: 'A redirect to the court on another port',
    tries: [redirected('utilities', 'http://ecf.miwb.practice.localhost:1/')],
    ends: 'unsafe-address',
    says: /ecf\.miwb\.practice\.localhost:1\b/,
  },
  {
    attack: 'A redirect with the court’s name where a user name stands (https://court@evil/)',
    tries: [redirected('utilities', 'http://ecf.miwb.practice.localhost:%port%@evil.localhost:%port%/')],
    ends: 'unsafe-address',
    says: /led to evil\.localhost/,
  },
  {
    attack: 'A redirect to the court with a user name and password in the address',
    never: /alma:pw/,
    tries: [redirected('utilities', 'http://alma:pw@ecf.miwb.practice.localhost:%port%/cgi-bin/login.pl')],
    ends: 'unsafe-address',
  },
  {
    attack: 'A redirect to a host whose name looks like the court’s, or is below or beside it',
    tries: [
      'ecf.miwb.practice.localhost.evil.localhost',
      'ecf-miwb.practice.localhost',
      'x.ecf.miwb.practice.localhost',
      'practice.localhost',
      'xn--cf-2lc.miwb.practice.localhost',
    ].map((host) => redirected('utilities', `http://${host}:%port%/cgi-bin/login.pl`)),
    ends: 'unsafe-address',
  },
  {
    attack: 'A redirect to the court’s name with a dot at its end, or to its bare IP address',
    tries: ['ecf.miwb.practice.localhost.', '127.0.0.1', '[::1]'].map((host) =>
      redirected('utilities', `http://${host}:%port%/cgi-bin/login.pl`),
    ),
    ends: 'unsafe-address',
  },
  {
    attack: 'A redirect that hides where it leads behind backslashes or a missing scheme',
    tries: ['\\\\evil.localhost:%port%\\', '//evil.localhost:%port%/', 'http:\\\\evil.localhost:%port%'].map(
      (to) => redirected('utilities', to),
    ),
    ends: 'unsafe-address',
  },
  {
    attack: 'A redirect to javascript:, data: or file:',
    tries: ['javascript:location.assign("%evil%/")', 'data:text/html,<form>', 'file:///etc/passwd'].map(
      (to) => redirected('utilities', to),
    ),
    ends: 'unsafe-address',
  },
  {
    attack: 'A redirect address of sixty thousand characters',
    tries: [
      redirected('utilities', `%evil%/${'a'.repeat(60_000)}`),
      redirected('utilities', `http://${'a'.repeat(60_000)}.localhost/`),
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A redirect address of a megabyte',
    tokenLost: true,
    tries: [redirected('utilities', `%evil%/${'a'.repeat(1_000_000)}`)],
    ends: 'court-error',
  },
  {
    attack: 'A page that leads to another host by meta refresh or by script',
    tries: (['refresh', 'assign-double', 'assign-single', 'replace', 'href'] as const).map((how) => ({
      faults: [{ at: 'login.pl', does: { name: 'redirect', how, to: '%evil%/csologin/login.jsf' } } as const],
    })),
    ends: 'unsafe-address',
  },
  {
    attack: 'A partial answer that redirects to another host',
    tries: [
      redirected('sign-on', '%evil%/csologin/login.jsf'),
      redirected('passcode', '//evil.localhost:%port%/'),
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A sign-on page that leads back to another host than the court (an open `appurl`)',
    scenarios: ['attack-appurl'],
    tries: [],
    ends: 'unsafe-address',
  },
  {
    attack: 'A `Refresh` or `Content-Location` header that names another host',
    tries: [bent('utilities', { headers: { refresh: `0; url=${evil}`, 'content-location': evil } })],
    ends: 'linked',
    safe: 'neither is read',
  },
  {
    attack: 'A `<base>` that leads elsewhere',
    scenarios: ['attack-form-base'],
    tries: [
      said('utilities', ['<H2>Utilities</H2>', "<BASE HREF='%evil%/'>"]),
      said('utilities', [
        '<H2>Utilities</H2>',
        "<BASE HREF='http://alma:pw@ecf.miwb.practice.localhost:%port%/'>",
      ]),
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A link on the Utilities page to another host',
    scenarios: ['attack-link-elsewhere', 'strange-link-script'],
    tries: [],
    ends: 'unrecognised-page',
  },
  {
    attack:
      'At the real hosts: a redirect to http, to a host beside them, to another court, to its training system, to an IP address or to practice',
    atRealHosts: true,
    tries: [
      'http://ecf.miwb.uscourts.gov/cgi-bin/login.pl',
      'https://evil.uscourts.gov/',
      'https://ecf.mieb.uscourts.gov/cgi-bin/login.pl',
      'https://ecf-train.miwb.uscourts.gov/cgi-bin/login.pl',
      'https://127.0.0.1/',
      'https://court.localhost/',
    ].map((to) => redirected('utilities', to)),
    ends: 'unsafe-address',
  },
];
