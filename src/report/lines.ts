import { printable, printableLines } from '../court/printable.ts';
import type { Outcome } from '../outcome.ts';
import { leavesReceipt } from './receipt.ts';

/**
 * The result for a person: what happened; whether anything was submitted; what to do next.
 * Everything that came from a site is made printable.
 */
export function resultLines(ended: Outcome, practice: boolean): string[] {
  const lines = [...printableLines(ended.message)];
  if (ended.courtText !== null && quotes(ended))
    lines.push('', 'In the site’s words:', ...quoted(ended.courtText));
  if (ended.seen !== null) lines.push('', ...seenLines(ended.seen));
  if (ended.id === 'dry-run-ready')
    lines.push('', 'Checks:', ...ended.checks.map((check) => `  [${check.ok}] ${printable(check.says)}`));
  lines.push('', submittedLine(ended));
  if (ended.receipt !== null) lines.push('', `The receipt is in ${printable(ended.receipt)}`);
  lines.push('', 'What to do next:', ...printableLines(ended.nextStep));
  if (practice) lines.push('', ...practiceLines(ended));
  return lines;
}

/** What the end of every practice run says, however it came about. */
export const practiceMark = 'PRACTICE: none of this is real. Call nobody about it.';

function practiceLines(ended: Outcome): string[] {
  const none = 'Practice leaves no receipt, unless --receipt FILE asks for one; a real link leaves one.';
  return [...(leavesReceipt(ended) && ended.receipt === null ? [none] : []), practiceMark];
}

function quotes(ended: Outcome): boolean {
  return ended.proof === 'announced' || ended.exitCode >= 4 || notByThisSubmit(ended);
}

/** Whether the filing menus show although the court did not accept the final Submit. */
export function notByThisSubmit({ id, verifiedNames }: Outcome): boolean {
  return id === 'linked' && !verifiedNames;
}

function submittedLine(ended: Outcome): string {
  switch (ended.submitted) {
    case 'no':
      if (ended.id === 'can-file' || ended.id === 'cannot-file')
        return 'This run only looked: it had nothing to submit.';
      if (ended.linked === 'unknown')
        return 'The final Submit was not sent; the link form was, or may have been. Whether the accounts are linked is not known.';
      return ended.id === 'linked-without-review'
        ? 'There was no final Submit: the court linked the accounts without one.'
        : 'The final Submit was not sent. Nothing was linked by this run.';
    case 'yes':
      if (notByThisSubmit(ended))
        return 'The final Submit was sent once. The court did not accept it; the filing menus show.';
      return ended.linked === 'yes'
        ? `The final Submit was sent once. ${ended.proof === 'menu' ? 'Proven by the new filing menus.' : 'The court announced the link.'}`
        : 'The final Submit was sent once. It is never sent again.';
    case 'unknown':
      return ended.linked === 'yes'
        ? 'The final Submit was sent once; its answer was lost. Proven by the new filing menus.'
        : 'The final Submit was sent, or may have been. It is never sent again.';
  }
}

const longest = 40;

function quoted(text: string): string[] {
  const lines = printableLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...lines.slice(0, longest), ...(lines.length > longest ? ['…'] : [])].map((line) => `  | ${line}`);
}

function seenLines({ status, host, path, title, forms }: NonNullable<Outcome['seen']>): string[] {
  return [
    'What was seen:',
    `  status ${status} from ${printable(host)}${printable(path)}, titled "${printable(title)}"`,
    ...forms
      .slice(0, 10)
      .map(
        (form) =>
          `  form ${printable(form.name) || '(no name)'}: ${printable(form.fields.slice(0, 20).join(', '))}`,
      ),
  ];
}
