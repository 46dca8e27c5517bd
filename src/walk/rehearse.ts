import { decide } from '../court/names.ts';
import { menuSelector } from '../court/menu.ts';
import { nextStep } from '../court/next-step.ts';
import type { Recognised, Role, Submitting } from '../court/page.ts';
import { recognise } from '../court/recognise.ts';
import { emptyTrail, met } from '../court/trail.ts';
import { parseDocument } from '../html/document.ts';
import type { Document } from '../html/document.ts';
import { facesSubmission, readPartialAnswer } from '../html/faces.ts';
import { applyPartialAnswer } from '../html/faces-apply.ts';
import { readParts } from '../html/parts.ts';
import type { Parts } from '../html/parts.ts';
import { submission } from '../html/submission.ts';

const url = 'https://rehearsal.invalid/';
const ajax = { source: 'go', execute: '@all', update: 'panel', event: null, params: [] };
const goal = { aim: 'link', loginUrl: url, utilitiesUrl: url } as const;

const signOn = `<!DOCTYPE html><html><head><title>Page</title><script src="/jquery.js.jsf"></script></head><body>
<script type="text/javascript">PrimeFaces.cw("Dialog","dlg",{id:"dialog",modal:true});</script>
<div id="dialog" class="ui-dialog ui-hidden-container"><span class="ui-dialog-title">Notice</span></div>
<div id="panel"><form id="form" name="form" method="post" enctype="application/x-www-form-urlencoded">
<table role="presentation"><tbody>
<tr><td><label for="name" class="ui-outputlabel">Username<span>*</span></label></td><td><input id="name" name="name" type="text" maxlength="100" /></td></tr>
<tr><td>Password:&nbsp;</td><td><input type="password" name="key" autocomplete="off" /></td></tr></tbody></table>
<input type="checkbox" name="box" /><select name="choice"><option value="1" selected>One</option></select>
<input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="a" />
<button name="go" type="submit" onclick="PrimeFaces.ab({s:&quot;go&quot;,u:&quot;panel&quot;});return false;"><span>Login</span></button>
</form></div></body></html>`;

const update = `<partial-response><changes><update id="panel"><![CDATA[<div id="panel"><form id="f"><p>Text</p>
<input name="code"><button name="ok">OK</button></form></div>]]></update>
<update id="j_id1:javax.faces.ViewState:0"><![CDATA[b]]></update></changes></partial-response>`;

const links = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<LI><A HREF='/cgi-bin/${n}.pl' CLASS="a b">Word ${n}</A>`).join(
    '',
  );
const menu = `<HTML><HEAD><TITLE>Court</TITLE></HEAD><BODY BGCOLOR=FFFFFF><DIV ID="cmecfMainMenu"><UL>${links(9)}
<LI><A HREF="/cgi-bin/DisplayMenu.pl?Utilities">Utilities</A><LI><A HREF="/cgi-bin/login.pl?logout">Log Out</A></UL></DIV>
<H2>Utilities</H2><TABLE BORDER=0 WIDTH='100%'><TR><TD VALIGN=top><B>Words</B><UL>${links(9)}</UL></TABLE></BODY></HTML>`;

const linkForm = `<HTML><BODY><FORM ENCTYPE='multipart/form-data' METHOD=POST ACTION="/cgi-bin/x.pl?1-L_1_0-1">
<B>A heading</B><P>A text of some words.<TABLE><TR><TD>CM/ECF login:<TD><INPUT NAME=login><TR><TD>CM/ECF password:
<TD><INPUT TYPE=password NAME=key></TABLE><INPUT TYPE=submit NAME=button1 VALUE=Submit></FORM></BODY></HTML>`;

const review = `<html><body><form method="post" action="/x"><table><tr><th></th><th>CM/ECF account</th><th>PACER account</th></tr>
<tr><td>Name:</td><td>Ann B. Example</td><td>Example, Ann</td></tr><tr><td>Login:</td><td>abe</td><td>ann.example</td></tr></table>
<input type="hidden" name="a" value="b"><input type="submit" name="button1" value="Submit"></form></body></html>`;

/**
 * Each piece reads a bit of an invented page and forgets it, so that what reads pages is compiled while real ones are
 * awaited: small pieces, in the order in which the walk needs them, and all of it twice.
 */
export function rehearsals(): (() => void)[] {
  return [...once(), ...once()];
}

function once(): (() => void)[] {
  return [
    ...rehearsal(() => parseDocument(signOn, { url }), 'sign-on', null),
    ...rehearsal(updated, 'sign-on', 'sign-on'),
    ...[menu, linkForm, review].flatMap((page) =>
      rehearsal(() => parseDocument(page, { url }), 'court', page === review ? 'link-form' : null),
    ),
  ];
}

function updated(): Document {
  const partial = readPartialAnswer(update);
  const document = parseDocument(signOn, { url });
  return partial === null ? document : applyPartialAnswer(document, partial);
}

function rehearsal(read: () => Document, role: Role, after: Submitting | null): (() => void)[] {
  let document: Document | null = null;
  let parts: Parts | null = null;
  let seen: Recognised | null = null;
  return [
    () => (document = read()),
    () => (parts = document && readParts(document, { menu: menuSelector })),
    () => (seen = parts && recognise({ parts, status: 200, role, after, error: null })),
    () => {
      if (parts === null || seen === null) return;
      const arrival = { parts, status: 200, role, after, error: null };
      nextStep(seen, goal, met(emptyTrail, arrival, seen.page));
      const [form] = parts.forms;
      if (form === undefined) return;
      if (role === 'court') submission(form, [], null, 'boundary');
      else facesSubmission(form, [], null, ajax);
    },
    () => {
      if (seen?.page.kind === 'link-review') decide({ ...seen.page.review, expected: null, scripted: true });
    },
  ];
}
