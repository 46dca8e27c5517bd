import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { courts, isLinkable, searchCourts } from '../court/directory.ts';

/** What `miwb-link courts [WORD]` prints: the courts where accounts can be linked, or those that match. An outcome for none. */
export function courtLines(words: string, json: boolean): { text: string; exitCode: number } | Outcome {
  const found = (words === '' ? [...courts] : searchCourts(words)).filter(isLinkable);
  if (found.length === 0)
    return outcome('usage', {
      message: 'No bankruptcy or district court matches.',
      nextStep: '"miwb-link courts" lists them all.',
    });
  if (json) return { text: `${JSON.stringify(found, null, 2)}\n`, exitCode: 0 };
  const lines = found.map(
    (court) =>
      `${court.shortName.padEnd(6)} ${court.id.padEnd(7)} ${(court.helpDesk ?? '').padEnd(13)} ${court.title}`,
  );
  return { text: `${lines.join('\n')}\n`, exitCode: 0 };
}
