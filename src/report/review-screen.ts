import { Chalk } from 'chalk';
import { printable, printableLines } from '../court/printable.ts';
import type { Account } from '../court/review.ts';
import type { Check } from '../outcome.ts';
import { wrapText } from './columns.ts';
import { accountLines } from './review-accounts.ts';
import type { Look, Styles } from './review-accounts.ts';
import { whomToCall } from './whom-to-call.ts';

type Reviewed = {
  review: { cmecf: Account | null; pacer: Account | null; why: string | null };
  text: string;
};
type Verdict = { checks: Check[] };

/** What a screen has to fit: the terminal's width and colour, a screen reader, and the court's help desk to name. */
export type Screen = {
  columns: number;
  color: boolean;
  accessible: boolean;
  helpDesk: string | null;
  practice: boolean;
};

/** Whether the program is unsure of a review: a name could not be read, or a check does not pass. */
export function isUnsure({ review }: Reviewed, { checks }: Verdict): boolean {
  const unread = review.cmecf?.name == null || review.pacer?.name == null;
  return unread || checks.some((check) => check.ok !== 'ok');
}

/**
 * The review as a person sees it: both accounts with their differences, the verdict in a sentence, each warning with
 * what it means and whom to call, and the court's own text where the program is unsure.
 */
export function reviewScreen(page: Reviewed, verdict: Verdict, screen: Screen): string {
  const look = lookOf(screen);
  const { checks } = verdict;
  const troubles = checks.filter((check) => check.ok !== 'ok');
  return [
    '',
    ...paragraph('The court shows these two accounts:', look),
    '',
    ...accountLines(page.review, look),
    '',
    ...paragraph(sentence(page, checks), look),
    ...troubles.flatMap((check) => ['', ...trouble(check, screen, look)]),
    ...(isUnsure(page, verdict) ? ['', courtText(page, screen)] : []),
    '',
  ].join('\n');
}

/** The court's own text, cleaned of what a terminal must not see. */
export function courtText({ text }: Reviewed, screen: Screen): string {
  const look = lookOf(screen);
  const { columns, accessible } = look;
  const lines = printableLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines.slice(0, longest);
  const rest = lines.length > longest ? [`(${lines.length - longest} more lines)`] : [];
  const told = accessible
    ? [...first, ...rest]
    : [...first, ...rest].flatMap((line) => wrapText(line, columns - 4).map((one) => `  | ${one}`));
  const head = paragraph('The court’s own text:', look);
  return [...head, ...told, ...(accessible ? ['End of the court’s own text.'] : [])].join('\n');
}

const longest = 200; // lines

function lookOf({ columns, color, accessible }: Screen): Look {
  return { columns: Math.max(20, columns), accessible, styles: styles(color && !accessible) };
}

function styles(color: boolean): Styles {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    heading: (text) => chalk.bold(text),
    different: (text) => chalk.yellow.bold(text),
    warning: (text) => chalk.yellow.bold(text),
    stop: (text) => chalk.red.bold(text),
  };
}

function paragraph(text: string, { columns, accessible }: Look): string[] {
  return accessible ? [text] : wrapText(text, Math.min(columns, 100));
}

/** The verdict: what the comparison of the names came to, and whether anything else speaks against a link. */
function sentence({ review }: Reviewed, checks: readonly Check[]): string {
  const names = checks.find((check) => check.id === 'names-agree');
  const agree = names?.ok === 'ok';
  const others = checks.filter((check) => check !== names && check.ok !== 'ok').length;
  const more = others === 0 ? '' : ` ${agree ? 'But there' : 'There'} ${counted(others, agree)}.`;
  if (review.cmecf?.name == null || review.pacer?.name == null) {
    const why = review.why === null ? '' : ` (${printable(review.why)})`;
    return `Verdict: not every name could be read${why}. Compare them yourself in the court’s own text below.${more}`;
  }
  if (!agree) return `Verdict: the names differ. Do not link these accounts unless you know why.${more}`;
  return `Verdict: ${printable(names.says)}${others === 0 ? ' Nothing speaks against linking them.' : more}`;
}

function counted(warnings: number, first: boolean): string {
  if (warnings === 1) return `is one ${first ? '' : 'more '}warning`;
  return `are ${warnings} ${first ? '' : 'more '}warnings`;
}

const leads = { ok: '', warn: 'Warning:', fail: 'Stop:' } as const;

function trouble({ id, ok, says, meaning }: Check, { helpDesk, practice }: Screen, look: Look): string[] {
  const lead = leads[ok];
  const told = [`${lead} ${printable(says)}`, printable(meaning), whomToCall(id, helpDesk, practice)];
  if (look.accessible) return told;
  const style = ok === 'fail' ? look.styles.stop : look.styles.warning;
  const [first = '', ...rest] = told.flatMap((line) => wrapText(line, Math.min(look.columns, 100) - 2));
  return [style(lead) + first.slice(lead.length), ...rest.map((line) => `  ${line}`)];
}
