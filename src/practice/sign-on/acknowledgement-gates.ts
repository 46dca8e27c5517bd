import { part } from '../template.ts';
import { passed } from './gate.ts';
import type { Gate } from './gate.ts';
import { messageBox, pressing, signOnAction } from './marks.ts';
import { facesPrefix } from './faces.ts';

type Message = { form: string; button: string; word: string; text: string; box?: string; boxField?: string };

function acknowledgement(message: Message): Gate {
  const { form, button, word, text } = message;
  return {
    form,
    draw: (memory, asked, viewState, errors) => ({
      panel: part('sign-on/panel-message', {
        form,
        button,
        word,
        text,
        box: message.box === undefined ? '' : part(message.box),
        action: signOnAction(memory, asked),
        messages: messageBox(`${form}:messages`, errors),
        onclick: pressing(memory, { s: button, f: form, u: 'pscLoginPanel' }),
        prefix: facesPrefix(memory),
        viewState,
      }),
    }),
    take: (_memory, asked) => {
      const sent = new Set(asked.entries.map(([name]) => name));
      if (!sent.has(button)) return { passed: false, errors: [] };
      return message.boxField === undefined || sent.has(message.boxField)
        ? passed
        : { passed: false, errors: ['You must check the box to continue.'] };
    },
  };
}

const maintenance =
  'Practice will be closed on the second Sunday of next month, from 8 to 11 in the morning.';

/** Messages to be acknowledged before going on: with nothing to agree to, and with an undertaking. */
export const acknowledgements = {
  'acknowledge-ok': acknowledgement({ form: 'ackForm', button: 'btnAckOkay', word: 'OK', text: maintenance }),
  'acknowledge-continue': acknowledgement({
    form: 'regmsgPopup',
    button: 'regmsgPopup:bpmContinue',
    word: 'Continue',
    text: maintenance,
  }),
  'acknowledge-box': acknowledgement({
    form: 'regmsgPopup',
    button: 'regmsgPopup:bpmContinue',
    word: 'Continue',
    text: 'The fees for viewing documents have changed.',
    box: 'sign-on/box-undertaking',
    boxField: 'regmsgPopup:chkAgree',
  }),
  'acknowledge-undertaking': acknowledgement({
    form: 'regmsgPopup',
    button: 'regmsgPopup:bpmContinue',
    word: 'Continue',
    text: 'By pressing Continue I certify that I alone use this account and that I pay what it costs.',
  }),
} satisfies Record<string, Gate>;
