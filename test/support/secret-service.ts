import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cleanEnv } from './clean-env.ts';
import { poll } from './poll.ts';
import type { Ended } from './program.ts';

/** unlocked: open to everybody here; locked: made in an earlier session, and nobody has unlocked it since. */
export type SecretServiceState = 'unlocked' | 'locked';

const START: Record<SecretServiceState, string> = {
  unlocked: `printf 'test-pass\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null`,
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null',
};

/**
 * Runs a shell script on a bus of its own with a real Secret Service (gnome-keyring), whose keyrings lie
 * under `home`. The script can use `secret-tool`.
 */
export function withSecretService(home: string, state: SecretServiceState, script: string): Promise<Ended> {
  const whole = `mkdir -p -m 700 "$XDG_DATA_HOME"; ${START[state]}; ${script}`;
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', whole], { env: cleanEnv(home) });
  const said = { stdout: '', stderr: '' };
  child.stdin.end();
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...said }));
  });
}

/** The address of a bus that takes connections and never says a word, until the running test is over. */
export async function silentBus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'miwb-link-bus-'));
  const path = join(folder, 'bus');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.resume().on('error', () => {});
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await rm(folder, { recursive: true, force: true });
  });
  return `unix:path=${path}`;
}

/**
 * Keeps a Secret Service up until the running test is over, for a program that is started elsewhere (on a terminal).
 * Gives the environment that leads to it.
 */
export async function secretServiceUp(
  home: string,
  state: SecretServiceState,
): Promise<Record<string, string>> {
  const [note, over] = [join(home, 'bus-address'), join(home, 'bus-over')];
  await rm(note, { force: true });
  const wait = `while [ ! -e '${over}' ]; do sleep 0.1; done`;
  const ended = withSecretService(home, state, `echo "$DBUS_SESSION_BUS_ADDRESS" >'${note}'; ${wait}`);
  onTestFinished(async () => {
    await writeFile(over, '');
    await ended;
  });
  const address = await poll(
    async () => (await readFile(note, 'utf8').catch(() => '')).trim() || null,
    10_000,
    () => 'the Secret Service did not come up',
  );
  return { DBUS_SESSION_BUS_ADDRESS: address };
}
