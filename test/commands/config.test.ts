import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/commands/config.ts';
import { makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { configIn } from '../support/real-court.ts';

const keys = 'the keys are pacerUser, cmecfLogin, court, clientCode';
const secret =
  'there is a key for a secret in it, and secrets have no place in a file (use "miwb-link credentials save"); take it out, and change the secret';
const consent = 'there is consent in it, which is taken from the command line alone, for each run anew';

describe('a configuration file', () => {
  test('names what is no secret', () => {
    const text =
      '{"pacerUser": " alma.example ", "cmecfLogin": "aq", "court": "miwb", "clientCode": "7 & co"}';
    expect(readConfig(text)).toEqual({
      pacerUser: 'alma.example',
      cmecfLogin: 'aq',
      court: 'miwb',
      clientCode: '7 & co',
    });
    expect(readConfig('{}')).toEqual({});
  });

  test.each([
    ['', 'it is not JSON'],
    ['pacerUser: x', 'it is not JSON'],
    ['[]', 'it is not a JSON object'],
    ['null', 'it is not a JSON object'],
    ['{"pacerUser": 7}', 'pacerUser is not a text, or blank'],
    ['{"court": " "}', 'court is not a text, or blank'],
    ['{"court": "a\\u001b[2J"}', 'court is no name that could be typed'],
    ['{"pacerusr": "x"}', `there is a key in it that is not known (did you mean pacerUser?); ${keys}`],
    ['{"cmecf-login": "x"}', `there is a key in it that is not known (did you mean cmecfLogin?); ${keys}`],
    ['{"client_code": "x"}', `there is a key in it that is not known (did you mean clientCode?); ${keys}`],
    ['{"hunter2 hunter2": "x"}', `there is a key in it that is not known; ${keys}`],
    ['{"__proto__": {"court": "x"}}', `there is a key in it that is not known; ${keys}`],
    ['{"pacerPassword": "hunter2"}', secret],
    ['{"PACER_PASSWD": "hunter2"}', secret],
    ['{"totpSeed": "hunter2"}', secret],
    ['{"pin": "1234"}', secret],
    ['{"passcode": "123456"}', secret],
    ['{"attestIndividual": true}', consent],
    ['{"expect-pacer-name": "Alma"}', consent],
    ['{"acknowledge_redaction": true}', consent],
    ['{"yes": true}', consent],
  ])('%s: %s', (text, problem) => {
    expect(readConfig(text)).toBe(problem);
    expect(problem).not.toContain('hunter2');
  });
});

async function withFile(
  text: string | null,
): Promise<{ home: string; path: string; run: (...args: string[]) => Promise<Ended> }> {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const path = configIn(home.path);
  if (text !== null) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return { home: home.path, path, run: (...args) => runProgram({ args, home: home.path }) };
}

describe('miwb-link config', () => {
  test('path says where the file is looked for, there or not', async () => {
    const { path, run } = await withFile(null);
    expect(await run('config', 'path')).toMatchObject({ code: 0, stdout: `${path}\n` });
    expect(JSON.parse((await run('config', 'path', '--json')).stdout)).toEqual({ path });
  });

  test('show says what it holds', async () => {
    const { path, run } = await withFile('{"court":"miwb","pacerUser":"alma.example"}');
    expect((await run('config', 'show')).stdout).toBe(`${path}\ncourt: miwb\npacerUser: alma.example\n`);
    expect(JSON.parse((await run('config', 'show', '--json')).stdout)).toEqual({
      path,
      config: { court: 'miwb', pacerUser: 'alma.example' },
    });
  });

  test('show of no file says that nothing is set', async () => {
    const { path, run } = await withFile(null);
    expect(await run('config', 'show')).toMatchObject({ code: 0, stdout: `${path}\n(nothing is set)\n` });
  });

  test('a file that cannot be used stops a link before anything else, with its path and without its values', async () => {
    const { path, run } = await withFile('{"pacerPassword":"hunter2"}');
    for (const args of [
      ['config', 'show'],
      ['link', '--dry-run'],
    ]) {
      const ended = await run(...args, '--json');
      expect([ended.code, JSON.parse(ended.stdout)]).toEqual([
        2,
        expect.objectContaining({
          outcome: 'usage',
          message: `The configuration file ${path} cannot be used: ${secret}.`,
        }),
      ]);
      expect(ended.stdout + ended.stderr).not.toContain('hunter2');
    }
  });

  test('a folder in its place is said, and a link to a file is followed: it holds no secret', async () => {
    const { home, path, run } = await withFile(null);
    await mkdir(path, { recursive: true });
    expect(JSON.parse((await run('config', 'show', '--json')).stdout)).toMatchObject({
      message: `The configuration file ${path} cannot be used: it is a folder.`,
    });
    const other = await withFile(null);
    await mkdir(dirname(other.path), { recursive: true });
    await writeFile(join(home, 'shared.json'), '{"court":"mieb"}');
    await symlink(join(home, 'shared.json'), other.path);
    expect((await other.run('config', 'show')).stdout).toContain('court: mieb');
  });

  test('practice does not read it', async () => {
    const { run } = await withFile('{"pacerPassword":"hunter2"}');
    expect((await run('practice', '--json', '--dry-run')).code).toBe(0);
  });
});
