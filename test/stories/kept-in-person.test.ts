import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cleanEnv, makeHome } from '../support/clean-env.ts';
import { playRealCourt, stateIn } from '../support/real-court.ts';
import type { PlayedCourt } from '../support/real-court.ts';
import { secretServiceUp } from '../support/secret-service.ts';
import { scenarioOf } from '../support/story.ts';
import { answer, openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/terminal.ts';

const alma = scenarioOf('success');

async function sitDown(
  played: PlayedCourt,
  env: Record<string, string>,
  args: string[] = [],
): Promise<Terminal> {
  const screen = await openTerminal({
    args: ['--dry-run', '--ca-file', played.caFile, '--cmecf-login', alma.cmecfLogin, ...args],
    env: { ...played.env, ...env },
    home: played.home,
    columns: 100,
    rows: 60,
  });
  onTestFinished(() => screen.close());
  return screen;
}

const lookUp = (kind: string, login: string): string =>
  `secret-tool lookup service 'miwb-link miwb ${kind}' username ${login}; echo`;

describe('a filer with a keychain', () => {
  test('is offered, after the result, to keep what was typed and taken: no by default, each apart', async () => {
    const played = await playRealCourt('success');
    const bus = await secretServiceUp(played.home, 'unlocked');
    const screen = await sitDown(played, bus);
    await answer(screen, 'PACER username', alma.pacerUser);
    await answer(screen, 'PACER password', alma.pacerPassword);
    await answer(screen, 'One-time passcode', played.court.passcode());
    await answer(screen, 'Old CM/ECF password', alma.cmecfPassword);
    await answer(screen, 'Keep the PACER password of alma.example in this computer’s keychain?', 'y');
    await answer(screen, 'Keep the CM/ECF password of aqexample in this computer’s keychain?', '');
    expect(await screen.exitCode()).toBe(0);
    const told = await screen.everything();
    expect(told.indexOf('Run the same command without --dry-run')).toBeLessThan(
      told.indexOf('Keep the PACER password'),
    );
    const kept = JSON.parse(await readFile(stateIn(played.home, 'credentials.json'), 'utf8')) as object[];
    expect(kept).toEqual([
      { court: 'miwb', kind: 'pacer-password', login: 'alma.example', saved: expect.any(String) },
    ]);

    const again = await sitDown(played, bus, ['--pacer-user', alma.pacerUser]);
    await again.waitFor('One-time passcode');
    expect(await again.everything()).not.toContain('PACER password');
    await again.press('C-c');
    expect(await again.exitCode()).toBe(3);
  });

  test('who left at a question is offered nothing', async () => {
    const played = await playRealCourt('success');
    const screen = await sitDown(played, await secretServiceUp(played.home, 'unlocked'));
    await answer(screen, 'PACER username', alma.pacerUser);
    await answer(screen, 'PACER password', alma.pacerPassword);
    await answer(screen, 'One-time passcode', played.court.passcode());
    await screen.waitFor('Old CM/ECF password');
    await screen.press('C-c');
    expect(await screen.exitCode()).toBe(3);
    expect(await screen.everything()).not.toContain('Keep the');
  });

  test('whose kept password is refused types another, and is offered to keep that one', async () => {
    const played = await playRealCourt('wrong-pacer-password');
    const bus = await secretServiceUp(played.home, 'unlocked');
    const stale = alma.pacerPassword;
    await plant(played.home, bus, 'pacer-password', alma.pacerUser, stale);
    const screen = await sitDown(played, bus, ['--pacer-user', alma.pacerUser]);
    await screen.waitFor('Refused');
    await answer(screen, 'PACER username', '');
    await answer(screen, 'PACER password', played.court.accepts().pacerPassword);
    await answer(screen, 'One-time passcode', played.court.passcode());
    await answer(screen, 'Old CM/ECF password', alma.cmecfPassword);
    await answer(screen, 'Keep the PACER password of alma.example', 'y');
    await answer(screen, 'Keep the CM/ECF password', '');
    expect(await screen.exitCode()).toBe(0);
    expect(await lookedUp(played.home, bus, 'pacer-password', alma.pacerUser)).toBe(
      played.court.accepts().pacerPassword,
    );
  });

  test('that is not there hears of it once and is asked', async () => {
    const played = await playRealCourt('success');
    const screen = await sitDown(played, {});
    await answer(screen, 'PACER username', alma.pacerUser);
    await answer(screen, 'PACER password', alma.pacerPassword);
    await answer(screen, 'One-time passcode', played.court.passcode());
    await answer(screen, 'Old CM/ECF password', alma.cmecfPassword);
    expect(await screen.exitCode()).toBe(0);
    const told = await screen.everything();
    expect(told.split('There is no keychain on this computer')).toHaveLength(2);
    expect(told).not.toContain('Keep the');
  });
});

describe('credentials save in person', () => {
  async function saving(
    args: string[],
  ): Promise<{ home: string; bus: Record<string, string>; screen: Terminal }> {
    const made = await makeHome();
    onTestFinished(() => made.remove());
    const bus = await secretServiceUp(made.path, 'unlocked');
    const screen = await openTerminal({ args: ['credentials', 'save', ...args], env: bus, home: made.path });
    onTestFinished(() => screen.close());
    return { home: made.path, bus, screen };
  }

  test('asks whose password it is and for the password, which does not show', async () => {
    const { home, bus, screen } = await saving([]);
    await answer(screen, 'PACER username', 'alma.example');
    await answer(screen, 'PACER password of alma.example', 'Typed-Once-1');
    expect(await screen.exitCode()).toBe(0);
    expect(await screen.everything()).not.toContain('Typed-Once-1');
    expect(await lookedUp(home, bus, 'pacer-password', 'alma.example')).toBe('Typed-Once-1');
  });

  test('--totp tells what it undoes, and Enter alone keeps nothing', async () => {
    const { home, bus, screen } = await saving(['--totp', '--pacer-user', 'alma.example']);
    await screen.waitFor('undoes the second factor');
    await answer(screen, 'Keep the seed all the same?', '');
    expect(await screen.exitCode()).toBe(3);
    expect(await lookedUp(home, bus, 'pacer-totp', 'alma.example')).toBe('');
  });

  test('--totp keeps a seed as it was pasted', async () => {
    const { home, bus, screen } = await saving(['--totp', '--pacer-user', 'alma.example']);
    await answer(screen, 'Keep the seed all the same?', 'y');
    await answer(screen, 'PACER authenticator seed of alma.example', 'jbsw y3dp ehpk 3pxp');
    expect(await screen.exitCode()).toBe(0);
    expect(await lookedUp(home, bus, 'pacer-totp', 'alma.example')).toBe('jbsw y3dp ehpk 3pxp');
  });
});

describe('a filer whose password was refused only now', () => {
  test('is told, and asked before it is tried again; Enter alone ends the run', async () => {
    const played = await playRealCourt('success');
    const time = Date.now() - 3 * 60_000;
    const refused = { court: 'miwb', login: alma.pacerUser, kind: 'pacerPassword', time, count: 2 };
    await mkdir(dirname(stateIn(played.home, 'x')), { recursive: true, mode: 0o700 });
    await writeFile(stateIn(played.home, 'refusals.json'), JSON.stringify([refused]), { mode: 0o600 });
    const screen = await sitDown(played, {}, ['--pacer-user', alma.pacerUser]);
    await screen.waitFor('The PACER password of alma.example was refused 3 minutes ago, 2 times in a row.');
    await answer(screen, 'Try again now?', '');
    expect(await screen.exitCode()).toBe(3);
    expect(played.court.log.filter((entry) => entry.method === 'POST')).toEqual([]);
  });
});

async function inSession(home: string, bus: Record<string, string>, script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', script], { env: cleanEnv(home, bus) }, (error, stdout) =>
      error === null ? resolve(stdout.trim()) : reject(error),
    );
  });
}
const plant = (
  home: string,
  bus: Record<string, string>,
  kind: string,
  login: string,
  value: string,
): Promise<string> =>
  inSession(
    home,
    bus,
    `printf %s '${value.replaceAll("'", `'\\''`)}' | secret-tool store --label=x service 'miwb-link miwb ${kind}' username ${login}`,
  );
const lookedUp = (home: string, bus: Record<string, string>, kind: string, login: string): Promise<string> =>
  inSession(home, bus, lookUp(kind, login));
