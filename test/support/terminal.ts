import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { cleanEnv, makeHome } from './clean-env.ts';
import { holds, poll } from './poll.ts';
import { PROGRAM } from './program.ts';

const run = promisify(execFile);

export type TerminalOptions = {
  args: string[];
  env?: Record<string, string>;
  columns?: number;
  rows?: number;
  /** A home to run in, kept afterwards; without it a new one, removed by `close`. */
  home?: string;
  /** Sends standard output to this file; standard input and error stay on the terminal. */
  stdoutTo?: string;
  /** Another script than the program, for the tools' own tests. */
  script?: string;
};

export type Terminal = {
  /** Types text as it stands, without Enter. */
  type(text: string): Promise<void>;
  /** Presses keys by tmux's names, in order: Enter, Up, Down, BSpace, Tab, Escape, C-c, C-d … */
  press(...keys: string[]): Promise<void>;
  /** What is on the screen now; lines that the terminal itself wrapped are joined again. */
  screen(): Promise<string>;
  /** The same with everything that has scrolled off, and with colours and other styles where `styled`. */
  everything(styled?: boolean): Promise<string>;
  /** Waits until the screen holds `wanted` and gives the screen. */
  waitFor(wanted: string | RegExp, timeoutMs?: number): Promise<string>;
  /** Waits until the program has ended; 128 + n where signal n ended it. */
  exitCode(timeoutMs?: number): Promise<number>;
  resize(columns: number, rows: number): Promise<void>;
  /** The program's process id. */
  pid(): Promise<number>;
  close(): Promise<void>;
};

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();

// tmux takes a semicolon at the end of an argument for the end of its command.
const literal = (argument: string): string => argument.replace(/;$/, '\\;');

function commandLine(options: TerminalOptions, home: string): string[] {
  const env = Object.entries(cleanEnv(home, { TERM: 'tmux-256color', ...options.env }));
  const program = [process.execPath, options.script ?? PROGRAM, ...options.args];
  const redirected =
    options.stdoutTo === undefined ? program : ['sh', '-c', 'exec "$@" >"$0"', options.stdoutTo, ...program];
  return ['env', '-i', ...env.map(([name, value]) => `${name}=${value}`), ...redirected].map(literal);
}

/** Runs the program on a real pseudo-terminal, a tmux window of its own that nobody looks at. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const home = await makeHome();
  const socket = `miwb-link-${randomUUID()}`;
  const env = cleanEnv(home.path, { TMUX_TMPDIR: home.path, TERM: 'tmux-256color' });
  const tmux = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('tmux', ['-L', socket, '-f', '/dev/null', '-u', ...args], { env });
    return stdout;
  };
  const size = [`-x${options.columns ?? 80}`, `-y${options.rows ?? 24}`];
  // Without remain-on-exit the window of a program that ends at once would be gone before it was seen.
  const settings = [
    'set-option',
    '-g',
    'remain-on-exit',
    'on',
    ';',
    'set-option',
    '-g',
    'history-limit',
    '5000',
  ];
  const started = ['new-session', '-d', ...size, '-c', options.home ?? home.path];
  await tmux(
    'start-server',
    ';',
    ...settings,
    ';',
    ...started,
    '--',
    ...commandLine(options, options.home ?? home.path),
  );

  const capture = async (...more: string[]): Promise<string> =>
    tidy(await tmux('capture-pane', '-p', '-J', ...more));
  const told = async (format: string): Promise<string> =>
    (await tmux('display-message', '-p', format)).trim();

  return {
    type: async (text) => void (await tmux('send-keys', '-l', '--', literal(text))),
    press: async (...keys) => void (await tmux('send-keys', ...keys)),
    screen: () => capture(),
    everything: (styled = false) => capture('-S', '-', ...(styled ? ['-e'] : [])),
    async waitFor(wanted, timeoutMs = 10_000) {
      let screen = '';
      return poll(
        async () => {
          screen = await capture();
          return holds(screen, wanted) ? screen : null;
        },
        timeoutMs,
        () => `Waited ${timeoutMs} ms for ${String(wanted)} on this screen:\n${screen}`,
      );
    },
    async exitCode(timeoutMs = 10_000) {
      let screen = '';
      const status = await poll(
        async () => {
          const dead = await told('#{pane_dead} #{pane_dead_status} #{pane_dead_signal}');
          if (dead.startsWith('1')) return dead;
          screen = await capture();
          return null;
        },
        timeoutMs,
        () => `Still running after ${timeoutMs} ms:\n${screen}`,
      );
      const [, code = '', signal = ''] = status.split(' ');
      return code === '' ? 128 + Number(signal) : Number(code);
    },
    resize: async (columns, rows) => void (await tmux('resize-window', `-x${columns}`, `-y${rows}`)),
    pid: async () => Number(await told('#{pane_pid}')),
    async close() {
      await tmux('kill-server').catch(() => {});
      await home.remove();
    },
  };
}
