import { decide } from '../court/names.ts';
import { recognise } from '../court/recognise.ts';
import type { Role, Submitting } from '../court/page.ts';
import { menuSelector } from '../court/menu.ts';
import { parseDocument } from '../html/document.ts';
import type { Document } from '../html/document.ts';
import { applyPartialAnswer, readAjaxCall, readPartialAnswer } from '../html/faces.ts';
import { readParts } from '../html/parts.ts';
import { submission } from '../html/submission.ts';

const url = 'https://rehearsal.invalid/';

/** A page with a little of everything that the walk's pages have. */
const page = `<!DOCTYPE html><html><head><title>Page</title></head><body>
<script>PrimeFaces.cw("Dialog","dlg",{id:"dialog",modal:true});</script>
<div id="menu"><a href="/cgi-bin/DisplayMenu.pl?Utilities">Utilities</a></div>
<div id="dialog" class="ui-dialog ui-hidden-container"><span class="ui-dialog-title">Notice</span></div>
<div id="panel"><form id="form" name="form" method="post" enctype="multipart/form-data"><table>
<tr><td><label for="name">Name:</label></td><td><input id="name" name="name"></td></tr>
<tr><td>Password:&nbsp;</td><td><input type="password" name="key"></td></tr></table>
<input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="a">
<button name="go" type="submit">Login</button></form></div></body></html>`;
const ajax = 'PrimeFaces.ab({s:"go",u:"panel"});return false;';
const update = `<partial-response><changes><update id="panel"><![CDATA[<div id="panel"><p>Text</p></div>]]></update>
<update id="j_id1:javax.faces.ViewState:0"><![CDATA[b]]></update></changes></partial-response>`;
const review = `<html><body><form method="post" action="/x"><table><tr><th></th><th>CM/ECF account</th><th>PACER account</th></tr>
<tr><td>Name:</td><td>Ann B. Example</td><td>Example, Ann</td></tr></table>
<input type="hidden" name="a" value="b"><input type="submit" name="button1" value="Submit"></form></body></html>`;

function read(document: Document, role: Role, after: Submitting | null): ReturnType<typeof recognise> {
  const parts = readParts(document, { menu: menuSelector });
  return recognise({ parts, status: 200, role, after, error: null });
}

/** Each reads an invented page and forgets it, so that what reads pages is compiled while a real one is awaited. */
export const rehearsals: readonly (() => void)[] = [
  () => {
    const document = parseDocument(page, { url });
    read(document, 'sign-on', null);
    readAjaxCall(ajax);
    const [form] = readParts(document).forms;
    if (form !== undefined) submission(form, [], null, 'boundary');
  },
  () => {
    const partial = readPartialAnswer(update);
    const document = parseDocument(page, { url });
    if (partial !== null) read(applyPartialAnswer(document, partial), 'sign-on', 'sign-on');
  },
  () => {
    const seen = read(parseDocument(review, { url }), 'court', 'link-form').page;
    if (seen.kind === 'link-review') decide({ ...seen.review, expected: null, scripted: true });
  },
];
