import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds that `node -e 0`, `--version` and `--help` take on a Node in the middle of many runs, by hyperfine. */
export function startTimes(
  runs: number,
  node = 'node',
  home = '/nonexistent',
): { bare: number; version: number; help: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'times.json');
  const commands = ['-e 0', 'bin/miwb-link.js --version', 'bin/miwb-link.js --help'].map(
    (rest) => `${node} ${rest}`,
  );
  execFileSync('hyperfine', ['-N', '-w', '2', '-r', String(runs), '--export-json', file, ...commands], {
    env: { PATH: process.env['PATH'] ?? '', HOME: home },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const { results } = JSON.parse(readFileSync(file, 'utf8')) as { results: { median: number }[] };
  rmSync(folder, { recursive: true });
  const [bare = Number.NaN, version = Number.NaN, help = Number.NaN] = results.map((one) => one.median);
  return { bare, version, help };
}
