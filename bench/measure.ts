import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What one run took: seconds of wall and CPU time (all processes). */
export type Cost = { wall: number; cpu: number };

export type Person = Record<string, string>;
export type Opened = { address: string; person: Person };
export type Courts = {
  open(delayMs: number): Promise<Opened>;
  log(): Promise<{ requests: number; links: number }>;
  close(): void;
};

/** Practice courts in one other process, which is warm after the first few. */
export function startCourts(scenario: string): Courts {
  const child: ChildProcess = spawn('node', ['scripts/run-ts.mjs', 'bench/court.ts', scenario], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout === null || child.stdin === null) throw new Error('no pipes');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { stdin } = child;
  const ask = async (line: string): Promise<unknown> => {
    stdin.write(`${line}\n`);
    return JSON.parse(String((await lines.next()).value));
  };
  return {
    open: async (delayMs) => (await ask(`open ${delayMs}`)) as Opened,
    log: async () => (await ask('log')) as { requests: number; links: number },
    close: () => stdin.end(),
  };
}

/** Runs a command to its end and says what it took. Rejects if it fails. */
export function cost(words: string[], env: Record<string, string> = {}, input = ''): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const child = spawn('/usr/bin/time', ['-f', '\n%U %S', ...words], {
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const started = performance.now();
    child.once('close', (code) => {
      const wall = (performance.now() - started) / 1000;
      const [user = 0, system = 0] = (said.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
      if (code === 0) resolve({ wall, cpu: user + system });
      else reject(new Error(`${words.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}

/** The middle of some numbers. */
export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
