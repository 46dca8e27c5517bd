import { valueOf } from '../body.ts';
import { acceptedStep } from '../passcode.ts';
import { part } from '../template.ts';
import { passed } from './gate.ts';
import type { Gate } from './gate.ts';
import { messageBox, pressing, signOnAction } from './marks.ts';
import { facesPrefix } from './faces.ts';

const refused = 'Invalid username, password, or one-time passcode';

/** The one-time passcode: a running code of the authenticator, or one of ten backup codes, each good once. */
export const passcodeGate: Gate = {
  form: 'mfaForm',
  draw: (memory, asked, viewState, errors) => ({
    panel: part('sign-on/panel-passcode', {
      action: signOnAction(memory, asked, 'passcode'),
      messages: messageBox('mfaForm:mfaMessages', errors),
      onclick: pressing(memory, {
        s: 'mfaForm:btnOk',
        f: 'mfaForm',
        u: 'pscLoginPanel mfaForm redactionConfirmation popupMsgId',
      }),
      prefix: facesPrefix(memory),
      viewState,
    }),
    messages: { id: 'mfaForm:mfaMessages', html: messageBox('mfaForm:mfaMessages', errors) },
  }),
  take: (memory, asked) => {
    const typed = valueOf(asked.entries, 'mfaForm:mfaInput').replace(/\s/g, '');
    const { account } = memory;
    if (account.backupCodes.delete(typed)) return passed;
    const step = acceptedStep(account.totpSeed, typed, memory.now(), account.takenSteps);
    if (step === null) return { passed: false, errors: [refused] };
    account.takenSteps.add(step);
    return passed;
  },
};
