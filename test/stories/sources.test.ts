import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { runProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { leaksOf } from '../support/secret-search.ts';
import { scenarioOf, scriptedArgs } from '../support/story.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'miwb-link-vault-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A password manager: notes that it ran and with which environment, complains, and prints what lies in a file. */
async function vault(name: string, ...values: string[]): Promise<string> {
  const at = join(folder, name);
  await writeFile(`${at}.0`, '');
  for (const [i, value] of values.entries()) await writeFile(`${at}.${i + 1}`, `${value}\nnever read\n`);
  const script = [
    'printf x >>"$1.0"; n=$(wc -c <"$1.0")',
    'tr "\\0" "\\n" </proc/$$/environ >"$1.env"',
    'echo "vault: opened" >&2',
    '[ -e "$1.$n" ] || exit 4; cat "$1.$n"',
  ];
  await writeFile(`${at}.sh`, script.join('\n'));
  return `sh '${at}.sh' "${at}"`;
}
const timesRun = async (name: string): Promise<number> => (await readFile(join(folder, `${name}.0`))).length;

async function run(court: PracticeCourt, scenario: string, more: string[], env = {}): Promise<Ended> {
  const given = scriptedArgs(scenarioOf(scenario), court.address);
  return runProgram({ args: ['link', '--json', '--verbose', ...given, ...more], env });
}
const endingOf = ({ stdout }: Ended): unknown => {
  const { outcome, exitCode } = JSON.parse(stdout) as { outcome: string; exitCode: number };
  return { outcome, exitCode };
};

describe('a firm’s password manager', () => {
  test('hands out every secret by a command; none shows, each is run once, its complaints are seen', async () => {
    const scenario = scenarioOf('success-odd-characters');
    const court = await startCourt({ scenario });
    try {
      const commands = [
        ['--pacer-password-command', await vault('pacer', scenario.pacerPassword)],
        ['--passcode-command', await vault('code', court.passcode())],
        ['--cmecf-password-command', await vault('old', scenario.cmecfPassword)],
      ];
      const ended = await run(court, scenario.id, commands.flat());
      expect(endingOf(ended)).toEqual({ outcome: 'linked', exitCode: 0 });
      expect(ended.stderr.split('\n').filter((line) => /from --|vault/.test(line))).toEqual([
        'vault: opened',
        '  PACER password: from --pacer-password-command',
        'vault: opened',
        '  one-time passcode: from --passcode-command',
        'vault: opened',
        '  CM/ECF password: from --cmecf-password-command',
      ]);
      const secrets = [scenario.pacerPassword, court.passcode(), scenario.cmecfPassword];
      const places = [
        { where: 'stdout', text: ended.stdout },
        { where: 'stderr', text: ended.stderr },
      ];
      expect(leaksOf(secrets, places)).toEqual([]);
      expect([await timesRun('pacer'), await timesRun('code'), await timesRun('old')]).toEqual([1, 1, 1]);
    } finally {
      await court.close();
    }
  });

  test('its program sees no other secret of ours, and the passcode’s is not run where no code is asked for', async () => {
    const scenario = scenarioOf('sign-on-no-passcode');
    const court = await startCourt({ scenario });
    try {
      const commands = [
        ['--pacer-password-command', await vault('pacer', scenario.pacerPassword)],
        ['--passcode-command', await vault('code')],
      ];
      const env = { MIWB_LINK_PRACTICE_CMECF_PASSWORD: scenario.cmecfPassword };
      expect(endingOf(await run(court, scenario.id, commands.flat(), env))).toEqual({
        outcome: 'linked',
        exitCode: 0,
      });
      expect(await timesRun('code')).toBe(0);
      expect(await readFile(join(folder, 'pacer.env'), 'utf8')).not.toContain('MIWB_LINK');
    } finally {
      await court.close();
    }
  });

  test('is asked for a fresh code after one was refused', async () => {
    const scenario = scenarioOf('success');
    const court = await startCourt({ scenario });
    try {
      const commands = ['--passcode-command', await vault('code', '000000', court.passcode())];
      const env = {
        MIWB_LINK_PRACTICE_PACER_PASSWORD: scenario.pacerPassword,
        MIWB_LINK_PRACTICE_CMECF_PASSWORD: scenario.cmecfPassword,
      };
      expect(endingOf(await run(court, scenario.id, commands, env))).toEqual({
        outcome: 'linked',
        exitCode: 0,
      });
      expect(await timesRun('code')).toBe(2);
    } finally {
      await court.close();
    }
  });

  test('that fails ends the run, named, before anything is typed anywhere', async () => {
    const court = await startCourt({ scenario: scenarioOf('success') });
    try {
      const env = { MIWB_LINK_PRACTICE_CMECF_PASSWORD: 'Old-Court-1999' };
      const ended = await run(court, 'success', ['--pacer-password-command', await vault('empty')], env);
      expect(JSON.parse(ended.stdout)).toMatchObject({
        outcome: 'source-failed',
        exitCode: 2,
        submitted: 'no',
        message: '--pacer-password-command ended with code 4.',
      });
      expect(court.log.filter((entry) => entry.method === 'POST')).toEqual([]);
    } finally {
      await court.close();
    }
  });

  test('beside another source of the same secret is an error', async () => {
    const court = await startCourt({ scenario: scenarioOf('success') });
    try {
      const env = { MIWB_LINK_PRACTICE_PACER_PASSWORD: 'p', MIWB_LINK_PRACTICE_CMECF_PASSWORD: 'c' };
      const ended = await run(court, 'success', ['--pacer-password-command', 'echo p'], env);
      expect(JSON.parse(ended.stdout)).toMatchObject({
        outcome: 'usage',
        exitCode: 2,
        message:
          'pacerPassword is given twice: by MIWB_LINK_PRACTICE_PACER_PASSWORD and by --pacer-password-command. Give it once.',
      });
      expect(court.log).toEqual([]);
    } finally {
      await court.close();
    }
  });
});
