import type { Block, Cell } from './parts.ts';
import { attr, childrenOf, isElement, type Element, type Node } from './tree.ts';

/** A span attribute: at least 1, at most what the HTML standard allows. */
function span(element: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attr(element, name) ?? '1', 10);
  const most = name === 'colspan' ? 1000 : 65_534;
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most);
}

type ReadCell = (cell: Element) => Block[];

function readRow(row: Element, skip: (element: Element) => boolean, read: ReadCell): Cell[] {
  return childrenOf(row)
    .filter((node: Node): node is Element => isElement(node) && !skip(node))
    .filter((cell) => cell.name === 'td' || cell.name === 'th')
    .map((cell) => ({
      header: cell.name === 'th',
      colspan: span(cell, 'colspan'),
      rowspan: span(cell, 'rowspan'),
      blocks: read(cell),
    }));
}

/** A table as its caption (a heading) and its rows; rows and cells that are not shown are left out. */
export function readTable(table: Element, skip: (element: Element) => boolean, read: ReadCell): Block[] {
  const rows: Cell[][] = [];
  const captions: Block[] = [];
  const parts = childrenOf(table).filter((node): node is Element => isElement(node) && !skip(node));
  for (const part of parts) {
    if (part.name === 'tr') rows.push(readRow(part, skip, read));
    else if (part.name === 'caption') for (const block of read(part)) captions.push(block);
    else if (['tbody', 'thead', 'tfoot'].includes(part.name))
      for (const row of childrenOf(part))
        if (isElement(row) && row.name === 'tr' && !skip(row)) rows.push(readRow(row, skip, read));
  }
  const filled = rows.filter((row) => row.length > 0);
  const headings = captions.map((block): Block =>
    block.kind === 'line'
      ? { kind: 'heading', level: 6, text: block.runs.map((run) => run.text).join('') }
      : block,
  );
  return filled.length === 0 ? headings : [...headings, { kind: 'table', rows: filled }];
}
