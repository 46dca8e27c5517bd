import { courts, isLinkable, searchCourts } from '../court/directory.ts';

/** What `miwb-link courts [WORD]` prints: the courts where accounts can be linked, or those that match. Exit code 2 for none. */
export function courtLines(words: string, json: boolean): { text: string; exitCode: number } {
  const found = (words === '' ? [...courts] : searchCourts(words)).filter(isLinkable);
  if (json) return { text: `${JSON.stringify(found, null, 2)}\n`, exitCode: found.length === 0 ? 2 : 0 };
  if (found.length === 0) return { text: 'No bankruptcy or district court matches.\n', exitCode: 2 };
  const lines = found.map(
    (court) =>
      `${court.shortName.padEnd(6)} ${court.id.padEnd(7)} ${(court.helpDesk ?? '').padEnd(13)} ${court.title}`,
  );
  return { text: `${lines.join('\n')}\n`, exitCode: 0 };
}
