import { html as names, Parser, type ParserOptions, type Token } from 'parse5';
import type { Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { quickAttributes } from './parser-attributes.ts';
import { hasInScope } from './parser-scope.ts';
import type { Element, Parent } from './tree.ts';

const $ = names.TAG_ID;

/** How deep elements may stand in each other; Chromium flattens a tree at 512. */
const DEPTH = 400;
/** Formatting elements (`<b>`, `<font>` …) that are opened again after a block at most, and how many new elements that may make. */
const FORMATTING = 100;
const REBUILT_FREE = 20_000;
const REBUILT_PER_TAG = 1;

// The insertion modes the library has for `<select>`, which the standard dropped, and those of tables.
const IN_SELECT = 15;
const IN_SELECT_IN_TABLE = 16;
const TABLE_MODES = new Set([8, 9, 12, 13]);

/** Start tags that leave nothing open, or whose content is text that has to be read as text. */
const SHALLOW = new Set<number>([
  ...[
    $.AREA,
    $.BASE,
    $.BASEFONT,
    $.BGSOUND,
    $.BR,
    $.COL,
    $.EMBED,
    $.FRAME,
    $.HR,
    $.IMAGE,
    $.IMG,
    $.INPUT,
    $.KEYGEN,
  ],
  ...[
    $.LINK,
    $.META,
    $.PARAM,
    $.SOURCE,
    $.TRACK,
    $.WBR,
    $.IFRAME,
    $.NOEMBED,
    $.NOFRAMES,
    $.NOSCRIPT,
    $.PLAINTEXT,
  ],
  ...[$.SCRIPT, $.STYLE, $.TEXTAREA, $.TITLE, $.XMP, $.BODY, $.HTML, $.HEAD],
]);

/**
 * The library's parser with the standard's present rules for `<select>` (HTML standard 13.2.6.4.7; in 2025 a select
 * came to hold any markup), and with bounds that keep its work in proportion to the page: `cut` tells that they
 * were met and something was left out.
 */
export class BrowserParser extends Parser<Htmlparser2TreeAdapterMap> {
  cut = false;
  /** How deep the place stands that a piece is parsed for. */
  depth = 0;
  #tags = 0;
  #rebuilt = 0;
  /** Open elements that were left out for depth, by tag name: their end tags are left out too. */
  readonly #left = new Map<string, number>();

  constructor(
    options?: ParserOptions<Htmlparser2TreeAdapterMap>,
    document?: Htmlparser2TreeAdapterMap['document'],
    context: Element | null = null,
  ) {
    super(options, document, context);
    let mode = this.insertionMode;
    Object.defineProperty(this, 'insertionMode', {
      get: () => mode,
      set: (next: number) => {
        if (next !== IN_SELECT && next !== IN_SELECT_IN_TABLE) mode = next;
      },
    });
    const open = this.openElements;
    Object.assign(open, {
      hasInDynamicScope: (tag: number, borders: ReadonlySet<number>) => hasInScope(open, tag, borders),
    });
    quickAttributes(this.tokenizer);
  }

  override onStartTag(token: Token.TagToken): void {
    this.#tags++;
    const { entries } = this.activeFormattingElements;
    if (entries.length > FORMATTING) {
      entries.length = FORMATTING;
      this.cut = true;
    }
    const foreign = this.shouldProcessStartTagTokenInForeignContent(token);
    if (this.#isTooDeep(token, foreign)) {
      this.#left.set(token.tagName, (this.#left.get(token.tagName) ?? 0) + 1);
      this.cut = true;
      return;
    }
    super.onStartTag(token);
  }

  override _startTagOutsideForeignContent(token: Token.TagToken): void {
    if (!this.#isOverInSelect(token)) super._startTagOutsideForeignContent(token);
  }

  override onEndTag(token: Token.TagToken): void {
    const left = this.#left.get(token.tagName) ?? 0;
    if (left > 0) {
      this.#left.set(token.tagName, left - 1);
      return;
    }
    super.onEndTag(token);
    if (this.#left.size > 0 && this.openElements.stackTop + this.depth < DEPTH) this.#left.clear();
  }

  override _endTagOutsideForeignContent(token: Token.TagToken): void {
    if (token.tagID === $.SELECT) this.#closeSelect();
    else super._endTagOutsideForeignContent(token);
  }

  #isTooDeep(token: Token.TagToken, foreign: boolean): boolean {
    if (this.openElements.stackTop + this.depth < DEPTH) return false;
    return foreign ? !token.selfClosing : !SHALLOW.has(token.tagID);
  }

  #closeSelect(): void {
    if (!this.openElements.hasInScope($.SELECT)) return;
    this.openElements.generateImpliedEndTags();
    this.openElements.popUntilTagNamePopped($.SELECT);
  }

  /** What a start tag does to a select it stands in, before its own rules; true where that is all it does. */
  #isOverInSelect(token: Token.TagToken): boolean {
    const { openElements } = this;
    if (![$.INPUT, $.SELECT, $.OPTION, $.OPTGROUP, $.HR].includes(token.tagID)) return false;
    if (!openElements.hasInScope($.SELECT)) return false;
    switch (token.tagID) {
      case $.SELECT:
        openElements.popUntilTagNamePopped($.SELECT);
        return true;
      case $.INPUT: {
        const hidden = token.attrs.some(
          ({ name, value }) => name === 'type' && value.toLowerCase() === 'hidden',
        );
        if (!hidden || !TABLE_MODES.has(this.insertionMode)) openElements.popUntilTagNamePopped($.SELECT);
        return false;
      }
      case $.OPTION:
        openElements.generateImpliedEndTagsWithExclusion($.OPTGROUP);
        return false;
      default:
        openElements.generateImpliedEndTags();
        return false;
    }
  }

  override _resetInsertionMode(): void {
    const { tagIDs, stackTop } = this.openElements;
    const open = tagIDs.slice(0, stackTop + 1);
    // A select no longer changes the mode: what is around it does.
    open.forEach((id, index) => {
      if (id === $.SELECT) tagIDs[index] = $.UNKNOWN;
    });
    super._resetInsertionMode();
    open.forEach((id, index) => {
      tagIDs[index] = id;
    });
  }

  override _reconstructActiveFormattingElements(): void {
    const before = this.openElements.stackTop;
    super._reconstructActiveFormattingElements();
    this.#rebuilt += this.openElements.stackTop - before;
    if (this.#rebuilt <= REBUILT_FREE + REBUILT_PER_TAG * this.#tags) return;
    this.activeFormattingElements.entries.length = 0;
    this.cut = true;
  }

  override _adoptNodes(donor: Parent, recipient: Parent): void {
    const nodes = donor.children;
    donor.children = [];
    for (const node of nodes) {
      // Each leaves an empty list, which costs nothing.
      node.parent = donor;
      this.treeAdapter.detachNode(node);
      this.treeAdapter.appendChild(recipient, node);
    }
  }
}
