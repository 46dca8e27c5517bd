import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export type Home = { path: string; remove(): Promise<void> };

/** A folder that stands for somebody's home, with nothing in it yet. */
export async function makeHome(): Promise<Home> {
  const path = await mkdtemp(join(tmpdir(), 'miwb-link-test-'));
  await mkdir(join(path, 'run'), { mode: 0o700 });
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** An environment with nothing of this machine in it but the way to `node`: no proxies, no settings. */
export function cleanEnv(home: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    TMPDIR: tmpdir(),
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    ...more,
  };
}
