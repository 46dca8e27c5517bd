import { describe, expect, it } from 'vitest';
import { entryList } from '../../src/html/entries.ts';
import type { Control, Form } from '../../src/html/forms.ts';
import { submission } from '../../src/html/submission.ts';
import { read } from './reading.ts';

function formOf(html: string): Form {
  const [form] = read(html).forms;
  if (form === undefined) throw new Error('The page has no form.');
  return form;
}
const labels = (html: string) => formOf(html).controls.map(({ label }) => label);

describe('a form as data', () => {
  it('says how, where and in what encoding it is sent, and what it holds', () => {
    const [form] = read(
      `<FORM ID=f NAME=link METHOD=POST ENCTYPE='multipart/form-data' ACTION='/cgi-bin/Link.pl?1-L_1_0-1'>CM/ECF login:` +
        `<INPUT ID=u NAME=login MAXLENGTH=30 REQUIRED ONCHANGE="x()"></FORM>`,
    ).forms;
    const login: Control = {
      index: 0,
      tag: 'input',
      type: 'text',
      name: 'login',
      id: 'u',
      value: '',
      checked: false,
      disabled: false,
      hidden: false,
      label: 'CM/ECF login:',
      onclick: '',
      onchange: 'x()',
      options: [],
      multiple: false,
      formaction: null,
      formmethod: null,
      formenctype: null,
      dirname: null,
      maxlength: 30,
      required: true,
      readonly: false,
    };
    expect(form).toEqual({
      index: 0,
      id: 'f',
      name: 'link',
      method: 'post',
      enctype: 'multipart/form-data',
      action: 'https://ecf.miwb.uscourts.gov/cgi-bin/Link.pl?1-L_1_0-1',
      charset: 'utf-8',
      dialog: null,
      hidden: false,
      controls: [login],
    });
  });

  it('has no address where the page gives one that nothing can be sent to', () => {
    expect(
      read(
        '<form action="http://["></form><form action="javascript:x()"></form><form action="mailto:a@b.example"></form>',
      ).forms.map(({ action }) => action),
    ).toEqual([null, null, null]);
  });

  it('shows the choice of a select, with its options', () => {
    const [select] = formOf(
      '<form><select name=court><option value=1>One<option selected label="Deux">Two<option disabled>x</select>',
    ).controls;
    expect({ type: select?.type, value: select?.value, options: select?.options }).toEqual({
      type: 'select-one',
      value: 'Two',
      options: [
        { value: '1', text: 'One', selected: false, disabled: false },
        { value: 'Two', text: 'Deux', selected: true, disabled: false },
        { value: 'x', text: 'x', selected: false, disabled: true },
      ],
    });
  });

  it('tells hidden fields from those a person sees', () => {
    expect(
      formOf(
        '<form><input><input type=hidden><input hidden><div style="display:none"><input></div><div style="visibility:hidden"><input></div>',
      ).controls.map(({ hidden }) => hidden),
    ).toEqual([false, true, true, true, true]);
  });
});

describe('what a field is called', () => {
  it('by its label, whichever way that points at it', () => {
    expect(
      labels(
        '<form><label for=a>User <b>name</b>*</label><input id=a><label>Password <input></label>' +
          '<span id=x>Client</span> <span id=y>Code</span><input aria-labelledby="x y"><input aria-label="Passcode">',
      ),
    ).toEqual(['User name*', 'Password', 'Client Code', 'Passcode']);
  });

  it('a label that holds two fields names the first', () => {
    expect(labels('<form><label>Both <input><input></label>')).toEqual(['Both', 'Both']);
    expect(labels('<form><label>Both <input> and <input></label>')).toEqual(['Both and', 'and']);
  });

  it('by the cell, row or line before it where it has none', () => {
    expect(
      labels(
        '<form><table><tr><td>CM/ECF login:&nbsp;<td><input><tr><td>Password<br>(old)<td></td><td><input></table>' +
          'Code: <input><div>Above</div><input>',
      ),
    ).toEqual(['CM/ECF login:', '(old)', 'Code:', 'Above']);
  });

  it('by the words behind it for a check box or a radio button', () => {
    expect(
      labels(
        '<form>Choose: <input type=radio> Yes <input type=radio> No<br><input type=checkbox><b>I understand</b> the rules<p>Agree <input type=checkbox></p>',
      ),
    ).toEqual(['Yes', 'No', 'I understand the rules', 'Agree']);
  });

  it('by the words behind a check box as PrimeFaces draws it', () => {
    expect(
      labels(
        '<form><div id="regmsg:chkRedact" class="ui-chkbox ui-widget"><div class="ui-helper-hidden-accessible"><input id="regmsg:chkRedact_input" type="checkbox"></div>' +
          '<div class="ui-chkbox-box"><span class="ui-chkbox-icon"></span></div><span class="ui-chkbox-label">I understand</span></div>',
      ),
    ).toEqual(['I understand']);
  });

  it('by what it says for a button', () => {
    expect(
      labels(
        '<form>Text <button><span class="ui-button-text">Login</span></button><input type=submit value=Submit><input type=submit>' +
          '<input type=reset><input type=image alt=Go><button aria-label=Close>x</button>',
      ),
    ).toEqual(['Login', 'Submit', 'Submit', 'Reset', 'Go', 'Close']);
  });

  it('by its placeholder in the last resort, and by nothing where there is nothing', () => {
    expect(labels('<form><input placeholder="One-time passcode"><p></p><input>')).toEqual([
      'One-time passcode',
      '',
    ]);
  });

  it('never by a script, a style or what is hidden', () => {
    expect(labels('<form>Login <script>x</script><span hidden>secret</span><style>y</style><input>')).toEqual(
      ['Login'],
    );
  });
});

describe('filling a form in', () => {
  const form = formOf(
    '<form method=post action=/x><input name=a><input type=checkbox name=b><input type=radio name=c value=1 checked><input type=radio name=c value=2>' +
      '<select name=d><option>x<option>y</select><button name=go value=1>Go</button>',
  );

  it('gives the entries in the order of the page', () => {
    expect(
      entryList(
        form,
        [
          { control: 4, selected: [1] },
          { control: 0, value: 'text' },
          { control: 3, checked: true },
          { control: 1, checked: true },
        ],
        5,
      ),
    ).toEqual([
      ['a', 'text'],
      ['b', 'on'],
      ['c', '2'],
      ['d', 'y'],
      ['go', '1'],
    ]);
  });

  it('leaves the form as it was read', () => {
    const before = structuredClone(form);
    submission(form, [{ control: 0, value: 'text' }], 5, 'b');
    expect(form).toEqual(before);
  });

  it.each([
    [
      'submit',
      [
        ['a', '1'],
        ['b', 'v'],
      ],
    ],
    [
      'image',
      [
        ['a', '1'],
        ['b.x', '0'],
        ['b.y', '0'],
      ],
    ],
    ['button', [['a', '1']]],
    ['reset', [['a', '1']]],
  ])('sends a pressed button of type %s as %j', (type, entries) => {
    const made = formOf(`<form><input name=a value=1><input type=${type} name=b value=v></form>`);
    expect(entryList(made, [], 1)).toEqual(entries);
  });

  it.each([
    ['a control', () => entryList(form, [{ control: 9, value: '' }], null)],
    ['an option', () => entryList(form, [{ control: 4, selected: [2] }], null)],
    ['a button', () => submission(form, [], 17, 'b')],
    ['text in a select', () => entryList(form, [{ control: 4, value: 'y' }], null)],
    ['text in a check box', () => entryList(form, [{ control: 1, value: 'on' }], null)],
    ['a check in a text field', () => entryList(form, [{ control: 0, checked: true }], null)],
    ['text on a button', () => entryList(form, [{ control: 5, value: 'x' }], null)],
  ])('throws for %s that cannot be', (_, act) => {
    expect(act).toThrow(TypeError);
  });

  it.each([
    ['a form without an address', '<form action="http://[">'],
    ['a form that only closes a dialog', '<form method=dialog>'],
  ])('throws for %s', (_, html) => {
    expect(() => submission(formOf(html), [], null, 'b')).toThrow(TypeError);
  });
});

describe('a submission', () => {
  it('by post is the whole request, ready to be sent', () => {
    const form = formOf(
      '<form method=post action="/cgi-bin/x.pl?1#part"><input name=login value="a b"><input type=submit name=button1 value=Submit>',
    );
    expect(submission(form, [], 1, 'b')).toEqual({
      method: 'POST',
      url: 'https://ecf.miwb.uscourts.gov/cgi-bin/x.pl?1#part',
      enctype: 'application/x-www-form-urlencoded',
      charset: 'utf-8',
      entries: [
        ['login', 'a b'],
        ['button1', 'Submit'],
      ],
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new TextEncoder().encode('login=a+b&button1=Submit'),
    });
  });

  it('by get has everything in its address and no body', () => {
    const form = formOf('<form action="/x?old#part"><input name=q value="ü">');
    expect(submission(form, [], null, 'b')).toEqual({
      method: 'GET',
      url: 'https://ecf.miwb.uscourts.gov/x?q=%C3%BC#part',
      enctype: 'application/x-www-form-urlencoded',
      charset: 'utf-8',
      entries: [['q', 'ü']],
      headers: {},
      body: null,
    });
  });

  it('in multipart is divided by the boundary it was given', () => {
    const form = formOf(
      '<form method=post enctype=multipart/form-data action=/x><input name=key value="p@ss">',
    );
    const { headers, body } = submission(form, [], null, 'XYZ');
    expect({ headers, body: new TextDecoder().decode(body ?? undefined) }).toEqual({
      headers: { 'content-type': 'multipart/form-data; boundary=XYZ' },
      body: '--XYZ\r\nContent-Disposition: form-data; name="key"\r\n\r\np@ss\r\n--XYZ--\r\n',
    });
  });
});
