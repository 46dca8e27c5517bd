import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

/** The user's own folders: `state` for what is kept between runs, never a secret, and `config` for settings. */
export type Folders = { state: string; config: string };

/**
 * Where they are by the customs of the system, whether they are there yet or not. Linux: `$XDG_STATE_HOME/miwb-link` or
 * `~/.local/state/miwb-link`, and `$XDG_CONFIG_HOME/miwb-link` or `~/.config/miwb-link`; a relative one does not count
 * (XDG Base Directory Specification). macOS: under `~/Library`, `Application Support/miwb-link` and
 * `Preferences/miwb-link`. Windows: `%LOCALAPPDATA%\miwb-link\Data` and `%APPDATA%\miwb-link\Config`.
 */
export function userFolders(): Folders {
  const { data, log, config } = envPaths('miwb-link', { suffix: '' });
  // The library has no name for XDG_STATE_HOME, and keeps logs there.
  const state = process.platform === 'darwin' || process.platform === 'win32' ? data : log;
  const own = (path: string, otherwise: string): string =>
    isAbsolute(path) ? path : join(home(), otherwise, 'miwb-link');
  return { state: own(state, join('.local', 'state')), config: own(config, '.config') };
}

/** What HOME says where it is a whole path, else what the system knows. */
function home(): string {
  const named = homedir();
  return isAbsolute(named) ? named : userInfo().homedir;
}
