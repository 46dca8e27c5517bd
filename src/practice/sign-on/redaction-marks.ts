import type { Asked } from '../asked.ts';
import type { Memory } from '../memory.ts';
import { escapeHtml, part } from '../template.ts';
import { facesPrefix } from './faces.ts';
import { abCall, messageBox, pressing, signOnAction } from './marks.ts';

/** What the check box sends when it changes, where the button waits for it. */
export const boxChange = {
  s: 'regmsg:chkRedact',
  e: 'valueChange',
  p: 'regmsg:chkRedact',
  u: 'regmsg:bpmConfirm',
};

export type Look = 'hidden' | 'shown' | 'two-steps';

/** The notice's button, waiting for the check box or not. */
export function redactionButton(memory: Memory, enabled: boolean): string {
  return part('sign-on/button-redaction', {
    look: enabled ? '' : ' ui-state-disabled',
    disabled: enabled ? '' : ' disabled="disabled"',
    onclick: pressing(memory, {
      s: 'regmsg:bpmConfirm',
      f: 'regmsg',
      u: 'pscLoginPanel redactionConfirmation',
      pa: { name: 'dialogName', value: 'redactionDlg' },
    }),
  });
}

/** The notice itself, with its check box and button. */
export function redactionForm(
  memory: Memory,
  asked: Asked,
  viewState: string,
  errors: readonly string[],
  look: Look,
): string {
  return part('sign-on/form-redaction', {
    action: signOnAction(memory, asked),
    messages: messageBox('regmsg:messages', errors),
    onchange: look === 'two-steps' ? ` onchange="${escapeHtml(abCall(boxChange))}"` : '',
    button: redactionButton(memory, look !== 'two-steps'),
    prefix: facesPrefix(memory),
    viewState,
  });
}

/** The notice in its dialog, hidden until a script shows it, or showing itself. */
export function redactionDialog(
  memory: Memory,
  asked: Asked,
  viewState: string,
  errors: readonly string[],
  look: Look,
): string {
  const shown = look === 'shown';
  return part('sign-on/dialog-redaction', {
    look: shown ? ' ui-overlay-visible' : ' ui-hidden-container',
    style: shown ? ' style="display: block; visibility: visible;" aria-hidden="false"' : '',
    form: redactionForm(memory, asked, viewState, errors, look),
  });
}
