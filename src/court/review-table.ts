import type { Cell } from '../html/parts.ts';
import { enter, inner, type Findings, type Scope } from './review-facts.ts';
import { layOut, type Placed } from './review-grid.ts';
import { noteLines, readRow, rowLevel, type Walk } from './review-row.ts';
import { isNeutral, type Label, type Side } from './review-words.ts';

type Columns = {
  sides: { side: Side; from: number; to: number; scope: Scope }[];
  labels: Map<number, Label>;
};

/**
 * Reads a table whichever way it runs: the accounts as columns, as rows, one below the other, or cell by cell where
 * it serves for layout alone.
 */
export function readTable(rows: readonly Cell[][], scope: Scope, findings: Findings, walk: Walk): void {
  const grid = layOut(rows);
  if (grid === null) {
    findings.doubts.add('a table is too wide to read');
    return;
  }
  const filled = grid.map((row) => row.filter((cell) => cell.lines.length > 0));
  let columns: Columns = { sides: [], labels: new Map() };
  let vertical = false;
  for (const [at, cells] of filled.entries()) {
    if (cells.every((cell) => cell.ghost)) continue;
    const headed = cells.filter((cell, place) => cell.heads !== null && !isValue(cells, place, columns));
    const sides = new Set(headed.map((cell) => cell.heads));
    if (headed.length > sides.size && sides.size === 1) findings.doubts.add('a value reads like a heading');
    if (sides.size === 2 && !alternates(cells)) columns = accountColumns(cells, headed, scope, findings);
    else if (headed.length === 1 && headed[0] !== undefined) {
      columns.sides = [];
      readHeadedRow(headed[0], cells, columns, scope, findings, walk);
    } else if (columns.sides.length > 0) readAcross(cells, columns, findings, walk);
    else if (columns.labels.size > 0 && scope.side !== null) readUnder(cells, columns, scope, findings);
    else if (!vertical && isLabelRow(cells, filled[at + 1])) columns.labels = labelColumns(cells);
    else {
      readRow(grid[at] ?? [], scope, findings, walk);
      vertical = true;
    }
  }
}

// "Account type | PACER account" is a label with its value, and so is all that stands beside a label under two headings.
function isValue(cells: readonly Placed[], place: number, { sides, labels }: Columns): boolean {
  if (cells.length > 1 && labels.has(cells[place]?.from ?? -1)) return true;
  if (sides.length > 0) return cells.some((cell) => cell.label?.field !== 'self' && cell.label !== null);
  const last = cells[place - 1]?.label ?? null;
  const corner = place === 1 && new Set(cells.map((cell) => cell.heads)).size === 3;
  return last !== null && last.field !== 'self' && !corner;
}

// "CM/ECF account | Jane Doe | PACER account | Jane Doe"
const alternates = (cells: readonly Placed[]): boolean =>
  cells.length === 4 && cells.every((cell, at) => (cell.heads === null) === (at % 2 === 1));

function accountColumns(cells: Placed[], headed: Placed[], scope: Scope, findings: Findings): Columns {
  const others = cells.filter((cell) => cell.heads === null);
  if (headed.length > 2) findings.doubts.add('several columns are headed alike');
  if (others.some((cell) => !isNeutral(cell.text) && cell.label === null)) {
    findings.doubts.add('another column stands beside the two accounts');
  }
  const sides = headed.flatMap((cell) => {
    const side = cell.heads;
    if (side === null) return [];
    const own = inner(scope, side);
    enter(own, side, rowLevel, cell.text, findings);
    return [{ side, from: cell.from, to: cell.to, scope: own }];
  });
  return { sides, labels: new Map() };
}

function readHeadedRow(
  heading: Placed,
  cells: Placed[],
  { labels }: Columns,
  scope: Scope,
  findings: Findings,
  walk: Walk,
): void {
  const side = heading.heads;
  if (side === null) return;
  if (!heading.ghost) enter(scope, side, rowLevel, heading.text, findings);
  const own = heading.ghost ? inner(scope, side) : scope;
  const rest = cells.filter((cell) => cell !== heading);
  if (labels.size > 0) readUnder(rest, { sides: [], labels }, own, findings);
  else if (rest.length > 0) readRow(rest, own, findings, walk);
}

/** A row of values under the labels that head the columns. */
function readUnder(cells: Placed[], { labels }: Columns, scope: Scope, findings: Findings): void {
  for (const cell of cells) {
    const label = labels.get(cell.from);
    if (label !== undefined) noteLines(label, cell.lines, scope, findings);
  }
}

/** A row across the columns of both accounts: one label for both values, or whatever stands in each column. */
function readAcross(cells: Placed[], { sides }: Columns, findings: Findings, walk: Walk): void {
  const owned = sides.map((column) =>
    cells.filter((cell) => cell.from >= column.from && cell.to <= column.to),
  );
  const outside = cells.filter((cell) => !owned.some((own) => own.includes(cell)) && !spansBoth(cell, sides));
  const [labelled, ...more] = outside;
  for (const [at, { scope }] of sides.entries()) {
    const own = owned[at] ?? [];
    if (labelled === undefined && own.length > 0) readRow(own, scope, findings, walk);
    if (labelled !== undefined) {
      const from = labelled.to + 1;
      readRow(
        [labelled, ...own.map((cell, index) => ({ ...cell, from: from + index, to: from + index }))],
        scope,
        findings,
        walk,
      );
    }
  }
  const label = labelled === undefined ? null : labelled.label;
  if (more.length > 0 && label?.field !== 'other' && label !== null) {
    findings.doubts.add(`another value stands beside the two accounts under “${label.text}”`);
  }
}

const spansBoth = (cell: Placed, sides: Columns['sides']): boolean =>
  sides.filter((column) => cell.from <= column.from && cell.to >= column.to).length > 1;

function isLabelRow(cells: Placed[], below: Placed[] | undefined): boolean {
  const labels = cells.filter((cell) => cell.label !== null);
  if (labels.length < 2 || cells.some((cell) => cell.label === null && !isNeutral(cell.text))) return false;
  // "Last name | Street" over "First name | Jane" are labels with their values.
  const next = below?.[0];
  return next !== undefined && (cells.length > 2 || next.label === null || next.heads !== null);
}

function labelColumns(cells: Placed[]): Columns['labels'] {
  return new Map(
    cells.flatMap((cell) => {
      const label = cell.label;
      return label === null ? [] : [[cell.from, label] as const];
    }),
  );
}
