import { valueOf } from '../body.ts';
import { acceptedStep } from '../passcode.ts';
import { part } from '../template.ts';
import { messageBox, signOnAction } from './login-form.ts';
import { facesPrefix } from './screen.ts';
import type { Gate } from './gate.ts';

/** The one-time passcode: a running code of the authenticator, or one of ten backup codes, each good once. */
export const passcodeGate: Gate = {
  form: 'mfaForm',
  kind: 'passcode',
  draw: (memory, asked, viewState, errors) => ({
    panel: part('sign-on/panel-passcode', {
      action: signOnAction(memory, asked, 'passcode'),
      messages: messageBox('mfaForm:mfaMessages', errors),
      prefix: facesPrefix(memory),
      viewState,
    }),
  }),
  take: (memory, asked) => {
    const typed = valueOf(asked.entries, 'mfaForm:mfaInput').replace(/\s/g, '');
    const { account } = memory;
    if (account.backupCodes.delete(typed)) return [];
    const step = acceptedStep(account.totpSeed, typed, memory.now(), account.takenSteps);
    if (step === null) return ['Invalid username, password, or one-time passcode'];
    account.takenSteps.add(step);
    return [];
  },
};
