import { html, partialUpdates } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import type { Memory, Visit } from '../memory.ts';
import { randomText } from '../memory.ts';
import { part } from '../template.ts';

/** What the sign-on page shows next: its panel, and the id of a dialog that opens with its content. */
export type Screen = { panel: string; dialog?: { id: string; content: string; opens: string } };

/** The names Faces gives its own fields, by the scenario's generation. */
export function facesPrefix(memory: Memory): string {
  return memory.scenario.traits.faces === 'javax' ? 'javax.faces' : 'jakarta.faces';
}

/** Whether a browser's script sent this request and reads a partial answer. */
export function isPartial(asked: Asked): boolean {
  return asked.headers['faces-request'] === 'partial/ajax';
}

/** A new view state, good for one request; `stateless` stays good. */
export function newViewState(memory: Memory, visit: Visit): string {
  if (memory.scenario.traits.stateless) return 'stateless';
  const state = `-${BigInt(`0x${Buffer.from(randomText(6), 'base64url').toString('hex')}`)}:${Date.now()}`;
  visit.views.add(state);
  return state;
}

/** Takes the view state out of a request. False when it is missing, foreign or was used before. */
export function spendViewState(memory: Memory, visit: Visit, asked: Asked): boolean {
  const state = valueOf(asked.entries, `${facesPrefix(memory)}.ViewState`);
  return memory.scenario.traits.stateless ? state === 'stateless' : visit.views.delete(state);
}

/** The hidden dialogs every sign-on page carries; none of them is open. */
function dialogs(memory: Memory, viewState: string, screen: Screen): string {
  const values = { prefix: facesPrefix(memory), viewState, action: '/csologin/login.jsf' };
  return ['redactionConfirmation', 'regmsgPopup']
    .map((id) => (screen.dialog?.id === id ? screen.dialog.content : part(`sign-on/dialog-${id}`, values)))
    .join('\n');
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
  if (isPartial(asked)) {
    const dialog = screen.dialog;
    return partialUpdates(
      [
        ['pscLoginPanel', screen.panel],
        ...(dialog === undefined ? [] : [[dialog.id, dialog.content] as const]),
        [`j_id1:${facesPrefix(memory)}.ViewState:0`, viewState],
      ],
      dialog === undefined ? [] : [dialog.opens],
    );
  }
  return html(
    part('sign-on/page', {
      banner: part('practice/banner'),
      panel: screen.panel,
      dialogs: dialogs(memory, viewState, screen),
      opens: screen.dialog?.opens ?? '',
    }),
  );
}
