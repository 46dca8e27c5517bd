import * as fc from 'fast-check';
import { emptyTrail } from '../../src/court/trail.ts';
import { menuSelector } from '../../src/court/menu.ts';
import type { Arrival } from '../../src/court/page.ts';
import { recognise } from '../../src/court/recognise.ts';
import type { Findings, Scope } from '../../src/court/review-facts.ts';
import { noFindings } from '../../src/court/review-facts.ts';
import { layOut } from '../../src/court/review-grid.ts';
import { parseName } from '../../src/court/names-parse.ts';
import { wordsOf } from '../../src/court/names-words.ts';
import { courtVocabulary } from '../../src/court/vocabulary.ts';
import { dialogsOf } from '../../src/html/dialogs.ts';
import { parseDocument } from '../../src/html/document.ts';
import type { Form } from '../../src/html/forms.ts';
import type { Cell } from '../../src/html/parts.ts';
import { readParts } from '../../src/html/parts.ts';
import { tokens } from '../../src/html/script-tokens.ts';
import { programsOf } from '../../src/html/scripts.ts';
import { elementsIn } from '../../src/html/tree.ts';
import { fixturePages, places } from '../court/fixture-pages.ts';
import { tokensOf } from '../court/page-changes.ts';

/** Any text: binary, letters of every script, or made of pieces that mean something to a reader. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...'Alma|Q.|,|(|)|-|:|LLP|Jr|’|\u202e|\0|CM/ECF|PACER account| |name|toString|__proto__|https://|//|?|#|&|%|%zz|=|+|"|<b>|&#x|\\u{|{|}|[|]|;|\r\n|2024-02-30|T|23:59|windows-1252|charset='.split(
          '|',
        ),
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join('')),
);

/** Any page: of pieces of the fixture pages and of any text, or only text. */
const anyPage = fc
  .array(fc.oneof(fc.constantFrom(...fixturePages.flatMap(({ html }) => tokensOf(html))), anyText), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''));

export type Seed = { text: string; other: string; html: string; bytes: Uint8Array; pick: number };
export const anySeed: fc.Arbitrary<Seed> = fc.record({
  text: anyText,
  other: anyText,
  html: anyPage,
  bytes: fc.uint8Array({ maxLength: 80 }),
  pick: fc.nat(),
});

const noWord = { raw: '', key: '', dotted: false, hyphen: false };
const url = 'http://ecf.miwb.practice.localhost/cgi-bin/x.pl?1-L_1_0-1';
const form: Form = readParts(parseDocument('<form method=post action=/x><input name=a>', { url }))
  .forms[0] as Form;

/** What a function can be given, made of one seed. */
export function materialOf(seed: Seed) {
  const { text, other, html, pick } = seed;
  const one = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
  const charset = one(['utf-8', 'windows-1252', 'shift_jis', 'utf-16le']) ?? 'utf-8';
  const doc = parseDocument(`${html}<p id=d>`, { url, charset });
  const parts = readParts(doc, { menu: menuSelector });
  const { role, after } = one(places) ?? { role: 'court', after: null };
  const status = one([200, 404, 503]) ?? 200;
  const error = pick % 7 === 0 ? { name: text, message: other } : null;
  const arrival: Arrival = { parts, status, role, after, error };
  const recognised = recognise(arrival);
  const elements = elementsIn(doc.root);
  const [first] = elements;
  const [blank] = form.controls;
  if (first === undefined || blank === undefined) throw new Error('The page has no element.');
  const list = tokens(text) ?? [];
  const rows = parts.blocks.flatMap<Cell[]>((block) => (block.kind === 'table' ? block.rows : []));
  const scope = (): Scope => ({
    side: one(['cmecf', 'pacer', null] as const) ?? null,
    level: pick % 8,
    fresh: pick % 2 === 0,
    pending: null,
  });
  return {
    ...seed,
    url,
    charset,
    doc,
    parts,
    arrival,
    ...recognised,
    recognised,
    elements,
    element: one(elements) ?? first,
    form: one(parts.forms) ?? form,
    control: one(parts.forms.flatMap((own) => own.controls)) ?? blank,
    ids: new Map(elements.map((element) => [element.attribs['id'] ?? '', element])),
    hidden: new Set(elements.filter((_, at) => at % 3 === 0)),
    sight: { skips: () => pick % 5 === 0, mutes: () => pick % 3 === 0 },
    dialogs: dialogsOf(doc),
    programs: programsOf(doc),
    list,
    cursor: () => ({ tokens: list, at: pick % (list.length + 1) }),
    answer: {
      redirect: null,
      updates: [{ id: one(['d', 'javax.faces.ViewState', 'javax.faces.ViewRoot', other]) ?? '', html }],
      evals: [text],
      error: null,
    },
    button: pick % 2 === 0 ? null : 0,
    words: wordsOf(text),
    word: wordsOf(text)[0] ?? noWord,
    otherWord: wordsOf(other)[0] ?? noWord,
    otherWords: wordsOf(other),
    person: parseName(text),
    otherPerson: parseName(other),
    rows,
    cells: layOut(rows)?.[0] ?? [],
    scope,
    findings: (): Findings => noFindings(),
    label: { field: one(['name', 'login', 'other', 'self', 'first'] as const) ?? 'name', side: null, text },
    trail: { ...emptyTrail, visited: [url], cures: pick % 2 === 0 ? [] : (['sign-on-again'] as const) },
    goal: { aim: pick % 2 === 0 ? 'link' : 'status', loginUrl: `${url}l`, utilitiesUrl: `${url}u` },
    vocabulary: courtVocabulary,
    entries: [{ name: text, value: other, file: pick % 2 === 0 }],
  };
}
export type Material = ReturnType<typeof materialOf>;

/** The arguments that a function is called with. */
export type Calls = Record<string, (given: Material) => readonly unknown[]>;
