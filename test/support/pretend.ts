const script = (code: string): string => `--import=data:text/javascript,${encodeURIComponent(code)}`;

/** An environment in which Node takes this machine for one of another system, for what is decided by its name. */
export function pretended(platform: 'darwin' | 'win32'): { NODE_OPTIONS: string } {
  const owners = platform === 'win32' ? 'delete process.getuid;' : '';
  const code = `Object.defineProperty(process, 'platform', { value: '${platform}' });${owners}`;
  return { NODE_OPTIONS: script(code) };
}

/** An environment in which SIGUSR2 reaches the program as Windows' Ctrl-Break does. */
export const ctrlBreak = {
  NODE_OPTIONS: script(`process.on('SIGUSR2', () => process.emit('SIGBREAK', 'SIGBREAK'));`),
};
