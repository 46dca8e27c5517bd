import type { Field, Label, Side } from './review-words.ts';
import { withoutEnd } from './words.ts';

/** One thing the page says of one account. `bare` is a line without a label, straight under the account's heading. */
export type Fact = { side: Side; field: Field | 'bare'; label: string; value: string };

/** What is gathered while a page is walked; `doubts` make the whole page unreadable. */
export type Findings = {
  facts: Fact[];
  text: Record<Side, string[]>;
  headed: Set<Side>;
  doubts: Set<string>;
};

/** Where in the page the walk stands: under whose heading, how deep that heading is, the label that waits for its line. */
export type Scope = { side: Side | null; level: number; fresh: boolean; pending: Label | null };

/** Findings of nothing yet. */
export const noFindings = (): Findings => ({
  facts: [],
  text: { cmecf: [], pacer: [] },
  headed: new Set(),
  doubts: new Set(),
});

/** A scope inside `outer`: the same account, a walk of its own. */
export const inner = (outer: Scope, side: Side | null = outer.side): Scope => ({
  side,
  level: outer.level,
  fresh: outer.fresh || side !== outer.side,
  pending: null,
});

/** Enters the section of an account; what its heading says belongs to the account's text ("Legacy PACER Account"). */
export function enter(scope: Scope, side: Side, level: number, heading: string, findings: Findings): void {
  Object.assign(scope, { side, level, fresh: true, pending: null });
  findings.headed.add(side);
  if (heading !== '') findings.text[side].push(heading);
}

/**
 * Notes what a label says. A label that names the one account under the heading of the other is a doubt;
 * one that belongs to neither is passed over.
 */
export function note(label: Label, value: string, scope: Scope, findings: Findings): void {
  if (label.side !== null && scope.side !== null && label.side !== scope.side) {
    findings.doubts.add('a label of the one account stands under the heading of the other');
    return;
  }
  const side = label.side ?? scope.side;
  scope.fresh = false;
  if (side === null) return;
  findings.headed.add(side);
  const text = withoutEnd(label.text, /[\s:]/u);
  findings.facts.push({ side, field: label.field, label: text, value });
  findings.text[side].push(`${text}: ${value}`);
}
