import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import { makeHome } from '../support/clean-env.ts';
import { pretended, ctrlBreak } from '../support/pretend.ts';
import { runProgram, startProgram } from '../support/program.ts';
import { scenarioOf, scriptedArgs, secretsOf } from '../support/story.ts';

type Line = { id: string; ok: string; says: string };

/** What `check` says of the two folders; the proxy is none, so that nothing is reached. */
async function folders(at: string, env: Record<string, string>): Promise<Record<string, string>> {
  const ended = await runProgram({
    args: ['check', '--json', '--timeout', '1'],
    home: at,
    env: { HTTPS_PROXY: 'http://127.0.0.1:9', ...env },
  });
  const { lines } = JSON.parse(ended.stdout) as { lines: Line[] };
  return Object.fromEntries(
    lines
      .filter(({ id }) => id.endsWith('-folder'))
      .map(({ id, ok, says }) => [id, `${ok} ${says.replace(at, '~')}`]),
  );
}

async function home(): Promise<string> {
  const made = await makeHome();
  onTestFinished(() => made.remove());
  return made.path;
}

const unset = { XDG_STATE_HOME: '', XDG_CONFIG_HOME: '' };
const later = ', not there yet; it is made when it is needed';

describe('the user’s folders', () => {
  test.each([
    ['Linux', unset, '~/.local/state/miwb-link', '~/.config/miwb-link'],
    [
      'Linux, where others were named',
      { XDG_STATE_HOME: '/srv/state', XDG_CONFIG_HOME: '/srv/config' },
      '/srv/state/miwb-link',
      '/srv/config/miwb-link',
    ],
    [
      'Linux, where what was named is no whole path',
      { XDG_STATE_HOME: 'state', XDG_CONFIG_HOME: './config' },
      '~/.local/state/miwb-link',
      '~/.config/miwb-link',
    ],
    [
      'macOS',
      pretended('darwin'),
      '~/Library/Application Support/miwb-link',
      '~/Library/Preferences/miwb-link',
    ],
    [
      'Windows',
      { ...pretended('win32'), LOCALAPPDATA: '/users/alma/Local', APPDATA: '/users/alma/Roaming' },
      '/users/alma/Local/miwb-link/Data',
      '/users/alma/Roaming/miwb-link/Config',
    ],
  ])('on %s', async (_system, env, state, config) => {
    expect(await folders(await home(), env)).toEqual({
      'state-folder': `ok ${state}${later}`,
      'config-folder': `ok ${config}${later}`,
    });
  });

  test('open to others are told of, but not on Windows, where modes say nothing', async () => {
    const at = await home();
    const state = join(at, 'state', 'miwb-link');
    await mkdir(state, { recursive: true });
    await chmod(state, 0o755);
    const here = await folders(at, { XDG_STATE_HOME: join(at, 'state') });
    expect(here['state-folder']).toBe('warn ~/state/miwb-link, mode 0755, open to others');
    await mkdir(join(at, 'miwb-link', 'Data'), { recursive: true });
    await chmod(join(at, 'miwb-link', 'Data'), 0o777);
    const there = await folders(at, { ...pretended('win32'), LOCALAPPDATA: at });
    expect(there['state-folder']).toBe('ok ~/miwb-link/Data');
  });
});

test('secrets on standard input may begin and end as Windows writes text', async () => {
  const alma = scenarioOf('success');
  const court = await startCourt({ scenario: alma });
  onTestFinished(() => court.close());
  const {
    MIWB_LINK_PRACTICE_PACER_PASSWORD: pacerPassword,
    MIWB_LINK_PRACTICE_CMECF_PASSWORD: cmecfPassword,
  } = secretsOf(alma, court);
  const secrets = { pacerPassword, passcode: court.passcode(), cmecfPassword };
  const ended = await runProgram({
    args: ['--secrets-stdin', ...scriptedArgs(alma, court.address)],
    input: `\ufeff${JSON.stringify(secrets, null, 1).replaceAll('\n', '\r\n')}\r\n`,
  });
  expect([ended.code, court.links().length]).toEqual([0, 1]);
});

test('Ctrl-Break ends a run as Ctrl-C does', async () => {
  const alma = scenarioOf('success');
  const court = await startCourt({ scenario: alma, delayMs: 300 });
  onTestFinished(() => court.close());
  const running = await startProgram({
    args: ['--json', ...scriptedArgs(alma, court.address)],
    env: { ...secretsOf(alma, court), ...ctrlBreak },
  });
  await running.waitFor('Opening Utilities');
  running.kill('SIGUSR2');
  const { code, stdout } = await running.ended;
  expect([code, JSON.parse(stdout)]).toEqual([
    130,
    expect.objectContaining({ outcome: 'interrupted', submitted: 'no' }),
  ]);
});
