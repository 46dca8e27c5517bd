import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { runProgram, startProgram } from './program.ts';
import { openTerminal } from './terminal.ts';
import type { Terminal, TerminalOptions } from './terminal.ts';

let folder = '';
const script = (name: string): string => join(folder, `${name}.mjs`);

const SCRIPTS: Record<string, string> = {
  told: `
    let input = '';
    for await (const chunk of process.stdin) input += chunk;
    console.log(JSON.stringify({ args: process.argv.slice(2), input }));
    console.error('grüße');
    process.exitCode = 3;`,
  env: `console.log(JSON.stringify(process.env));`,
  waits: `process.on('SIGTERM', () => process.exit(143)); setInterval(() => {}, 1000); console.log('ready');`,
  terminal: `
    const size = () => console.error(process.stdout.columns + 'x' + process.stdout.rows);
    console.error([process.stdin, process.stdout, process.stderr].map((s) => s.isTTY === true).join(' '));
    size(); process.stdout.on('resize', size);
    process.stdin.setEncoding('utf8').on('data', (line) => {
      if (line.trim() === 'bye') process.exit(7);
      if (line.trim() === 'mess') { process.stderr.write('\\x1b[?25l'); process.exit(1); }
      process.stdout.write('heard ' + line);
    });`,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'miwb-link-tools-'));
  for (const [name, source] of Object.entries(SCRIPTS)) await writeFile(script(name), source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function terminal(options: TerminalOptions): Promise<Terminal> {
  const opened = await openTerminal(options);
  onTestFinished(() => opened.close());
  return opened;
}

describe('a program run without a terminal', () => {
  test('gets the arguments and the input, and tells its code and both outputs', async () => {
    const ended = await runProgram({ script: script('told'), args: ['a b', '--c=;'], input: 'line\n' });
    expect(ended).toEqual({
      code: 3,
      signal: null,
      stdout: '{"args":["a b","--c=;"],"input":"line\\n"}\n',
      stderr: 'grüße\n',
    });
  });

  test('sees nothing of the environment the tests run in', async () => {
    const ended = await runProgram({ script: script('env'), args: [], env: { MIWB_LINK_X: '1' } });
    const env: Record<string, string> = JSON.parse(ended.stdout);
    expect(Object.keys(env).toSorted()).toEqual(
      'HOME LANG LC_ALL MIWB_LINK_X PATH TMPDIR XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR XDG_STATE_HOME'.split(
        ' ',
      ),
    );
    expect(env['HOME']).not.toBe(process.env['HOME']);
  });

  test('can be waited for and ended by a signal', async () => {
    const running = await startProgram({ script: script('waits'), args: [] });
    await running.waitFor('ready');
    running.kill('SIGTERM');
    expect(await running.ended).toEqual({ code: 143, signal: null, stdout: 'ready\n', stderr: '' });
  });

  test('that never ends is killed, and the test is told', async () => {
    const ended = runProgram({ script: script('waits'), args: [], timeoutMs: 500 });
    await expect(ended).rejects.toThrow('Still running after 500 ms.\nready');
  });
});

describe('a program run on a terminal', () => {
  test('has a terminal on all three streams, of the size asked for, and is told of a new size', async () => {
    const window = await terminal({ script: script('terminal'), args: [], columns: 100, rows: 30 });
    expect(await window.waitFor('100x30')).toBe('true true true\n100x30');
    await window.resize(60, 20);
    expect(await window.waitFor('60x20')).toBe('true true true\n100x30\n60x20');
  });

  test('hears what is typed, and its exit code is told', async () => {
    const window = await terminal({ script: script('terminal'), args: [] });
    await window.waitFor('80x24');
    await window.type('é; $HOME "x";');
    await window.press('Enter');
    expect(await window.waitFor('heard')).toBe('true true true\n80x24\né; $HOME "x";\nheard é; $HOME "x";');
    await window.type('bye');
    await window.press('Enter');
    expect(await window.exitCode()).toBe(7);
    expect(await window.leftClean()).toBe(true);
    expect(await window.screen()).toContain('bye');
  });

  test('is interrupted by Ctrl-C', async () => {
    const window = await terminal({ script: script('terminal'), args: [] });
    await window.waitFor('80x24');
    await window.press('C-c');
    expect(await window.exitCode()).toBe(130);
  });

  test('that leaves the cursor hidden is found out', async () => {
    const window = await terminal({ script: script('terminal'), args: [] });
    await window.waitFor('80x24');
    await window.type('mess');
    await window.press('Enter');
    expect(await window.exitCode()).toBe(1);
    expect(await window.leftClean()).toBe(false);
  });

  test('ended by a signal gives 128 and its number', async () => {
    const window = await terminal({ script: script('terminal'), args: [] });
    await window.waitFor('80x24');
    process.kill(await window.pid(), 'SIGTERM');
    expect(await window.exitCode()).toBe(143);
  });

  test('can have its standard output go to a file', async () => {
    const file = join(folder, 'out.txt');
    const window = await terminal({ script: script('terminal'), args: [], stdoutTo: file });
    expect(await window.waitFor('undefined')).toBe('true false true\nundefinedxundefined');
    await window.type('hello');
    await window.press('Enter');
    await window.type('bye');
    await window.press('Enter');
    await window.exitCode();
    expect(await readFile(file, 'utf8')).toBe('heard hello\n');
  });

  test('a wait in vain says what is on the screen', async () => {
    const window = await terminal({ script: script('terminal'), args: [] });
    await window.waitFor('80x24');
    await expect(window.waitFor(/nev.r/, 200)).rejects.toThrow(
      'Waited 200 ms for /nev.r/ on this screen:\ntrue true true\n80x24',
    );
  });
});
