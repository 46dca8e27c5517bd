import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { keychainCode } from '../../src/world/keychain-failure.ts';
import { makeHome } from '../support/clean-env.ts';
import { poll } from '../support/poll.ts';
import { runProgram, startProgram } from '../support/program.ts';
import { bundleScript } from '../support/script.ts';
import { silentBus, withSecretService } from '../support/secret-service.ts';

// A program that does what its arguments say, one after another, and prints what came of each.
const KEEPER = `
  import { isKeychainFailure, openKeychain } from './src/world/keychain.ts';
  import { reveal, secret } from './src/world/secret.ts';
  const keychain = () => openKeychain({ attended: process.env.ATTENDED === '1' });
  const verbs: Record<string, (account: string, value: string) => Promise<unknown>> = {
    read: async (account) => { const s = await keychain().read('miwb-link test', account); return s && reveal(s); },
    save: async (account, value) => keychain().save('miwb-link test', account, secret(value)),
    forget: async (account) => keychain().forget('miwb-link test', account),
  };
  for (const job of process.argv.slice(2)) {
    const [verb = '', account = '', value = ''] = job.split('=');
    try {
      console.log(job + ': ' + JSON.stringify(await verbs[verb]?.(account, value)));
    } catch (e) {
      console.log(job + ': ' + (isKeychainFailure(e) ? e.code + ', ' + e.message : String(e)));
    }
  }`;

let script = { path: '', remove: async (): Promise<void> => {} };
let folder = '';
beforeAll(async () => {
  // Beside the sources, for the library is looked for from where the program stands.
  const bundled = await bundleScript(KEEPER);
  folder = await mkdtemp(
    join(fileURLToPath(new URL('../../node_modules', import.meta.url)), '.keychain-test-'),
  );
  await copyFile(bundled.path, join(folder, 'script.mjs'));
  script = { path: join(folder, 'script.mjs'), remove: bundled.remove };
});
afterAll(async () => {
  await script.remove();
  await rm(folder, { recursive: true, force: true });
});

async function home(): Promise<string> {
  const made = await makeHome();
  onTestFinished(() => made.remove());
  return made.path;
}

const keep = (...jobs: string[]): string =>
  [process.execPath, script.path, ...jobs].map((word) => `'${word}'`).join(' ');
const attribute = "service 'miwb-link test' username";

describe('an unlocked keychain', () => {
  test('keeps what is saved, gives it back, and forgets it', async () => {
    const jobs = ['read=pacer', 'save=pacer=Pa55 wörd; "x"', 'read=pacer', 'save=pacer=new', 'read=pacer'];
    const more = ['read=other', 'forget=pacer', 'read=pacer', 'forget=pacer'];
    const ended = await withSecretService(await home(), 'unlocked', keep(...jobs, ...more));
    expect(ended.stdout.split('\n')).toEqual([
      'read=pacer: null',
      'save=pacer=Pa55 wörd; "x": undefined',
      'read=pacer: "Pa55 wörd; \\"x\\""',
      'save=pacer=new: undefined',
      'read=pacer: "new"',
      'read=other: null',
      'forget=pacer: true',
      'read=pacer: null',
      'forget=pacer: false',
      '',
    ]);
  });

  test('is the one other programs see, both ways', async () => {
    const lookUp = `secret-tool lookup ${attribute} pacer; echo`;
    const store = `printf planted | secret-tool store --label=x ${attribute} cmecf`;
    const ended = await withSecretService(
      await home(),
      'unlocked',
      `${keep('save=pacer=s1')}; ${lookUp}; ${store}; ${keep('read=cmecf', 'forget=pacer')}; ${lookUp}`,
    );
    expect(ended.stdout).toBe('save=pacer=s1: undefined\ns1\nread=cmecf: "planted"\nforget=pacer: true\n\n');
  });

  test('keeps a secret of odd characters and of any length', async () => {
    const values = ['a'.repeat(4_000), '\u{1f5dd}é\\n', '0'];
    const jobs = values.flatMap((value, n) => [`save=n${n}=${value}`, `read=n${n}`]);
    const ended = await withSecretService(await home(), 'unlocked', keep(...jobs));
    expect(ended.stdout.split('\n').filter((line) => line.startsWith('read'))).toEqual(
      values.map((value, n) => `read=n${n}: ${JSON.stringify(value)}`),
    );
  });
});

describe('a keychain that cannot be used is told apart:', () => {
  test('locked, where nobody answers its dialog', async () => {
    const here = await home();
    await withSecretService(here, 'unlocked', keep('save=pacer=s1'));
    const ended = await withSecretService(
      here,
      'locked',
      keep('read=pacer', 'save=pacer=s2', 'forget=pacer'),
    );
    expect(ended.stdout.split('\n')).toEqual([
      'read=pacer: locked, The keychain is locked.',
      'save=pacer=s2: locked, The keychain is locked.',
      'forget=pacer: locked, The keychain is locked.',
      '',
    ]);
    const after = await withSecretService(here, 'unlocked', keep('read=pacer'));
    expect(after.stdout).toBe('read=pacer: "s1"\n');
  });

  const none = 'none, There is no keychain on this computer, or none that can be reached from here.';

  test('none, where no keyring was ever made', async () => {
    const ended = await withSecretService(await home(), 'locked', keep('save=pacer=s1'));
    expect(ended.stdout).toBe(`save=pacer=s1: ${none}\n`);
  });

  test.each([
    ['no bus', {}],
    ['a bus that is not there', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['a bus address that is none', { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }],
  ])('none, where there is %s; and nothing is left in the kernel keyring', async (_what, env) => {
    const ended = await runProgram({
      script: script.path,
      args: ['save=pacer=s1', 'read=pacer', 'forget=pacer'],
      env,
    });
    expect(ended.stdout.split('\n')).toEqual([
      `save=pacer=s1: ${none}`,
      `read=pacer: ${none}`,
      `forget=pacer: ${none}`,
      '',
    ]);
    expect(execFileSync('cat', ['/proc/keys'], { encoding: 'utf8' })).not.toContain('miwb-link test');
  });

  test('none, where the library was not installed', async () => {
    const lone = await bundleScript(KEEPER);
    onTestFinished(() => lone.remove());
    const ended = await runProgram({ script: lone.path, args: ['read=pacer'] });
    expect(ended.stdout).toBe(`read=pacer: ${none}\n`);
  });

  test('silent, after three seconds, and the program ends at once', async () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: await silentBus() };
    const start = performance.now();
    const ended = await runProgram({ script: script.path, args: ['read=pacer'], env });
    expect(ended).toEqual({
      code: 0,
      signal: null,
      stdout: 'read=pacer: timeout, The keychain did not answer in time.\n',
      stderr: '',
    });
    const took = performance.now() - start;
    expect(took).toBeGreaterThan(2_900);
    expect(took).toBeLessThan(10_000);
  });
});

test('a person at a terminal has longer to unlock it', async () => {
  const env = { DBUS_SESSION_BUS_ADDRESS: await silentBus(), ATTENDED: '1' };
  const running = await startProgram({ script: script.path, args: ['read=pacer'], env });
  const over = await Promise.race([running.ended, sleep(3_500, 'still waiting')]);
  expect(over).toBe('still waiting');
  running.kill('SIGKILL');
  await running.ended;
});

test('secrets are on no command line and credentials not in the environment of the child', async () => {
  const env = {
    DBUS_SESSION_BUS_ADDRESS: await silentBus(),
    MIWB_LINK_PACER_PASSWORD: 'env-secret',
  };
  const running = await startProgram({ script: script.path, args: ['read=who'], env });
  const children = `/proc/${running.pid}/task/${running.pid}/children`;
  const child = await poll(
    () => readFileSync(children, 'utf8').trim() || null,
    3_000,
    () => 'no child',
  );
  // Between its fork and its exec the child still shows what its parent was started with.
  const seen = await poll(
    () => {
      const commandLine = readFileSync(`/proc/${child}/cmdline`, 'utf8');
      return commandLine.includes('secret-service')
        ? commandLine + readFileSync(`/proc/${child}/environ`, 'utf8')
        : null;
    },
    3_000,
    () => 'the child did not start',
  );
  expect(seen).not.toMatch(/env-secret|who/);
  await running.ended;
  await poll(
    () => (existsSync(`/proc/${child}`) ? null : true),
    3_000,
    () => 'the child outlived the program',
  );
});

test.each([
  ['Platform failure: DBus error: Did not receive a reply. Possible causes include: …', 'timeout'],
  ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'locked'],
  ["Couldn't access platform storage: User interaction is not allowed.", 'locked'],
  ['Platform failure: DBus error: Unable to autolaunch a dbus-daemon without a $DISPLAY', 'none'],
  ["Couldn't access platform storage: Secret Service: no result found", 'none'],
  ['Platform failure: User canceled the operation.', 'refused'],
  ["Attribute 'password' is longer than platform limit of 2560 chars", 'refused'],
  ['', 'refused'],
])('the library saying "%s" means %s', (message, code) => {
  expect(keychainCode(message)).toBe(code);
});
