import type { Block, Run } from './parts.ts';
import { inlineStyle } from './rendering.ts';
import { childrenOf, isElement, isText, type Element, type Node } from './tree.ts';
import { readTable } from './tables.ts';
import { linesOf } from './lines.ts';

const BLOCK = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset header hgroup hr html li listing main menu nav ol optgroup p plaintext pre search section table tbody td ' +
    'tfoot th thead tr ul xmp caption'
  ).split(' '),
);
const HEADING = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
  ['legend', 6],
  ['caption', 6],
  ['summary', 6],
]);
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);
// Their content is a control's value, or shown only where the real thing cannot be.
const SILENT = new Set('textarea select option audio video canvas object svg math progress meter'.split(' '));

/** Blocks as they are gathered, with the line being written. */
type Page = { blocks: Block[]; runs: Run[] };

function endLine(page: Page): void {
  if (page.runs.length === 0) return;
  const runs = page.runs.splice(0);
  const folded: { pieces: string[]; strong: boolean }[] = [];
  let spaced = true;
  for (const { text, strong } of runs) {
    const piece: string = spaced && text.startsWith(' ') ? text.slice(1) : text;
    if (piece === '') continue;
    spaced = piece.endsWith(' ');
    const last = folded.at(-1);
    if (last?.strong === strong) last.pieces.push(piece);
    else folded.push({ pieces: [piece], strong });
  }
  const joined = folded.map(({ pieces, strong }) => ({ text: pieces.join(''), strong }));
  const last = joined.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  const shown = joined.filter((run) => run.text !== '');
  if (shown.length > 0) page.blocks.push({ kind: 'line', runs: shown });
}

/** Which elements are not there for a person, and which only their own text. */
export type Sight = { skips: (element: Element) => boolean; mutes: (element: Element) => boolean };
type Reading = { page: Page; sight: Sight; strong: boolean; pre: boolean };

function bold(element: Element, was: boolean): boolean {
  const weight = inlineStyle(element).get('font-weight');
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return was || element.name === 'b' || element.name === 'strong';
}

function readText(data: string, { page, strong, pre }: Reading): void {
  const lines = pre ? data.split('\n') : [data];
  lines.forEach((line, index) => {
    if (index > 0) endLine(page);
    page.runs.push({ text: line.replace(/\s+/g, ' '), strong });
  });
}

type Within = Pick<Reading, 'sight' | 'strong'>;

/** A child of a list as blocks of its own, be it an item or text between items. */
function itemOf(child: Node, { sight, strong }: Within): Block[] {
  if (!isElement(child)) return blocksOf([child], sight, strong);
  return sight.skips(child) ? [] : blocksIn(child, sight, strong);
}

function readList(element: Element, within: Within): Block {
  const items = childrenOf(element).map((child) => itemOf(child, within));
  return { kind: 'list', items: items.filter((blocks) => blocks.length > 0) };
}

function readPairs(element: Element, within: Within): Block {
  const pairs: { term: Block[]; details: Block[][] }[] = [];
  const children = childrenOf(element).flatMap((child) =>
    isElement(child) && child.name === 'div' && !within.sight.skips(child) ? childrenOf(child) : [child],
  );
  for (const child of children) {
    const blocks = itemOf(child, within);
    const last = pairs.at(-1);
    if (blocks.length === 0) continue;
    if (isElement(child) && child.name === 'dt') pairs.push({ term: blocks, details: [] });
    else if (last === undefined) pairs.push({ term: [], details: [blocks] });
    else last.details.push(blocks);
  }
  return { kind: 'pairs', pairs };
}

function append(page: Page, blocks: readonly Block[]): void {
  for (const block of blocks) page.blocks.push(block);
}

/** A heading that swallowed what follows it (its end tag forgotten) is its first lines only. */
function readHeading(element: Element, level: number, reading: Reading): void {
  const blocks = blocksIn(element, reading.sight, reading.strong);
  const other = blocks.findIndex((block) => block.kind !== 'line');
  const own = other < 0 ? blocks : blocks.slice(0, other);
  const text = linesOf(own).join(' ');
  if (text !== '') reading.page.blocks.push({ kind: 'heading', level, text });
  append(reading.page, blocks.slice(own.length));
}

function readElement(element: Element, reading: Reading): void {
  const { page, sight } = reading;
  if (sight.skips(element) || SILENT.has(element.name)) return;
  if (element.name === 'br' || element.name === 'hr') return endLine(page);
  const level = HEADING.get(element.name);
  const strong = bold(element, reading.strong);
  const display = inlineStyle(element).get('display') ?? '';
  const block = BLOCK.has(element.name) || /^(?:block|flex|grid|table|list-item)/.test(display);
  if (level === undefined && !block) {
    readNodes(shownIn(element, sight), { ...reading, strong });
    return;
  }
  endLine(page);
  if (level !== undefined) readHeading(element, level, reading);
  else if (element.name === 'table')
    append(
      page,
      readTable(element, sight.skips, (cell) => blocksIn(cell, sight, false)),
    );
  else if (['ul', 'ol', 'menu', 'dir'].includes(element.name))
    page.blocks.push(readList(element, { sight, strong }));
  else if (element.name === 'dl') page.blocks.push(readPairs(element, { sight, strong }));
  else
    readNodes(shownIn(element, sight), {
      ...reading,
      strong,
      pre: reading.pre || PREFORMATTED.has(element.name),
    });
  endLine(page);
}

// Recursion is safe here: the parser keeps a tree at most a few hundred levels deep.
function readNodes(nodes: readonly Node[], reading: Reading): void {
  for (const node of nodes) {
    if (isText(node)) readText(node.data, reading);
    else if (isElement(node)) readElement(node, reading);
  }
}

/** An element's children without the text that is not shown. */
function shownIn(element: Element, sight: Sight): readonly Node[] {
  const children = childrenOf(element);
  return sight.mutes(element) ? children.filter((child) => !isText(child)) : children;
}

function blocksOf(nodes: readonly Node[], sight: Sight, strong: boolean): Block[] {
  const page: Page = { blocks: [], runs: [] };
  readNodes(nodes, { page, sight, strong, pre: false });
  endLine(page);
  return page.blocks;
}

function blocksIn(element: Element, sight: Sight, strong: boolean): Block[] {
  return blocksOf(shownIn(element, sight), sight, bold(element, strong));
}

/** The visible content below a node as blocks, in reading order. */
export function readBlocks(top: Node, sight: Sight): Block[] {
  return blocksOf(isElement(top) ? shownIn(top, sight) : childrenOf(top), sight, false);
}
