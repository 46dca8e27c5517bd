export type XmlNode = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  text: string;
};

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescape(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED.get(name) ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The attributes of a start tag, or null where it is malformed. */
function readAttributes(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  const one = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
  let at = 0;
  for (let match = one.exec(text); match !== null; match = one.exec(text)) {
    found.set(match[1] ?? '', unescape(match[2] ?? match[3] ?? ''));
    at = one.lastIndex;
  }
  return text.slice(at).trim() === '' ? found : null;
}

/** Where a tag ends: its `>` outside quotes, or -1. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

// Declarations, comments and processing instructions say nothing here.
const SKIPPED: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
];

/** A small XML document as a tree: elements, text, CDATA, the five named and the numeric references. Null where it is not well formed. */
export function parseXml(source: string): XmlNode | null {
  const top: XmlNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  let at = 0;
  while (at < source.length) {
    const here = open.at(-1) ?? top;
    const tag = source.indexOf('<', at);
    here.text += unescape(source.slice(at, tag < 0 ? undefined : tag));
    if (tag < 0) break;
    if (source.startsWith('<![CDATA[', tag)) {
      const end = source.indexOf(']]>', tag);
      if (end < 0) return null;
      here.text += source.slice(tag + 9, end);
      at = end + 3;
      continue;
    }
    const skipped = SKIPPED.find(([start]) => source.startsWith(start, tag));
    const end = skipped === undefined ? tagEnd(source, tag) : source.indexOf(skipped[1], tag);
    if (end < 0) return null;
    at = end + (skipped?.[1].length ?? 1);
    if (skipped !== undefined) continue;
    const inside = source.slice(tag + 1, end);
    if (inside.startsWith('/')) {
      if (open.length === 1 || inside.slice(1).trim() !== here.name) return null;
      open.pop();
      continue;
    }
    const name = /^[A-Za-z_:][\w:.-]*/.exec(inside)?.[0];
    const attributes =
      name === undefined ? null : readAttributes(inside.slice(name.length).replace(/\/$/, ''));
    if (name === undefined || attributes === null) return null;
    const node: XmlNode = { name, attributes, children: [], text: '' };
    here.children.push(node);
    if (!inside.endsWith('/')) open.push(node);
  }
  const [root] = top.children;
  return open.length === 1 && top.children.length === 1 && top.text.trim() === '' ? (root ?? null) : null;
}
