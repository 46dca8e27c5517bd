import { isGivenName } from './names-given.ts';
import { parseName } from './names-parse.ts';
import { isInitial, plain, wordsOf } from './names-words.ts';
import { labelOf } from './review-words.ts';

export type NameAndLogin = { name: string | null; login: string | null };

const nothing = /^(?:[^\p{L}\p{N}]*|n\/?a|none|not available|unknown|null|\(none\)|blank)$/iu;

/** A value as text, or null for an empty one: blank, a dash, "N/A", "none". */
export const given = (value: string): string | null => (nothing.test(value.trim()) ? null : value.trim());

/** A login as it stands alone: one word without spaces. */
export const asLogin = (value: string): string | null =>
  /^\S{1,80}$/u.test(value.trim()) ? given(value) : null;

/**
 * Reads a value that may hold a name, a login or both: "Jane Doe", "Jane Doe (login jdoe)", "Jane Doe, login: jdoe",
 * "Jane Doe / jdoe", "jdoe (Jane Doe)". A word in brackets that belongs to a name ("(Trustee)", "(Bob)") stays in it.
 */
export function nameAndLogin(value: string): NameAndLogin {
  const text = value.replace(/\s+/gu, ' ').trim();
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
  if (open > 0 && /[)\]]\.?$/u.test(text)) {
    const [before, inside] = [
      text.slice(0, open).trim(),
      text
        .slice(open + 1)
        .replace(/[)\]]\.?$/u, '')
        .trim(),
    ];
    const login = announcedLogin(inside) ?? (readsAsLogin(inside) ? inside : null);
    if (login !== null) return { name: asName(before), login };
    if (asLogin(before) !== null && wordsOf(inside).length > 1 && parseName(text).asides.length > 0) {
      return { name: asName(inside), login: before };
    }
  }
  for (const separator of [' / ', ' | ', '; ', ', ']) {
    const at = text.lastIndexOf(separator);
    const [before, after] = [text.slice(0, at), text.slice(at + separator.length)];
    const login =
      at < 0 ? null : (announcedLogin(after) ?? (separator !== ', ' && readsAsLogin(after) ? after : null));
    if (login !== null) return { name: asName(before), login };
  }
  return asLogin(text) === null ? { name: asName(text), login: null } : { name: null, login: asLogin(text) };
}

function announcedLogin(text: string): string | null {
  const words = text.split(/[ :=]+/u);
  const label = labelOf(words.slice(0, -1).join(' '));
  return label?.field === 'login' || label?.field === 'user' ? asLogin(words.at(-1) ?? '') : null;
}

const states = new Set(
  'active inactive pending disabled individual firm shared legacy upgraded linked deceased'.split(' '),
);

// Small letters, digits or signs that no nickname, office or suffix has.
function readsAsLogin(text: string): boolean {
  if (!/^[^\s()]{2,80}$/u.test(text) || (!/[\d_@]/u.test(text) && text !== text.toLowerCase())) return false;
  if (states.has(text)) return false;
  const alone = parseName(`Jane Doe (${text})`);
  return (
    alone.designation === null &&
    alone.suffix === null &&
    (alone.nicknames.length > 0 || alone.asides.length > 0)
  );
}

// Two of these make a sentence, not a name.
const prose = new Set(
  'it must be same is are was both your you with should please see not shown above below this that has have been match matches available yet same one as in for if'.split(
    ' ',
  ),
);

/** A value that can stand as a name: at most twelve words, no sentence, no address of mail or web, not a label itself. */
export function asName(value: string): string | null {
  const text = given(value.replace(/\s+/gu, ' ').replace(/[,;:]$/u, ''));
  if (text === null || text.length > 120 || !/\p{L}/u.test(text) || /@|:\/\//u.test(text)) return null;
  const words = text.toLowerCase().split(' ');
  if (words.length > 12 || words.filter((word) => prose.has(word)).length > 1) return null;
  return labelOf(text) === null ? text : null;
}

/** Whether a line without a label reads as a person's name, by positive evidence: a known given name or an initial. */
export function readsAsPersonsName(line: string): boolean {
  if (asName(line) === null || /[\d:?!]/u.test(line) || /[a-z]{3}\.$/u.test(line)) return false;
  const { words, several, asides } = parseName(line);
  const [first, second] = words;
  if (several || asides.length > 0 || first === undefined || second === undefined || words.length > 6)
    return false;
  return isGivenName(plain(first)) || (isInitial(first) && first.dotted);
}
