import { escapeHtml, part } from '../template.ts';
import { expand } from '../where.ts';
import type { Asked } from '../asked.ts';
import type { Memory } from '../memory.ts';
import type { FormName } from '../traits.ts';
import { facesPrefix } from './screen.ts';

/** Where a sign-on form posts to, bent by an attack or not. */
export function signOnAction(memory: Memory, asked: Asked, form: FormName): string {
  const bent = memory.scenario.traits.actions[form];
  return bent === undefined ? '/csologin/login.jsf' : expand(memory, asked, bent);
}

/** PrimeFaces' message box with errors in it, or empty. */
export function messageBox(id: string, errors: readonly string[]): string {
  const items = errors
    .map(
      (text) =>
        `<li role="alert" aria-atomic="true"><span class="ui-messages-error-summary">${escapeHtml(text)}</span></li>`,
    )
    .join('');
  const list =
    items === ''
      ? ''
      : `<div class="ui-messages-error ui-corner-all"><span class="ui-messages-error-icon"></span><ul>${items}</ul></div>`;
  return `<div id="${id}" class="ui-messages ui-widget" aria-live="polite">${list}</div>`;
}

/** The panel with user name, password and client code. */
export function loginPanel(
  memory: Memory,
  asked: Asked,
  viewState: string,
  errors: readonly string[] = [],
): string {
  return part('sign-on/panel-login', {
    action: signOnAction(memory, asked, 'sign-on'),
    messages: messageBox('loginForm:pclLoginMessages', errors),
    prefix: facesPrefix(memory),
    viewState,
    onclick: `PrimeFaces.ab({s:"loginForm:fbtnLogin",u:"pscLoginPanel loginForm redactionConfirmation popupMsgId"});return false;`,
  });
}
