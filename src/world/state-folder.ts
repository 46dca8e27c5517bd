import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

/**
 * The user's own folder for what the program keeps between runs: `$XDG_STATE_HOME/miwb-link` or
 * `~/.local/state/miwb-link`, on macOS `~/Library/Application Support/miwb-link`, on Windows
 * `%LOCALAPPDATA%\miwb-link\Data`. A relative XDG_STATE_HOME does not count (XDG Base Directory Specification).
 */
export function stateFolder(): string {
  const { data, log } = envPaths('miwb-link', { suffix: '' });
  const found = process.platform === 'darwin' || process.platform === 'win32' ? data : log;
  return isAbsolute(found) ? found : join(homedir(), '.local', 'state', 'miwb-link');
}
