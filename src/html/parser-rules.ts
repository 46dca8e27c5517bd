// oxlint-disable no-underscore-dangle -- the library's own names
import { html as names, Parser, type ParserOptions, type Token } from 'parse5';
import type { Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { quickAttributes } from './parser-attributes.ts';
import { hasInScope } from './parser-scope.ts';
import type { Element, Parent } from './tree.ts';

const { FORM, SELECT, OPTGROUP, UNKNOWN, H1, H2, H3, H4, H5, H6 } = names.TAG_ID;
const HEADINGS = [H1, H2, H3, H4, H5, H6];

/** How deep elements may stand in each other; Chromium flattens a tree at 512. */
const DEPTH = 400;
/** How many formatting elements (`<b>`, `<font>` …) wait to be opened again after a block. */
const FORMATTING = 100;
/** How many elements that may make: some to begin with, and one more for each tag. */
const REBUILT_FREE = 20_000;

// The insertion modes the library has for `<select>`, which the standard dropped, and those of tables.
const SELECT_MODES = new Set<number>([15, 16]);
const TABLE_MODES = new Set<number>([8, 9, 12, 13]);

/** Start tags that leave nothing open, or whose content is text that has to be read as text. */
const SHALLOW = new Set(
  (
    'area base basefont bgsound body br col embed frame head hr html iframe image img input keygen link meta noembed ' +
    'noframes noscript param plaintext script source style textarea title track wbr xmp'
  ).split(' '),
);
const OVER_IN_SELECT = new Set(['input', 'select', 'option', 'optgroup', 'hr']);

const isHidden = (token: Token.TagToken) =>
  token.attrs.some(({ name, value }) => name === 'type' && value.toLowerCase() === 'hidden');

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
  /** The mode in which the last element was put in: what a select has to leave as it was. */
  #modeAround = this.insertionMode;
  /** Open elements that were left out for depth, by tag name: their end tags are left out too. */
  readonly #left = new Map<string, number>();

  constructor(
    options?: ParserOptions<Htmlparser2TreeAdapterMap>,
    document?: Htmlparser2TreeAdapterMap['document'],
    context: Element | null = null,
  ) {
    super(options, document, context);
    const open = this.openElements;
    Object.assign(open, {
      hasInDynamicScope: (tag: number, borders: ReadonlySet<number>) => hasInScope(open, tag, borders),
      hasNumberedHeaderInScope: () => HEADINGS.some((tag) => open.hasInScope(tag)),
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
    if (!this.#isTooDeep(token)) return super.onStartTag(token);
    this.#left.set(token.tagName, (this.#left.get(token.tagName) ?? 0) + 1);
    this.cut = true;
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

  #isTooDeep(token: Token.TagToken): boolean {
    if (this.openElements.stackTop + this.depth < DEPTH) return false;
    const foreign = this.shouldProcessStartTagTokenInForeignContent(token);
    return foreign ? !token.selfClosing : !SHALLOW.has(token.tagName);
  }

  override _startTagOutsideForeignContent(token: Token.TagToken): void {
    if (OVER_IN_SELECT.has(token.tagName) && this.openElements.hasInScope(SELECT)) {
      this.#leaveSelect(token);
      // A select in a select only closes it.
      if (token.tagName === 'select') return;
    }
    super._startTagOutsideForeignContent(token);
    if (SELECT_MODES.has(this.insertionMode)) this.insertionMode = this.#modeAround;
  }

  override _insertElement(token: Token.TagToken, namespaceURI: names.NS): void {
    super._insertElement(token, namespaceURI);
    this.#modeAround = this.insertionMode;
  }

  override _endTagOutsideForeignContent(token: Token.TagToken): void {
    if (token.tagName === 'form') return this.#closeForm(token);
    if (token.tagName !== 'select') return super._endTagOutsideForeignContent(token);
    if (!this.openElements.hasInScope(SELECT)) return;
    this.openElements.generateImpliedEndTags();
    this.openElements.popUntilTagNamePopped(SELECT);
  }

  /**
   * An end tag of a form closes the form that is open. Chromium goes on to close, as any other end tag would, the one
   * around it where there is one, which takes a form whose own end tag stood in a table.
   */
  #closeForm(token: Token.TagToken): void {
    const { openElements, formElement } = this;
    const closes = formElement !== null && openElements.tmplCount === 0 && openElements.contains(formElement);
    const inScope = closes && openElements.hasInScope(FORM);
    super._endTagOutsideForeignContent(token);
    for (let at = openElements.stackTop; inScope && at > 0; at--) {
      const [element, id] = [openElements.items[at], openElements.tagIDs[at]];
      if (element === undefined || id === undefined || !('namespace' in element)) return;
      if (id === FORM) return openElements.shortenToLength(at);
      if (this._isSpecialElement(element, id)) return;
    }
  }

  /** What a start tag closes of the select it stands in, before its own rules. */
  #leaveSelect(token: Token.TagToken): void {
    const { openElements } = this;
    const hiddenInTable = isHidden(token) && TABLE_MODES.has(this.insertionMode);
    if (token.tagName === 'select') openElements.popUntilTagNamePopped(SELECT);
    else if (token.tagName === 'option') openElements.generateImpliedEndTagsWithExclusion(OPTGROUP);
    else if (token.tagName !== 'input') openElements.generateImpliedEndTags();
    else if (!hiddenInTable) openElements.popUntilTagNamePopped(SELECT);
  }

  override _resetInsertionMode(): void {
    const { tagIDs, stackTop } = this.openElements;
    const open = tagIDs.slice(0, stackTop + 1);
    // A select no longer changes the mode: what is around it does.
    open.forEach((id, index) => {
      if (id === SELECT) tagIDs[index] = UNKNOWN;
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
    if (this.#rebuilt <= REBUILT_FREE + this.#tags) return;
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
