import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cleanEnv, makeHome } from './clean-env.ts';
import { holds, poll } from './poll.ts';

/** The program as it is installed. It runs what `npm run build` left in dist/. */
export const PROGRAM = fileURLToPath(new URL('../../bin/miwb-link.js', import.meta.url));

export type ProgramOptions = {
  args: string[];
  /** Added to an environment that holds nothing else of this machine. */
  env?: Record<string, string>;
  /** Written to standard input, which then ends. */
  input?: string | Uint8Array;
  /** A home to run in, kept afterwards; without it a new one, removed at the end. */
  home?: string;
  /** Milliseconds until the program is killed and the test told. */
  timeoutMs?: number;
  /** Another script than the program, for the tools' own tests. */
  script?: string;
  /** A program that needs no Node, instead of Node with a script. */
  executable?: string;
};

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

export type Running = {
  pid: number;
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  /** Waits until standard output or standard error holds `wanted`. */
  waitFor(wanted: string | RegExp, timeoutMs?: number): Promise<void>;
  ended: Promise<Ended>;
};

/** What is started, and with which words. */
export function commandOf({
  executable,
  script = PROGRAM,
  args,
}: Pick<ProgramOptions, 'executable' | 'script' | 'args'>): string[] {
  return executable === undefined ? [process.execPath, script, ...args] : [executable, ...args];
}

/** Starts the program without a terminal and leaves it running. */
export async function startProgram(options: ProgramOptions): Promise<Running> {
  const ownHome = options.home === undefined ? await makeHome() : null;
  const home = options.home ?? ownHome?.path ?? '';
  const timeoutMs = options.timeoutMs ?? 30_000;
  const [command = '', ...args] = commandOf(options);
  const child = spawn(command, args, {
    env: cleanEnv(home, options.env),
    cwd: home,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');

  const finished = new Promise<Ended>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Still running after ${timeoutMs} ms.\n${said.stdout}\n${said.stderr}`));
    }, timeoutMs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...said });
    });
  });
  const tidied = async (): Promise<Ended> => {
    try {
      return await finished;
    } finally {
      await ownHome?.remove();
    }
  };
  const ended = tidied();
  // A test that never awaits the end is told by what it does await.
  ended.catch(() => {});

  return {
    pid: child.pid ?? 0,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    kill: (signal) => void child.kill(signal),
    async waitFor(wanted, within = 10_000) {
      await poll(
        () => (holds(said.stdout, wanted) || holds(said.stderr, wanted) ? true : null),
        within,
        () => `Waited ${within} ms for ${String(wanted)}:\n${said.stdout}\n${said.stderr}`,
      );
    },
    ended,
  };
}

/** Runs the program without a terminal, to its end. */
export async function runProgram(options: ProgramOptions): Promise<Ended> {
  const running = await startProgram(options);
  return running.ended;
}
