import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../src/world/command.ts';
import type { CommandEnd } from '../../src/world/command.ts';
import { reveal } from '../../src/world/secret.ts';
import { startProgram } from '../support/program.ts';
import { poll } from '../support/poll.ts';
import { bundleScript } from '../support/script.ts';
import { answer, openTerminal } from '../support/terminal.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'miwb-link-command-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const run = (words: string[], timeoutMs = 5_000, signal = never): Promise<CommandEnd> =>
  runCommand(words, { timeoutMs, attended: false, signal });
const sh = (script: string, ...more: string[]): string[] => ['sh', '-c', script, 'sh', ...more];
const told = (end: CommandEnd): unknown => ('line' in end ? reveal(end.line) : end);

describe('a command that prints a secret', () => {
  test.each([
    ['its first line, without the end', ['printf', 'Sésame & "x"\\nnext\\n'], 'Sésame & "x"'],
    ['a line without an end', ['printf', '  p w '], '  p w '],
    ['a Windows line end is no part of it', ['printf', 'p\\r\\n'], 'p'],
    ['nothing', ['true'], ''],
    ['what a shell would read means nothing', ['echo', '$HOME `id` * ; x'], '$HOME `id` * ; x'],
  ])('%s', async (_name, words, line) => {
    expect(told(await run(words))).toBe(line);
  });

  test('a first line that prints as nothing', async () => {
    expect(JSON.stringify(await run(['echo', 'hunter2']))).toBe('{"line":"[secret]"}');
  });

  test('what it leaves running in the background is not waited for', async () => {
    const started = performance.now();
    expect(told(await run(sh('echo p; sleep 20 &')))).toBe('p');
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

describe('a command that does not', () => {
  test.each([
    ['ends badly, whatever it printed', sh('echo p; exit 3'), { failed: 'exit', code: 3, signal: null }],
    ['is killed', sh('kill -9 $$'), { failed: 'exit', code: null, signal: 'SIGKILL' }],
    ['is not there', ['/no/such/program'], { failed: 'not-found' }],
    ['may not be run', ['/etc'], { failed: 'not-allowed' }],
    ['prints bytes that are no text', ['printf', '\\377\\376'], { failed: 'not-text' }],
    ['prints without end', ['yes'], { failed: 'too-much' }],
  ])('%s', async (_name, words, end) => {
    expect(await run(words)).toEqual(end);
  });

  test('hangs: it is killed in time', async () => {
    const note = join(folder, 'pid');
    expect(await run(sh('echo $$ >"$1"; exec sleep 30', note), 700)).toEqual({ failed: 'timeout' });
    const pid = (await readFile(note, 'utf8')).trim();
    const gone = (): Promise<true | null> =>
      readFile(`/proc/${pid}/stat`, 'utf8').then(
        (stat) => (stat.includes(') Z ') ? true : null),
        () => true,
      );
    await poll(gone, 3_000, () => `process ${pid} is still there`);
  });

  test('is asked to stop', async () => {
    expect(await run(['sleep', '30'], 5_000, AbortSignal.timeout(200))).toEqual({ failed: 'stopped' });
  });
});

test('the command reads none of our secrets in its environment, nor on its command line; its complaints are shown', async () => {
  const script = await bundleScript(`
    import { runCommand } from './src/world/command.ts';
    const end = await runCommand(JSON.parse(process.argv[2]), { timeoutMs: 5000, attended: false, signal: new AbortController().signal });
    console.log('line' in end ? 'got a line' : JSON.stringify(end));
  `);
  const seen = join(folder, 'seen');
  await writeFile(
    join(folder, 'vault.sh'),
    'cat /proc/$$/environ /proc/$$/cmdline | tr "\\0" "\\n" >"$1"; echo locked >&2; echo hunter2',
  );
  try {
    const running = await startProgram({
      script: script.path,
      args: [JSON.stringify(['sh', join(folder, 'vault.sh'), seen])],
      env: {
        MIWB_LINK_PASSCODE: '111111',
        miwb_link_cmecf_password: 'lower',
        MIWB_LINK_PRACTICE_PASSCODE: '2',
        VAULT: 'kept',
      },
    });
    const { stdout, stderr } = await running.ended;
    expect({ stdout, stderr }).toEqual({ stdout: 'got a line\n', stderr: 'locked\n' });
    const lines = (await readFile(seen, 'utf8')).split('\n');
    expect(lines.filter((line) => /miwb_link/i.test(line))).toEqual([]);
    expect(lines).toContain('VAULT=kept');
  } finally {
    await script.remove();
  }
});

describe('what a command has started', () => {
  let script = { path: '', remove: async (): Promise<void> => {} };
  beforeAll(async () => {
    script = await bundleScript(`
      import { runCommand } from './src/world/command.ts';
      const signal = AbortSignal.timeout(Number(process.argv[2]));
      const end = await runCommand(process.argv.slice(3), { timeoutMs: 15_000, attended: false, signal });
      console.log('line' in end ? 'got a line' : JSON.stringify(end));
    `);
  });
  afterAll(() => script.remove());

  test('ends with it where nobody is there, and holds nothing open', async () => {
    const started = performance.now();
    const { ended } = await startProgram({ script: script.path, args: ['300', ...sh('sleep 20; echo x')] });
    expect(await ended).toMatchObject({ stdout: '{"failed":"stopped"}\n' });
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  test('may ask at the terminal, if there is one', async () => {
    const asking = 'printf "PIN? " >/dev/tty; read -r pin </dev/tty; echo "$pin"';
    const terminal = await openTerminal({ script: script.path, args: ['15000', ...sh(asking)] });
    onTestFinished(() => terminal.close());
    await answer(terminal, 'PIN?', '1234');
    expect(await terminal.waitFor('got a line')).not.toContain('failed');
  });
});
