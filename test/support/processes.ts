import { readFileSync, readdirSync } from 'node:fs';

/** What a list of processes shows of one: its words, and to its own user its environment. */
export type Shown = { words: string; environment: string };

const read = (pid: string, what: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8').replaceAll('\0', '\n').trimEnd();
  } catch {
    return ''; // it has ended
  }
};

/**
 * Looks at the list of processes every few milliseconds for all that run in this home, however they were started.
 * `stop` gives each as it was seen, once.
 */
export function watchProcesses(home: string): { stop(): Shown[] } {
  const seen = new Map<string, Shown>();
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const environment = read(pid, 'environ');
      if (!environment.split('\n').includes(`HOME=${home}`)) continue;
      const shown = { words: read(pid, 'cmdline'), environment };
      seen.set(JSON.stringify(shown), shown);
    }
  };
  const timer = setInterval(look, 5);
  return {
    stop() {
      clearInterval(timer);
      return [...seen.values()];
    },
  };
}
