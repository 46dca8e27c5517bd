import { describe, expect, it } from 'vitest';
import { parseDocument, type Document } from '../../src/html/document.ts';
import { facesSubmission, readPartialAnswer } from '../../src/html/faces.ts';
import { applyPartialAnswer } from '../../src/html/faces-apply.ts';
import { readAjaxCall, type AjaxCall } from '../../src/html/faces-call.ts';
import { readParts } from '../../src/html/parts.ts';

const signOnUrl = 'https://pacer.login.uscourts.gov/csologin/login.jsf?pscCourtId=MIWBK';
const page = (html: string): Document => parseDocument(html, { url: signOnUrl });

const call = (rest: Partial<AjaxCall>): AjaxCall => ({
  source: 'b',
  execute: '@all',
  update: '',
  event: null,
  params: [],
  ...rest,
});

describe('a PrimeFaces call in an onclick', () => {
  it.each<[string, AjaxCall]>([
    [
      'PrimeFaces.ab({s:"loginForm:fbtnLogin", u:"panel loginForm redactionConfirmation"});return false;',
      call({ source: 'loginForm:fbtnLogin', update: 'panel loginForm redactionConfirmation' }),
    ],
    [
      "PrimeFaces.ab({source:'b',process:'@this x',update:'@form'});return false;",
      call({ execute: '@this x', update: '@form' }),
    ],
    ['PrimeFaces.ab({s:"b",f:"regmsg",p:"a,c  d",u:""})', call({ execute: 'a c d' })],
    [' PrimeFaces . ab ( { "s" : \'b\' , e : "valueChange", } ) ; ', call({ event: 'valueChange' })],
    [
      'PrimeFaces.ab({s:"b",pa:[{name:"dialogName",value:"redactionDlg"},{name:"n",value:1},{name:"t",value:true},{name:"e",value:null}]});return false;',
      call({
        params: [
          ['dialogName', 'redactionDlg'],
          ['n', '1'],
          ['t', 'true'],
          ['e', ''],
        ],
      }),
    ],
    [
      'PrimeFaces.ab({s:"b",onst:function(cfg){PF("w").show();},onco:function(xhr,status,args){if(x){y("}",/[}]/)}}});return false;',
      call({}),
    ],
    [
      'PrimeFaces.ab({s:"b",a:true,g:false,d:-1,ps:true,psf:":input",t:0,rv:true,iau:true});',
      call({
        params: [
          ['primefaces.resetvalues', 'true'],
          ['primefaces.ignoreautoupdate', 'true'],
        ],
      }),
    ],
    ['PrimeFaces.bcn(this,event,[function(event){PrimeFaces.ab({s:"b",u:"x"});}]);', call({ update: 'x' })],
    ['javascript:PrimeFaces.ab({s:"b"});return false;', call({})],
    ['PrimeFaces.ab({s:"lo\\u0067in\\x3ab"}); // a comment', call({ source: 'login:b' })],
    ['PrimeFaces.ab({s:"b",p:"@none"});return true', call({ execute: '@none' })],
  ])('is read: %s', (onclick, expected) => {
    expect(readAjaxCall(onclick)).toEqual(expected);
  });

  it.each([
    [''],
    ['return false;'],
    ['PrimeFaces.ab({s:"a"+"b"})'],
    ['PrimeFaces.ab({s:id})'],
    ['PrimeFaces.ab({s:this})'],
    ['PrimeFaces.ab({s:`a`})'],
    ['PrimeFaces.ab({s:"a",u:find("b")})'],
    ['PrimeFaces.ab({s:"a",u:"@(.panel)"})'],
    ['PrimeFaces.ab({s:"a",p:"@widgetVar(w)"})'],
    ['PrimeFaces.ab({s:"a",pa:[{name:"n",value:now()}]})'],
    ['PrimeFaces.ab({s:"a",pa:[{name:"n",value:{}}]})'],
    ['PrimeFaces.ab({s:"a",source:"b"})'],
    ['PrimeFaces.ab({s:["a"]})'],
    ['PrimeFaces.ab({s:""})'],
    ['PrimeFaces.ab({u:"a"})'],
    ['PrimeFaces.ab({...cfg})'],
    ['PrimeFaces.ab({["s"]:"a"})'],
    ['PrimeFaces.ab({s:"a"},ext)'],
    ['PrimeFaces.ab(cfg)'],
    ['PrimeFaces.ab({s:"a"});go();'],
    ['if(confirm("?")){PrimeFaces.ab({s:"a"})}'],
    ['if(ok)PrimeFaces.ab({s:"a"});'],
    ['return PrimeFaces.ab({s:"a"});'],
    ['PrimeFaces.ab({s:"a"}) || go()'],
    ['window["PrimeFaces"].ab({s:"a"})'],
    ['PrimeFaces["ab"]({s:"a"})'],
    ['PrimeFaces.confirm({source:"a",message:"Sure?"});return false;'],
    [
      'PrimeFaces.bcn(this,event,[function(event){return confirm("?");},function(event){PrimeFaces.ab({s:"a"});}]);',
    ],
    ['PrimeFaces.bcn(this,event,[function(event){if(x){PrimeFaces.ab({s:"a"});}}]);'],
    ['"PrimeFaces.ab({s:\'a\'})"'],
    ['// PrimeFaces.ab({s:"a"})'],
    ['PrimeFaces.ab({s:"a"'],
    ['PrimeFaces.ab({s:"a})'],
    ["mojarra.ab(this,event,'action','@form','msgs')"],
  ])('is not read where it is anything but one literal call: %s', (onclick) => {
    expect(readAjaxCall(onclick)).toBeNull();
  });

  it('is also found where a widget makes it when its box is ticked', () => {
    const { forms } = readParts(
      page(
        '<form><div id="regmsg:chkRedact"><input type=checkbox id="regmsg:chkRedact_input" name="regmsg:chkRedact_input"></div></form>' +
          '<script>$(function(){PrimeFaces.cw("SelectBooleanCheckbox","box",{id:"regmsg:chkRedact",behaviors:{change:function(ext,event) {PrimeFaces.ab({s:"regmsg:chkRedact",e:"change",p:"regmsg:chkRedact",u:"regmsg:bpmConfirm"},ext);}}});});</script>',
      ),
    );
    expect(readAjaxCall(forms[0]?.controls[0]?.onchange ?? '')).toEqual(
      call({
        source: 'regmsg:chkRedact',
        execute: 'regmsg:chkRedact',
        update: 'regmsg:bpmConfirm',
        event: 'change',
      }),
    );
  });
});

const SIGN_ON =
  '<form id="loginForm" name="loginForm" method="post" action="/csologin/login.jsf"><input type="hidden" name="loginForm" value="loginForm">' +
  '<span id="pscLoginPanel"><input name="loginForm:loginName"><input type=password name="loginForm:password"></span>' +
  '<button id="loginForm:fbtnLogin" name="loginForm:fbtnLogin">Login</button>' +
  '<input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="-1:2"></form>';

describe('the request a PrimeFaces call makes', () => {
  const form = (html: string) => {
    const [first] = readParts(page(html)).forms;
    if (first === undefined) throw new Error('The page has no form.');
    return first;
  };

  it('is the whole form without its buttons behind the call, in UTF-8, marked as partial', () => {
    const request = facesSubmission(
      form(SIGN_ON),
      [
        { control: 1, value: 'jqpublic' },
        { control: 2, value: 'p&ß' },
      ],
      3,
      call({ source: 'loginForm:fbtnLogin', update: 'pscLoginPanel loginForm' }),
    );
    expect({ ...request, body: new TextDecoder().decode(request.body ?? undefined) }).toEqual({
      method: 'POST',
      url: 'https://pacer.login.uscourts.gov/csologin/login.jsf',
      enctype: 'application/x-www-form-urlencoded',
      charset: 'utf-8',
      entries: [
        ['javax.faces.partial.ajax', 'true'],
        ['javax.faces.source', 'loginForm:fbtnLogin'],
        ['javax.faces.partial.execute', '@all'],
        ['javax.faces.partial.render', 'pscLoginPanel loginForm'],
        ['loginForm:fbtnLogin', 'loginForm:fbtnLogin'],
        ['loginForm', 'loginForm'],
        ['loginForm:loginName', 'jqpublic'],
        ['loginForm:password', 'p&ß'],
        ['javax.faces.ViewState', '-1:2'],
      ],
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        accept: 'application/xml, text/xml, */*; q=0.01',
        'faces-request': 'partial/ajax',
        'x-requested-with': 'XMLHttpRequest',
      },
      body:
        'javax.faces.partial.ajax=true&javax.faces.source=loginForm%3AfbtnLogin&javax.faces.partial.execute=%40all&' +
        'javax.faces.partial.render=pscLoginPanel+loginForm&loginForm%3AfbtnLogin=loginForm%3AfbtnLogin&loginForm=loginForm&' +
        'loginForm%3AloginName=jqpublic&loginForm%3Apassword=p%26%C3%9F&javax.faces.ViewState=-1%3A2',
    });
  });

  it("goes by the view state's own prefix, and tells an event in the place of the button", () => {
    const jakarta = form(SIGN_ON.replaceAll('javax', 'jakarta'));
    expect(
      facesSubmission(
        jakarta,
        [],
        null,
        call({ execute: '@this', update: '@form', event: 'valueChange', params: [['n', 'v']] }),
      ).entries,
    ).toEqual([
      ['jakarta.faces.partial.ajax', 'true'],
      ['jakarta.faces.source', 'b'],
      ['jakarta.faces.partial.execute', 'b'],
      ['jakarta.faces.partial.render', 'loginForm'],
      ['jakarta.faces.behavior.event', 'valueChange'],
      ['jakarta.faces.partial.event', 'change'],
      ['n', 'v'],
      ['loginForm', 'loginForm'],
      ['loginForm:loginName', ''],
      ['loginForm:password', ''],
      ['jakarta.faces.ViewState', '-1:2'],
    ]);
  });

  it('goes to the address the form keeps for it', () => {
    const kept = form(
      SIGN_ON.replace(
        '</form>',
        '<input type=hidden name="javax.faces.encodedURL" value="/portal/x?1"></form>',
      ),
    );
    expect(facesSubmission(kept, [], null, call({})).url).toBe('https://pacer.login.uscourts.gov/portal/x?1');
  });

  it.each([
    ['a form without an address', '<form action="http://[">', null],
    ['a button that is not there', '<form>', 4],
  ])('throws for %s', (_, html, button) => {
    expect(() => facesSubmission(form(html), [], button, call({}))).toThrow(TypeError);
  });
});

describe('a partial answer', () => {
  it('with entities that every object knows keeps them as they are', () => {
    const error = readPartialAnswer(
      '<partial-response><error><error-name>&constructor;</error-name></error></partial-response>',
    )?.error;
    expect(error).toEqual({ name: '&constructor;', message: '' });
  });

  it('with a redirect is read, its entities undone', () => {
    expect(
      readPartialAnswer(
        '<?xml version=\'1.0\' encoding=\'UTF-8\'?>\n<partial-response id="j_id1"><redirect url="https://ecf.miwb.uscourts.gov/cgi-bin/login.pl?a=1&amp;b=%202"></redirect></partial-response>',
      ),
    ).toEqual({
      redirect: 'https://ecf.miwb.uscourts.gov/cgi-bin/login.pl?a=1&b=%202',
      updates: [],
      evals: [],
      error: null,
    });
  });

  it('with updates, scripts and what else there is is read, CDATA joined where it was split', () => {
    expect(
      readPartialAnswer(
        '\ufeff<!-- x --><partial-response><changes><update id="a"><![CDATA[<b>1</b>&amp;]]]]><![CDATA[>2]]></update>' +
          "<update id='j_id1:javax.faces.ViewState:0'><![CDATA[-3:4]]></update><eval><![CDATA[PF('d').show();]]></eval>" +
          '<extension ln="primefaces" type="args">{"validationFailed":true}</extension><delete id="x"/></changes></partial-response>\n',
      ),
    ).toEqual({
      redirect: null,
      updates: [
        { id: 'a', html: '<b>1</b>&amp;]]>2' },
        { id: 'j_id1:javax.faces.ViewState:0', html: '-3:4' },
      ],
      evals: ["PF('d').show();"],
      error: null,
    });
  });

  it('with an error is read', () => {
    expect(
      readPartialAnswer(
        '<partial-response><error><error-name>class javax.faces.application.ViewExpiredException</error-name><error-message><![CDATA[View &lt; gone]]></error-message></error></partial-response>',
      ),
    ).toEqual({
      redirect: null,
      updates: [],
      evals: [],
      error: { name: 'class javax.faces.application.ViewExpiredException', message: 'View &lt; gone' },
    });
  });

  it.each([
    [''],
    ['<html><body>partial-response</body></html>'],
    ['<partial-response>'],
    ['<partial-response></partial-respons>'],
    ['<partial-response/><partial-response/>'],
    ['text <partial-response/>'],
    ['<partial-response><changes><update id="a"><![CDATA[x</update></changes></partial-response>'],
    ['<partial-response a=1/>'],
    ['{"a":1}'],
  ])('is none where it is not well formed: %j', (text) => {
    expect(readPartialAnswer(text)).toBeNull();
  });
});

describe('a page after a partial answer', () => {
  const update = (id: string, html: string) => ({ id, html });
  const answer = (updates: { id: string; html: string }[], evals: string[] = []) => ({
    redirect: null,
    updates,
    evals,
    error: null,
  });
  const states = (doc: Document) =>
    readParts(doc).forms.map((form) =>
      form.controls.filter(({ name }) => /ViewState/.test(name)).map(({ name, value }) => [name, value]),
    );

  it('has the new elements in the place of the old, and is the old page still', () => {
    const before = page(`${SIGN_ON}<div id=messages></div><p>End`);
    const after = applyPartialAnswer(
      before,
      answer([
        update(
          'messages',
          '<div id=messages class=ui-messages><div class=ui-messages-error><ul><li>Invalid username or password</ul></div></div>',
        ),
        update('pscLoginPanel', '<span id="pscLoginPanel"><input name="loginForm:otp"></span>'),
      ]),
    );
    const names = (doc: Document) => readParts(doc).forms[0]?.controls.map(({ name }) => name);
    expect({ text: readParts(after).text, messages: readParts(after).messages, names: names(after) }).toEqual(
      {
        text: 'Login\nInvalid username or password\nEnd',
        messages: [{ id: 'messages', severity: 'error', text: 'Invalid username or password' }],
        names: ['loginForm', 'loginForm:otp', 'loginForm:fbtnLogin', 'javax.faces.ViewState'],
      },
    );
    expect({
      text: readParts(before).text,
      messages: readParts(before).messages,
      names: names(before),
    }).toEqual({
      text: 'Login\nEnd',
      messages: [],
      names: [
        'loginForm',
        'loginForm:loginName',
        'loginForm:password',
        'loginForm:fbtnLogin',
        'javax.faces.ViewState',
      ],
    });
  });

  it.each(['javax', 'jakarta'])('has the new %s view state in every form that posts', (prefix) => {
    const doc = page(
      `<form method=post><input type=hidden name="${prefix}.faces.ViewState" value=old></form><form method=POST></form><form></form>`,
    );
    expect(
      states(applyPartialAnswer(doc, answer([update(`j_id1:${prefix}.faces.ViewState:0`, ' stateless\n')]))),
    ).toEqual([
      [[`${prefix}.faces.ViewState`, 'stateless']],
      [[`${prefix}.faces.ViewState`, 'stateless']],
      [],
    ]);
  });

  it('has the new view state also in a form that came with the answer before it', () => {
    const doc = page(`${SIGN_ON}<div id=place></div>`);
    const after = applyPartialAnswer(
      doc,
      answer([
        update('j_id1:javax.faces.ViewState:0', 'new'),
        update(
          'place',
          '<form id=mfaForm method=post><input name="mfaForm:mfaInput"><input type=hidden name="javax.faces.ViewState" value=older></form>',
        ),
      ]),
    );
    expect(states(after)).toEqual([[['javax.faces.ViewState', 'new']], [['javax.faces.ViewState', 'new']]]);
  });

  it('is another page where the answer replaces its body, or all of it', () => {
    const body = applyPartialAnswer(
      page(SIGN_ON),
      answer([update('javax.faces.ViewBody', '<body><p>Passcode</p></body>')]),
    );
    const root = applyPartialAnswer(
      page(`<title>Old</title>${SIGN_ON}`),
      answer([
        update('jakarta.faces.ViewRoot', '<html><head><title>New</title></head><body>All new</body></html>'),
      ]),
    );
    expect([
      readParts(body).text,
      readParts(body).forms,
      readParts(root).text,
      readParts(root).title,
    ]).toEqual(['Passcode', [], 'All new', 'New']);
  });

  it('keeps what no element has the id for, and the scripts', () => {
    const after = readParts(
      applyPartialAnswer(page('<p>x'), answer([update('nowhere', '<b>y</b>')], ['go()'])),
    );
    expect({ unplaced: after.unplaced, scripts: after.scripts, text: after.text }).toEqual({
      unplaced: [{ id: 'nowhere', html: '<b>y</b>' }],
      scripts: ['go()'],
      text: 'x',
    });
  });

  it('takes updates one after another: what came with one can be replaced by the next', () => {
    const after = applyPartialAnswer(
      page('<div id=a></div>'),
      answer([
        update('a', '<div id=a><div id=b></div></div>'),
        update('b', '<p id=b>second'),
        update('b', '<p id=b>third'),
      ]),
    );
    expect(readParts(after).text).toBe('third');
  });

  it('keeps the fields of a form between table and row, and gives those of a form that went to the one around', () => {
    const html =
      '<div id=top></div><table><form id=f><tr><td><input name=a><td id=cell><input name=b></table>';
    const names = (doc: Document) =>
      readParts(doc).forms.map(({ id, controls }) => [id, controls.map(({ name }) => name)]);
    expect(
      names(
        applyPartialAnswer(
          page(html),
          answer([update('cell', '<td id=cell><input name=c>'), update('top', '')]),
        ),
      ),
    ).toEqual([['f', ['a']]]);
    expect(names(applyPartialAnswer(page(html), answer([update('f', '')])))).toEqual([]);
  });

  it('has rows and cells where rows and cells stood', () => {
    const after = applyPartialAnswer(
      page('<table><tr id=r><td>old</table>'),
      answer([update('r', '<tr id=r><td>new<td>cells</tr>')]),
    );
    expect(readParts(after).text).toBe('new cells');
  });
});

describe('a dialog in a partial answer', () => {
  const closed = (inside: string, id = 'redact') =>
    `<div id="${id}" class="ui-dialog ui-hidden-container">${inside}</div>`;
  const opened = (html: string, updates: [string, string][], evals: string[] = []) =>
    readParts(
      applyPartialAnswer(page(html), {
        redirect: null,
        updates: updates.map(([id, text]) => ({ id, html: text })),
        evals,
        error: null,
      }),
    ).dialogs.map(({ open, openedBy, text }) => [open, openedBy, text]);

  it('is open when the answer puts something into it', () => {
    expect(opened(closed(''), [['redact', closed('<p>Notice</p>')]])).toEqual([[true, 'update', 'Notice']]);
    expect(
      opened(closed('<form id=regmsg></form>'), [
        ['regmsg', '<form id=regmsg>Notice<input type=checkbox></form>'],
      ]),
    ).toEqual([[true, 'update', 'Notice']]);
  });

  it('is not, when the answer brings what was there, brings nothing, or redraws the page around it', () => {
    expect(
      opened(closed('<p>Notice</p>'), [['redact', closed('<p>Notice</p><script>x(1)</script>')]]),
    ).toEqual([[false, null, 'Notice']]);
    expect(opened(closed('<p>Notice</p>'), [['redact', closed('')]])).toEqual([[false, null, '']]);
    expect(
      opened(`<div id=panel>${closed('')}</div>`, [['panel', `<div id=panel>${closed('Notice')}</div>`]]),
    ).toEqual([[false, null, 'Notice']]);
  });

  it('is open when the answer has a script show it', () => {
    const html = closed('Notice') + '<script>PrimeFaces.cw("Dialog","redactionDlg",{id:"redact"});</script>';
    expect(opened(html, [], ["PF('redactionDlg').show();"])).toEqual([[true, 'script', 'Notice']]);
    expect(opened(html, [['redact', closed('Other')]], ["PF('redactionDlg').hide();"])).toEqual([
      [false, null, 'Other'],
    ]);
  });
});
