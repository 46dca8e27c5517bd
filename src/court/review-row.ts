import type { Block } from '../html/parts.ts';
import { enter, inner, note, type Findings, type Scope } from './review-facts.ts';
import type { Placed } from './review-grid.ts';
import { given } from './review-values.ts';
import { labelOf, type Label } from './review-words.ts';

/** Walks the blocks of a cell in a scope. */
export type Walk = (blocks: readonly Block[], scope: Scope) => void;

/** A heading in a table's row ranks below one outside. */
export const rowLevel = 8;
const nameFields = new Set<Label['field']>(['name', 'user', 'self', 'first', 'last']);

/** Reads a row of labels and values (label, value, label, value…); cells without a label are walked by themselves. */
export function readRow(cells: readonly Placed[], scope: Scope, findings: Findings, walk: Walk): void {
  const filled = cells.filter((cell) => cell.lines.length > 0);
  for (let at = 0; at < filled.length; at++) {
    const [cell, next] = [filled[at], filled[at + 1]];
    if (cell === undefined) return;
    const label = cell.lines.length === 1 ? cell.label : null;
    if (label !== null) at += readLabelled(label, cell, next, scope, findings) ? 1 : 0;
    else if (next !== undefined && isLabelStack(cell)) {
      readStack(cell, next, scope, findings);
      at++;
    } else if (next !== undefined && cell.lines.length === 1 && /:$/u.test(cell.text)) {
      noteLines({ field: 'other', side: null, text: cell.text }, next.lines, scope, findings);
      at++;
    } else walk(cell.blocks, filled.length === 1 ? scope : inner(scope));
  }
}

// A label followed, over a gap, by another label has no value.
function readLabelled(
  label: Label,
  cell: Placed,
  next: Placed | undefined,
  scope: Scope,
  findings: Findings,
): boolean {
  if (label.field === 'self' && label.side !== null) enter(scope, label.side, rowLevel, cell.text, findings);
  if (next === undefined) return false;
  const gap = next.from > cell.to + 1;
  if (gap && next.lines.length === 1 && next.label !== null) return false;
  noteLines(label, next.lines, scope, findings);
  return true;
}

/** Notes lines under a label. A name that takes several lines is not told apart from what follows it. */
export function noteLines(label: Label, all: readonly string[], scope: Scope, findings: Findings): void {
  const lines = all.filter((line) => given(line) !== null);
  if (lines.length > 1 && nameFields.has(label.field)) {
    findings.doubts.add(`several lines stand under “${label.text}”`);
  } else if (lines.length > 0) note(label, lines.join(', '), scope, findings);
}

const isLabelStack = (cell: Placed): boolean =>
  cell.lines.length > 1 &&
  cell.blocks.every((block) => block.kind === 'line') &&
  cell.lines.every((line) => (labelOf(line)?.field ?? 'self') !== 'self');

// "Name:<br>Login:" beside "Jane Doe<br>jdoe", if there are as many of the one as of the other.
function readStack(labels: Placed, values: Placed, scope: Scope, findings: Findings): void {
  if (labels.lines.length !== values.lines.length) {
    findings.doubts.add('labels and values do not pair up');
    return;
  }
  for (const [at, line] of labels.lines.entries()) {
    const label = labelOf(line);
    const value = values.lines[at] ?? '';
    if (label !== null && given(value) !== null) note(label, value, scope, findings);
  }
}
