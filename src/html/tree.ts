import type { Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';

export type Node = Htmlparser2TreeAdapterMap['node'];
export type Root = Htmlparser2TreeAdapterMap['document'];
export type Element = Htmlparser2TreeAdapterMap['element'];
export type Parent = Htmlparser2TreeAdapterMap['parentNode'];

/** Whether a node is an element, a `<script>` or a `<style>` included. */
export const isElement = (node: Node | null): node is Element => node !== null && 'attribs' in node;

export const isText = (node: Node): node is Htmlparser2TreeAdapterMap['textNode'] =>
  (node.type as string) === 'text';

/** What stands for the attributes of an element that has none. */
export const NO_ATTRIBUTES: Element['attribs'] = Object.freeze(Object.create(null));

/** An attribute's value, or null where the element lacks it. */
export function attr(element: Element | null, name: string): string | null {
  if (element === null || element.attribs === NO_ATTRIBUTES) return null;
  return element.attribs[name] ?? null;
}

/** The classes of an element. */
export function classes(element: Element): string[] {
  const value = attr(element, 'class');
  return value === null ? [] : value.split(/[\t\n\f\r ]+/).filter((name) => name !== '');
}

/** The parent element, or null at the top of the tree. */
export function parentElement(node: Node): Element | null {
  return isElement(node.parent) ? node.parent : null;
}

/** The element itself or its nearest ancestor that fits, or null. */
export function closest(from: Element | null, fits: (element: Element) => boolean): Element | null {
  for (let at = from; at !== null; at = parentElement(at)) if (fits(at)) return at;
  return null;
}

const NONE: readonly Node[] = [];

/** Children as a list; text and comments have none, and a template's content is not its child. */
export function childrenOf(node: Node): readonly Node[] {
  if (!('children' in node)) return NONE;
  return isElement(node) && node.name === 'template' ? NONE : node.children;
}

export type Visitor = {
  /** Called in tree order; false leaves the node's children out. */
  enter(node: Node): boolean | void;
  leave?(node: Node): void;
};

/** Walks the descendants of a node in tree order, without recursion. */
export function walk(top: Node, visitor: Visitor): void {
  const open = [{ node: top, children: childrenOf(top), next: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const child = level.children[level.next++];
    if (child === undefined) {
      open.pop();
      if (open.length > 0) visitor.leave?.(level.node);
      continue;
    }
    const children = visitor.enter(child) === false ? NONE : childrenOf(child);
    if (children.length === 0) visitor.leave?.(child);
    else open.push({ node: child, children, next: 0 });
  }
}

/** Every descendant element, in tree order. */
export function elementsIn(top: Node): Element[] {
  const found: Element[] = [];
  walk(top, {
    enter(node) {
      if (isElement(node)) found.push(node);
    },
  });
  return found;
}

/** All text below a node as it stands, scripts and styles included; it stops once `limit` characters are read. */
export function rawText(top: Node, limit = Number.POSITIVE_INFINITY): string {
  let text = '';
  walk(top, {
    enter(node) {
      if (text.length >= limit) return false;
      if (isText(node)) text += node.data;
      return true;
    },
  });
  return text;
}

/** Text with every run of white space, no-break spaces among it, made one space, and none at the ends. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
