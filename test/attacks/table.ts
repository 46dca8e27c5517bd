import { endings } from '../../src/outcome.ts';
import type { EndingId } from '../../src/outcome.ts';
import { attacks } from './attacks.ts';
import { tricks } from './machine.ts';

type Row = { attack: string; ways: number; ends: EndingId; safe?: string };

const byPage: [title: string, rows: Row[]][] = Object.entries(attacks).map(([title, list]) => [
  title,
  list.map((one) => ({ ...one, ways: one.tries.length + (one.scenarios?.length ?? 0) })),
]);
const byMachine = tricks.map((one) => ({ ...one, ways: one.at.length * one.things.length }));

const line = ({ attack, ways, ends, safe }: Row): string => {
  const because = safe === undefined ? '' : `: ${safe}`;
  return `| ${attack} | ${ways} | \`${ends}\`, ${endings[ends].exitCode}${because} |`;
};

/** The attacks as SECURITY.md holds them, a table for each thing that they go for; blank lines between. */
export function tables(): string {
  return [...byPage, ['The machine', byMachine] as const]
    .map(([title, rows]) =>
      [
        `### ${title}`,
        '',
        '| attack | ways tried | how each of them ends |',
        '| --- | --- | --- |',
        ...rows.map(line),
      ].join('\n'),
    )
    .join('\n\n');
}
