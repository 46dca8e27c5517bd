import type { EndingId, Outcome } from '../outcome.ts';
import { endings, outcome } from '../outcome.ts';

const ids = Object.keys(endings) as EndingId[];

/**
 * What `miwb-link explain [CODE-OR-ID]` prints: what an ending means, whether anything was submitted, what to do.
 * Without a word, every ending in one line each. An outcome for a word that names none.
 */
export function explanation(
  word: string | null,
  json: boolean,
): { text: string; exitCode: number } | Outcome {
  const named = ids.filter((id) => id === word || String(codeOf(id)) === word);
  const found = word === null ? ids : [...named, ...ids.filter((id) => alsoEnds(id, word))];
  if (found.length === 0)
    return outcome('usage', {
      message: 'No ending has that code or id.',
      nextStep: '"miwb-link explain" lists them all.',
    });
  if (json) {
    const list = found.map((id) => ({ id, ...endings[id] }));
    return { text: `${JSON.stringify(list, null, 2)}\n`, exitCode: 0 };
  }
  const text = word === null ? found.map(line).join('\n') : found.map(whole).join('\n\n');
  return { text: `${text}\n`, exitCode: 0 };
}

const codeOf = (id: EndingId): number => endings[id].exitCode;

/** A link made without a review ends with another code in a dry run. */
function alsoEnds(id: EndingId, word: string): boolean {
  return id === 'linked-without-review' && word === '8';
}

function line(id: EndingId): string {
  return `${String(codeOf(id)).padStart(3)}  ${id.padEnd(22)} ${endings[id].meaning}`;
}

function whole(id: EndingId): string {
  const { exitCode, meaning, submitted, nextStep } = endings[id];
  return [
    `${id} (exit code ${exitCode})`,
    `  What it means: ${meaning}`,
    `  Was the final Submit sent? ${submitted}`,
    `  What to do: ${nextStep}`,
  ].join('\n');
}
