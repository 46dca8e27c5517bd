import { html as names, Parser, type TreeAdapter } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { BrowserParser } from './parser-rules.ts';
import {
  attr,
  isElement,
  NO_ATTRIBUTES,
  walk,
  type Element,
  type Node,
  type Parent,
  type Root,
} from './tree.ts';

/** A tree, the form owners the parser set, and whether markup beyond the parser's limits was left out. */
export type Parsed = { root: Root; owners: Map<Element, Element>; cut: boolean };

type Adapter = TreeAdapter<Htmlparser2TreeAdapterMap>;
type Owned = { form: Element; since: number };

const ASSOCIATED = new Set(['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea']);

/** What the parser knew of form owners, to be settled once the tree stands. */
type Ownership = { owned: Map<Element, Owned>; moved: Map<Node, number>; clock: number };

/** Drops what the library keeps of attributes besides their values, and an empty list for every element without one. */
function lightened(element: Element): Element {
  // These two may yet get some from a second tag.
  if (element.name === 'html' || element.name === 'body') return element;
  element['x-attribsNamespace'] = NO_ATTRIBUTES;
  element['x-attribsPrefix'] = NO_ATTRIBUTES;
  for (const _ in element.attribs) return element;
  element.attribs = NO_ATTRIBUTES;
  return element;
}

/**
 * A tree adapter that notes the form element pointer for each control made while it is set
 * (HTML standard 13.2.6.1, "create an element for the token"): a browser keeps the fields of a form
 * opened between `<table>` and `<tr>` by it, though they are not inside that form.
 */
function owning(notes: Ownership, parser: () => Parser<Htmlparser2TreeAdapterMap> | null): Adapter {
  return {
    ...adapter,
    createElement(tagName, namespaceURI, attributes) {
      const element = lightened(adapter.createElement(tagName, namespaceURI, attributes));
      const at = parser();
      const form = at?.formElement ?? null;
      if (form === null || at?.openElements.tmplCount !== 0 || namespaceURI !== names.NS.HTML) return element;
      if (ASSOCIATED.has(tagName) && attr(element, 'form') === null)
        notes.owned.set(element, { form, since: notes.clock });
      return element;
    },
    // The library's own three look for a node from the front: quadratic where many are moved before a table.
    insertBefore(parent, node, reference) {
      const at = parent.children.lastIndexOf(reference);
      node.prev = reference.prev;
      node.next = reference;
      if (reference.prev !== null) reference.prev.next = node;
      reference.prev = node;
      node.parent = parent;
      parent.children.splice(at, 0, node);
    },
    insertTextBefore(parent, text, reference) {
      const before = reference.prev;
      if (before !== null && adapter.isTextNode(before)) before.data += text;
      else this.insertBefore(parent, adapter.createTextNode(text), reference);
    },
    detachNode(node) {
      if (node.parent === null) return;
      // A control that is moved forgets the owner it got from the parser.
      notes.moved.set(node, ++notes.clock);
      node.parent.children.splice(node.parent.children.lastIndexOf(node), 1);
      if (node.prev !== null) node.prev.next = node.next;
      if (node.next !== null) node.next.prev = node.prev;
      node.prev = null;
      node.next = null;
      node.parent = null;
    },
  };
}

function isInside(node: Node, top: Node): boolean {
  for (let at: Parent | Node | null = node; at !== null; at = at.parent) if (at === top) return true;
  return false;
}

/** Whether a control, or something around it but not around its form, was moved after it was made. */
function wasMoved(control: Element, { form, since }: Owned, moved: ReadonlyMap<Node, number>): boolean {
  for (let at: Node | null = control; at !== null; at = at.parent)
    if ((moved.get(at) ?? 0) > since && !isInside(form, at)) return true;
  return false;
}

/** The owners that hold once the tree stands (HTML standard 4.10.17.3, "reset the form owner"). */
function settle({ owned, moved }: Ownership): Map<Element, Element> {
  const owners = new Map<Element, Element>();
  for (const [control, note] of owned)
    if (moved.size === 0 || !wasMoved(control, note, moved)) owners.set(control, note.form);
  return owners;
}

/** Gives elements of svg and math a prefix, so that none of them passes for HTML's. */
function markForeign(root: Root): void {
  walk(root, {
    enter(node) {
      if (!isElement(node)) return;
      if (node.namespace === names.NS.SVG) node.name = `svg:${node.name}`;
      else if (node.namespace === names.NS.MATHML) node.name = `math:${node.name}`;
    },
  });
}

function parsed(root: Root, notes: Ownership, parser: Parser<Htmlparser2TreeAdapterMap>): Parsed {
  markForeign(root);
  return { root, owners: settle(notes), cut: parser instanceof BrowserParser && parser.cut };
}

/** Parses a whole document. Scripting counts as on, so `<noscript>` is text. */
export function parsePage(html: string): Parsed {
  const notes: Ownership = { owned: new Map(), moved: new Map(), clock: 0 };
  let parser: BrowserParser | null = null;
  parser = new BrowserParser({ treeAdapter: owning(notes, () => parser), scriptingEnabled: true });
  parser.tokenizer.write(html, true);
  return parsed(parser.document, notes, parser);
}

/**
 * Parses markup as `innerHTML` of an element with this tag name would, outside of any form; `depth` is how deep
 * in its page that element stands.
 */
export function parsePiece(html: string, context: string, depth: number): Parsed {
  const notes: Ownership = { owned: new Map(), moved: new Map(), clock: 0 };
  let parser: Parser<Htmlparser2TreeAdapterMap> | null = null;
  const treeAdapter = owning(notes, () => parser);
  const element = adapter.createElement(context, names.NS.HTML, []);
  parser = BrowserParser.getFragmentParser<Htmlparser2TreeAdapterMap>(element, {
    treeAdapter,
    scriptingEnabled: true,
  });
  if (parser instanceof BrowserParser) parser.depth = depth;
  parser.tokenizer.write(html, true);
  return parsed(parser.getFragment(), notes, parser);
}
