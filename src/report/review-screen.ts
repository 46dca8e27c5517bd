import { printable } from '../court/printable.ts';
import type { Check } from '../outcome.ts';
import type { Account } from '../court/review.ts';

type Reviewed = {
  review: { cmecf: Account | null; pacer: Account | null; why: string | null };
  text: string;
};
type Verdict = { checks: Check[] };

/** The review as a person sees it: both accounts side by side, what the checks say, the court's own text if unsure. */
export function reviewScreen(page: Reviewed, verdict: Verdict, { columns }: { columns: number }): string {
  const { cmecf, pacer, why } = page.review;
  const unsure = cmecf?.name == null || pacer?.name == null;
  return [
    '',
    'The court shows these two accounts:',
    '',
    ...sideBySide(column('CM/ECF account', cmecf), column('PACER account', pacer), columns),
    '',
    ...verdict.checks.map(
      (check) =>
        `${marks[check.ok]} ${printable(check.says)}${check.ok === 'ok' ? '' : ` ${printable(check.meaning)}`}`,
    ),
    ...(unsure
      ? [
          '',
          `Not everything could be read${why === null ? '' : `: ${printable(why)}`}. The court’s own text:`,
          ...courtText(page.text),
        ]
      : []),
    '',
  ].join('\n');
}

const marks = { ok: '[ok]  ', warn: '[warn]', fail: '[FAIL]' };

function column(title: string, account: Account | null): string[] {
  return [
    title,
    '-'.repeat(title.length),
    `Name:  ${printable(account?.name ?? '(not read)')}`,
    `Login: ${printable(account?.login ?? '(not shown)')}`,
    ...(account?.type == null ? [] : [`Type:  ${printable(account.type)}`]),
  ];
}

function sideBySide(left: string[], right: string[], columns: number): string[] {
  const width = Math.floor((columns - 3) / 2);
  const fits = [...left, ...right].every((line) => line.length <= width);
  if (!fits) return [...left, '', ...right];
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, i) =>
    `${(left[i] ?? '').padEnd(width)} | ${right[i] ?? ''}`.trimEnd(),
  );
}

function courtText(text: string): string[] {
  return text
    .split('\n')
    .map((line) => printable(line).trim())
    .filter((line) => line !== '')
    .map((line) => `  | ${line}`);
}
