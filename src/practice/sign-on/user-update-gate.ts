import { part } from '../template.ts';
import { passed } from './gate.ts';
import type { Gate } from './gate.ts';
import { pressing, signOnAction } from './marks.ts';
import { facesPrefix } from './faces.ts';

const times = (left: number): string => (left === 1 ? 'once' : `${left} times`);

/** "User Update Required": may be skipped three times in all, then no longer. */
export const userUpdateGate: Gate = {
  form: 'frmUserUpdate',
  draw: (memory, asked, viewState) => ({
    panel: part('sign-on/panel-user-update', {
      action: signOnAction(memory, asked),
      left:
        memory.skipsLeft > 0
          ? `You may skip this ${times(memory.skipsLeft)} more; then your account is restricted.`
          : 'You can not skip this any more.',
      skip:
        memory.skipsLeft > 0
          ? part('sign-on/button-skip', {
              onclick: pressing(memory, {
                s: 'frmUserUpdate:bpmSkip',
                f: 'frmUserUpdate',
                u: 'pscLoginPanel',
              }),
            })
          : '',
      prefix: facesPrefix(memory),
      viewState,
    }),
  }),
  take: (memory, asked) => {
    if (memory.skipsLeft === 0 || !asked.entries.some(([name]) => name === 'frmUserUpdate:bpmSkip')) {
      return { passed: false, errors: [] };
    }
    memory.skipsLeft -= 1;
    return passed;
  },
};
