import { decide } from '../../src/court/names.ts';
import type { Account } from '../../src/court/review.ts';
import { courtText, reviewScreen } from '../../src/report/review-screen.ts';
import type { Screen } from '../../src/report/review-screen.ts';

/** An account as a review page shows it. */
export function account(
  name: string | null,
  login: string | null,
  type: string | null = null,
  other: Account['other'] = [],
): Account {
  return { name, login, type, text: [name, login, type].filter((one) => one !== null).join('\n'), other };
}

export type Shown = {
  cmecf: Account | null;
  pacer: Account | null;
  why?: string;
  text?: string;
  expected?: { cmecf?: string; pacer?: string };
} & Partial<Screen>;

const at80: Screen = {
  columns: 80,
  color: false,
  accessible: false,
  helpDesk: '616-456-2693',
  practice: false,
};

/** The screen of a review, the program's own verdict on it included. */
export function screen({ cmecf, pacer, why, text, expected, ...look }: Shown): string {
  const verdict = decide({ cmecf, pacer, expected: expected ?? null, scripted: false, hiddenValues: [] });
  const page = { review: { cmecf, pacer, why: why ?? null }, text: text ?? 'The court’s page.' };
  return reviewScreen(page, verdict, { ...at80, ...look });
}

/** The court's text alone. */
export function courtsOwn(text: string, look: Partial<Screen> = {}): string {
  const page = { review: { cmecf: null, pacer: null, why: null }, text };
  return courtText(page, { ...at80, ...look });
}
