import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './clients.ts';
import { cost, median } from './measure.ts';
import type { Courts } from './measure.ts';
import { startTimes } from './start.ts';

/** How the program does on one Node: its version, start times, and a whole link at 40 ms a request, all in seconds. */
export type OnNode = { version: string; start: ReturnType<typeof startTimes>; link: number };

/**
 * Measures the program on a line of Node, such as "22". The home it is given has a cache folder, as homes have: what was
 * compiled is kept there where that Node can.
 */
export async function onNode(line: string, courts: Courts, runs: number): Promise<OnNode> {
  const asked = ['--yes', `--package=node@${line}`, '--', 'node', '-p', 'process.execPath'];
  const node = execFileSync('npx', asked, { encoding: 'utf8' }).trim();
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const home = mkdtempSync(join(tmpdir(), 'bench-home-'));
  mkdirSync(join(home, '.cache'));
  const walls: number[] = [];
  // The first fills the cache.
  for (let run = 0; run <= runs; run += 1) {
    const { words, env, input } = program.command(await courts.open(40));
    const { wall } = await cost([node, ...words.slice(1)], { ...env, HOME: home }, input);
    if (run > 0) walls.push(wall);
  }
  const start = startTimes(runs * 3, node, home);
  rmSync(home, { recursive: true });
  return { version, start, link: median(walls) };
}
