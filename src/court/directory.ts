import {
  appealsRows,
  bankruptcyRows,
  districtRows,
  nationalRows,
  otherRows,
  type Row,
} from './directory-table.ts';

export type CourtKind = 'bankruptcy' | 'district' | 'appeals' | 'national' | 'other';
export type Court = {
  id: string;
  shortName: string;
  kind: CourtKind;
  title: string;
  /** Origin of the court's CM/ECF server; null where there is none (the Supreme Court). */
  address: string | null;
  helpDesk: string | null;
};

/** Whether a CM/ECF account can be linked at a court of this kind. */
export function isLinkable({ kind }: Court): boolean {
  return kind === 'bankruptcy' || kind === 'district';
}

const addresses: Record<string, string | null> = { '00PCL': 'https://pcl.uscourts.gov', SCOTUS: null };

const fromRows = (kind: CourtKind, rows: readonly Row[]): Court[] =>
  rows.map(([id, shortName, title, helpDesk]) => ({
    id,
    shortName,
    kind,
    title,
    address: addresses[id] === undefined ? `https://ecf.${shortName}.uscourts.gov` : addresses[id],
    helpDesk: helpDesk === '' ? null : helpDesk,
  }));

/** Every entry of PACER's court directory as of January 2023, bankruptcy courts first. */
export const courts: readonly Court[] = [
  ...fromRows('bankruptcy', bankruptcyRows),
  ...fromRows('district', districtRows),
  ...fromRows('appeals', appealsRows),
  ...fromRows('national', nationalRows),
  ...fromRows('other', otherRows),
];

/**
 * Finds a court by short name (`miwb`), PACER court id (`MIWBK`), host or address, in any case;
 * else at most five that `word` may have meant: by words of the title, else by small slips of the keyboard.
 * Where a circuit and its bankruptcy appellate panel share a short name, the short name means the circuit;
 * the panel answers to its id.
 */
export function findCourt(word: string): { found: Court } | { nearest: Court[] } {
  const wanted = word.slice(0, 200).trim().toLowerCase();
  const found =
    courts.find((court) => court.id.toLowerCase() === wanted) ??
    courts.find((court) => wanted !== '' && court.shortName === wanted && !court.id.endsWith('BAP')) ??
    courts.find(
      (court) =>
        court.address !== null && hostOf(court.address) === hostOf(wanted) && !court.id.endsWith('BAP'),
    );
  if (found !== undefined) return { found };
  const byTitle = rankByTitle(word).slice(0, 5);
  if (byTitle.length > 0) return { nearest: byTitle };
  const bySlip = courts
    .map((court) => ({ court, slips: slipsBetween(wanted, court) }))
    .filter(({ slips }) => slips <= (wanted.length < 4 ? 1 : 2))
    .toSorted((a, b) => a.slips - b.slips)
    .map(({ court }) => court);
  return { nearest: bySlip.slice(0, 5) };
}

/** The courts whose short name or id begins with `words`, or whose title has all of them; all courts for none. */
export function searchCourts(words: string): Court[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [...courts];
  const byTitle = rankByTitle(words);
  return courts.filter(
    (court) =>
      court.shortName.startsWith(wanted) ||
      court.id.toLowerCase().startsWith(wanted) ||
      byTitle.includes(court),
  );
}

const hostOf = (address: string): string => address.replace(/^https:\/\//, '').split('/', 1)[0] ?? '';

const emptyWords = new Set(['the', 'of', 'for', 'court', 'courts', 'us', 'united', 'states']);
const citationLetters: Record<string, string> = {
  n: 'northern',
  s: 'southern',
  e: 'eastern',
  w: 'western',
  m: 'middle',
  c: 'central',
  d: 'district',
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

// "Western District of Michigan" is also what people call its bankruptcy court, so "district" ranks but never excludes.
function rankByTitle(query: string): Court[] {
  const asked = wordsOf(query.slice(0, 200))
    .map((word) => citationLetters[word] ?? word)
    .filter((word) => !emptyWords.has(word));
  const needed = asked.filter((word) => word !== 'district' && word.length > 2);
  if (needed.length === 0) return [];
  const matching = courts.filter((court) => {
    const title = wordsOf(court.title);
    return needed.every((word) => title.some((part) => part.startsWith(word)));
  });
  if (!asked.includes('district')) return matching;
  return matching.toSorted((a, b) => Number(b.kind === 'district') - Number(a.kind === 'district'));
}

const slipsBetween = (word: string, court: Court): number =>
  Math.min(editDistance(word, court.shortName), editDistance(word, court.id.toLowerCase()));

/** Insertions, deletions, substitutions and swaps of neighbours between two short words; capped at 9. */
function editDistance(a: string, b: string): number {
  if (a === '' || b === '' || Math.abs(a.length - b.length) > 3) return 9;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (above[column] ?? 9) + 1,
        (current[column - 1] ?? 9) + 1,
        (above[column - 1] ?? 9) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 9) + 1);
      }
      current.push(best);
    }
    before = above;
    above = current;
  }
  return Math.min(9, above[b.length] ?? 9);
}
