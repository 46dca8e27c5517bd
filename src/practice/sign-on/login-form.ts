import type { Asked } from '../asked.ts';
import type { Memory } from '../memory.ts';
import { part } from '../template.ts';
import { messageBox, pressing, signOnAction } from './marks.ts';
import { facesPrefix } from './faces.ts';
import type { Screen } from './screen.ts';

const MESSAGES = 'loginForm:pclLoginMessages';

/** The panel with user name, password and client code, and what went wrong before. */
export function loginScreen(
  memory: Memory,
  asked: Asked,
  viewState: string,
  errors: readonly string[],
): Screen {
  const messages = messageBox(MESSAGES, errors);
  return {
    panel: part('sign-on/panel-login', {
      action: signOnAction(memory, asked, 'sign-on'),
      messages,
      prefix: facesPrefix(memory),
      viewState,
      onclick: pressing(memory, {
        s: 'loginForm:fbtnLogin',
        u: 'pscLoginPanel loginForm redactionConfirmation popupMsgId',
      }),
    }),
    messages: { id: MESSAGES, html: messages },
  };
}
