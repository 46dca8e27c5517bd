import { dialogsOf } from './dialogs.ts';
import type { Document } from './document.ts';
import { isControl } from './controls.ts';
import { scriptedAddress } from './navigation.ts';
import { idsOf, ownerOf } from './owners.ts';
import { readRefresh } from './refresh.ts';
import { scriptsOf } from './scripts.ts';
import { keptAttributes, shapeAddress, type Rewriting } from './skeleton-attributes.ts';
import { namerFor, shapePieces, strangeWords, type Namer, type Vocabulary } from './skeleton-words.ts';
import { attr, closest, isElement, isText, walk, type Element, type Node } from './tree.ts';

const known = new Set(
  (
    'a abbr address area article aside b big blockquote body br button caption center cite code col colgroup dd del ' +
    'details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 ' +
    'head header hr html i iframe img input ins kbd label legend li main map mark menu nav object ol optgroup option output p pre ' +
    'q s samp section select small span strike strong sub summary sup table tbody td textarea tfoot th thead title tr ' +
    'tt u ul var'
  ).split(' '),
);
const dropped = new Set(
  'script style template noscript noframes noembed meta link base audio video canvas progress meter'.split(
    ' ',
  ),
);
const empty = new Set('area br col frame hr img input'.split(' '));
const silent = new Set(['textarea', 'iframe']);
const longest = 200_000; // characters

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * A page as markup without anything of anybody's: its tags, the names that elements bear, where forms and links lead
 * by path, and the words of `words`; every other word by its shape, and no value. What scripts would do to it, as far
 * as it tells what page it is, stands in it plainly. `given` are texts that were typed in and must not stand in it.
 * At most some 200,000 characters.
 */
export function skeleton(doc: Document, words: Vocabulary, given: readonly string[] = []): string {
  const elements = doc.elements;
  const flows = flowsOf(doc);
  const named = namerFor(words, strangeIn(flows, elements, words, given));
  const how: Rewriting = { words, named, url: doc.url, baseUrl: doc.baseUrl };
  const owners = ownersAstray(doc, elements, named);
  const texts = shapedTexts(flows, words);
  let out = '';
  walk(doc.root, {
    enter(node) {
      if (out.length > longest) return false;
      if (isText(node)) out += escaped(texts.get(node) ?? '');
      if (!isElement(node)) return true;
      if (isDropped(node)) return false;
      const attributes = [...keptAttributes(node, how), ...(owners.get(node) ?? [])];
      out += `<${tagOf(node)}${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
      if (node.name === 'head') out += evidence(doc, elements, how);
      return !empty.has(node.name) && !silent.has(node.name);
    },
    leave(node: Node) {
      if (isElement(node) && !isDropped(node) && !empty.has(node.name) && out.length <= longest)
        out += `</${tagOf(node)}>`;
    },
  });
  return out.length > longest ? `${out.slice(0, longest)}<!-- cut -->` : out;
}

const isDropped = ({ name }: Element): boolean => dropped.has(name) || name.includes(':');
const tagOf = ({ name }: Element): string => (known.has(name) ? name : 'span');

/** How the names that a page's elements bear are told, here as in its skeleton. */
export function namesOf(doc: Document, words: Vocabulary, given: readonly string[] = []): Namer {
  return namerFor(words, strangeIn(flowsOf(doc), doc.elements, words, given));
}

const inline = new Set('a abbr b big cite code em font i small span strike strong sub sup tt u'.split(' '));

type Piece = { node: Node; data: string };

/** The page's texts in reading order, those of one line together: markup within a line parts no words. */
function flowsOf(doc: Document): Piece[][] {
  const flows: Piece[][] = [];
  let flow: Piece[] = [];
  const edge = (node: Node): void => {
    if (!isElement(node) || inline.has(node.name)) return;
    if (flow.length > 0) flows.push(flow);
    flow = [];
  };
  walk(doc.root, {
    enter(node) {
      edge(node);
      if (isText(node)) flow.push({ node, data: node.data });
      return !isElement(node) || !isDropped(node);
    },
    leave: edge,
  });
  return flow.length > 0 ? [...flows, flow] : flows;
}

function shapedTexts(flows: readonly Piece[][], words: Vocabulary): Map<Node, string> {
  const shaped = new Map<Node, string>();
  for (const flow of flows) {
    const texts = flow.map(({ data }) => data);
    const pieces = shapePieces(texts, words);
    flow.forEach(({ node }, at) => shaped.set(node, pieces[at] ?? ''));
  }
  return shaped;
}

/** What stands in the page's text and values and is not in the vocabulary: words that no element's name may show. */
function strangeIn(
  flows: readonly Piece[][],
  elements: readonly Element[],
  words: Vocabulary,
  given: readonly string[],
): Set<string> {
  const lines = flows.map((flow) => flow.map(({ data }) => data).join(''));
  const values = elements
    .map((element) => attr(element, 'value') ?? '')
    .filter((value) => value.length <= 100);
  return new Set([...given, ...lines, ...values].flatMap((text) => strangeWords(text, words)));
}

type Attributes = [string, string][];

/**
 * Controls whose form is not the one around them, as old markup has it, name it in the skeleton; a form without an id
 * that is named so gets one.
 */
function ownersAstray(doc: Document, elements: readonly Element[], named: Namer): Map<Element, Attributes> {
  const ids = idsOf(elements);
  const forms = new Map(
    elements.filter(({ name }) => name === 'form').map((form, at) => [form, `form-${at}`]),
  );
  const astray = new Map<Element, Attributes>();
  for (const control of elements.filter(isControl)) {
    const owner = ownerOf(control, doc, ids);
    if (owner === closest(control, (at) => at.name === 'form')) continue;
    if (owner === null) astray.set(control, [['form', '']]);
    else {
      const own = attr(owner, 'id');
      const id = own === null ? (forms.get(owner) ?? '') : named(own);
      astray.set(control, [['form', id]]);
      if (own === null) astray.set(owner, [['id', id]]);
    }
  }
  return astray;
}

/** Where the page leads by itself, and which dialogs its scripts and updates have opened. */
function evidence(doc: Document, elements: readonly Element[], how: Rewriting): string {
  const refresh = readRefresh(elements, doc);
  const leads = scriptedAddress(scriptsOf(doc), doc.baseUrl);
  const dialogs = dialogsOf(doc).map(({ id, open, openedBy }, at) => {
    const set = `PrimeFaces.cw("Dialog","d${at}",{id:${JSON.stringify(how.named(id))}});`;
    return openedBy === 'markup' ? '' : `${set}PF("d${at}").${open ? 'show' : 'hide'}();`;
  });
  const scripts = [
    leads === null ? '' : `location.assign(${JSON.stringify(shapeAddress(leads, how))});`,
    ...dialogs,
  ];
  const source = scripts.join('');
  return [
    refresh === null
      ? ''
      : `<meta http-equiv="refresh" content="${escaped(`${refresh.delay};url=${shapeAddress(refresh.url, how)}`)}">`,
    source === '' ? '' : `<script>${source.replaceAll('<', '_')}</script>`,
  ].join('');
}
