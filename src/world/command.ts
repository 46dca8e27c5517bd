import { spawn } from 'node:child_process';
import process from 'node:process';
import { isatty } from 'node:tty';
import { childEnv } from './child-env.ts';
import { secret } from './secret.ts';
import type { Secret } from './secret.ts';

/** How a command ended: with its first line, or why there is none. */
export type CommandEnd =
  | { line: Secret }
  | { failed: 'not-found' | 'not-allowed' | 'timeout' | 'too-much' | 'not-text' | 'stopped' }
  | { failed: 'exit'; code: number | null; signal: string | null };

export type CommandOptions = {
  /** Milliseconds until it is ended. */
  timeoutMs: number;
  /** Somebody is at the terminal: the command may ask for a PIN there. */
  attended: boolean;
  signal: AbortSignal;
};

const MOST = 65_536; // bytes of output
const LINGER_MS = 1_000; // what it started may hold its output open

/**
 * Runs a program without a shell and gives the first line it writes, without its end. Its standard error is ours;
 * its output is shown nowhere. Never rejects.
 */
export function runCommand(words: readonly string[], options: CommandOptions): Promise<CommandEnd> {
  const [program = '', ...rest] = words;
  // What it starts ends with it then. At a terminal it stays with us, for only so may it ask there.
  const alone = process.platform !== 'win32' && !options.attended && !isatty(0) && !isatty(2);
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      stdio: [options.attended ? 'inherit' : 'ignore', 'pipe', 'inherit'],
      env: childEnv(),
      shell: false,
      windowsHide: true,
      detached: alone,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let lingering: NodeJS.Timeout | undefined;
    const kill = (): void => {
      if (!alone || child.pid === undefined) return void child.kill('SIGKILL');
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of it is gone already.
      }
    };
    const end = (ended: CommandEnd): void => {
      clearTimeout(timer);
      clearTimeout(lingering);
      process.off('exit', kill);
      options.signal.removeEventListener('abort', stop);
      child.stdout?.destroy();
      resolve(ended);
    };
    const giveUp = (failed: 'timeout' | 'too-much' | 'stopped'): void => {
      kill();
      end({ failed });
    };
    const stop = (): void => giveUp('stopped');
    const timer = setTimeout(() => giveUp('timeout'), options.timeoutMs);
    const finish = (): void => {
      const { exitCode: code, signalCode: signal } = child;
      if (code === 0) end(firstLine(Buffer.concat(chunks)));
      else end({ failed: 'exit', code, signal });
    };
    process.once('exit', kill);
    options.signal.addEventListener('abort', stop, { once: true });
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST) giveUp('too-much');
      else chunks.push(chunk);
    });
    child.once('error', (e: NodeJS.ErrnoException) =>
      end({ failed: e.code === 'ENOENT' ? 'not-found' : 'not-allowed' }),
    );
    child.once('exit', () => (lingering = setTimeout(finish, LINGER_MS)));
    child.once('close', finish);
    if (options.signal.aborted) stop();
  });
}

function firstLine(output: Buffer): CommandEnd {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(output);
    return { line: secret(/^[^\r\n]*/.exec(text)?.[0] ?? '') };
  } catch {
    return { failed: 'not-text' };
  }
}
