import type { Asked } from '../asked.ts';
import type { Memory, Visit } from '../memory.ts';
import type { Screen } from './screen.ts';

/** What comes of a form that was sent to a gate: on, once more with errors, or parts of the page anew. */
export type Taken =
  | { passed: true }
  | { passed: false; errors: readonly string[] }
  | { passed: false; updates: readonly (readonly [id: string, html: string])[] };

/** Something to pass between the password and the court. */
export type Gate = {
  /** The form this gate shows, and the field that the form always sends; null where nothing can be sent. */
  form: string | null;
  draw: (memory: Memory, asked: Asked, viewState: string, errors: readonly string[]) => Screen;
  take: (memory: Memory, asked: Asked, visit: Visit) => Taken;
};

export const passed: Taken = { passed: true };
