import type { Case } from './case.ts';

const one = (name: string, html: string, rest: Partial<Case> = {}): Case => ({
  name,
  html,
  press: 'go',
  ...rest,
});

const LINK_ROWS = `<TR><TD>CM/ECF login:&nbsp;<TD><INPUT ID=u NAME=login SIZE=20 MAXLENGTH=30>
<TR><TD ALIGN=RIGHT>CM/ECF password:</TD><TD><INPUT ID=p TYPE=password NAME=key></TD></TR>
<TR><TD COLSPAN=2><INPUT ID=go TYPE=submit NAME=button1 VALUE=Submit><INPUT TYPE=reset VALUE=Clear></TD></TR>`;
const POST = "METHOD=POST ENCTYPE='multipart/form-data' ACTION='/cgi-bin/Link.pl?123-L_1_0-1'";
const typed = { fill: { u: 'jq&public', p: 'p@$$ w0rd*' } };

export const courtPages: Case[] = [
  one(
    'a form around a table',
    `<HTML><BODY><FORM ${POST}><TABLE>${LINK_ROWS}</TABLE></FORM></BODY></HTML>`,
    typed,
  ),
  one(
    'a form opened between table and row',
    `<TABLE BORDER=0><FORM ${POST}>${LINK_ROWS}</FORM></TABLE>`,
    typed,
  ),
  one(
    'the same, with the form closed after the table',
    `<TABLE><FORM ${POST}>${LINK_ROWS}</TABLE></FORM>`,
    typed,
  ),
  one('the same, never closed', `<TABLE><FORM ${POST}>${LINK_ROWS}</TABLE><P>Help desk`, typed),
  one(
    'a form opened between row and cell',
    `<TABLE><TR><FORM ${POST}><TD><INPUT NAME=a VALUE=1></TD><TD><INPUT ID=go TYPE=submit></TD></FORM></TR></TABLE>`,
  ),
  one(
    'a form opened in a cell and closed in another',
    `<TABLE><TR><TD><FORM ${POST}><INPUT NAME=a VALUE=1></TD><TD><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></FORM></TD></TR></TABLE>`,
  ),
  one(
    'a form opened in a cell, fields in the next row',
    `<TABLE><TR><TD><FORM ${POST}>Name</TD></TR><TR><TD><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></TD></TR></TABLE>`,
  ),
  one(
    'a form closed between rows, fields after it',
    `<TABLE><FORM ${POST}><TR><TD><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></TD></TR></FORM><TR><TD><INPUT NAME=b VALUE=2></TD></TR></TABLE>`,
  ),
  one(
    'two forms in one table',
    `<TABLE><FORM ACTION=/first METHOD=POST><TR><TD><INPUT NAME=a VALUE=1></TD></TR></FORM><FORM ACTION=/second METHOD=POST><TR><TD><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></TD></TR></FORM></TABLE>`,
  ),
  one(
    'a form inside a form is no form',
    `<FORM ${POST}><INPUT NAME=a VALUE=1><FORM METHOD=GET ACTION=/inner><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></FORM><INPUT NAME=c VALUE=3></FORM>`,
  ),
  one(
    'a form inside a form, the inner one pressed',
    `<FORM ${POST}><INPUT NAME=a VALUE=1><FORM METHOD=GET ACTION=/inner><INPUT NAME=b VALUE=2></FORM><FORM ACTION=/third><INPUT NAME=c VALUE=3><INPUT ID=go TYPE=submit></FORM></FORM>`,
  ),
  one(
    'a form in a table in a form',
    `<FORM ${POST}><TABLE><FORM ACTION=/inner><TR><TD><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></TABLE></FORM>`,
  ),
  one(
    'hidden fields between the rows of a table',
    `<FORM ${POST}><TABLE><INPUT TYPE=hidden NAME=h VALUE=1><TR><INPUT TYPE=HIDDEN NAME=i VALUE=2><TD><INPUT ID=go TYPE=submit></TABLE></FORM>`,
  ),
  one(
    'shown fields between the rows of a table',
    `<FORM ${POST}><TABLE><INPUT NAME=h VALUE=1><TR><INPUT NAME=i VALUE=2><TD><INPUT NAME=j VALUE=3><INPUT ID=go TYPE=submit></TABLE></FORM>`,
  ),
  one(
    'a table form with shown fields between its rows',
    `<TABLE><FORM ${POST}><INPUT NAME=h VALUE=1><TR><TD><INPUT NAME=j VALUE=3><INPUT ID=go TYPE=submit></FORM></TABLE>`,
  ),
  one(
    'an html element inside the page',
    `<html><head><title>x</title></head><body bgcolor=CCCCFF><div id=cmecfMainContent><input type=hidden id=s value=0><HTML><HEAD><TITLE>y</TITLE></HEAD><BODY BGCOLOR=FFFFFF><FORM ${POST}><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit NAME=button1 VALUE=Submit></FORM></BODY></HTML></div></body></html>`,
  ),
  one(
    'a form after the end of the page',
    `<html><body>x</body></html><FORM ${POST}><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'a form across the end of the page',
    `<html><body><FORM ${POST}><INPUT NAME=a VALUE=1></body></html><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'elements never closed',
    `<FORM ${POST}><B><I><FONT COLOR=red><P>Name<INPUT NAME=a VALUE=1><P><U>Other<INPUT NAME=b VALUE=2><CENTER><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'bold across cells',
    `<TABLE><FORM ${POST}><TR><TD><B>Name<TD><INPUT NAME=a VALUE=1><TR><TD><FONT SIZE=2><B><INPUT ID=go TYPE=submit></FORM></TABLE>`,
  ),
  one(
    'a paragraph inside bold in a table form',
    `<TABLE><FORM ${POST}><TR><TD><B><P>Name <INPUT NAME=a VALUE=1></B><INPUT NAME=b VALUE=2></P><INPUT ID=go TYPE=submit></TABLE>`,
  ),
  one(
    'an anchor around a block with fields, in a table form',
    `<TABLE><FORM ${POST}><TR><TD><A HREF=x><DIV><INPUT NAME=a VALUE=1></A><INPUT NAME=b VALUE=2></DIV><INPUT ID=go TYPE=submit></TABLE>`,
  ),
  one(
    'bold around a form',
    `<B><FORM ${POST}><INPUT NAME=a VALUE=1></B><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></FORM><INPUT NAME=c VALUE=3>`,
  ),
  one(
    'a form closed inside a div it did not open',
    `<FORM ${POST}><DIV><INPUT NAME=a VALUE=1></FORM><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></DIV><INPUT NAME=c VALUE=3>`,
  ),
  one(
    'a div closed inside a form it did not open in',
    `<DIV><FORM ${POST}><INPUT NAME=a VALUE=1></DIV><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'a form in a paragraph',
    `<P>Text<FORM ${POST}><P><INPUT NAME=a VALUE=1></P><INPUT ID=go TYPE=submit></FORM></P>`,
  ),
  one(
    'a form in a caption, a heading and a list',
    `<TABLE><CAPTION><FORM ${POST}><INPUT NAME=a VALUE=1></CAPTION><TR><TD><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></TABLE>`,
  ),
  one(
    'attributes twice, and without quotes',
    `<FORM METHOD=POST METHOD=GET ACTION=/send?a=1&b=2><INPUT NAME=a NAME=b VALUE=O'Brien><INPUT TYPE='hidden'NAME="c"VALUE=3/><INPUT ID=go TYPE=submit>`,
  ),
  one(
    'entities with and without their semicolon',
    '<FORM METHOD=POST ACTION="/send?a=1&copy=2&amp;lt=3"><INPUT NAME=a VALUE="&lt&gt;&ampx &copy=1 &notit; &#x41;&#66 &#0;&#128;&#xD800;"><INPUT ID=go TYPE=submit>',
  ),
  one(
    'a comment that is none',
    '<FORM METHOD=POST ACTION=/send><!-ShowPage(x.html)-><INPUT NAME=a VALUE=1><!-- <INPUT NAME=b VALUE=2> --!><INPUT NAME=c VALUE=3><!--><INPUT NAME=d VALUE=4><!---><INPUT ID=go TYPE=submit>',
  ),
  one(
    'a script that writes tags as text',
    `<FORM METHOD=POST ACTION=/send><SCRIPT>var x = "<INPUT NAME=a VALUE=1>"; // <\\/script></SCRIPT><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit>`,
  ),
  one(
    'a script with a comment in it',
    '<FORM METHOD=POST ACTION=/send><SCRIPT><!-- <script> x </script> --></SCRIPT><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit>',
  ),
  one(
    'a title and a style that are not closed at once',
    '<title>a<form></title><style>b<form></style><FORM METHOD=POST ACTION=/send><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit>',
  ),
  one(
    'xmp, listing, plaintext',
    '<FORM METHOD=POST ACTION=/send><XMP><INPUT NAME=a></XMP><LISTING><INPUT NAME=b VALUE=2></LISTING><INPUT ID=go TYPE=submit><PLAINTEXT><INPUT NAME=c>',
  ),
  one(
    'a form in svg',
    `<svg><form><input name=a value=1></form></svg><FORM ${POST}><svg><foreignObject><INPUT NAME=b VALUE=2></foreignObject><input name=c value=3></svg><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'an image that is called image',
    `<FORM ${POST}><IMAGE NAME=i><ISINDEX><KEYGEN NAME=k><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'an end tag that opens: p and br',
    `<FORM ${POST}></P></BR><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'nested buttons',
    `<FORM ${POST}><BUTTON NAME=x VALUE=1>One<BUTTON ID=go NAME=y VALUE=2>Two</BUTTON></BUTTON><INPUT NAME=a VALUE=1></FORM>`,
  ),
  one(
    'nested anchors and nobr',
    `<FORM ${POST}><A HREF=1>x<A HREF=2><NOBR>y<NOBR><INPUT NAME=a VALUE=1></A><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'a frameset after a form',
    `<FORM ${POST}><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></FORM><FRAMESET><FRAME></FRAMESET>`,
  ),
  one(
    'a field before any body',
    `<INPUT TYPE=hidden NAME=z VALUE=0><HEAD></HEAD><BODY><FORM ${POST}><INPUT NAME=a VALUE=1><INPUT ID=go TYPE=submit></FORM>`,
  ),
  one(
    'a row and a cell without a table',
    `<FORM ${POST}><TR><TD><INPUT NAME=a VALUE=1></TD><TD><INPUT ID=go TYPE=submit></TD></TR></FORM>`,
  ),
  one(
    'a table in a cell, a form across both',
    `<TABLE><TR><TD><FORM ${POST}><TABLE><TR><TD><INPUT NAME=a VALUE=1></FORM></TABLE><INPUT NAME=b VALUE=2><INPUT ID=go TYPE=submit></TABLE>`,
  ),
  one(
    'a table form in a nested table',
    `<TABLE><TR><TD><TABLE><FORM ${POST}><TR><TD><INPUT NAME=a VALUE=1></TABLE><INPUT NAME=b VALUE=2></TD><TD><INPUT ID=go TYPE=submit></FORM></TABLE>`,
  ),
  one(
    'tbody, colgroup and th',
    `<TABLE><COLGROUP><COL><FORM ${POST}><TBODY><TR><TH>Name<TD><INPUT NAME=a VALUE=1><TBODY><TR><TD><INPUT ID=go TYPE=submit></FORM></TABLE>`,
  ),
  one(
    'a form that an id is given to twice',
    `<form id=f method=post action=/one><input name=a value=1></form><form id=f method=post action=/two><input name=b value=2></form><input form=f name=c value=3><input form=f type=submit id=go>`,
  ),
  one(
    'form= names an element that is no form',
    `<div id=f></div><form id=f method=post action=/one><input name=a value=1><input type=submit id=go></form><input form=f name=c value=3>`,
  ),
  one(
    "form= empties the parser's choice",
    `<table><form method=post action=/one><tr><td><input form="" name=a value=1><input form=nothing name=b value=2><input name=c value=3><input type=submit id=go></form></table>`,
  ),
  one(
    'form= names a form further on',
    `<input form=f name=a value=1><form id=f method=post action=/one><input name=b value=2><input type=submit id=go></form>`,
  ),
  one(
    'a review page: hidden fields and two buttons',
    `<HTML><BODY><TABLE><TR><TD><FORM ${POST}><INPUT TYPE=HIDDEN NAME="cmecf_id" VALUE="1234"><INPUT TYPE=HIDDEN NAME=name VALUE="O&#39;Neil, Jane &amp; Co"></TD></TR></TABLE><INPUT ID=go TYPE=SUBMIT NAME=button1 VALUE="Submit"><INPUT TYPE=BUTTON NAME=button2 VALUE="Back" ONCLICK="history.back()"></FORM>`,
  ),
  one(
    'a Faces form',
    '<form id="loginForm" name="loginForm" method="post" action="/csologin/login.jsf" enctype="application/x-www-form-urlencoded"><input type="hidden" name="loginForm" value="loginForm" /><input id="u" name="loginForm:loginName" type="text" /><input id="p" name="loginForm:password" type="password" /><select id="c" name="loginForm:courtId_input" tabindex="-1"><option value="">x</option><option value="MIWBK">y</option></select><button id="go" name="loginForm:fbtnLogin" type="submit"><span>Login</span></button><input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="-12:34" autocomplete="off" /></form>',
    { ...typed, choose: { c: [1] } },
  ),
];
