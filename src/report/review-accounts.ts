import { printable } from '../court/printable.ts';
import type { Account } from '../court/review.ts';
import { padded, plainWords, widthOf, wrapText, wrapWords } from './columns.ts';
import type { Word } from './columns.ts';
import { differences } from './differences.ts';

/** How a review may be drawn. `columns` is the terminal's width. */
export type Look = { columns: number; accessible: boolean; styles: Styles };
export type Styles = Record<'heading' | 'different' | 'warning' | 'stop', (text: string) => string>;
type Pair = { cmecf: Account | null; pacer: Account | null };
type Row = { label: string; cmecf: Word[]; pacer: Word[] };

const titles = { cmecf: 'CM/ECF account', pacer: 'PACER account' };
const widest = 100;
const narrowest = 60;
const fullRows = 12;
const longValue = 300; // characters

/**
 * Both accounts: side by side from 60 columns on, else one below the other; as sentences of their own for a screen
 * reader. Words of a name that the other name lacks are underlined with ^, whatever the colours.
 */
export function accountLines(pair: Pair, look: Look): string[] {
  const rows = rowsOf(pair);
  if (look.accessible) return spoken(rows);
  // A terminal that lays out right-to-left text could swap two columns of it.
  const turns = rows.some(({ cmecf, pacer }) =>
    [...cmecf, ...pacer].some(({ text }) => rightToLeft.test(text)),
  );
  return look.columns < narrowest || turns ? stacked(rows, look) : sideBySide(rows, look);
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function rowsOf({ cmecf, pacer }: Pair): Row[] {
  const [left, right] =
    cmecf?.name != null && pacer?.name != null
      ? differences(cmecf.name, pacer.name)
      : [shown(cmecf?.name, '(could not be read)'), shown(pacer?.name, '(could not be read)')];
  const rows: Row[] = [
    { label: 'Name', cmecf: left, pacer: right },
    { label: 'Login', cmecf: shown(cmecf?.login), pacer: shown(pacer?.login) },
  ];
  if (cmecf?.type != null || pacer?.type != null)
    rows.push({ label: 'Type', cmecf: shown(cmecf?.type), pacer: shown(pacer?.type) });
  for (const label of labelsOf(cmecf, pacer)) {
    const value = (account: Account | null): string | undefined =>
      account?.other.find((one) => one.label === label)?.value;
    rows.push({
      label: printable(label.slice(0, 60)),
      cmecf: shown(value(cmecf)),
      pacer: shown(value(pacer)),
    });
  }
  const beyond = plainWords('(see the court’s own text)');
  return rows.length <= fullRows
    ? rows
    : [...rows.slice(0, fullRows), { label: 'More', cmecf: beyond, pacer: beyond }];
}

function labelsOf(...accounts: (Account | null)[]): string[] {
  return [...new Set(accounts.flatMap((account) => account?.other.map(({ label }) => label) ?? []))];
}

function shown(value: string | null | undefined, missing = '(not shown)'): Word[] {
  const text = printable(value ?? missing).trim();
  return plainWords(text.length > longValue ? `${text.slice(0, longValue)}…` : text);
}

function spoken(rows: readonly Row[]): string[] {
  return (['cmecf', 'pacer'] as const).flatMap((side) =>
    rows.flatMap((row) => {
      const words = row[side];
      const line = `${titles[side]}, ${row.label.replace(/:$/, '').toLowerCase()}: ${joined(words)}`;
      const marked = words.filter((word) => word.marked);
      return marked.length === 0 ? [line] : [line, `  Only in this name: ${joined(marked)}`];
    }),
  );
}

const joined = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

function stacked(rows: readonly Row[], { columns, styles }: Look): string[] {
  const label = Math.min(10, Math.max(...rows.map((row) => widthOf(row.label)))) + 2;
  const width = Math.max(8, Math.min(columns, widest) - label - 2);
  return (['cmecf', 'pacer'] as const).flatMap((side, at) => [
    ...(at === 0 ? [] : ['']),
    styles.heading(titles[side]),
    ...rows.flatMap((row) => {
      const labels = wrapText(`${row.label.replace(/:$/, '')}:`, label - 1);
      const values = valueLines(row[side], width, styles);
      return beside([labels, values], [label, 0], ['']).map((line) => `  ${line}`);
    }),
  ]);
}

function sideBySide(rows: readonly Row[], { columns, styles }: Look): string[] {
  const label = Math.min(14, Math.max(...rows.map((row) => widthOf(row.label)))) + 2;
  const width = Math.floor((Math.min(columns, widest) - 2 - label - 3) / 2);
  const line = (cells: string[][]): string[] =>
    beside(cells, [label, width, 0], ['', ' | ']).map((one) => `  ${one}`);
  const heads = [[''], [styles.heading(titles.cmecf)], [styles.heading(titles.pacer)]];
  return [
    ...line(heads),
    ...line([[''], ['-'.repeat(widthOf(titles.cmecf))], ['-'.repeat(widthOf(titles.pacer))]]),
    ...rows.flatMap((row) =>
      line([
        wrapText(row.label.replace(/:$/, ''), label - 2),
        valueLines(row.cmecf, width, styles),
        valueLines(row.pacer, width, styles),
      ]),
    ),
  ];
}

/** A value's lines, each followed by one that underlines its marked words where there are any. */
function valueLines(words: readonly Word[], width: number, { different }: Styles): string[] {
  return wrapWords(words, width).flatMap((line) => {
    const text = line.map((word) => (word.marked ? different(word.text) : word.text)).join(' ');
    if (line.every((word) => !word.marked)) return [text];
    const under = line.map((word) => (word.marked ? '^' : ' ').repeat(widthOf(word.text))).join(' ');
    return [text, different(under.trimEnd())];
  });
}

/** Cells of several lines next to each other; `widths` and `between` go with the cells. */
function beside(cells: readonly string[][], widths: readonly number[], between: readonly string[]): string[] {
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((cell, at) => padded(cell[row] ?? '', widths[at] ?? 0) + (between[at] ?? ''))
      .join('')
      .trimEnd(),
  );
}
