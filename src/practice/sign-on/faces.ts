import { partialUpdates } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { valueOf } from '../body.ts';
import type { Memory, Visit } from '../memory.ts';
import { randomText } from '../memory.ts';

/** The names Faces gives its own fields, by the scenario's generation. */
export function facesPrefix(memory: Memory): string {
  return `${memory.scenario.traits.faces}.faces`;
}

/** Whether a browser's script sent this request and reads a partial answer. */
export function isPartial(asked: Asked): boolean {
  return asked.headers['faces-request'] === 'partial/ajax';
}

const digits = (): string => Buffer.from(randomText(9), 'base64url').readBigUInt64BE().toString();

/** A new view state, good for one request; `stateless` stays good. */
export function newViewState(memory: Memory, visit: Visit): string {
  if (memory.scenario.traits.stateless) return 'stateless';
  const state = `-${digits()}:${digits()}`;
  visit.views.add(state);
  return state;
}

/** Takes the view state out of a request. False when it is missing, foreign or was used before. */
export function spendViewState(memory: Memory, visit: Visit, asked: Asked): boolean {
  const state = valueOf(asked.entries, `${facesPrefix(memory)}.ViewState`);
  return memory.scenario.traits.stateless ? state === 'stateless' : visit.views.delete(state);
}

/** Updates of a partial answer, the new view state among them. */
export function partialParts(
  memory: Memory,
  viewState: string,
  updates: readonly (readonly [id: string, html: string])[],
  evals: readonly string[] = [],
): Answer {
  return partialUpdates([...updates, [`j_id1:${facesPrefix(memory)}.ViewState:0`, viewState]], evals);
}
