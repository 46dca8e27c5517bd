import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { clients } from './clients.ts';
import type { Client } from './clients.ts';
import { inARow, readingTime, sideBySide } from './growth.ts';
import { peakOfAll } from './memory.ts';
import { cost, median, startCourts } from './measure.ts';
import { onNode } from './on-node.ts';
import type { OnNode } from './on-node.ts';
import type { Cost } from './measure.ts';
import { barPlot } from './plot.ts';
import { startTimes } from './start.ts';

/**
 * Measures everything in one run and prints Markdown, ratios first; the plot goes to docs/speed.svg.
 * npm run bench -- 9 long: nine runs of each, and up to a thousand links in a row. -- --docs: into docs/speed.md and the README too.
 */
const runs = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5);
const long = process.argv.includes('long');
const inARowCounts = long ? [1, 10, 100, 1_000] : [1, 10, 100];
const delays = [0, 40, 100];
const scenario = 'redaction-plain';

execFileSync('node', ['bench/peers/build.mjs'], { stdio: 'inherit' });
execFileSync('node', ['scripts/build.mjs'], { stdio: 'inherit' });
const loadBefore = loadavg()[0] ?? 0;
const start = startTimes(runs * 3);
const courts = startCourts(scenario);
await inARow(courts, 2); // warms the courts' process

type Row = { client: string; delay: number; cost: Cost };
const rows: Row[] = [];
let requests = 0;

async function walked(client: Client, delay: number): Promise<Cost> {
  const { words, env, input } = client.command(await courts.open(delay));
  const one = await cost(words, env, input);
  if ((await courts.log()).links !== 1) throw new Error(`${client.name} did not link`);
  return one;
}

/** On a busy machine a run can fail for want of time: it is told, and done again. */
async function patiently(run: () => Promise<Cost>): Promise<Cost> {
  for (let left = 2; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      console.error(String(error).slice(0, 200));
      if (left === 0) throw error;
    }
  }
}
for (const delay of delays) {
  const costs = new Map<string, Cost[]>(clients.map(({ name }) => [name, []]));
  // In turns, so that whatever else the machine does falls on all of them alike.
  for (let turn = 0; turn < runs; turn += 1) {
    for (const client of clients) {
      const one = await patiently(() => walked(client, delay));
      if (client.name === 'miwb-link') ({ requests } = await courts.log());
      costs.get(client.name)?.push(one);
    }
  }
  for (const [client, all] of costs) {
    const middle = (of: keyof Cost): number => median(all.map((one) => one[of]));
    rows.push({
      client,
      delay,
      cost: { wall: middle('wall'), cpu: middle('cpu') },
    });
  }
}

const memory = new Map<string, number>();
for (const client of clients) {
  const { words, env, input } = client.command(await courts.open(40));
  memory.set(client.name, await peakOfAll(words, env, input));
}

const floor = (delay: number): number => (requests * delay) / 1000 + start.bare;
const at = (client: string, delay: number): Cost =>
  rows.find((row) => row.client === client && row.delay === delay)?.cost ?? { wall: 0, cpu: 0 };
const ratio = (a: number, b: number): string => (a / b).toFixed(2);
const ours = at('miwb-link', 40);
const nodes: OnNode[] = [];
for (const line of ['20', '22', '24']) nodes.push(await onNode(line, courts, runs));
const row: { count: number; seconds: number }[] = [];
for (const count of inARowCounts) row.push({ count, seconds: await inARow(courts, count) });
const side: { count: number; seconds: number }[] = [];
for (const count of [1, 4, 16]) side.push({ count, seconds: await sideBySide(courts, count) });
courts.close();
readingTime(200_000); // compiles
const pages = [2_000, 20_000, 200_000, 1_000_000, 5_000_000].map((bytes) => ({
  bytes,
  ms: readingTime(bytes),
}));

const tables = `Node ${process.versions.node}, ${cpus().length} cores, load ${loadBefore.toFixed(1)} at the start and ${(loadavg()[0] ?? 0).toFixed(1)} at the end; medians of ${runs} runs, in turns; ${requests} requests a link.

| what | ratio |
| --- | --- |
| \`--version\` to \`node -e 0\` | ${ratio(start.version, start.bare)} |
| \`--help\` to \`node -e 0\` | ${ratio(start.help, start.bare)} |
| a link with 40 ms a request, to the floor (${floor(40).toFixed(2)} s) | ${ratio(ours.wall, floor(40))} |
| the same, to a walk by its libraries alone, that checks nothing | ${ratio(ours.wall, at('its libraries alone', 40).wall)} |
| the same, to MechanicalSoup | ${ratio(ours.wall, at('MechanicalSoup', 40).wall)} |
| the same, to WWW::Mechanize | ${ratio(ours.wall, at('WWW::Mechanize', 40).wall)} |
| the same, to Chromium: time | ${ratio(ours.wall, at('Chromium', 40).wall)} |
| the same, to Chromium: CPU | ${ratio(ours.cpu, at('Chromium', 40).cpu)} |
| the same, to Chromium: memory of all processes | ${ratio(memory.get('miwb-link') ?? 0, memory.get('Chromium') ?? 0)} |

| Node | \`--version\` to \`node -e 0\` | \`--help\` to it | a link with 40 ms a request, to the floor |
| --- | --- | --- | --- |
${nodes.map(({ version, start: on, link }) => `| ${version} | ${ratio(on.version, on.bare)} | ${ratio(on.help, on.bare)} | ${ratio(link, (requests * 40) / 1000 + on.bare)} |`).join('\n')}

| client | delay a request | wall | CPU |
| --- | --- | --- | --- |
${rows.map(({ client, delay, cost: c }) => `| ${client} | ${delay} ms | ${c.wall.toFixed(2)} s | ${c.cpu.toFixed(2)} s |`).join('\n')}

| client | peak memory of all its processes |
| --- | --- |
${[...memory].map(([client, megabytes]) => `| ${client} | ${megabytes.toFixed(0)} MB |`).join('\n')}

| as work grows | cost |
| --- | --- |
${row.map(({ count, seconds }) => `| links in a row: ${count}, no delay | ${seconds.toFixed(1)} s, ${(seconds / count).toFixed(2)} s each |`).join('\n')}
${side.map(({ count, seconds }) => `| programs side by side: ${count}, 40 ms | ${seconds.toFixed(1)} s |`).join('\n')}
${pages.map(({ bytes, ms }) => `| reading a page of ${(bytes / 1000).toLocaleString('en')} KB | ${ms.toFixed(0)} ms CPU |`).join('\n')}`;
console.log(tables);

mkdirSync('docs', { recursive: true });
writeFileSync(
  'docs/speed.svg',
  barPlot('A whole scripted link at the practice court', [
    ...delays.map((delay) => ({
      name: `${delay} ms a request`,
      unit: 's',
      bars: [
        ...rows
          .filter((one) => one.delay === delay)
          .map(({ client, cost: c }) => ({ name: client, value: c.wall })),
        { name: 'floor', value: floor(delay) },
      ],
    })),
    {
      name: 'links in a row, seconds each',
      unit: 's',
      bars: row.map(({ count, seconds }) => ({ name: String(count), value: seconds / count })),
    },
    {
      name: 'programs side by side, 40 ms: seconds for all',
      unit: 's',
      bars: side.map(({ count, seconds }) => ({ name: String(count), value: seconds })),
    },
    {
      name: 'reading a page, CPU for each MB',
      unit: 'ms',
      bars: pages
        .slice(2)
        .map(({ bytes, ms }) => ({ name: `${bytes / 1000} KB`, value: (ms / bytes) * 1_000_000 })),
    },
  ]),
);
if (process.argv.includes('--docs')) {
  const [heading = '', ratios = ''] = tables.split('\n\n');
  put('docs/speed.md', tables);
  put('README.md', `${heading}\n\n${ratios}`);
  execFileSync('npx', ['prettier', '--log-level', 'warn', '--write', 'README.md', 'docs/speed.md']);
}

function put(file: string, text: string): void {
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split('<!-- speed -->\n');
  const after = rest.slice(rest.indexOf('<!-- end of speed -->'));
  writeFileSync(file, `${before}<!-- speed -->\n\n${text}\n\n${after}`);
}
