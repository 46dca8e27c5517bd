import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.ts';

/**
 * Seconds that `node -e 0`, `--version` and `--help` take on a Node in the middle of all runs, by hyperfine: a few of
 * each at a time, in turns, so that whatever else the machine does falls on all of them alike.
 */
export function startTimes(
  turns: number,
  node = 'node',
  home = '/nonexistent',
): { bare: number; version: number; help: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'times.json');
  const commands = ['-e 0', 'bin/miwb-link.js --version', 'bin/miwb-link.js --help'];
  const times = commands.map((): number[] => []);
  for (let turn = 0; turn < turns; turn += 1) {
    const called = commands.map((rest) => `${node} ${rest}`);
    execFileSync('hyperfine', ['-N', '-w', '1', '-r', '5', '--export-json', file, ...called], {
      env: { PATH: process.env['PATH'] ?? '', HOME: home },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const { results } = JSON.parse(readFileSync(file, 'utf8')) as { results: { times: number[] }[] };
    results.forEach((one, index) => times[index]?.push(...one.times));
  }
  rmSync(folder, { recursive: true });
  const [bare = Number.NaN, version = Number.NaN, help = Number.NaN] = times.map(median);
  return { bare, version, help };
}
