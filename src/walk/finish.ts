import type { Page } from '../court/page.ts';
import type { Step } from '../court/step.ts';
import type { Outcome } from '../outcome.ts';
import { endings, outcome } from '../outcome.ts';

/** The outcome of a step that ends the run on that page. */
export function finish(step: Extract<Step, { do: 'finish' }>, page: Page): Outcome {
  const seen = page.kind === 'unrecognised' ? page.seen : null;
  const proof = step.id === 'already-linked' || step.id === 'can-file' ? 'menu' : 'none';
  const message = step.why === null ? {} : { message: `${endings[step.id].meaning} ${step.why}` };
  return outcome(step.id, { courtText: step.text, seen, proof, ...message });
}
