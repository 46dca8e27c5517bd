import type { Block, Cell } from './parts.ts';

function rowLines(row: readonly Cell[]): string[] {
  const cells = row.map((cell) => linesOf(cell.blocks));
  const lines = cells.flat();
  // A row of single lines reads as one line, the way a person reads it.
  return cells.every((cell) => cell.length <= 1) && lines.length > 0 ? [lines.join(' ')] : lines;
}

/** The lines of text in blocks, in reading order, each folded; empty ones left out. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'line':
        return [
          block.runs
            .map((run) => run.text)
            .join('')
            .trim(),
        ];
      case 'heading':
        return [block.text];
      case 'table':
        return block.rows.flatMap(rowLines);
      case 'list':
        return block.items.flatMap(linesOf);
      case 'pairs':
        return block.pairs.flatMap(({ term, details }) => [...linesOf(term), ...details.flatMap(linesOf)]);
    }
  });
}
