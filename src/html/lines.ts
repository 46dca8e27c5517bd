import type { Block, Cell } from './parts.ts';

function addRow(row: readonly Cell[], lines: string[]): void {
  const start = lines.length;
  let single = true;
  for (const cell of row) {
    const before = lines.length;
    addLines(cell.blocks, lines);
    if (lines.length > before + 1) single = false;
  }
  // A row of single lines reads as one line, the way a person reads it.
  if (single && lines.length > start) lines.push(lines.splice(start).join(' '));
}

function addLines(blocks: readonly Block[], lines: string[]): void {
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block.runs.map((run) => run.text).join(''));
    else if (block.kind === 'heading') lines.push(block.text);
    else if (block.kind === 'table') for (const row of block.rows) addRow(row, lines);
    else if (block.kind === 'list') for (const item of block.items) addLines(item, lines);
    else
      for (const { term, details } of block.pairs) {
        addLines(term, lines);
        for (const detail of details) addLines(detail, lines);
      }
  }
}

/** The lines of text in blocks, in reading order; a table's row of single lines is one line. */
export function linesOf(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  addLines(blocks, lines);
  return lines;
}
