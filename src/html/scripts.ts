import type { Document } from './document.ts';
import { tokens, type Token } from './script-tokens.ts';
import { attr, rawText, type Element } from './tree.ts';

const JAVASCRIPT =
  /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script(?:1\.[0-5])?|text\/(?:jscript|livescript)|module)$/;

function runs(script: Element): boolean {
  const type = attr(script, 'type');
  const language = attr(script, 'language');
  if (type === '' || (type === null && (language ?? '') === '')) return true;
  return JAVASCRIPT.test((type ?? `text/${language}`).trim().toLowerCase());
}

/** Source of the page's inline scripts, of its body's `onload`, and of evals that partial answers brought. Never run. */
export function scriptsOf(doc: Document): string[] {
  const sources: string[] = [];
  for (const element of doc.elements) {
    if (element.name === 'script' && attr(element, 'src') === null && runs(element))
      sources.push(rawText(element));
    const onload = element.name === 'body' ? attr(element, 'onload') : null;
    if (onload !== null) sources.push(onload);
  }
  return [...sources, ...doc.evals].filter((source) => source.trim() !== '');
}

/** A script and its tokens. */
export type Program = { source: string; list: readonly Token[] };

const read = new WeakMap<Document, readonly Program[]>();

/** The scripts that name PrimeFaces or show or hide something, as tokens; read once a document. */
export function programsOf(doc: Document): readonly Program[] {
  const known = read.get(doc);
  if (known !== undefined) return known;
  const programs = scriptsOf(doc)
    .filter((source) => /PrimeFaces|\.(?:show|hide)\b/.test(source))
    .map((source) => ({ source, list: tokens(source) ?? [] }));
  read.set(doc, programs);
  return programs;
}
