import { resolve, tellablePath } from './address.ts';
import { readAjaxCall } from './faces-call.ts';
import { inlineStyle } from './rendering.ts';
import { shapeText, type Namer, type Vocabulary } from './skeleton-words.ts';
import { attr, type Element } from './tree.ts';

/** What attributes are rewritten by. */
export type Rewriting = { words: Vocabulary; named: Namer; url: string; baseUrl: string };

const flags = new Set(
  'disabled readonly checked selected multiple required hidden open reversed novalidate formnovalidate'.split(
    ' ',
  ),
);
const naming = new Set(['id', 'name', 'for', 'aria-labelledby', 'role', 'dirname', 'http-equiv']);
const speaking = new Set(['alt', 'placeholder', 'aria-label', 'title', 'label']);
const addresses = new Set(['href', 'action', 'formaction']);
const keywords: Record<string, RegExp> = {
  method: /^(?:get|post|dialog)$/i,
  formmethod: /^(?:get|post|dialog)$/i,
  enctype: /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)$/i,
  formenctype: /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)$/i,
  type: /^[a-z-]{1,20}$/i,
  'aria-hidden': /^(?:true|false)$/i,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
  maxlength: /^\d{1,3}$/,
};
const styles: Record<string, RegExp> = {
  display: /^[a-z-]{1,20}$/,
  visibility: /^[a-z]{1,10}$/,
  'font-weight': /^(?:[a-z]{1,10}|\d{3})$/,
};
const pressed = new Set(['submit', 'button', 'reset']);

/** The attributes that a skeleton keeps of an element, without any value: names, kinds, what shows, and where it leads. */
export function keptAttributes(element: Element, how: Rewriting): [string, string][] {
  const kept: [string, string][] = [];
  for (const [name, value] of Object.entries(element.attribs)) {
    const rewritten = rewrite(element, name, value, how);
    if (rewritten !== null) kept.push([name, rewritten]);
  }
  return kept;
}

function rewrite(element: Element, name: string, value: string, how: Rewriting): string | null {
  if (flags.has(name)) return '';
  if (naming.has(name)) return how.named(value);
  if (name === 'class') return value.split(/\s+/, 30).map(how.named).join(' ');
  if (speaking.has(name)) return shapeText(value.slice(0, 500), how.words);
  if (addresses.has(name)) return shapeAddress(value, how);
  if (name === 'style') return shapeStyle(element);
  if (name === 'onclick') return shapeCall(value, how);
  const type = attr(element, 'type')?.toLowerCase() ?? '';
  if (name === 'value' && element.name === 'input' && pressed.has(type))
    return shapeText(value.slice(0, 500), how.words);
  return Object.hasOwn(keywords, name) && keywords[name]?.test(value) === true ? value : null;
}

function shapeStyle(element: Element): string | null {
  const kept = Object.entries(styles).flatMap(([property, look]) => {
    const value = inlineStyle(element).get(property);
    return value !== undefined && look.test(value) ? [`${property}:${value}`] : [];
  });
  return kept.length === 0 ? null : kept.join(';');
}

/** A PrimeFaces call by its ids alone; any other script goes. */
function shapeCall(onclick: string, { named }: Rewriting): string | null {
  const call = readAjaxCall(onclick);
  if (call === null) return null;
  const ids = Object.entries({ s: call.source, p: call.execute, u: call.update });
  return `PrimeFaces.ab({${ids.map(([key, value]) => `${key}:${JSON.stringify(named(value))}`).join(',')}});return false;`;
}

/** An address: its path and the names of its query, and a host only where it is another one of the courts'. */
export function shapeAddress(reference: string, { named, url, baseUrl }: Rewriting): string {
  if (reference.trim() === '') return '';
  if (reference.startsWith('#')) return '#';
  const absolute = resolve(reference, baseUrl);
  if (absolute === null) return 'https://';
  const { protocol, origin, hostname, pathname, search } = new URL(absolute);
  if (protocol !== 'http:' && protocol !== 'https:') return `${protocol}void(0)`;
  const path = tellablePath(pathname).split('/').map(named).join('/');
  const query = search
    .slice(1)
    .split('&')
    .map((pair) => shapePair(pair, named));
  const host =
    origin === new URL(url).origin ? '' : isCourts(hostname) ? origin : `${protocol}//elsewhere.example`;
  return `${host}${path}${search === '' ? '' : `?${query.join('&')}`}`;
}

const isCourts = (hostname: string): boolean => /(?:^|\.)(?:uscourts\.gov|localhost)$/.test(hostname);

function shapePair(pair: string, named: Namer): string {
  const equals = pair.indexOf('=');
  return equals < 0 ? named(pair) : `${named(pair.slice(0, equals))}=`;
}
