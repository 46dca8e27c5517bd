import type { Case, Result } from './run.ts';
import type { FaultKind, Where } from './kinds.ts';
import { kinds } from './kinds.ts';
import { steps } from './walk.ts';
import type { Step } from './walk.ts';

export type Judged = { one: Case; result: Result; wrong: string[] };

/** Every fault at every request; at the final Submit twice. The slow ones come first. */
export function allCases(): Case[] {
  const cases = kinds.flatMap((kind) =>
    steps.flatMap((step): Case[] => placesOf(step, kind).map((where) => ({ kind, step, where }))),
  );
  const slow = ({ kind, step }: Case): boolean => kind.stalls === true && step.group === 'final';
  return [...cases.filter(slow), ...cases.filter((one) => !slow(one))];
}

function placesOf({ group }: Step, { does, after }: FaultKind): Where[] {
  if (group !== 'final') return [group];
  if (after === true) return ['final-after'];
  // A connection that is refused leaves nothing that the court could have linked.
  return does === 'refused' ? ['final-before'] : ['final-before', 'final-after'];
}

type Column = { title: string; step: Step; where: Where };

const columns = steps.flatMap((step): Column[] =>
  step.group === 'final'
    ? [
        { title: 'final Submit, not linked', step, where: 'final-before' },
        { title: 'final Submit, linked', step, where: 'final-after' },
      ]
    : [{ title: step.title, step, where: step.group }],
);

/** The titles that the table has: of its rows, and of its columns. */
export const titles = { rows: kinds.map(({ title }) => title), columns: columns.map(({ title }) => title) };

/** The results as a Markdown table as prettier sets it: a row a fault, a column a request. */
export function table(judged: readonly Judged[]): string {
  const cell = (kind: FaultKind, { step, where }: Column): string => {
    const found = judged.find(({ one }) => one.kind === kind && one.step === step && one.where === where);
    return found === undefined ? '' : words(found);
  };
  const rows = [
    ['fault', ...titles.columns],
    ...kinds.map((kind) => [kind.title, ...columns.map((column) => cell(kind, column))]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

function words({ result, wrong }: Judged): string {
  const ended = result.next ?? result;
  const said = ended.said === null ? 'no word' : `${ended.said.outcome} ${String(ended.code)}`;
  return wrong.length === 0 ? said : `**${said}**`;
}
