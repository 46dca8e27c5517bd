import { inspect } from 'node:util';
import { decode, encode } from '../../src/practice/charset.ts';

/** A way in which a secret can be written, and what it then looks like: bytes, each as one character. */
export type Form = { how: string; bytes: string };

const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const buffer = (bytes: string): Buffer => Buffer.from(bytes, 'latin1');

/** The bytes of a text in windows-1252, or null where it has a sign that is none of it. */
function inWindows1252(text: string): string | null {
  const bytes = encode(text, 'windows-1252');
  return decode(bytes, 'windows-1252') === text ? bytes.toString('latin1') : null;
}

const small = (text: string): string =>
  text.replace(/%[0-9A-F]{2}|\\[ux][0-9A-F]+|&#x[0-9A-F]+;/g, (code) => code.toLowerCase());

function percent(bytes: string, safe: RegExp, space = '%20'): string {
  const signs = Array.from(bytes, (sign) => {
    if (sign === ' ') return space;
    if (safe.test(sign)) return sign;
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return signs.join('');
}

// What encodeURIComponent, forms, encodeURI, a URL's path, its query and a zealous escaper leave as it is.
const safeSigns = [
  /[\w.!~*'()-]/,
  /[\w.*-]/,
  /[\w.!~*'()\-;/?:@&=+$,#]/,
  /[^\x00-\x20\x7f-\xff"#<>?`{}]/,
  /[^\x00-\x20\x7f-\xff"#<>']/,
  /[A-Za-z0-9]/,
  /[^\x00-\xff]/,
];

function addresses(bytes: string): [string, string][] {
  return safeSigns.flatMap((safe): [string, string][] => {
    const spaces = ['%20', '+'].map((space) => percent(bytes, safe, space));
    return [...spaces, ...spaces.map(small)].map((form) => ['URL', form]);
  });
}

const code = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase();
const unicode = (text: string, which: RegExp): string =>
  text.replace(which, (sign) => `\\u${code(sign).padStart(4, '0')}`);

/** As a JSON or JavaScript string has it, without the quotation marks around it. */
function quoted(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const forms = [
    json,
    json.replaceAll('/', '\\/'),
    unicode(json, /[^ -~]/g),
    unicode(json, /[^ -~]|[<>&'/+]/g),
    unicode(value, /[^]/g),
    unicode(value, /[^]/g).replace(/\\u00/g, '\\x'),
    inspect(value).slice(1, -1),
    value.replace(/[\\']/g, '\\$&'),
    value.replace(/[\\"'`$]/g, '\\$&'),
  ];
  return [...forms, ...forms.map(small)];
}

const names: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  ä: '&auml;',
  ö: '&ouml;',
  é: '&eacute;',
  ß: '&szlig;',
  '€': '&euro;',
};
const decimal = (sign: string): string => `&#${sign.codePointAt(0)};`;
const hexadecimal = (sign: string): string => `&#x${sign.codePointAt(0)?.toString(16).toUpperCase()};`;
const named = (sign: string): string => names[sign] ?? decimal(sign);
const asItIs = (sign: string): string => sign;

function inHtml(value: string): string[] {
  const escape = (signs: RegExp, how: (sign: string) => string) => (sign: string) =>
    signs.test(sign) ? how(sign) : sign;
  const marks = [asItIs, named];
  const apostrophes = [asItIs, named, decimal, hexadecimal, () => '&#039;'];
  const letters = [asItIs, named, decimal, hexadecimal];
  const forms = marks.flatMap((mark) =>
    apostrophes.flatMap((apostrophe) =>
      letters.map((letter) => (sign: string) => {
        if (sign === '"') return mark(sign);
        if (sign === "'") return apostrophe(sign);
        return /[&<>]/.test(sign) ? named(sign) : escape(/[^ -~]/u, letter)(sign);
      }),
    ),
  );
  const numbered = [decimal, hexadecimal].flatMap((how) => [
    how,
    escape(/[&<>"'+=/`]|[^ -~]/u, how),
    escape(/[&<>"'\\]/, how),
  ]);
  const written = [...forms, ...numbered].map((sign) => Array.from(value, sign).join(''));
  return written.flatMap((form) => [form, small(form)]);
}

/** What is the same of the base64 of `bytes`, whatever stands before and behind them. */
function base64Inside(bytes: string, before: number): string {
  const text = buffer('\0'.repeat(before) + bytes + '\0\0').toString('base64');
  return text.slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6));
}

function binary(bytes: string): [string, string][] {
  const hex = buffer(bytes).toString('hex');
  const base64 = [0, 1, 2].map((before) => base64Inside(bytes, before));
  return [
    ['hex', hex],
    ['hex', hex.toUpperCase()],
    ['bytes', [...buffer(bytes)].join(',')],
    ...base64.map((form): [string, string] => ['base64', form]),
    ...base64.map((form): [string, string] => ['base64', form.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
}

function misread(value: string, legacy: string | null): string[] {
  const bytes = Buffer.from(value);
  const forms = [bytes.toString('latin1'), decode(bytes, 'windows-1252')];
  return legacy === null ? forms : [...forms, new TextDecoder().decode(buffer(legacy))];
}

/** Every form in which a secret is searched for, each once; base64 of one too short to tell is left out. */
export function formsOf(value: string): Form[] {
  const legacy = inWindows1252(value);
  const texts: [how: string, text: string][] = [
    ['as it is', value],
    ...quoted(value).map((form): [string, string] => ['JSON', form]),
    ...inHtml(value).map((form): [string, string] => ['HTML', form]),
    ...misread(value, legacy).map((form): [string, string] => ['misread', form]),
  ];
  const encoded = texts.flatMap(([how, text]): [string, string][] => {
    const other = inWindows1252(text);
    return other === null
      ? [[how, utf8(text)]]
      : [
          [how, utf8(text)],
          [`${how}, windows-1252`, other],
        ];
  });
  const bodies = [utf8(value), legacy ?? utf8(value)];
  const form = percent(utf8(value), safeSigns[1] ?? /$^/, '+');
  const json = utf8(JSON.stringify(value).slice(1, -1));
  const plain = [...encoded, ...bodies.flatMap(addresses), ...twice(value)];
  const packed = [...bodies, form, percent(utf8(value), safeSigns[0] ?? /$^/), json].flatMap(binary);
  const wide: [string, string] = ['UTF-16', Buffer.from(value, 'utf16le').toString('latin1')];
  const seen = new Set<string>();
  return [...plain, ...packed.filter(([, bytes]) => bytes.length >= 7), wide]
    .map(([how, bytes]) => ({ how, bytes }))
    .filter(({ bytes }) => !seen.has(bytes) && seen.add(bytes));
}

/** Escaped once more, as an address in JSON, JSON in HTML or the like. */
function twice(value: string): [string, string][] {
  const escapes: ((text: string) => string)[] = [
    (text) => JSON.stringify(text).slice(1, -1),
    (text) => percent(utf8(text), safeSigns[0] ?? /$^/),
    (text) => percent(utf8(text), safeSigns[1] ?? /$^/, '+'),
    (text) => text.replace(/[&<>"]/g, named).replaceAll("'", '&#39;'),
  ];
  return escapes.flatMap((inner) =>
    escapes.map((outer): [string, string] => ['escaped twice', utf8(outer(inner(value)))]),
  );
}
