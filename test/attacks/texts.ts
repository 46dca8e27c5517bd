import type { Attack, Try } from './attack.ts';
import { bent, said } from './attack.ts';

const escapes = {
  csi: '\u001b[2J\u001b[H\u001b[8m',
  osc: '\u001b]0;title\u0007\u001b]8;;http://evil.localhost/\u001b\\\u001b]52;c;ZXZpbA==\u0007',
  dcs: '\u001bPq\u001b\\\u001b_x\u001b\\\u001b]',
  c1: '\u009b2J\u009d0;title\u009c\u0090\u0085',
  bidi: '\u202e\u2066\u061c\u200f',
  invisible: '\u200b\u200d\ufeff\u00ad\u{e0041}\u2060',
  overprinting: '\rLinked.\b\b\b\u007f\u000b\u000c',
  piles: `e${'\u0301'.repeat(200)}\u2028\u2029`,
};
const all = Object.values(escapes).join('x');
const references = Array.from(all, (one) => `&#${one.codePointAt(0) ?? 0};`).join('');
const nul = 'A\u0000B&#0;C';

const named = (text: string): Try => ({
  person: { cmecfName: `Alma${text} Example`, pacerName: `Alma${text} Example` },
});
const unknown = said(
  'link-page',
  ['<title>', `<title>${all}${nul}`],
  ['NAME=linkForm', `NAME="${all}" ID="${references}"`],
  ['NAME=login', `NAME="${all}"`],
  ['TYPE=password', 'TYPE=date'],
  ['CM/ECF login:', `${all}${nul}${references}`],
  ['PACER account', all],
);

/** Texts that attack the terminal, or the eye, wherever a site's words are shown. */
export const texts: readonly Attack[] = [
  {
    attack:
      'Names on the review page with terminal controls (CSI, DCS, APC, C1), bidirectional or zero-width characters, tags, carriage returns, backspaces',
    tries: [escapes.csi, escapes.dcs, escapes.c1, escapes.bidi, escapes.invisible, escapes.overprinting].map(
      named,
    ),
    ends: 'names-differ',
  },
  {
    attack: 'Names with all of these, with OSC 8 and 52, or with two hundred accents on one letter',
    tries: [escapes.osc, escapes.piles, all].map(named),
    ends: 'review-unreadable',
  },
  {
    attack: 'The same on the review that a dry run shows',
    tries: [named(escapes.c1), named(`${escapes.csi}${escapes.bidi}`)],
    dryRun: true,
    ends: 'names-differ',
  },
  {
    attack: 'NUL in a name',
    tries: [said('link-form', ['Alma Q. Example', 'Al\u0000ma Q. Example'])],
    ends: 'linked',
    safe: 'left out, as by a browser',
  },
  {
    attack: 'The same in the title, the text, the form’s and the fields’ names of a page that is not known',
    tries: [unknown, { ...unknown, plainly: true }],
    ends: 'unrecognised-page',
  },
  {
    attack: 'The same in the refusal of a sign-on',
    tries: [
      {
        faults: [
          { at: 'sign-on', does: { name: 'sign-on-message', words: `Invalid username or password ${all}` } },
        ],
      },
    ],
    ends: 'sign-on-refused',
  },
  {
    attack: 'The same in the refusal of the CM/ECF login',
    tries: [false, true].map((plainly) => ({
      plainly,
      faults: [
        {
          at: 'link-form',
          does: { name: 'refuse-link', words: `Invalid CM/ECF login or password. ${all}${nul}` },
        },
      ],
    })),
    ends: 'cmecf-refused',
  },
  {
    attack: 'The same in the answer to the final Submit, and so in the receipt',
    tries: [
      said('final-submit', ['has been successfully linked', `has been successfully linked ${all}${nul}`]),
    ],
    ends: 'linked',
    safe: 'each is spelled out there (`⟨U+001B⟩`)',
  },
  {
    attack: 'The same in headers, where no line break can be',
    tries: [
      bent('utilities', {
        headers: {
          'content-type': 'text/html; charset="\u009b\t\u0085"',
          'referrer-policy': '\u009b2J',
          server: '\u009b',
        },
      }),
    ],
    ends: 'linked',
    safe: 'no header is shown',
  },
  {
    attack: 'The same in the address that a redirect names, which then is none',
    tries: [
      bent('utilities', {
        status: 302,
        headers: { location: 'http://evil.localhost:%port%/\u009b2J?\u0085' },
      }),
      bent('utilities', { status: 302, headers: { location: 'http://%1b%5b2J.evil.localhost/' } }),
    ],
    ends: 'unsafe-address',
  },
];
