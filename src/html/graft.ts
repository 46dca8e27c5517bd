import { html as names } from 'parse5';
import { isElement, type Element, type Node, type Parent, type Root } from './tree.ts';

function copyOf(node: Element): Element {
  return { ...node, attributes: node.attributes.map((attribute) => ({ ...attribute })), children: [] };
}

/** A deep copy of a tree, and which element became which; without recursion. */
export function copyTree(root: Root): { root: Root; copies: ReadonlyMap<Element, Element> } {
  const copies = new Map<Element, Element>();
  const top: Root = { ...root, children: [] };
  const open: [Parent, Parent][] = [[root, top]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [from, to] = pair;
    for (const child of from.children) {
      if (child.kind === 'root') continue;
      const copy = isElement(child) ? copyOf(child) : { ...child };
      copy.parent = to;
      to.children.push(copy);
      if (!isElement(child) || !isElement(copy)) continue;
      copies.set(child, copy);
      open.push([child, copy]);
    }
  }
  return { root: top, copies };
}

/** Puts other nodes where one element stood. */
export function replaceWith(element: Element, nodes: readonly Node[]): void {
  const { parent } = element;
  if (parent === null) return;
  const at = parent.children.indexOf(element);
  const rest = parent.children.slice(at + 1);
  parent.children.length = at;
  for (const node of nodes) {
    if (node.kind === 'root') continue;
    node.parent = parent;
    parent.children.push(node);
  }
  for (const node of rest) parent.children.push(node);
  element.parent = null;
}

/** Adds a hidden field at a form's end. */
export function addHiddenField(form: Element, name: string, value: string): void {
  form.children.push({
    kind: 'element',
    name: 'input',
    tag: 'input',
    namespace: names.NS.HTML,
    attributes: Object.entries({ type: 'hidden', name, value }).map(([key, text]) => ({
      name: key,
      value: text,
    })),
    children: [],
    parent: form,
    content: null,
  });
}

/** How many elements stand around an element. */
export function depthOf(element: Element): number {
  let depth = 0;
  for (let at: Node | null = element.parent; at !== null; at = at.parent) depth++;
  return depth;
}

/** Whether an element still stands in a tree. */
export function isPlaced(element: Element, root: Root): boolean {
  let top: Parent = element;
  while (top.parent !== null) top = top.parent;
  return top === root;
}
