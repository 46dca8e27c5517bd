import { html } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import type { Memory, Visit } from '../memory.ts';
import { part } from '../template.ts';
import { facesPrefix, isPartial, newViewState, partialParts } from './faces.ts';
import { redactionDialog } from './redaction-marks.ts';

/** What the sign-on page shows next: its panel, maybe an open dialog, and the box its messages stand in. */
export type Screen = {
  panel: string;
  dialog?: { id: string; html: string; opens: string };
  messages?: { id: string; html: string };
};

function dialogs(memory: Memory, asked: Asked, viewState: string, screen: Screen): string {
  const values = { prefix: facesPrefix(memory), viewState, action: '/csologin/login.jsf' };
  const redaction = (): string =>
    memory.scenario.traits.dialogsAlways
      ? redactionDialog(memory, asked, viewState, [], 'hidden')
      : part('sign-on/dialog-redaction-empty', values);
  return `${screen.dialog?.html ?? redaction()}\n${part('sign-on/dialog-message-hidden', values)}`;
}

/** The whole sign-on page with a screen in it. */
function wholePage(memory: Memory, asked: Asked, viewState: string, screen: Screen): string {
  return part('sign-on/page', {
    banner: part('practice/banner'),
    prefix: facesPrefix(memory),
    panel: screen.panel,
    dialogs: dialogs(memory, asked, viewState, screen),
    opens: screen.dialog?.opens ?? '',
  });
}

function asUpdates(memory: Memory, asked: Asked, viewState: string, screen: Screen): Answer {
  const { updates } = memory.scenario.traits;
  if (updates === 'root') {
    const page = wholePage(memory, asked, viewState, screen);
    return partialParts(memory, viewState, [[`${facesPrefix(memory)}.ViewRoot`, page]]);
  }
  const { dialog, messages } = screen;
  if (updates === 'fragments' && messages !== undefined && messages.html.includes('<li')) {
    return partialParts(memory, viewState, [[messages.id, messages.html]]);
  }
  const shown = dialog ?? { id: 'redactionConfirmation', html: '<div id="redactionConfirmation"></div>' };
  const evals = dialog === undefined || dialog.opens === '' ? [] : [dialog.opens];
  return partialParts(
    memory,
    viewState,
    [
      ['pscLoginPanel', screen.panel],
      [shown.id, shown.html],
    ],
    evals,
  );
}

/** A screen as the request wants it: updates for a partial request, else the whole page. */
export function showScreen(
  memory: Memory,
  asked: Asked,
  visit: Visit,
  draw: (viewState: string) => Screen,
): Answer {
  const viewState = newViewState(memory, visit);
  const screen = draw(viewState);
  return isPartial(asked)
    ? asUpdates(memory, asked, viewState, screen)
    : html(wholePage(memory, asked, viewState, screen));
}
