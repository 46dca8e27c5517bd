import { acknowledgements } from './acknowledgement-gates.ts';
import type { Gate } from './gate.ts';
import { passcodeGate } from './passcode-gate.ts';
import { redactions } from './redaction-gates.ts';
import { restrictions } from './restriction-gates.ts';
import { userUpdateGate } from './user-update-gate.ts';

const table = {
  passcode: passcodeGate,
  'user-update': userUpdateGate,
  ...redactions,
  ...acknowledgements,
  ...restrictions,
};

export type GateName = keyof typeof table;

/** Everything that can stand between the password and the court. */
export const gates: Record<GateName, Gate> = table;
