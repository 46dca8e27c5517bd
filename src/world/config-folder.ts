import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';

/**
 * The user's own folder for settings: `$XDG_CONFIG_HOME/miwb-link` or `~/.config/miwb-link`, on macOS
 * `~/Library/Preferences/miwb-link`, on Windows `%APPDATA%\miwb-link\Config`. A relative XDG_CONFIG_HOME does not
 * count (XDG Base Directory Specification).
 */
export function configFolder(): string {
  const { config } = envPaths('miwb-link', { suffix: '' });
  return isAbsolute(config) ? config : join(homedir(), '.config', 'miwb-link');
}
