// oxlint-disable no-underscore-dangle -- the library's own name
import type { Token, Tokenizer } from 'parse5';

/** The parts of the library's tokenizer that a tag's attributes go through. */
type Inner = { currentToken: Token.TagToken; currentAttr: Token.Attribute; _leaveAttrName: () => void };

function isInner(tokenizer: unknown): tokenizer is Inner {
  return typeof tokenizer === 'object' && tokenizer !== null && '_leaveAttrName' in tokenizer;
}

/**
 * Makes a tokenizer look repeated attributes up by name. The library's own compares each with all before it, which
 * is quadratic for a tag of very many.
 */
export function quickAttributes(tokenizer: Tokenizer): void {
  const inner: unknown = tokenizer;
  if (!isInner(inner)) throw new TypeError('The HTML tokenizer is not the one this was written for.');
  let token: Token.TagToken | null = null;
  let known = new Set<string>();
  inner._leaveAttrName = () => {
    if (inner.currentToken !== token) {
      token = inner.currentToken;
      known = new Set();
    }
    if (known.has(inner.currentAttr.name)) return;
    known.add(inner.currentAttr.name);
    token.attrs.push(inner.currentAttr);
  };
}
