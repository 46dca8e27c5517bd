import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeHome } from '../support/clean-env.ts';
import { poll } from '../support/poll.ts';
import { runProgram } from '../support/program.ts';
import { bundleScript } from '../support/script.ts';
import { openTerminal } from '../support/terminal.ts';

// A program that goes through some steps, each until it is sent on where it is slow, and then asks.
const WORKER = `
  import { isCancelled, openPerson } from './src/world/person.ts';
  import { openProgress } from './src/world/progress.ts';
  import { writeFileSync } from 'node:fs';
  process.on('SIGHUP', () => {});
  process.stdout.on('error', () => {});
  process.on('exit', (code) => { if (process.env.LOG) writeFileSync(process.env.LOG, 'exit ' + code); });
  const ways = new Set(process.argv.slice(2));
  const progress = await openProgress({
    output: process.stderr, spinner: ways.has('spinner'), color: ways.has('color'),
  });
  const alive = setInterval(() => {}, 1_000);
  process.on('SIGUSR2', () => {});
  const step = async (text: string) => {
    progress.step(text);
    if (ways.has('slow')) await new Promise((go) => process.once('SIGUSR2', go));
  };
  await step('Signing on');
  await step('Looking for the link form');
  if (ways.has('done')) progress.done();
  if (ways.has('fail')) progress.fail();
  if (ways.has('stop')) progress.stop();
  if (ways.has('wait')) await new Promise(() => {});
  if (ways.has('ask')) {
    const person = openPerson({
      input: process.stdin, output: process.stderr, signal: new AbortController().signal, color: false,
      beforeSpeaking: () => progress.stop(),
    });
    console.log(await person.confirm({ message: 'Submit?' }).catch((e) => (isCancelled(e) ? 'cancelled' : e)));
  }
  clearInterval(alive);
  console.log('end');`;

let script = { path: '', remove: async (): Promise<void> => {} };
beforeAll(async () => {
  script = await bundleScript(WORKER);
});
afterAll(() => script.remove());

async function working(...args: string[]) {
  const terminal = await openTerminal({ script: script.path, args });
  onTestFinished(() => terminal.close());
  const sendOn = async (): Promise<void> => void process.kill(await terminal.pid(), 'SIGUSR2');
  return { ...terminal, sendOn };
}

const TURNING = '[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]';
const SIGNING_ON = new RegExp(`^${TURNING} Signing on$`, 'm');
const LOOKING = new RegExp(`^${TURNING} Looking for the link form$`, 'm');

describe('without a spinner', () => {
  test.each(['done', 'fail', 'stop'])(
    'every step is one plain line on standard error, and %s none',
    async (way) => {
      expect(await runProgram({ script: script.path, args: [way] })).toEqual({
        code: 0,
        signal: null,
        stdout: 'end\n',
        stderr: 'Signing on …\nLooking for the link form …\n',
      });
    },
  );
});

describe('with a spinner', () => {
  test.each([
    ['done', '✔ Signing on\n✔ Looking for the link form\nend'],
    ['fail', '✔ Signing on\n✖ Looking for the link form\nend'],
    ['stop', '✔ Signing on\nend'],
  ])('a step that is over leaves one line, and the terminal is left clean: %s', async (way, screen) => {
    const terminal = await working('spinner', 'slow', way);
    await terminal.waitFor(SIGNING_ON);
    await terminal.sendOn();
    await terminal.waitFor(LOOKING);
    await terminal.sendOn();
    expect(await terminal.exitCode()).toBe(0);
    expect([await terminal.everything(), await terminal.leftClean()]).toEqual([screen, true]);
  });

  test('a step that is running turns, in colour only if wanted', async () => {
    for (const [ways, coloured] of [
      [['color'], true],
      [[], false],
    ] as const) {
      const terminal = await working('spinner', 'slow', ...ways, 'done');
      await terminal.waitFor(SIGNING_ON);
      expect((await terminal.everything(true)).includes('\u001b[36m')).toBe(coloured);
      await terminal.sendOn();
      await terminal.waitFor(LOOKING);
      await terminal.sendOn();
      await terminal.exitCode();
      expect((await terminal.everything(true)).includes('\u001b[32m✔')).toBe(coloured);
    }
  });

  test('Ctrl-C ends the program while it turns, and the cursor comes back', async () => {
    const terminal = await working('spinner', 'wait');
    await terminal.waitFor('Looking for the link form');
    await terminal.press('C-c');
    expect(await terminal.exitCode()).toBe(130);
    expect(await terminal.leftClean()).toBe(true);
  });

  test('on a terminal that does not know its width, a step turns and a question opens all the same', async () => {
    const turning = `stty cols 0 rows 0; exec "$0" "$@"`;
    const args = ['-c', turning, process.execPath, script.path, 'spinner', 'slow', 'ask'];
    const terminal = await openTerminal({ executable: 'sh', args });
    onTestFinished(() => terminal.close());
    await terminal.waitFor(SIGNING_ON);
    process.kill(await terminal.pid(), 'SIGUSR2');
    await terminal.waitFor(LOOKING);
    process.kill(await terminal.pid(), 'SIGUSR2');
    await terminal.waitFor('? Submit? (y/N)');
    await terminal.press('Enter');
    expect(await terminal.exitCode()).toBe(0);
    expect((await terminal.everything()).split('\n').slice(-3)).toEqual(['✔ Submit? No', 'false', 'end']);
  });

  test('it stops where a question opens, and what was typed meanwhile does not answer', async () => {
    const terminal = await working('spinner', 'slow', 'ask');
    await terminal.waitFor(SIGNING_ON);
    await terminal.sendOn();
    await terminal.waitFor(LOOKING);
    await terminal.type('y');
    await terminal.press('Enter');
    // tmux has handed the keys on by the time it answers again.
    await terminal.screen();
    await terminal.sendOn();
    await terminal.waitFor('? Submit? (y/N)');
    await terminal.press('Enter');
    expect(await terminal.exitCode()).toBe(0);
    const screen = await terminal.everything();
    expect(screen.split('\n').slice(-3)).toEqual(['✔ Submit? No', 'false', 'end']);
    expect(await terminal.leftClean()).toBe(true);
  });

  test('closing the window while it turns does not end the program', async () => {
    const home = await makeHome();
    onTestFinished(() => home.remove());
    const log = join(home.path, 'log');
    const terminal = await openTerminal({
      script: script.path,
      args: ['spinner', 'slow', 'done'],
      env: { LOG: log },
    });
    await terminal.waitFor(SIGNING_ON);
    const pid = await terminal.pid();
    await terminal.close();
    const told = await poll(
      () => {
        if (existsSync(log)) return readFileSync(log, 'utf8');
        process.kill(pid, 'SIGUSR2');
        return null;
      },
      10_000,
      () => 'never ended',
    );
    expect(told).toBe('exit 0');
  });
});
