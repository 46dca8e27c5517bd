import { randomBytes } from 'node:crypto';
import process from 'node:process';
import type { Surroundings } from './commands/surroundings.ts';
import { outcome } from './outcome.ts';
import { shippedTracker } from './shipped.ts';
import type { Stage } from './walk/session.ts';

/** Opens the real world for one command; every effect is loaded when it is first used. */
export function openWorld(version: string): Surroundings {
  const stage: Stage = { submitted: 'no' };
  const signal = signals(stage);
  const { stdin, stdout, stderr, env } = process;
  return {
    env,
    version,
    get tracker() {
      return shippedTracker();
    },
    clock: {
      now: () => Date.now(),
      pause: async (ms, until) => (await import('./world/clock.ts')).systemClock.pause(ms, until),
    },
    signal,
    stage,
    terminal: stdin.isTTY && stderr.isTTY,
    get columns() {
      return stderr.columns || 80;
    },
    color: colorful(),
    accessible: accessible(),
    openWeb: async (options) => (await import('./world/web.ts')).openWeb(options),
    openPerson: async (color, beforeSpeaking) => {
      const world = { input: stdin, output: stderr, signal, color: color && colorful(), beforeSpeaking };
      return accessible()
        ? (await import('./world/person-plain.ts')).openPlainPerson(world)
        : (await import('./world/person.ts')).openPerson(world);
    },
    openProgress: async ({ color, quiet }) => {
      const { openProgress } = await import('./world/progress.ts');
      if (quiet) return silent;
      return openProgress({
        output: stderr,
        spinner: stderr.isTTY && !accessible(),
        color: color && colorful(),
      });
    },
    runCommand: async (command, how) => (await import('./world/command.ts')).runCommand(command, how),
    openKeychain: async (how) => (await import('./world/keychain.ts')).openKeychain(how),
    openKeep: async () => {
      const [{ files }, { stateFolder }, { configFolder }] = await Promise.all([
        import('./world/files.ts'),
        import('./world/state-folder.ts'),
        import('./world/config-folder.ts'),
      ]);
      return { files, stateFolder: stateFolder(), configFolder: configFolder() };
    },
    lookAt: async (...what) => (await import('./world/web-look.ts')).lookAt(...what),
    lookAtFolder: async (path) => (await import('./world/folder-sight.ts')).lookAtFolder(path),
    runtime: {
      node: process.versions.node,
      openssl: process.versions.openssl,
      system: `${process.platform} ${process.arch}`,
    },
    readStdin: readAll,
    readFile: async (path) => (await import('./world/read-text.ts')).readText(path),
    tell: (text) => void stderr.write(`${text}\n`),
    random: Math.random,
    ahead: () => -new Date().getTimezoneOffset(),
    boundary: () => `----miwb-link-${randomBytes(12).toString('hex')}`,
    say: (text) => void stdout.write(text),
  };
}

const silent = { step: (): void => {}, done: (): void => {}, fail: (): void => {}, stop: (): void => {} };

function colorful(): boolean {
  const { env, stderr } = process;
  return stderr.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Whether ACCESSIBLE asks for plain lines that a screen reader can read: nothing redrawn, no columns. */
function accessible(): boolean {
  return (process.env['ACCESSIBLE'] ?? '') !== '';
}

/** Reads standard input to its end, at most `limit` bytes. */
async function readAll(limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) break;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const reasons = { SIGINT: 'interrupted', SIGTERM: 'terminated', SIGHUP: 'hung-up' } as const;

let exitCode: number | null = null;

/** The result has been told: from here on a signal ends the program with this code. */
export function over(code: number): void {
  exitCode = code;
}

/**
 * The first signal asks the run to stop; the second ends the program where it is. From the final Submit on, a signal
 * stops nothing: the answer is waited for, and the code of an early end is 8.
 */
function signals(stage: Stage): AbortSignal {
  const controller = new AbortController();
  const say = (text: string): void => void process.stderr.write(`\n${text}\n`);
  for (const [name, reason] of Object.entries(reasons)) {
    process.on(name, () => {
      if (exitCode !== null) process.exit(exitCode);
      const sent = stage.submitted !== 'no';
      if (controller.signal.aborted) {
        say(
          sent
            ? cutOff
            : 'Stopped at once. The final Submit was not sent. The session may still be open at the court.',
        );
        process.exit(sent ? 8 : outcome(reason).exitCode);
      }
      say(sent ? underWay : 'Stopping. The final Submit was not sent.');
      controller.abort(reason);
    });
  }
  return controller.signal;
}

const underWay = 'The final Submit has been sent and cannot be called back; waiting for the court’s answer.';
const cutOff = `Cut off after the final Submit. ${outcome('outcome-unknown').nextStep}`;
