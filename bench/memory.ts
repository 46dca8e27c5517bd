import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';

const interval = 20; // ms

/** The most memory (MB) that a command and all its processes held at once, pages that they share counted once. */
export async function peakOfAll(
  words: string[],
  env: Record<string, string>,
  input: string,
): Promise<number> {
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, {
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  let peak = 0;
  const timer = setInterval(() => {
    const held = family(child.pid ?? 0).reduce((sum, pid) => sum + proportional(pid), 0);
    peak = Math.max(peak, held / 1024);
  }, interval);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${String(code)}`);
  return peak;
}

/** A process and all that descend from it. */
function family(top: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)))
    parents.set(Number(name), Number(/\) \S (\d+)/.exec(told(`/proc/${name}/stat`))?.[1] ?? 0));
  const found = [top];
  for (const one of found) for (const [pid, parent] of parents) if (parent === one) found.push(pid);
  return found;
}

/** The proportional set size of a process (kB); 0 once it is gone. */
function proportional(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(told(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function told(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
