import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { isElement, type Element, type Node, type Parent, type Root } from './tree.ts';

function copyOf(node: Node): Node {
  const copy = node.cloneNode(false);
  if ('children' in copy) copy.children = [];
  return copy;
}

/** A deep copy of a tree, and which element became which; without recursion. */
export function copyTree(root: Root): { root: Root; copies: ReadonlyMap<Element, Element> } {
  const copies = new Map<Element, Element>();
  const top = copyOf(root) as Root;
  const open: [Node, Node][] = [[root, top]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [from, to] = pair;
    if (isElement(from) && isElement(to)) copies.set(from, to);
    if (!('children' in from)) continue;
    for (const child of from.children) {
      const copy = copyOf(child);
      adapter.appendChild(to as Parent, copy as never);
      open.push([child, copy]);
    }
  }
  return { root: top, copies };
}

/** Puts nodes where one element stood. */
export function replaceWith(element: Element, nodes: readonly Node[]): void {
  const { parent } = element;
  if (parent === null) return;
  const at = parent.children.indexOf(element);
  setChildren(parent, [
    ...parent.children.slice(0, at),
    ...(nodes as never[]),
    ...parent.children.slice(at + 1),
  ]);
  element.parent = null;
}

/** Gives a node these children and no others. */
export function setChildren(parent: Parent, nodes: readonly Node[]): void {
  parent.children = [];
  for (const node of nodes) {
    node.prev = null;
    node.next = null;
    adapter.appendChild(parent, node as never);
  }
}
