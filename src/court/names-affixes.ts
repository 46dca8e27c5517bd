import { written, type Word } from './names-words.ts';

const suffixes: Record<string, string> = {
  jr: 'Jr.',
  jnr: 'Jr.',
  junior: 'Jr.',
  sr: 'Sr.',
  snr: 'Sr.',
  senior: 'Sr.',
  ii: 'II',
  '2nd': 'II',
  iii: 'III',
  '3rd': 'III',
  iv: 'IV',
  '4th': 'IV',
  v: 'V',
};
const titles = new Set(
  'mr mrs ms miss mx dr prof professor hon honorable judge atty attorney rev sir'.split(' '),
);
const degrees = new Set(
  'esq esquire jd llm lld phd cpa md mba atty attorney attorneyatlaw counsel dr mr mrs ms hon'.split(' '),
);
// Titles and degrees that are people's names too: Hon Tran, Aaron Judge.
const namesToo = new Set('hon judge counsel mba'.split(' '));
// Beginning a word run, or alone after a comma, these can only be what they say.
const clear = new Set(
  'jr jnr sr snr ii iii iv 2nd 3rd 4th esq esquire llm lld phd cpa mba atty attorney attorneyatlaw trustee'.split(
    ' ',
  ),
);
const designation =
  /^(?:as )?(?:the )?(?:(?:sub ?)?ch(?:apters?)? ?(?:(?:7|9|11|12|13|v) (?:and )?){1,4})?(?:(?:standing|panel|interim|successor|bankruptcy|case) )*(?:trustee|tr|tre|examiner|mediator)$/;
const accountCodes = new Set(['aty', 'tr', 'tre', 'ust', 'trustee']);

const suffixOf = (key: string): string | null =>
  Object.hasOwn(suffixes, key) ? (suffixes[key] ?? null) : null;
const joined = (words: readonly Word[]): string => words.map((word) => word.key).join('');
const spaced = (words: readonly Word[]): string => words.map((word) => word.key).join(' ');

/** Whether a piece of a name on its own is one that could as well be a given name or initials ("Doe, J.D."). */
export const couldBeGiven = (words: readonly Word[]): boolean =>
  !clear.has(joined(words)) && (words.length === 1 || words.every((word) => word.key.length === 1));

/** The suffix that a piece of a name consists of, spelled one way ("2nd" as II), or null. */
export const wholeSuffix = (words: readonly Word[]): string | null =>
  words.length === 1 ? suffixOf(words[0]?.key ?? '') : null;

/** Whether a piece of a name is a title or degree and nothing else. */
export const wholeTitle = (words: readonly Word[]): boolean =>
  words.length <= 4 && degrees.has(joined(words));

/** Whether a title or degree could as well be a name; with a full stop it could not. */
export const couldBeName = (word: Word): boolean => namesToo.has(word.key) && !word.dotted;

/** Whether a piece of a name is an office held in cases ("Chapter 7 Trustee", "tr") and nothing else. */
export const wholeDesignation = (words: readonly Word[]): boolean =>
  words.length <= 10 && (accountCodes.has(joined(words)) || designation.test(spaced(words)));

/** Drops titles at the front and degrees at the end, leaving at least `keep` words. */
export function takeTitles(words: Word[], keep: number): Word[] {
  let from = 0;
  while (words.length - from > keep && titles.has(words[from]?.key ?? '')) from++;
  let to = words.length;
  for (;;) {
    const length = [3, 2, 1].find(
      (count) => to - from - count >= keep && isDegree(words.slice(to - count, to), keep > 1),
    );
    if (length === undefined) return words.slice(from, to);
    to -= length;
  }
}

// At the end of "Last, First M.D." two letters are rather initials.
function isDegree(words: Word[], natural: boolean): boolean {
  if (!degrees.has(joined(words)) || (words[0]?.key.length === 1 && !natural)) return false;
  return clear.has(joined(words)) || natural;
}

/** Splits a designation off the front or the end of a run of words; `designation` is as written, or null. */
export function takeDesignation(words: Word[]): { words: Word[]; designation: string | null } {
  for (let count = Math.min(8, words.length - 1); count > 0; count--) {
    const tail = words.slice(-count);
    if (joined(tail).endsWith('trustee') && wholeDesignation(tail)) {
      return { words: words.slice(0, -count), designation: written(tail) };
    }
    const head = words.slice(0, count);
    if (joined(head).endsWith('trustee') && wholeDesignation(head)) {
      return { words: words.slice(count), designation: written(head) };
    }
  }
  return { words, designation: null };
}

/** Splits a suffix off the end, leaving at least `keep` words; a lone V counts only where no initial can stand. */
export function takeSuffix(
  words: Word[],
  keep: number,
  surnameEnds: boolean,
): { suffix: string | null; rest: Word[] } {
  const last = words.at(-1);
  const suffix = suffixOf(last?.key ?? '');
  if (last === undefined || suffix === null || words.length - 1 < keep) return { suffix: null, rest: words };
  if (last.key === 'v' && (!surnameEnds || last.dotted)) return { suffix: null, rest: words };
  return { suffix, rest: words.slice(0, -1) };
}
