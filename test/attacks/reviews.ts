import type { Attack } from './attack.ts';
import { said } from './attack.ts';

const button = "<INPUT TYPE=submit NAME=button1 VALUE='Submit'>";
const hidden = "<INPUT TYPE=hidden NAME=confirmed VALUE='Y'>";
const end = '</FORM>';

/** Review pages that would have somebody consent to another thing than is sent. */
export const reviews: readonly Attack[] = [
  {
    attack: 'A review form that posts to another host, by its address or by its button’s',
    scenarios: ['attack-action-review', 'attack-review-formaction'],
    tries: [],
    ends: 'unsafe-address',
  },
  {
    attack:
      'A review with two forms that could be the final one, a password, a choice, or a form sent by GET',
    scenarios: [
      'strange-review-two-forms',
      'strange-review-password',
      'strange-review-choice',
      'strange-review-get',
    ],
    tries: [
      said('link-form', [button, `${button}<INPUT TYPE=submit NAME=button2 VALUE='Submit'>`]),
      said('link-form', [button, `<INPUT TYPE=submit NAME=button1 VALUE='Link all accounts'>`]),
      said('link-form', [button, '']),
      said('link-form', [
        end,
        `${end}<FORM method=POST action='/cgi-bin/x.pl'><INPUT TYPE=hidden NAME=a VALUE=b><INPUT TYPE=submit VALUE=Submit></FORM>`,
      ]),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'A review whose only button is a plain one, so that its script says what would be sent',
    tries: [
      said('link-form', [
        button,
        `<INPUT TYPE=button NAME=button1 VALUE='Submit' onClick="document.forms[0].submit()">`,
      ]),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'A review form with a button that sends it by GET, or that only closes a dialog',
    tries: [
      said('link-form', [button, "<INPUT TYPE=submit NAME=button1 VALUE='Submit' FORMMETHOD=get>"]),
      said('link-form', [button, "<INPUT TYPE=submit NAME=button1 VALUE='Submit' FORMMETHOD=dialog>"]),
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A second review form that cannot be seen',
    tries: [
      said('link-form', [
        end,
        `${end}<DIV STYLE='display:none'><FORM method=POST action='%evil%/collect'><INPUT TYPE=hidden NAME=cmecf_login VALUE=other><INPUT TYPE=submit VALUE=Submit></FORM></DIV>`,
      ]),
    ],
    ends: 'linked',
    safe: 'the form that shows is the one',
  },
  {
    attack: 'A review button that stands outside its form and belongs to it by `form=`',
    tries: [
      said(
        'link-form',
        ['<FORM NAME=reviewForm', '<FORM ID=rf NAME=reviewForm'],
        [button, ''],
        [end, `${end}<INPUT FORM=rf TYPE=submit NAME=button1 VALUE='Submit'>`],
      ),
    ],
    ends: 'linked',
    safe: 'it is the form’s own button, as in a browser',
  },
  {
    attack:
      'A review whose only button belongs to another form by `form=`, so that the values shown would not be sent',
    tries: [
      said(
        'link-form',
        [button, "<INPUT FORM=other TYPE=submit NAME=button1 VALUE='Submit'>"],
        [end, `${end}<FORM ID=other method=POST action='/cgi-bin/x.pl'></FORM>`],
      ),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'Hidden values that contradict the names or logins shown',
    scenarios: ['review-hidden-differs'],
    tries: [
      said('link-form', [hidden, `${hidden}<INPUT TYPE=hidden NAME=cmecf_name VALUE='Boris Badenov'>`]),
      said('link-form', [hidden, `${hidden}<INPUT TYPE=hidden NAME=pacer_name VALUE='Boris Badenov'>`]),
      ...[
        `<INPUT TYPE=text STYLE="display:none" NAME=pacer_name VALUE="Boris Badenov">`,
        `<DIV HIDDEN><TEXTAREA NAME=pacer_name>Boris Badenov</TEXTAREA></DIV>`,
        `<SELECT STYLE="display:none" NAME=pacer_name><OPTION SELECTED>Boris Badenov</SELECT>`,
        `<INPUT TYPE=checkbox HIDDEN CHECKED NAME=pacer_name VALUE="Boris Badenov">`,
        `<INPUT TYPE=hidden NAME=pacer_login VALUE="boris">`,
      ].map((more) => said('link-form', [hidden, hidden + more])),
    ],
    ends: 'names-differ',
  },
  {
    attack: 'An account that is called shared beside a remark such as “should not be linked”',
    tries: [
      said('link-form', [
        '<TR><TD><B>Account type:',
        '<TR><TD><B>Note:</B></TD><TD>-</TD><TD>This is a shared PACER account and should not be linked.</TD></TR><TR><TD><B>Account type:',
      ]),
      { accountType: 'Shared firm account (should not be used for filing)' },
    ],
    ends: 'shared-account',
  },
  {
    attack: 'An account that is called a legacy one beside a remark',
    tries: [{ accountType: 'Legacy PACER account, should be upgraded' }],
    ends: 'account-restricted',
  },
  {
    attack: 'A review page that comes in answer to something else than the link form',
    tries: [
      said(
        'utilities',
        [
          '<H2>Utilities</H2>',
          "CM/ECF account PACER account<FORM method=POST action='/cgi-bin/LinkAccount.pl?1-L_1_1-1'><INPUT TYPE=hidden NAME=confirmed VALUE=Y><INPUT TYPE=submit VALUE=Submit></FORM>",
        ],
        ["<LI><A HREF='/cgi-bin/LinkAccount.pl'>", '<LI>'],
      ),
      said('link-page', [
        '<FORM NAME=linkForm',
        "CM/ECF and PACER<FORM method=POST action='/cgi-bin/LinkAccount.pl?1-L_1_1-1'><INPUT TYPE=hidden NAME=confirmed VALUE=Y><INPUT TYPE=submit VALUE=Submit></FORM><FORM HIDDEN NAME=linkForm",
      ]),
    ],
    ends: 'unrecognised-page',
  },
  {
    attack: 'A page that says it is linked before anything was submitted',
    tries: [
      said('utilities', [
        '<H2>Utilities</H2>',
        '<H2>Utilities</H2>Your accounts have been successfully linked.',
      ]),
      said('link-page', ['<FONT SIZE=+1>', 'Your accounts have been successfully linked.<FONT SIZE=+1>']),
    ],
    ends: 'linked',
    safe: 'believed only as an answer to a Submit; the walk goes on',
  },
  {
    attack: 'A success page in place of the review, though nothing is linked',
    tries: [{ faults: [{ at: 'link-form', does: { name: 'page', page: 'court/linked' } }] }],
    ends: 'linked-without-review',
    safe: 'said to be announced, not proven: the menus were looked for',
  },
  {
    attack: 'A page that says the accounts were linked before, though they were not',
    tries: [{ faults: [{ at: 'link-page', does: { name: 'page', page: 'court/already-linked' } }] }],
    ends: 'already-linked',
    safe: 'said to be announced, not proven: the menus were looked for',
  },
  {
    attack: 'Filing menus shown to an account that is not linked',
    tries: [{ filer: true }],
    ends: 'already-linked',
    safe: 'names nobody (`verifiedNames` is false) and submits nothing',
  },
];
