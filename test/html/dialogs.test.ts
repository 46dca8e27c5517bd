import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';

const HIDDEN = 'ui-dialog ui-widget ui-hidden-container';
const dialog = (
  attributes: string,
  inside = '<div class="ui-dialog-content">Redaction <b>notice</b></div>',
) => `<div id="redact" ${attributes}>${inside}</div>`;
const script = (source: string) => `<script>${source}</script>`;
const SETUP = 'PrimeFaces.cw("Dialog","redactionDlg",{id:"redact",modal:true,onHide:function(){x();}});';

const openedBy = (html: string) => read(html).dialogs.map(({ id, open, openedBy: by }) => [id, open, by]);

describe('a dialog that is merely in the markup', () => {
  it('is closed, its text told apart from the page', () => {
    const parts = read(`<p>Sign in</p>${dialog(`class="${HIDDEN}"`)}`);
    expect({ dialogs: parts.dialogs, text: parts.text }).toEqual({
      dialogs: [
        {
          id: 'redact',
          open: false,
          openedBy: null,
          text: 'Redaction notice',
          blocks: [
            {
              kind: 'line',
              runs: [
                { text: 'Redaction ', strong: false },
                { text: 'notice', strong: true },
              ],
            },
          ],
        },
      ],
      text: 'Sign in',
    });
  });

  it.each([
    ['class="ui-dialog ui-overlay-hidden"'],
    ['class="ui-dialog" style="display: none"'],
    ['class="ui-dialog" style="visibility:hidden"'],
    ['class="ui-dialog" hidden'],
    ['role="dialog" aria-hidden="true"'],
    [`role="dialog" class="${HIDDEN}"`],
  ])('is closed by %s', (attributes) => {
    expect(openedBy(dialog(attributes))).toEqual([['redact', false, null]]);
  });

  it('is closed where something around it is hidden, and where it is a <dialog> without open', () => {
    expect(openedBy(`<div hidden>${dialog('class=ui-dialog')}</div><dialog id=d>x</dialog>`)).toEqual([
      ['redact', false, null],
      ['d', false, null],
    ]);
  });

  it('has forms that say in which dialog they stand, and that they do not show', () => {
    const { forms } = read(dialog(`class="${HIDDEN}"`, '<form id=regmsg><input name=a></form>'));
    expect(
      forms.map(({ id, dialog: inside, hidden, controls }) => [
        id,
        inside,
        hidden,
        controls.map((c) => c.hidden),
      ]),
    ).toEqual([['regmsg', 'redact', true, [true]]]);
  });
});

describe('an open dialog', () => {
  it.each([
    ['class="ui-dialog ui-widget"'],
    ['role="dialog" aria-hidden="false"'],
    ['role="alertdialog"'],
    ['class="ui-dialog" style="display:block"'],
  ])('is open by its markup: %s', (attributes) => {
    expect(openedBy(dialog(attributes))).toEqual([['redact', true, 'markup']]);
  });

  it('is open by its markup: <dialog open>', () => {
    expect(openedBy('<dialog id=d open>x</dialog>')).toEqual([['d', true, 'markup']]);
  });

  it.each([
    [`${SETUP}PF('redactionDlg').show();`],
    [`${SETUP}$(function(){PF("redactionDlg").show();});`],
    [`${SETUP}$(document).ready(() => { PF('redactionDlg').show(); });`],
    [`${SETUP}(function(){redactionDlg.show()})();`],
    [`${SETUP}setTimeout(function(){PrimeFaces.widgets.redactionDlg.show()},10)`],
    [`${SETUP}PrimeFaces.widgets['redactionDlg'].show();`],
    [`$(function(){PrimeFaces.cw('Dialog','redactionDlg',{id:'redact'});});PF('redactionDlg').show();`],
    [`PrimeFaces.cw("Dialog","w",{id:"redact",visible:true});`],
    [`PF('widget_redact').show();`],
    [`if (true) { PF('widget_redact').show(); }`],
  ])('is open by a script: %s', (source) => {
    expect(openedBy(dialog(`class="${HIDDEN}"`) + script(source))).toEqual([['redact', true, 'script']]);
  });

  it('is part of the page, and so is what it holds', () => {
    const parts = read(
      `<p>Sign in</p>${dialog(`class="${HIDDEN}"`, '<form><input name=a>Ack</form>')}${script("PF('widget_redact').show()")}`,
    );
    expect({
      text: parts.text,
      hidden: parts.forms.map(({ hidden }) => hidden),
      says: parts.dialogs[0]?.text,
    }).toEqual({
      text: 'Sign in\nAck',
      hidden: [false],
      says: 'Ack',
    });
  });

  it.each([
    [`${SETUP}function later(){PF('redactionDlg').show();}`],
    [`${SETUP}button.onclick = function(){PF('redactionDlg').show();};`],
    [`${SETUP}$('#b').on('click', function(){PF('redactionDlg').show();});`],
    [`${SETUP}PrimeFaces.ab({s:"a",onco:function(){PF('redactionDlg').show();}});`],
    [`${SETUP}var open = () => { PF('redactionDlg').show(); };`],
    [`${SETUP}// PF('redactionDlg').show();`],
    [`${SETUP}/* PF('redactionDlg').show(); */`],
    [`${SETUP}var text = "PF('redactionDlg').show();";`],
    [`${SETUP}PF('otherDlg').show();`],
    [`${SETUP}PF('redactionDlg').show`],
    [`${SETUP}PF('redactionDlg').show();PF('redactionDlg').hide();`],
    [`${SETUP}PF('redactionDlg').show(); "unended`],
  ])('is not opened by %s', (source) => {
    expect(openedBy(dialog(`class="${HIDDEN}"`) + script(source))).toEqual([['redact', false, null]]);
  });

  it('is closed again by a script that hides it', () => {
    expect(openedBy(dialog('class="ui-dialog"') + script(`${SETUP}PF('redactionDlg').hide();`))).toEqual([
      ['redact', false, null],
    ]);
  });
});

describe('messages', () => {
  const messages = (html: string) => read(html).messages;

  it('of PrimeFaces are read one by one, with their severity', () => {
    expect(
      messages(
        '<div id="loginForm:pclLoginMessages" class="ui-messages ui-widget" aria-live="polite"><div class="ui-messages-error ui-corner-all">' +
          '<span class="ui-messages-error-icon"></span><ul><li><span class="ui-messages-error-summary">Invalid username</span> ' +
          '<span class="ui-messages-error-detail">or password</span></li><li>Second</li></ul></div>' +
          '<div class="ui-messages-warn"><ul><li>Careful</li></ul></div></div>',
      ),
    ).toEqual([
      { id: 'loginForm:pclLoginMessages', severity: 'error', text: 'Invalid username or password' },
      { id: 'loginForm:pclLoginMessages', severity: 'error', text: 'Second' },
      { id: 'loginForm:pclLoginMessages', severity: 'warn', text: 'Careful' },
    ]);
  });

  it('of one field, of an alert, and of a growl', () => {
    expect(
      messages(
        '<div id=a class="ui-message ui-message-fatal"><span class="ui-message-fatal-detail">Field</span></div><p id=b role=alert>Alert</p>' +
          '<div id=c class=ui-growl><div class="ui-growl-item-container"><div class="ui-growl-item"><span class="ui-growl-info-x"></span>Growl</div></div></div>',
      ),
    ).toEqual([
      { id: 'a', severity: 'fatal', text: 'Field' },
      { id: 'b', severity: 'unknown', text: 'Alert' },
      { id: 'c', severity: 'info', text: 'Growl' },
    ]);
  });

  it('that a script gives to a growl', () => {
    expect(
      messages(
        script(
          `$(function(){PrimeFaces.cw("Growl","g",{id:"growl",msgs:[{summary:"Sign\\u002Don failed",detail:"Try again",severity:'error'},{summary:"x",detail:"x"}]});});`,
        ),
      ),
    ).toEqual([
      { id: 'growl', severity: 'error', text: 'Sign-on failed Try again' },
      { id: 'growl', severity: 'unknown', text: 'x' },
    ]);
  });

  it('that are empty or not shown are none', () => {
    expect(
      messages(
        '<div class="ui-messages"></div><div class="ui-messages" style="display:none">x</div><div role=alert> <b> </b></div>' +
          '<div class="ui-dialog ui-hidden-container"><div class="ui-messages">y</div></div>',
      ),
    ).toEqual([]);
  });
});
