import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeHome } from '../support/clean-env.ts';
import { poll } from '../support/poll.ts';
import { runProgram } from '../support/program.ts';
import { bundleScript } from '../support/script.ts';
import { openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';

// A program that asks what its first argument names, and tells on standard output what came of it.
const ASKER = `
  import { appendFileSync } from 'node:fs';
  import { isCancelled, openPerson } from './src/world/person.ts';
  import { reveal } from './src/world/secret.ts';
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  const alive = setInterval(() => {}, 1_000);
  const person = openPerson({
    input: process.stdin, output: process.stderr, signal: stop.signal, color: process.env.COLOR === '1',
  });
  const questions: Record<string, () => Promise<unknown>> = {
    text: () => person.text({ message: 'CM/ECF login:' }),
    initial: () => person.text({ message: 'Court:', initial: 'miwb' }),
    validated: () => person.text({
      message: 'One-time passcode:', validate: (value) => /^[0-9]{6}$/.test(value) || 'Six digits.',
    }),
    secret: async () => reveal(await person.secret({ message: 'CM/ECF password:' })),
    confirm: () => person.confirm({ message: 'Link these accounts?' }),
    busy: async () => {
      console.error('working');
      await new Promise((go) => process.once('SIGUSR2', go));
      return person.confirm({ message: 'Submit?' });
    },
    several: async () => {
      person.tell('Two questions.');
      return [await person.text({ message: 'First:' }), await person.confirm({ message: 'Second?' })];
    },
  };
  process.on('SIGHUP', () => {});
  process.stdout.on('error', () => {});
  process.on('exit', (code) => { if (process.env.LOG) appendFileSync(process.env.LOG, 'exit ' + code); });
  try {
    console.log(JSON.stringify(await questions[process.argv[2] ?? '']?.()));
  } catch (e) {
    if (process.env.LOG) appendFileSync(process.env.LOG, (isCancelled(e) ? 'cancelled' : e) + '\\n');
    person.tell('Nothing was sent.');
    console.log(isCancelled(e) ? 'cancelled' : e);
    process.exitCode = 3;
  }
  clearInterval(alive);`;

let script = { path: '', remove: async (): Promise<void> => {} };
beforeAll(async () => {
  script = await bundleScript(ASKER);
});
afterAll(() => script.remove());

const logged = (path: string, wanted: string): string | null => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text.includes(wanted) ? text : null;
};

async function asked(question: string, env: Record<string, string> = {}): Promise<Terminal> {
  const terminal = await openTerminal({ script: script.path, args: [question], env });
  onTestFinished(() => terminal.close());
  return terminal;
}

async function ending(terminal: Terminal): Promise<{ screen: string; code: number; clean: boolean }> {
  const code = await terminal.exitCode();
  return { screen: await terminal.everything(), code, clean: await terminal.leftClean() };
}

describe('a question', () => {
  test('for text gives what was typed', async () => {
    const terminal = await asked('text');
    await terminal.waitFor('CM/ECF login:');
    await terminal.type('smith&jones $*');
    await terminal.press('Enter');
    expect(await ending(terminal)).toEqual({
      screen: '✔ CM/ECF login: smith&jones $*\n"smith&jones $*"',
      code: 0,
      clean: true,
    });
  });

  test('for text offers an answer to keep; what is typed takes its place', async () => {
    const kept = await asked('initial');
    await kept.waitFor('miwb');
    await kept.press('Enter');
    expect((await ending(kept)).screen).toBe('✔ Court: miwb\n"miwb"');
    const changed = await asked('initial');
    await changed.waitFor('miwb');
    await changed.type('miwp');
    await changed.press('Enter');
    expect((await ending(changed)).screen).toBe('✔ Court: miwp\n"miwp"');
  });

  test('for text says what is wrong with an answer and asks on', async () => {
    const terminal = await asked('validated');
    await terminal.waitFor('One-time passcode:');
    await terminal.type('12345');
    await terminal.press('Enter');
    expect(await terminal.waitFor('Six digits.')).toBe('? One-time passcode: 12345\n> Six digits.');
    await terminal.type('6');
    await terminal.press('Enter');
    expect((await ending(terminal)).screen).toBe('✔ One-time passcode: 123456\n"123456"');
  });

  test('for a secret shows stars while it is typed, and afterwards not even how many', async () => {
    const terminal = await asked('secret');
    await terminal.waitFor('CM/ECF password:');
    await terminal.type('Tr0ub4dor');
    expect(await terminal.waitFor('*********')).toBe('? CM/ECF password: *********');
    await terminal.press('C-t');
    await terminal.type('!');
    expect(await terminal.waitFor('**********')).toBe('? CM/ECF password: **********');
    await terminal.press('Enter');
    expect(await ending(terminal)).toEqual({
      screen: '✔ CM/ECF password: [hidden]\n"Tr0ub4dor!"',
      code: 0,
      clean: true,
    });
  });

  test.each([
    [['Enter'], false],
    [['n', 'Enter'], false],
    [['y', 'Enter'], true],
    [['y', 'e', 's', 'Enter'], true],
  ])('for yes or no, answered with %j, gives %s', async (keys, answer) => {
    const terminal = await asked('confirm');
    await terminal.waitFor('? Link these accounts? (y/N)');
    await terminal.press(...keys);
    const { screen, code } = await ending(terminal);
    expect([screen.split('\n').at(-1), code]).toEqual([String(answer), 0]);
  });

  test('for yes or no takes nothing else for an answer', async () => {
    const terminal = await asked('confirm');
    await terminal.waitFor('(y/N)');
    await terminal.type('ok');
    await terminal.press('Enter');
    await terminal.waitFor('You must answer with');
    await terminal.press('BSpace', 'BSpace', 'Enter');
    expect((await ending(terminal)).screen).toMatch(/false$/);
  });

  test('follows another, after a word', async () => {
    const terminal = await asked('several');
    await terminal.waitFor('First:');
    await terminal.type('one');
    await terminal.press('Enter');
    await terminal.waitFor('Second?');
    await terminal.press('y', 'Enter');
    expect((await ending(terminal)).screen).toBe('Two questions.\n✔ First: one\n✔ Second? Yes\n["one",true]');
  });
});

describe('keys typed before a question opens', () => {
  test('do not answer it', async () => {
    const terminal = await asked('busy');
    await terminal.waitFor('working');
    await terminal.type('y');
    await terminal.press('Enter', 'Enter');
    await terminal.waitFor(/^working\ny$/);
    process.kill(await terminal.pid(), 'SIGUSR2');
    await terminal.waitFor('Submit?');
    await terminal.press('Enter');
    const { screen, code, clean } = await ending(terminal);
    expect([screen.split('\n').at(-1), code, clean]).toEqual(['false', 0, true]);
  });

  test('do not answer the next one, pasted with the answer to the one before', async () => {
    const terminal = await asked('several');
    await terminal.waitFor('First:');
    await terminal.type('one\ry\r');
    await terminal.waitFor('Second? (y/N)');
    await terminal.press('Enter');
    expect((await ending(terminal)).screen).toMatch(/\["one",false\]$/);
  });
});

describe('a question is cancelled', () => {
  const kinds = ['text', 'secret', 'confirm'];

  test.each(kinds)('by Ctrl-C (%s), and the terminal is left clean', async (kind) => {
    const terminal = await asked(kind);
    await terminal.waitFor('?');
    await terminal.press('C-c');
    const { screen, code, clean } = await ending(terminal);
    expect([screen.split('\n').slice(-2), code, clean]).toEqual([
      ['Nothing was sent.', 'cancelled'],
      3,
      true,
    ]);
  });

  test.each(kinds)(
    'by Ctrl-C right behind Escape (%s), which readline takes for another key',
    async (kind) => {
      const terminal = await asked(kind);
      await terminal.waitFor('?');
      await terminal.press('Escape', 'C-c');
      const { screen, code, clean } = await ending(terminal);
      expect([screen.split('\n').slice(-2), code, clean]).toEqual([
        ['Nothing was sent.', 'cancelled'],
        3,
        true,
      ]);
    },
  );

  test.each(kinds)('by Ctrl-D on an empty line (%s)', async (kind) => {
    const terminal = await asked(kind);
    await terminal.waitFor('?');
    await terminal.press('C-d');
    const { screen, code, clean } = await ending(terminal);
    expect([screen.split('\n').slice(-2), code, clean]).toEqual([
      ['Nothing was sent.', 'cancelled'],
      3,
      true,
    ]);
  });

  test('but not by Ctrl-D after something was typed', async () => {
    const terminal = await asked('text');
    await terminal.waitFor('login:');
    await terminal.type('ab');
    await terminal.press('C-d');
    await terminal.type('c');
    await terminal.press('Enter');
    expect((await ending(terminal)).screen).toMatch(/"abc"$/);
  });

  test('by the signal its opener holds', async () => {
    const terminal = await asked('confirm');
    await terminal.waitFor('(y/N)');
    process.kill(await terminal.pid(), 'SIGTERM');
    const { screen, code, clean } = await ending(terminal);
    expect([screen.split('\n').slice(-2), code, clean]).toEqual([
      ['Nothing was sent.', 'cancelled'],
      3,
      true,
    ]);
  });

  test.each(kinds)('by closing the window (%s), and the program goes on to its end', async (kind) => {
    const home = await makeHome();
    onTestFinished(() => home.remove());
    const log = join(home.path, 'log');
    const terminal = await asked(kind, { LOG: log });
    await terminal.waitFor('?');
    await terminal.close();
    const told = await poll(
      () => logged(log, 'exit'),
      10_000,
      () => `never ended: ${logged(log, '')}`,
    );
    expect(told).toBe('cancelled\nexit 3');
  });

  test.each(kinds)('by the end of input where there is no terminal (%s)', async (kind) => {
    const ended = await runProgram({ script: script.path, args: [kind], input: '' });
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 3, stdout: 'cancelled\n' });
  });
});

describe('colours', () => {
  test('are there where they are wanted', async () => {
    const terminal = await asked('confirm', { COLOR: '1' });
    await terminal.waitFor('(y/N)');
    expect(await terminal.everything(true)).toContain('\u001b[1mLink these accounts?');
    await terminal.press('C-c');
    await terminal.exitCode();
  });

  test.each(['text', 'secret', 'confirm', 'validated'])(
    'are nowhere where they are not (%s)',
    async (kind) => {
      const terminal = await asked(kind, { FORCE_COLOR: '1' });
      await terminal.waitFor('?');
      await terminal.type('x');
      await terminal.press('Enter');
      await terminal.waitFor(/"x"|Six digits|You must answer/);
      expect(await terminal.everything(true)).not.toContain('\u001b[');
    },
  );
});
