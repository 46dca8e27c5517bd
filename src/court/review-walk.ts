import { linesOf } from '../html/lines.ts';
import type { Block } from '../html/parts.ts';
import { enter, inner, type Findings, type Scope } from './review-facts.ts';
import { readLine } from './review-lines.ts';
import { readTable } from './review-table.ts';
import { noteLines } from './review-row.ts';
import { headingSide, labelOf } from './review-words.ts';

// Deeper nesting than any person would lay out; what is below it is not read.
const deepest = 60;

/** Walks blocks in reading order, noting what they say of either account under the headings met on the way. */
export function walkBlocks(blocks: readonly Block[], scope: Scope, findings: Findings, depth = 0): void {
  if (depth > deepest) {
    findings.doubts.add('the page is nested too deeply');
    return;
  }
  for (const block of blocks) {
    switch (block.kind) {
      case 'line':
        readLine(block.runs, scope, findings);
        break;
      case 'heading':
        readHeading(block.text, block.level, scope, findings);
        break;
      case 'table':
        within(scope, findings, (own) =>
          readTable(block.rows, own, findings, (cell, at) => walkBlocks(cell, at, findings, depth + 1)),
        );
        break;
      case 'list':
        for (const item of block.items) {
          within(scope, findings, (own) => walkBlocks(item, own, findings, depth + 1));
        }
        break;
      case 'pairs':
        readPairs(block.pairs, scope, findings, depth + 1);
        break;
    }
  }
}

// A heading of something else ends the section, unless it ranks below the section's own.
function readHeading(text: string, level: number, scope: Scope, findings: Findings): void {
  const side = headingSide(text);
  if (side !== null) return enter(scope, side, level, text, findings);
  const before = findings.facts.length;
  const own = { ...scope, side: level <= scope.level ? null : scope.side, pending: null };
  readLine([{ text, strong: false }], own, findings);
  if (findings.facts.length > before) {
    scope.side = findings.facts.at(-1)?.side ?? null;
    scope.level = level;
  } else if (level <= scope.level) Object.assign(scope, { side: null, level, fresh: false, pending: null });
}

// A container that holds nothing but the heading of an account heads what follows it.
function within(scope: Scope, findings: Findings, walk: (own: Scope) => void): void {
  const before = findings.facts.length;
  const own = inner(scope);
  walk(own);
  if (findings.facts.length === before && own.side !== null && own.side !== scope.side) {
    enter(scope, own.side, own.level, '', findings);
  } else if (findings.facts.length > before) scope.fresh = false;
}

type Pairs = Extract<Block, { kind: 'pairs' }>['pairs'];

function readPairs(pairs: Pairs, outer: Scope, findings: Findings, depth: number): void {
  within(outer, findings, (scope) => {
    for (const { term, details } of pairs) {
      const text = linesOf(term).join(' ');
      const side = headingSide(text);
      const label = labelOf(text);
      if (side !== null) {
        enter(scope, side, scope.level, text, findings);
        const own = inner(scope);
        for (const detail of details) walkBlocks(detail, own, findings, depth);
      } else if (label !== null) noteLines(label, linesOf(details.flat()), scope, findings);
      else for (const detail of [term, ...details]) walkBlocks(detail, inner(scope), findings, depth);
    }
  });
}
