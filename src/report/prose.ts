/** The columns that prose takes on a terminal of so many: at most 100, for longer lines are hard to read. */
export function proseWidth(columns: number): number {
  return Math.max(20, Math.min(columns, 100));
}

/**
 * Breaks the lines of a text that are wider than `width` columns (null leaves all as they are) between words. What
 * follows stands below where the line's words began. An address, a number, or a name in quotation marks stays whole,
 * also where it is wider.
 */
export function wrapped(text: string, width: number | null): string {
  if (width === null) return text;
  return text
    .split('\n')
    .flatMap((line) => (wide(line) <= width || isPlace(line) ? [line] : broken(line, width)))
    .join('\n');
}

// Close enough for prose; measuring it exactly takes a library that would be loaded at every start.
const wide = (text: string): number => text.match(/\P{M}/gu)?.length ?? 0;

// Where a fault happened, and where a file is: to be copied as it is, blanks in the path and all.
const isPlace = (line: string): boolean => /^( +at |The receipt is in )/.test(line);

/** Where the words begin: behind indentation, a quotation's bar, a step's number, a mark, or a column of names. */
const lead = /^(?:.{0,30} {2,}(?=\S)| *)(?:\| |\d+\. |→ |\[\w+\] )?/;
const quoted = /\S{0,9}(?:“[^”]{1,60}”|"[^"]{1,60}")\S{0,9}|\S+/g;

function broken(line: string, width: number): string[] {
  const start = lead.exec(line)?.[0] ?? '';
  const hang = start.length * 2 > width ? 2 : start.length;
  const lines: string[] = [];
  let now = start;
  let empty = true;
  for (const word of line.slice(start.length).match(quoted) ?? []) {
    if (!empty && wide(now) + 1 + wide(word) > width) {
      lines.push(now);
      now = line.startsWith('  | ') ? '  | ' : ' '.repeat(hang);
      empty = true;
    }
    now += `${empty ? '' : ' '}${word}`;
    empty = false;
  }
  return [...lines, now];
}
