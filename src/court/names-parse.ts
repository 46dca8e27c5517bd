import {
  couldBeGiven,
  couldBeName,
  takeDesignation,
  takeSuffix,
  takeTitles,
  wholeDesignation,
  wholeSuffix,
  wholeTitle,
} from './names-affixes.ts';
import { wordsOf, written, type Word } from './names-words.ts';

/**
 * A name in its parts. `words` stand in natural order; `surname` counts those that a comma set apart, if one did;
 * `titles` are the titles and degrees dropped that could as well be names.
 */
export type PersonName = {
  words: Word[];
  surname: number | null;
  titles: Word[];
  suffix: string | null;
  designation: string | null;
  nicknames: Word[];
  asides: string[];
  several: boolean;
};

// Each opening sign stops the search for the one before it, so that a thousand of them cost no more than one.
const enclosed = /\([^()]*\)|\[[^[\]]*\]|“[^“”]*”|"[^"]*"/gu;

// "Chapter 12/13 Trustee" names one person.
const chapters = /(\d)\s?[/&]\s?(?=\d)/gu;

/** Takes a name apart: titles and degrees dropped, suffix, designation and nickname set aside, "Last, First" turned. */
export function parseName(text: string): PersonName {
  const clean = text.replace(chapters, '$1 ');
  const name: PersonName = {
    words: [],
    surname: null,
    titles: [],
    suffix: null,
    designation: null,
    nicknames: [],
    asides: [],
    several: /[&;/@+|]/u.test(clean),
  };
  const open = clean.replace(enclosed, (whole: string) => {
    takeAside(name, whole, wordsOf(whole));
    return ' ';
  });
  const segments = open
    .split(/[,،]/u)
    .map(wordsOf)
    .filter((segment) => segment.length > 0)
    .filter((_, at, pieces) => !takeWhole(name, pieces, at));
  const parts = segments.map((segment, at) => takeEnds(name, segment, at, segments.length));
  const [first = [], second = []] = parts;
  name.several ||= parts.length > 2 || parts.flat().some((word) => word.key === 'and' || word.key === 'und');
  name.words = parts.length === 2 ? [...second, ...first] : parts.flat();
  name.surname = parts.length === 2 ? first.length : null;
  return name;
}

function takeAside(name: PersonName, whole: string, words: Word[]): void {
  if (words.length === 0) return;
  if (wholeDesignation(words)) name.designation ??= written(words);
  else if (wholeSuffix(words) !== null) name.suffix ??= wholeSuffix(words);
  else if (wholeTitle(words)) return;
  else if (words.length === 1 && /^\p{L}{2,}$/u.test(words[0]?.key ?? '')) name.nicknames.push(...words);
  else name.asides.push(whole.replace(/\s+/gu, ' ').trim());
}

// A piece after a comma is set aside if it is a suffix, degree or designation. What could as well be a given name
// ("Doe, J.D.", "Doe, V.") is one, unless a whole name or another piece stands beside it.
function takeWhole(name: PersonName, pieces: Word[][], at: number): boolean {
  const piece = pieces[at] ?? [];
  const alone = pieces.length === 2 && (pieces[0]?.length ?? 0) < 2;
  if (at === 0 || (alone && couldBeGiven(piece))) return false;
  const suffix = wholeSuffix(piece);
  if (wholeDesignation(piece)) name.designation ??= written(piece);
  else if (suffix !== null) name.suffix ??= suffix;
  else return wholeTitle(piece);
  return true;
}

function takeEnds(name: PersonName, segment: Word[], at: number, of: number): Word[] {
  const natural = of === 1;
  const keep = natural ? 2 : 1;
  let words = withoutTitles(name, segment, keep);
  const designated = takeDesignation(words);
  name.designation ??= designated.designation;
  words = designated.words;
  const { suffix, rest } = takeSuffix(words, keep, at === 0);
  if (suffix !== null) name.suffix ??= suffix;
  return withoutTitles(name, rest, keep);
}

function withoutTitles(name: PersonName, words: Word[], keep: number): Word[] {
  const kept = takeTitles(words, keep);
  const from = kept[0] === undefined ? 0 : words.indexOf(kept[0]);
  const dropped = words.filter((_, at) => at < from || at >= from + kept.length);
  name.titles.push(...dropped.filter(couldBeName));
  return kept;
}
