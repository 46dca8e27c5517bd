import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import type { Kind } from '../log.ts';
import type { Memory } from '../memory.ts';

/** One address of a host: what kind of request it is, whether it takes a session, and how it is answered. */
export type Route = {
  kind: Kind;
  open: boolean;
  fits: (asked: Asked) => boolean;
  handle: (memory: Memory, asked: Asked) => Answer;
};
