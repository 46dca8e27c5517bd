import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cleanEnv, makeHome } from './clean-env.ts';
import { holds, poll } from './poll.ts';
import { commandOf } from './program.ts';

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
  /** A program that needs no Node, instead of Node with a script. */
  executable?: string;
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
  /** After the end: is the cursor visible and is the terminal in the modes it was in before? */
  leftClean(): Promise<boolean>;
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

// Keeps what tmux does not always tell: the program's process id, how it ended, and the terminal's modes
// around it. The traps are there so that a Ctrl-C reaches the program and leaves its watcher waiting.
const WATCHER = `
trap : INT QUIT TERM
stty -g >"$0/before"
sh -c 'echo $$ >"$0/pid"; exec "$@"' "$0" "$@"
echo $? >"$0/code.new"
stty -g >"$0/after"
mv "$0/code.new" "$0/code"
exec sleep 100000
`;

function commandLine(options: TerminalOptions, folder: string): string[] {
  const home = options.home ?? folder;
  const env = Object.entries(cleanEnv(home, { TERM: 'tmux-256color', ...options.env }));
  const program = commandOf(options);
  const redirected =
    options.stdoutTo === undefined ? program : ['sh', '-c', 'exec "$@" >"$0"', options.stdoutTo, ...program];
  const assignments = env.map(([name, value]) => `${name}=${value}`);
  return ['sh', '-c', WATCHER, folder, 'env', '-i', ...assignments, ...redirected].map(literal);
}

/** Waits for a question on the screen, types the answer, and presses Enter. */
export async function answer(screen: Terminal, question: string | RegExp, text: string): Promise<void> {
  await screen.waitFor(question);
  await screen.type(text);
  await screen.press('Enter');
}

/** Runs the program on a real pseudo-terminal, a tmux window of its own that nobody looks at. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const home = await makeHome();
  const folder = home.path;
  const socket = `miwb-link-${randomUUID()}`;
  const env = cleanEnv(folder, { TMUX_TMPDIR: folder, TERM: 'tmux-256color' });
  const tmux = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('tmux', ['-L', socket, '-f', '/dev/null', '-u', ...args], { env });
    return stdout;
  };
  const size = [`-x${options.columns ?? 80}`, `-y${options.rows ?? 24}`];
  const settings = ['set-option', '-g', 'history-limit', '5000', ';', 'set-option', '-g', 'status', 'off'];
  const session = ['new-session', '-d', ...size, '-c', options.home ?? folder, '--'];
  await tmux('start-server', ';', ...settings, ';', ...session, ...commandLine(options, folder));

  const capture = async (...more: string[]): Promise<string> =>
    tidy(await tmux('capture-pane', '-p', '-J', ...more));
  const noted = async (name: string): Promise<string | null> =>
    (await readFile(join(folder, name), 'utf8').catch(() => '')).trim() || null;
  const waitForNote = async (name: string, timeoutMs: number, waiting: string): Promise<string> => {
    let screen = '';
    return poll(
      async () => {
        const note = await noted(name);
        if (note === null) screen = await capture();
        return note;
      },
      timeoutMs,
      () => `${waiting} after ${timeoutMs} ms:\n${screen}`,
    );
  };

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
    exitCode: async (timeoutMs = 10_000) => Number(await waitForNote('code', timeoutMs, 'Still running')),
    async leftClean() {
      await waitForNote('code', 10_000, 'Still running');
      const cursor = (await tmux('display-message', '-p', '#{cursor_flag}')).trim();
      return cursor === '1' && (await noted('before')) === (await noted('after'));
    },
    resize: async (columns, rows) => void (await tmux('resize-window', `-x${columns}`, `-y${rows}`)),
    pid: async () => Number(await waitForNote('pid', 10_000, 'Not started')),
    async close() {
      await tmux('kill-server').catch(() => {});
      await home.remove();
    },
  };
}
