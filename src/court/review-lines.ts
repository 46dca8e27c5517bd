import type { Run } from '../html/parts.ts';
import { enter, note, type Findings, type Scope } from './review-facts.ts';
import { readsAsPersonsName } from './review-values.ts';
import { accountSpokenOf, headingSide, labelOf, type Label } from './review-words.ts';
import { withoutEnd } from './words.ts';

type Said = { label: Label; value: string };

// Stands between runs of different weight; a label does not reach across it.
const edge = '\u0001';
// Headings made of bold letters rank below real ones.
const boldLevel = 7;

/** Reads one line: a heading, labels with their values, a value awaited from the line before, or bare text. */
export function readLine(runs: readonly Run[], scope: Scope, findings: Findings): void {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trim();
  const side = headingSide(text);
  if (side !== null && scope.pending !== null && couldBeValue(scope.pending, text)) {
    // A type such as "Upgraded PACER account", a login such as "pacer", or a blank and the next section below it?
    if (scope.pending.field !== 'type' || side !== scope.side) {
      findings.doubts.add(`“${text}” may be a heading or a value`);
    }
  } else if (side !== null) {
    enter(scope, side, boldLevel, text, findings);
    return;
  }
  const alone = labelOf(text);
  if (alone !== null && alone.field !== 'self') {
    scope.pending = alone;
    return;
  }
  const said = pairsIn(runs, findings);
  if (said.length > 0) {
    scope.pending = null;
    for (const { label, value } of said) sayPair(label, value, scope, findings);
    return;
  }
  if (scope.pending !== null) {
    const label = scope.pending;
    scope.pending = null;
    note(label, text, scope, findings);
    return;
  }
  bareLine(text, scope, findings);
}

const couldBeValue = ({ field }: Label, text: string): boolean => field !== 'other' || !/\s/u.test(text);

/** Notes a line that no label announces: a name only straight under the account's heading. */
function bareLine(text: string, scope: Scope, findings: Findings): void {
  const spokenOf = accountSpokenOf(text) ?? scope.side;
  if (spokenOf !== null) findings.text[spokenOf].push(text);
  if (scope.side === null) return;
  const [before = '', ...after] = text.split(': ');
  if (after.length > 0 && before.split(' ').length <= 4) {
    findings.facts.push({ side: scope.side, field: 'other', label: before, value: after.join(': ') });
  }
  if (scope.fresh && readsAsPersonsName(text)) {
    findings.facts.push({ side: scope.side, field: 'bare', label: '', value: text });
  }
  scope.fresh = false;
}

// "CM/ECF account: Jane Doe" both heads what follows and says whose it is.
function sayPair(label: Label, value: string, scope: Scope, findings: Findings): void {
  if (label.field === 'self' && label.side !== null) {
    enter(scope, label.side, boldLevel, label.text, findings);
    if (value === '') return;
  }
  if (value === '') scope.pending = label;
  else note(label, value, scope, findings);
}

function pairsIn(runs: readonly Run[], findings: Findings): Said[] {
  const bolded = runs.some((run) => run.strong) && runs.some((run) => !run.strong);
  const pieces: { label: Label | null; text: string }[] = [{ label: null, text: '' }];
  for (const run of runs) {
    const last = pieces.at(-1);
    // "Account type: <b>PACER account</b>" is a label with its value.
    const awaited = /:\s*$/u.test(last?.text ?? '');
    const label = bolded && run.strong && !awaited ? labelOf(run.text) : null;
    if (label !== null) pieces.push({ label, text: '' });
    else if (last !== undefined) last.text += edge + run.text;
  }
  return pieces.flatMap(({ label, text }) => splitAtColons(label, text, findings));
}

function splitAtColons(given: Label | null, text: string, findings: Findings): Said[] {
  const said: Said[] = [];
  let label = given;
  let value = '';
  const pieces = dashAsColon(text).split(':');
  for (const [at, piece] of pieces.entries()) {
    const found = at === pieces.length - 1 ? null : labelAtEnd(piece, label, findings);
    if (found === null) value += at === pieces.length - 1 ? piece : `${piece}:`;
    else {
      if (label !== null) said.push({ label, value: clean(value + found.before) });
      label = found.label;
      value = '';
    }
  }
  return label === null ? said : [...said, { label, value: clean(value) }];
}

const clean = (text: string): string =>
  withoutEnd(
    text
      .replaceAll(edge, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^[\s:–—=-]+/u, ''),
    /[\s,;|•]/u,
  );

// "Name - Jane Doe" says the same as "Name: Jane Doe".
function dashAsColon(text: string): string {
  const at = text.search(/\s[-–—=]\s/u);
  return at > 0 && labelOf(clean(text.slice(0, at))) !== null
    ? `${text.slice(0, at)}:${text.slice(at + 2)}`
    : text;
}

// Words that begin a label ("Street Address") and end a name ("Jane Street").
const surnames = new Set(['street', 'law', 'firm', 'office', 'company', 'state', 'court', 'city', 'bar']);

/** The label that the text before a colon ends with. Where no label is open yet, it has to be all of the text. */
function labelAtEnd(
  piece: string,
  open: Label | null,
  findings: Findings,
): { before: string; label: Label } | null {
  if (open === null) {
    const label = labelOf(clean(piece));
    return label === null ? null : { before: '', label };
  }
  const tail = piece.slice(
    Math.max(...[edge, ';', '|', '•', ','].map((sign) => piece.lastIndexOf(sign))) + 1,
  );
  const whole = labelOf(tail);
  if (whole !== null) return { before: piece.slice(0, piece.length - tail.length), label: whole };
  const words = tail.trim().split(' ');
  const fitting = [1, 2, 3, 4]
    .map((count) => words.slice(-count).join(' '))
    .filter((ending) => !/[()]/u.test(ending) && labelOf(ending) !== null);
  const longest = fitting.at(-1);
  const label = longest === undefined ? null : labelOf(longest);
  if (longest === undefined || label === null) return null;
  if (fitting.length > 1 && surnames.has(longest.split(' ')[0]?.toLowerCase() ?? '')) {
    findings.doubts.add(`where the value before “${longest}” ends cannot be told`);
  }
  return { before: piece.slice(0, piece.lastIndexOf(longest)), label };
}
