import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import type { Ended, ProgramOptions } from '../support/program.ts';
import { playRealCourt } from '../support/real-court.ts';
import { scenarioOf, scriptedArgs, secretsOf } from '../support/story.ts';
import { openTerminal } from '../support/terminal.ts';

const root = join(import.meta.dirname, '..', '..');
let folder = '';
let single = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'miwb-link single '));
  await promisify(execFile)(process.execPath, ['scripts/single.mjs', folder], { cwd: root });
  single = join(folder, process.platform === 'win32' ? 'miwb-link.exe' : 'miwb-link');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const noNode = { PATH: '/nonexistent' };

/** Runs the single file in a home of its own, where no node is to be found. */
const alone = (options: ProgramOptions): Promise<Ended> =>
  runProgram({ ...options, executable: single, env: { ...options.env, ...noNode } });

describe('the single file, where there is no Node', () => {
  test.each([
    [['--version']],
    [['--help']],
    [['link', '--help']],
    [['explain', 'outcome-unknown']],
    [['courts', 'michigan']],
    [['completion', 'zsh']],
    [['manual']],
    [['practice', '--list']],
    [['--no-such-option']],
  ])('%j says what the installed program says', async (args) => {
    expect(await alone({ args })).toEqual(await runProgram({ args }));
  });

  test('links at a practice court', async () => {
    const alma = scenarioOf('redaction-dialog');
    const court = await startCourt({ scenario: alma });
    onTestFinished(() => court.close());
    const ended = await alone({
      args: ['link', '--json', ...scriptedArgs(alma, court.address)],
      env: secretsOf(alma, court),
    });
    expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: 'linked', proof: 'menu', practice: true });
    expect({ code: ended.code, submits: court.finalSubmits(), links: court.links().length }).toEqual({
      code: 0,
      submits: 1,
      links: 1,
    });
  });

  test('has the practice court’s pages in it', async () => {
    const ended = await alone({ args: ['practice', '--json', '--scenario', 'redaction-two-steps'] });
    expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: 'linked', proof: 'menu', practice: true });
  });

  test('asks and shows as the installed one does', async () => {
    const screen = await openTerminal({ executable: single, args: ['practice'], env: noNode, columns: 90 });
    onTestFinished(() => screen.close());
    await screen.waitFor('PACER username');
    await screen.press('C-c');
    expect(await screen.exitCode()).toBe(130);
    expect(await screen.leftClean()).toBe(true);
  });
});

describe('the single file has no keychain in it', () => {
  const why =
    'This is miwb-link as a single file, which has no keychain in it; the one that npm installs has.';

  test('and says so before a password is asked for that it could not keep', async () => {
    const home = await makeHome();
    onTestFinished(() => home.remove());
    const screen = await openTerminal({
      executable: single,
      args: ['credentials', 'save', '--pacer-user', 'alma.example'],
      home: home.path,
      env: noNode,
    });
    onTestFinished(() => screen.close());
    expect(await screen.exitCode()).toBe(9);
    const said = (await screen.everything()).replace(/\s+/g, ' ').trim();
    expect(said.startsWith(`${why} Nothing was kept. `)).toBe(true);
  });

  test('as "check" does', async () => {
    const { home, caFile, env } = await playRealCourt('success');
    const ended = await alone({ args: ['check', '--json', '--ca-file', caFile], home, env });
    const { lines } = JSON.parse(ended.stdout) as { lines: { id: string; ok: string; says: string }[] };
    expect(lines.find(({ id }) => id === 'keychain')).toMatchObject({ ok: 'warn', says: why });
  });
});
