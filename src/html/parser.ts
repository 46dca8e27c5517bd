import { Parser, type TreeAdapter } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import type { Element, Root } from './tree.ts';

export type Parsed = { root: Root; owners: Map<Element, Element> };

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
const ASSOCIATED = new Set(['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea']);

type Map2 = Htmlparser2TreeAdapterMap;

/**
 * A tree adapter that notes the form element pointer for each control made while it is set
 * (HTML standard, "create an element for the token"): a browser keeps the fields of a form
 * opened between `<table>` and `<tr>` by it, though they are not inside that form.
 */
function owning(owners: Map<Element, Element>, parser: () => Parser<Map2> | null): TreeAdapter<Map2> {
  return {
    ...adapter,
    createElement(tagName, namespaceURI, attributes) {
      const element = adapter.createElement(tagName, namespaceURI, attributes);
      const at = parser();
      const form = at?.formElement ?? null;
      if (
        form !== null &&
        at?.openElements.tmplCount === 0 &&
        (namespaceURI as string) === HTML_NAMESPACE &&
        ASSOCIATED.has(tagName) &&
        element.attribs['form'] === undefined
      )
        owners.set(element, form);
      return element;
    },
  };
}

/** Parses a whole document. Scripting counts as on, so `<noscript>` is text. */
export function parsePage(html: string): Parsed {
  const owners = new Map<Element, Element>();
  let parser: Parser<Map2> | null = null;
  parser = new Parser<Map2>({ treeAdapter: owning(owners, () => parser), scriptingEnabled: true });
  parser.tokenizer.write(html, true);
  return { root: parser.document, owners };
}

/** Parses markup as `innerHTML` of an element with this tag name would, outside of any form. */
export function parsePiece(html: string, context: string): Parsed {
  const owners = new Map<Element, Element>();
  let parser: Parser<Map2> | null = null;
  const treeAdapter = owning(owners, () => parser);
  const element = adapter.createElement(context, HTML_NAMESPACE as never, []);
  parser = Parser.getFragmentParser<Map2>(element, { treeAdapter, scriptingEnabled: true });
  parser.tokenizer.write(html, true);
  return { root: parser.getFragment(), owners };
}
