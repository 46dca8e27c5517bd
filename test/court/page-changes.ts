import * as fc from 'fast-check';

/** A page's tags, comments and texts, in order; what stands in a script, style, title or textarea is one text. */
export function tokensOf(html: string): string[] {
  const token = /<!--[^]*?-->|<(script|style|title|textarea)\b[^>]*>[^]*?<\/\1\s*>|<[^>]*>|[^<]+/gi;
  return html.match(token) ?? [];
}

const isTag = (token: string): boolean => /^<\/?[a-z][^>]*>$/i.test(token);
const isText = (token: string): boolean => !token.startsWith('<');

/** Something done to a page that takes away, moves or spoils some of it. */
export type Change = {
  how: 'drop' | 'double' | 'swap' | 'cut' | 'wrap' | 'spoil' | 'shout';
  at: number;
  to: number;
};
export const changes = fc.array(
  fc.record({
    how: fc.constantFrom<Change['how']>('drop', 'double', 'swap', 'cut', 'wrap', 'spoil', 'shout'),
    at: fc.nat(),
    to: fc.nat(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** A page's tokens after a change. */
export function changed(page: readonly string[], { how, at, to }: Change): string[] {
  if (page.length === 0) return [];
  const here = at % page.length;
  const there = to % page.length;
  const one = page[here] ?? '';
  switch (how) {
    case 'drop':
      return page.toSpliced(here, 1);
    case 'double':
      return page.toSpliced(here, 0, one);
    case 'swap':
      return page.with(here, page[there] ?? '').with(there, one);
    case 'cut':
      return to % 4 === 0 ? page.slice(0, here) : [...page];
    case 'wrap':
      return page.toSpliced(here, 0, '<table><tr><td>');
    case 'spoil':
      return isTag(one) ? page.with(here, one.replace(/ \w+=/, ' x=')) : [...page];
    case 'shout':
      return isTag(one) ? page.with(here, tagCase(one, true)) : [...page];
  }
}

const tagCase = (tag: string, upper: boolean): string =>
  tag.replace(/^<\/?\w+/, (name) => (upper ? name.toUpperCase() : name.toLowerCase()));

type Tokens = readonly string[];
const asItIs = (tokens: Tokens): Tokens => tokens;

/** What a page has to say of itself, taken away piece by piece: its forms, their fields, its words, its ids and scripts. */
export function stripped(page: Tokens): Tokens[] {
  const forms = (tokens: Tokens): Tokens => without(tokens, /^<form\b/i, /^<\/form\b/i);
  const fields = (tokens: Tokens): Tokens =>
    tokens.filter((token) => !/^<(input|select|button|textarea)\b/i.test(token));
  const words = (tokens: Tokens): Tokens => tokens.map((token) => (isText(token) ? ' ' : token));
  const sense = (tokens: Tokens): Tokens =>
    tokens.map((token) => (isText(token) ? token.replace(/&#?\w+;|[a-z]/gi, 'x') : token));
  const marks = (tokens: Tokens): Tokens =>
    tokens
      .filter((token) => !/^<(script|meta)\b/i.test(token))
      .map((token) => token.replace(/ (id|class)=("[^"]*"|'[^']*'|[^\s>]+)/gi, ''));
  return [asItIs, forms].flatMap((one) =>
    [asItIs, fields].flatMap((two) =>
      [asItIs, words, sense].flatMap((three) => [asItIs, marks].map((four) => four(three(two(one(page)))))),
    ),
  );
}

function without(tokens: Tokens, from: RegExp, to: RegExp): Tokens {
  let inside = false;
  return tokens.filter((token) => {
    if (from.test(token)) inside = true;
    const keep = !inside;
    if (to.test(token)) inside = false;
    return keep;
  });
}

/** Another way to write the same page: nothing that a browser shows or sends is another. */
export type Rewriting = {
  tags: 'as they are' | 'upper' | 'lower';
  attributes: 'as they are' | 'reversed' | 'double quotes' | 'single quotes' | 'upper';
  spaces: string;
  comment: string;
  wrappers: string;
  letters: 'as they are' | 'by number';
  every: number;
};
export const rewritings: fc.Arbitrary<Rewriting> = fc.record({
  tags: fc.constantFrom<Rewriting['tags']>('as they are', 'upper', 'lower'),
  attributes: fc.constantFrom<Rewriting['attributes']>(
    'as they are',
    'reversed',
    'double quotes',
    'single quotes',
    'upper',
  ),
  spaces: fc.constantFrom('', ' ', '\n', '\t  \r\n'),
  comment: fc.constantFrom('', '<!-- -->', '<!-- <form action=/x><input type=password name=key> linked -->'),
  wrappers: fc.constantFrom('', 'div', 'center', 'section', 'main', 'span', 'font', 'i'),
  letters: fc.constantFrom<Rewriting['letters']>('as they are', 'by number'),
  every: fc.integer({ min: 1, max: 7 }),
});

/** The page written that way. */
export function rewritten(page: Tokens, how: Rewriting): string {
  const some = (at: number): boolean => at % how.every === 0;
  const written = page.map((token, at) => {
    if (isText(token)) return some(at) ? rewrittenText(token, how) : token;
    if (!isTag(token)) return token;
    return inWrapper(some(at) ? rewrittenTag(token, how) : token, how.wrappers);
  });
  return written.join('');
}

const inline = /^(span|font|i)$/;

function inWrapper(tag: string, wrapper: string): string {
  if (wrapper === '' || inline.test(wrapper)) return tag;
  if (/^<body\b/i.test(tag)) return `${tag}<${wrapper}>`;
  return /^<\/body\b/i.test(tag) ? `</${wrapper}>${tag}` : tag;
}

function rewrittenText(text: string, { spaces, comment, letters, wrappers }: Rewriting): string {
  if (!/\S/.test(text)) return text + (/\s/.test(text) ? spaces : '');
  const numbered =
    letters === 'by number'
      ? text.replace(/&#?\w+;|[a-z]/gi, (sign) => (sign.length > 1 ? sign : `&#${sign.charCodeAt(0)};`))
      : text;
  // Only where there is white space already does more of it change nothing.
  const spaced = numbered.replace(/^\s+|\s+$/g, (own) => own + spaces);
  return comment + (inline.test(wrappers) ? `<${wrappers}>${spaced}</${wrappers}>` : spaced);
}

function rewrittenTag(tag: string, how: Rewriting): string {
  const cased = how.tags === 'as they are' ? tag : tagCase(tag, how.tags === 'upper');
  const parts = /^(<\/?[a-z][\w:-]*)([^]*?)(\/?>)$/i.exec(cased);
  const own = [...(parts?.[2] ?? '').matchAll(/([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)];
  if (parts === null || own.length === 0 || how.attributes === 'as they are') return cased;
  const written = own.map(([all, name = '', value]) => {
    if (value === undefined) return how.attributes === 'upper' ? name.toUpperCase() : all;
    const bare = /^["']/.test(value) ? value.slice(1, -1) : value;
    if (how.attributes === 'upper') return `${name.toUpperCase()}=${value}`;
    if (how.attributes === 'double quotes') return `${name}="${bare.replaceAll('"', '&quot;')}"`;
    if (how.attributes === 'single quotes') return `${name} = '${bare.replaceAll("'", '&#39;')}'`;
    return all;
  });
  const order = how.attributes === 'reversed' ? written.toReversed() : written;
  return `${parts[1] ?? ''} ${order.join(' ')} ${parts[3] ?? ''}`;
}

const row = /<tr\b(?:(?!<tr\b|<\/?table\b)[^])*?<\/tr\s*>/gi;
const field = /<input\b[^>]*>/gi;

function reordered(html: string, piece: RegExp, order: readonly number[]): string {
  const pieces = html.match(piece) ?? [];
  const keyed = pieces.map((text, at) => ({ text, key: order[at % Math.max(order.length, 1)] ?? 0, at }));
  const sorted = keyed.toSorted((a, b) => a.key - b.key || a.at - b.at);
  let next = 0;
  return html.replace(piece, () => sorted[next++]?.text ?? '');
}

/** The page with the rows of its tables in another order. */
export const shuffledRows = (html: string, order: readonly number[]): string => reordered(html, row, order);

/** The page with the fields of each form in another order. */
export const shuffledFields = (html: string, order: readonly number[]): string =>
  html.replace(/<form\b[^]*?<\/form\s*>/gi, (form) => reordered(form, field, order));
