import { html as names, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import type { Comment, Element, Node, Parent, Root, Text } from './tree.ts';

/** The parser's nodes. Doctypes are not kept. */
export type Tree = TreeAdapterTypeMap<Node, Parent, Node, Root, Root, Element, Comment, Text, Element, never>;

const PREFIXES = new Map<string, string>([
  [names.NS.SVG, 'svg:'],
  [names.NS.MATHML, 'math:'],
]);

function emptyRoot(): Root {
  return { kind: 'root', mode: names.DOCUMENT_MODE.NO_QUIRKS, children: [], parent: null };
}

const never = (): never => {
  throw new TypeError('The parser asked for what it was not told to keep.');
};

/** Puts a node before another, which is found from the end: most often it is the last. */
function insertBefore(parent: Parent, node: Node, reference: Node): void {
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
  if (node.kind !== 'root') node.parent = parent;
}

function detach(node: Node): void {
  node.parent?.children.splice(node.parent.children.lastIndexOf(node), 1);
  node.parent = null;
}

/** Makes a tree adapter for one page: what the parser builds a tree of `tree.ts` with. */
export function treeAdapter(): TreeAdapter<Tree> {
  // One string a name, which is quick to compare.
  const known = new Map<string, string>();
  const adopted = new Map<Element, Set<string>>();
  const one = (name: string): string => {
    const found = known.get(name);
    if (found === undefined) known.set(name, name);
    return found ?? name;
  };
  return {
    createDocument: emptyRoot,
    createDocumentFragment: emptyRoot,
    createElement: (tagName, namespace, attributes) => {
      const tag = one(tagName);
      const name = namespace === names.NS.HTML ? tag : `${PREFIXES.get(namespace) ?? ''}${tag}`;
      return { kind: 'element', name, tag, namespace, attributes, children: [], parent: null, content: null };
    },
    createCommentNode: (data) => ({ kind: 'comment', data, parent: null }),
    createTextNode: (data) => ({ kind: 'text', data, parent: null }),
    appendChild(parent, node) {
      parent.children.push(node);
      if (node.kind !== 'root') node.parent = parent;
    },
    insertBefore,
    insertText(parent, text) {
      const last = parent.children.at(-1);
      if (last?.kind === 'text') last.data += text;
      else parent.children.push({ kind: 'text', data: text, parent });
    },
    insertTextBefore(parent, text, reference) {
      const before = parent.children[parent.children.lastIndexOf(reference) - 1];
      if (before?.kind === 'text') before.data += text;
      else insertBefore(parent, { kind: 'text', data: text, parent }, reference);
    },
    detachNode: detach,
    adoptAttributes(element, attributes) {
      const held = adopted.get(element) ?? new Set(element.attributes.map(({ name }) => name));
      adopted.set(element, held);
      for (const attribute of attributes) {
        if (!held.has(attribute.name)) element.attributes.push(attribute);
        held.add(attribute.name);
      }
    },
    setTemplateContent(element, content) {
      element.content = content;
    },
    getTemplateContent: (element) => element.content ?? never(),
    setDocumentType() {},
    setDocumentMode(root, mode) {
      root.mode = mode;
    },
    getDocumentMode: (root) => root.mode,
    getFirstChild: (parent) => parent.children[0] ?? null,
    getChildNodes: (parent) => parent.children,
    getParentNode: (node) => node.parent,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.tag,
    getNamespaceURI: (element) => element.namespace,
    getTextNodeContent: (text) => text.data,
    getCommentNodeContent: (comment) => comment.data,
    getDocumentTypeNodeName: never,
    getDocumentTypeNodePublicId: never,
    getDocumentTypeNodeSystemId: never,
    isTextNode: (node): node is Text => node.kind === 'text',
    isCommentNode: (node): node is Comment => node.kind === 'comment',
    isDocumentTypeNode: (_node): _node is never => false,
    isElementNode: (node): node is Element => node.kind === 'element',
    setNodeSourceCodeLocation() {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation() {},
  };
}
