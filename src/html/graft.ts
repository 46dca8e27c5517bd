import { html as names } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { isElement, type Element, type Node, type Parent, type Root } from './tree.ts';

/** A deep copy of a tree, and which element became which; without recursion. */
export function copyTree(root: Root): { root: Root; copies: ReadonlyMap<Element, Element> } {
  const copies = new Map<Element, Element>();
  const top = root.cloneNode(false);
  const open: [Parent, Parent][] = [[root, top]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [from, to] = pair;
    for (const child of from.children) {
      const copy = child.cloneNode(false);
      adapter.appendChild(to, copy);
      if (isElement(child) && isElement(copy)) copies.set(child, copy);
      if ('children' in child && 'children' in copy) open.push([child, copy]);
    }
  }
  return { root: top, copies };
}

/** Puts other nodes where one element stood. */
export function replaceWith(element: Element, nodes: readonly Node[]): void {
  const { parent, prev, next } = element;
  if (parent === null) return;
  const at = parent.children.indexOf(element);
  const rest = parent.children.slice(at + 1);
  parent.children.length = at;
  let last = prev;
  for (const node of nodes) {
    if (!adapter.isElementNode(node) && !adapter.isTextNode(node) && !adapter.isCommentNode(node)) continue;
    node.parent = parent;
    node.prev = last;
    if (last !== null) last.next = node;
    last = node;
    parent.children.push(node);
  }
  if (last !== null) last.next = next;
  if (next !== null) next.prev = last;
  for (const node of rest) parent.children.push(node);
  element.parent = null;
}

/** Adds a hidden field at a form's end. */
export function addHiddenField(form: Element, name: string, value: string): void {
  const attributes = Object.entries({ type: 'hidden', name, value }).map(([key, text]) => ({
    name: key,
    value: text,
  }));
  adapter.appendChild(form, adapter.createElement('input', names.NS.HTML, attributes));
}

/** How many elements stand around an element. */
export function depthOf(element: Element): number {
  let depth = 0;
  for (let at = element.parent; at !== null; at = at.parent) depth++;
  return depth;
}

/** Whether an element still stands in a tree. */
export function isPlaced(element: Element, root: Root): boolean {
  let top: Parent = element;
  while (top.parent !== null) top = top.parent;
  return top === root;
}
