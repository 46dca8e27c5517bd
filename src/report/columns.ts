import stringWidth from 'string-width';

/** A word and whether it is marked as different. */
export type Word = { text: string; marked: boolean };

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** A text as unmarked words. */
export function plainWords(text: string): Word[] {
  return text.split(' ').map((word) => ({ text: word, marked: false }));
}

/** Fills a text up with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks words into lines of at most `width` columns; a word that is wider is broken between characters, never cut. */
export function wrapWords(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const { text, marked } of words) {
    for (const piece of pieces(text, width)) {
      const wide = widthOf(piece);
      if (line.length > 0 && used + 1 + wide > width) {
        lines.push(line);
        line = [];
        used = 0;
      }
      used += wide + (line.length > 0 ? 1 : 0);
      line.push({ text: piece, marked });
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Breaks a text into lines of at most `width` columns. */
export function wrapText(text: string, width: number): string[] {
  return wrapWords(plainWords(text), width).map((line) => line.map((word) => word.text).join(' '));
}

const surelyTooWide = 2_000;
// A letter with its accents. Printable text holds no joiners; Intl.Segmenter is quadratic on a long word.
const characters = /\P{M}\p{M}*|\p{M}+/gu;

function pieces(word: string, width: number): string[] {
  if (word.length < surelyTooWide && widthOf(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const segment of word.match(characters) ?? []) {
    const wide = widthOf(segment);
    if (piece !== '' && used + wide > width) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += wide;
  }
  return [...found, piece];
}
