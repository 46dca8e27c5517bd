import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { judge } from './judge.ts';
import { runCase } from './run.ts';
import type { Case } from './run.ts';
import { allCases, table } from './table.ts';
import type { Judged } from './table.ts';

// `npm run faults`: every fault at every request. `-- WORDS`: only those whose titles hold the words.
// `-- --docs`: all, and the table put into docs/faults.md.
const [word = ''] = process.argv.slice(2);
const forDocs = word === '--docs';
const wanted = forDocs ? '' : word;
const cases = allCases().filter((one) => titleOf(one).includes(wanted));
const judged: Judged[] = [];
const lasting = (one: Case): boolean => one.kind.stalls === true && one.step.group === 'final';

async function take(one: Case): Promise<void> {
  const result = await runCase(one);
  const wrong = judge(one, result);
  judged.push({ one, result, wrong });
  const code = String(result.next?.code ?? result.code);
  process.stderr.write(`${judged.length}/${cases.length} ${titleOf(one)}: ${code} ${wrong.join('; ')}\n`);
}

function titleOf({ kind, step, where }: Case): string {
  return `${kind.title} at ${step.title}${where.startsWith('final') ? ` (${where.slice(6)})` : ''}`;
}

async function queue(waiting: Case[]): Promise<void> {
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await take(one);
}

// Those that wait two minutes for the final Submit need no processor meanwhile.
const slow = cases.filter(lasting).map(take);
const waiting = cases.filter((one) => !lasting(one));
await Promise.all([...slow, ...Array.from({ length: availableParallelism() + 1 }, () => queue(waiting))]);

process.stdout.write(`${table(judged)}\n`);
const failed = judged.filter(({ wrong }) => wrong.length > 0);
for (const { one, wrong } of failed) process.stdout.write(`- ${titleOf(one)}: ${wrong.join('; ')}\n`);
process.stderr.write(`${cases.length} runs, ${failed.length} failed.\n`);
if (forDocs && failed.length === 0) {
  const [before, rest = ''] = readFileSync('docs/faults.md', 'utf8').split('<!-- faults -->\n');
  const after = rest.slice(rest.indexOf('<!-- end of faults -->'));
  writeFileSync('docs/faults.md', `${before}<!-- faults -->\n\n${table(judged)}\n\n${after}`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
