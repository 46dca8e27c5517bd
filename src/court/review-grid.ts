import { linesOf } from '../html/lines.ts';
import type { Block, Cell } from '../html/parts.ts';
import { headingSide, labelOf, type Label, type Side } from './review-words.ts';

/**
 * A cell where it stands: its columns, its lines, what they announce, whose section they head, and whether it reaches
 * down from a row above.
 */
export type Placed = {
  from: number;
  to: number;
  lines: string[];
  text: string;
  label: Label | null;
  heads: Side | null;
  blocks: Block[];
  header: boolean;
  ghost: boolean;
};

// Wider tables than any person would read.
const mostCells = 40;
const mostColumns = 1000;

/** Lays a table out by its spans: every row with its cells at their columns; null if it is wider than can be read. */
export function layOut(rows: readonly Cell[][]): Placed[][] | null {
  let reaching: { placed: Placed; left: number }[] = [];
  const grid: Placed[][] = [];
  for (const row of rows) {
    const placed = reaching.map((ghost) => ghost.placed);
    const next = reaching.map((ghost) => ({ ...ghost, left: ghost.left - 1 }));
    let column = 0;
    for (const cell of row) {
      for (let over = at(placed, column); over !== undefined; over = at(placed, column)) column = over.to + 1;
      const mine = place(cell, column);
      placed.push(mine);
      if (cell.rowspan > 1) next.push({ placed: { ...mine, ghost: true }, left: cell.rowspan - 1 });
      column = mine.to + 1;
      if (placed.length > mostCells || column > mostColumns) return null;
    }
    reaching = next.filter((ghost) => ghost.left > 0);
    grid.push(placed.toSorted((a, b) => a.from - b.from));
  }
  return grid;
}

const at = (placed: readonly Placed[], column: number): Placed | undefined =>
  placed.find((cell) => cell.from <= column && column <= cell.to);

function place(cell: Cell, from: number): Placed {
  const lines = linesOf(cell.blocks);
  const text = lines.join(' ');
  return {
    from,
    to: from + cell.colspan - 1,
    lines,
    text,
    label: labelOf(text),
    heads: lines.length > 2 ? null : headingSide(text),
    blocks: cell.blocks,
    header: cell.header,
    ghost: false,
  };
}
