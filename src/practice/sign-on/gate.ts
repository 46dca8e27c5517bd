import type { Asked } from '../asked.ts';
import type { Kind } from '../log.ts';
import type { Memory, Visit } from '../memory.ts';
import { passcodeGate } from './passcode-gate.ts';
import type { Screen } from './screen.ts';

/** Something to pass between the password and the court. */
export type Gate = {
  /** The field that a form of this gate always sends, and the kind such a request is logged as. */
  form: string;
  kind: Kind;
  draw: (memory: Memory, asked: Asked, viewState: string, errors: readonly string[]) => Screen;
  /** What is wrong with what was sent; empty lets the visitor pass. */
  take: (memory: Memory, asked: Asked, visit: Visit) => readonly string[];
};

export type GateName = 'passcode';

export const gates: Record<GateName, Gate> = { passcode: passcodeGate };
