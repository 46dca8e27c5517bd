import type { Attack, Try } from './attack.ts';
import { bent, said } from './attack.ts';
import { scenarioOf } from '../support/story.ts';

const { pacerPassword, cmecfPassword } = scenarioOf('success');
const crlf = '&#13;&#10;Set-Cookie: x=1&#13;&#10;&#13;&#10;';
const form = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

const refusing = (words: string): Try => ({
  faults: [
    { at: 'sign-on', does: { name: 'sign-on-message', words: `Invalid username or password: ${words}` } },
  ],
});

/** What a site repeats of what it was sent, and what would travel on in a header. */
export const echoes: readonly Attack[] = [
  {
    attack: 'A site that repeats the PACER password in its refusal, as it is or encoded',
    tries: [
      refusing(pacerPassword),
      refusing(encodeURIComponent(pacerPassword)),
      refusing(form(pacerPassword)),
    ],
    ends: 'sign-on-refused',
  },
  {
    attack: 'A court that repeats the CM/ECF password in its refusal',
    tries: [
      {
        faults: [
          {
            at: 'link-form',
            does: { name: 'refuse-link', words: `Invalid login or password: ${cmecfPassword}` },
          },
        ],
      },
    ],
    ends: 'cmecf-refused',
  },
  {
    attack: 'Line breaks in a value that a form sends back, and in the address of a link',
    tries: [
      said('link-page', [
        "<INPUT TYPE=reset VALUE='Clear'>",
        `<INPUT TYPE=hidden NAME="h${crlf}" VALUE="v${crlf}">`,
      ]),
      said('utilities', ["HREF='/cgi-bin/LinkAccount.pl'", `HREF='/cgi-bin/LinkAccount.pl?${crlf}'`]),
    ],
    never: /"cookie":"[^"]*x=1/,
    ends: 'linked',
    safe: 'inside the form’s body, and in no header',
  },
  {
    attack: 'A referrer policy that would tell other hosts whole addresses',
    tries: [bent('utilities', { headers: { 'referrer-policy': 'unsafe-url' } })],
    never: /"referer":"[^"]*(appurl=[^"]*alma|@)/,
    ends: 'linked',
    safe: 'the two hosts are told what a browser tells them, and no address holds a secret',
  },
];
