import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import type { Memory } from '../memory.ts';
import { part } from '../template.ts';
import { facesPrefix } from './faces.ts';
import { passed } from './gate.ts';
import type { Gate, Taken } from './gate.ts';
import { boxChange, redactionButton, redactionDialog, redactionForm } from './redaction-marks.ts';
import type { Look } from './redaction-marks.ts';

const ticked = (asked: Asked): boolean =>
  ['on', 'true'].includes(valueOf(asked.entries, 'regmsg:chkRedact_input'));

const agreed = (_memory: Memory, asked: Asked): Taken =>
  ticked(asked) && asked.entries.some(([name]) => name === 'regmsg:bpmConfirm')
    ? passed
    : { passed: false, errors: ['You must check the box to continue.'] };

const changed = (memory: Memory, asked: Asked): boolean => {
  const prefix = facesPrefix(memory);
  const events = ['behavior.event', 'partial.event'].map((name) =>
    valueOf(asked.entries, `${prefix}.${name}`),
  );
  return (
    valueOf(asked.entries, `${prefix}.source`) === boxChange.s &&
    events.some((event) => event === 'valueChange' || event === 'change')
  );
};

const inDialog = (look: Look, opens: string, take: Gate['take']): Gate => ({
  form: 'regmsg',
  draw: (memory, asked, viewState, errors) => ({
    panel: part('sign-on/panel-away'),
    dialog: {
      id: 'redactionConfirmation',
      html: redactionDialog(memory, asked, viewState, errors, look),
      opens,
    },
  }),
  take,
});

const opens = `PF('redactionDlg').show();`;

/** The redaction notice in the forms it has been met in. */
export const redactions = {
  'redaction-dialog': inDialog('hidden', opens, agreed),
  'redaction-shown': inDialog('shown', '', agreed),
  'redaction-two-steps': inDialog('two-steps', opens, (memory, asked, visit) => {
    if (changed(memory, asked)) {
      visit.redactTicked = ticked(asked);
      return { passed: false, updates: [['regmsg:bpmConfirm', redactionButton(memory, visit.redactTicked)]] };
    }
    return visit.redactTicked ? agreed(memory, asked) : { passed: false, errors: [] };
  }),
  'redaction-page': {
    form: 'regmsg',
    draw: (memory, asked, viewState, errors) => ({
      panel: part('sign-on/panel-redaction', {
        form: redactionForm(memory, asked, viewState, errors, 'shown'),
      }),
    }),
    take: agreed,
  },
} satisfies Record<string, Gate>;
