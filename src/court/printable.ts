// Not to be put on a terminal: controls, formats (bidi and zero-width among them), lone surrogates, private use,
// unassigned, line and paragraph separators, and what Unicode lets a terminal draw as nothing.
const unprintable = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const markPile = /(\p{M}{4})(\p{M}+)/gu;

const visible = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/**
 * Gives one line that may be put on a terminal: every character that could move the cursor, reorder the line or
 * hide is spelled out (`⟨U+202E⟩`), line breaks and tabs included. Ordinary accents stay; of a pile of more than
 * four combining marks the rest is spelled out. Spaces of every width become plain ones.
 */
export function printable(text: string): string {
  return text
    .replace(/\p{Zs}/gu, ' ')
    .replace(unprintable, visible)
    .replace(markPile, (_, kept: string, rest: string) => kept + Array.from(rest, visible).join(''));
}

/**
 * A value as indented JSON that may be put on a terminal: what could move the cursor, reorder or hide is escaped
 * (`\\u202e`), so that it reads back as it was. JSON itself escapes no more than the controls below U+0020.
 */
export function printableJson(value: unknown): string {
  const escaped = (character: string): string =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
          .join('');
  return JSON.stringify(value, null, 2).replace(unprintable, escaped);
}

/** The lines of a text, each made printable; a tab becomes a space. */
export function printableLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => printable(line.replaceAll('\t', ' ')));
}

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
] as const;
const otherScript = /(?=\p{L})[^\p{Script=Common}\p{Script=Inherited}]/gu;

/**
 * Why a name may not be what it looks like, in words: invisible characters, letters of two scripts, letters in
 * forms that nobody types (full width, mathematical). Empty for an ordinary name.
 */
export function suspicious(text: string): string[] {
  const reasons: string[] = [];
  const hidden = [...new Set(text.match(unprintable))];
  if (hidden.length > 0) {
    reasons.push(`holds characters that cannot be seen: ${hidden.slice(0, 5).map(visible).join(' ')}`);
  }
  const letters = [...new Set(text.match(otherScript))].join('');
  const found = scripts.filter(([, pattern]) => pattern.test(letters)).map(([name]) => name as string);
  if (scripts.reduce((rest, [, pattern]) => rest.replace(new RegExp(pattern, 'gu'), ''), letters) !== '') {
    found.push('another script');
  }
  if (found.length > 1) reasons.push(`mixes scripts: ${found.join(' and ')}`);
  if (/\p{L}/u.test(text) && unusualLetters(text)) reasons.push('holds letters in unusual forms');
  return reasons;
}

const unusualLetters = (text: string): boolean => {
  const letters = [...new Set(text.normalize('NFC').match(/\p{L}/gu))].join('');
  return letters.normalize('NFKC') !== letters.normalize('NFC');
};
