import process from 'node:process';
import type { Surroundings } from './commands/surroundings.ts';
import { shippedTracker } from './shipped.ts';
import { signals } from './signals.ts';
import { accessible, attended, colorful } from './terminal.ts';
import type { Stage } from './walk/session.ts';

/** Opens the real world for one command; every effect is loaded when it is first used. */
export function openWorld(version: string): Surroundings {
  const signal = signals(stage);
  const { stdout, stderr, env } = process;
  return {
    env,
    version,
    get tracker() {
      return shippedTracker();
    },
    clock: {
      now: () => Date.now(),
      elapsed: () => performance.now(),
      pause: async (ms, until) => (await import('./world/clock.ts')).systemClock.pause(ms, until),
    },
    signal,
    stage,
    terminal: attended(),
    get columns() {
      return stderr.columns || 80;
    },
    color: colorful(),
    accessible: accessible(),
    openWeb: async (options) => (await import('./world/web.ts')).openWeb(options),
    openPerson: async (color, beforeSpeaking) => {
      const world = {
        input: process.stdin,
        output: stderr,
        signal,
        color: color && colorful(),
        beforeSpeaking,
      };
      return accessible()
        ? (await import('./world/person-plain.ts')).openPlainPerson(world)
        : (await import('./world/person.ts')).openPerson(world);
    },
    openProgress: async ({ color, quiet }) => {
      if (quiet) return silent;
      const { openProgress } = await import('./world/progress.ts');
      return openProgress({
        output: stderr,
        spinner: stderr.isTTY && !accessible(),
        color: color && colorful(),
      });
    },
    runCommand: async (command, how) => (await import('./world/command.ts')).runCommand(command, how),
    openKeychain: async (how) => (await import('./world/keychain.ts')).openKeychain(how),
    openKeep: async () => {
      const [{ files }, { userFolders }] = await Promise.all([
        import('./world/files.ts'),
        import('./world/folders.ts'),
      ]);
      const { state, config } = userFolders();
      return { files, stateFolder: state, configFolder: config };
    },
    lookAt: async (...what) => (await import('./world/web-look.ts')).lookAt(...what),
    lookAtFolder: async (path) => (await import('./world/folder-sight.ts')).lookAtFolder(path),
    runtime: {
      node: process.versions.node,
      openssl: process.versions.openssl,
      system: `${process.platform} ${process.arch}`,
    },
    readStdin: async (limit) => (await import('./world/read-text.ts')).readStdin(limit, signal),
    readFile: async (...what) => (await import('./world/read-text.ts')).readText(...what),
    tell: (text) => void stderr.write(`${text}\n`),
    random: Math.random,
    ahead: () => -new Date().getTimezoneOffset(),
    // Loaded when the first form is sent; the first request leaves sooner without.
    boundary: () =>
      `----miwb-link-${process.getBuiltinModule('node:crypto').randomBytes(12).toString('hex')}`,
    say: (text) => void stdout.write(text),
  };
}

/** How far the run is that this process makes. */
export const stage: Stage = { submitted: 'no', linkFormOpen: false, where: null };

const silent = { step: (): void => {}, done: (): void => {}, fail: (): void => {}, stop: (): void => {} };
