import { html as names, type Parser } from 'parse5';
import type { Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';

const $ = names.TAG_ID;
const SVG = new Set<number>([$.DESC, $.FOREIGN_OBJECT, $.TITLE]);
const MATHML = new Set<number>([$.ANNOTATION_XML, $.MI, $.MN, $.MO, $.MS, $.MTEXT]);

type Stack = Parser<Htmlparser2TreeAdapterMap>['openElements'];

/** "Has an element in scope" (HTML standard 13.2.4.2), a select being one of the borders. */
export function hasInScope(open: Stack, tag: number, borders: ReadonlySet<number>): boolean {
  for (let at = open.stackTop; at >= 0; at--) {
    const id = open.tagIDs[at] ?? $.UNKNOWN;
    const item = open.items[at];
    const namespace = item !== undefined && 'namespace' in item ? item.namespace : undefined;
    if (namespace === names.NS.HTML) {
      if (id === tag) return true;
      if (id === $.SELECT || borders.has(id)) return false;
    } else if ((namespace === names.NS.SVG ? SVG : MATHML).has(id)) return false;
  }
  // The library takes it for granted that `<html>` is open; before that nothing is in scope.
  return open.stackTop >= 0;
}
