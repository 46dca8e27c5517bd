import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endings } from '../../src/outcome.ts';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { cleanEnv, makeHome } from '../support/clean-env.ts';
import { PROGRAM } from '../support/program.ts';
import { playRealCourt } from '../support/real-court.ts';
import { bundleScript } from '../support/script.ts';
import { leaksOf } from '../support/secret-search.ts';
import { scenarioOf } from '../support/story.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const fenced = (language: string, word: string): string =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
    .map((found) => found[1] ?? '')
    .find((text) => text.includes(word)) ?? '';
const inBash = fenced('bash', 'onboard.sh');
const inPowershell = fenced('powershell', 'onboard.ps1');

const alma = scenarioOf('success');
const bertil = scenarioOf('success-odd-characters');

type Office = {
  folder: string;
  run: (...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
};

/**
 * A folder with the script of the README, a password manager that notes who asked for what, and miwb-link. `more` is
 * added to its environment.
 */
async function openOffice(more: Record<string, string> = {}): Promise<Office> {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const bin = join(home.path, 'bin');
  await mkdir(bin);
  const vault = await bundleScript(`
    import { appendFileSync } from 'node:fs';
    import { passcodeAt } from './src/practice/passcode.ts';
    const [, , verb, filer = '', item = ''] = process.argv;
    appendFileSync(${JSON.stringify(join(home.path, 'asked'))}, verb + ' ' + filer + ' ' + item + '\\n');
    const kept: Record<string, Record<string, string>> = ${JSON.stringify({
      [alma.pacerUser]: {
        'pacer-password': alma.pacerPassword,
        'cmecf-password': alma.cmecfPassword,
        seed: alma.totpSeed,
      },
      'bertil.example': {
        'pacer-password': bertil.pacerPassword,
        'cmecf-password': bertil.cmecfPassword,
        seed: bertil.totpSeed,
      },
    })};
    const own = kept[filer] ?? {};
    console.log(item === 'passcode' ? passcodeAt(own['seed'] ?? '', Date.now()) : own[item]);
  `);
  onTestFinished(() => vault.remove());
  const programs = { vault: vault.path, 'miwb-link': PROGRAM };
  for (const [name, path] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${path}' "$@"\n`);
    await chmod(join(bin, name), 0o755);
  }
  await writeFile(join(home.path, 'onboard.sh'), inBash);
  const clean = cleanEnv(home.path);
  const path = [bin, clean['PATH']].join(delimiter);
  const env = { ...clean, PATH: path, MIWB_LINK_PACER_PASSWORD: 'left over', ...more };
  return {
    folder: home.path,
    run: (...args) =>
      new Promise((resolve) => {
        execFile('bash', ['onboard.sh', ...args], { cwd: home.path, env }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
        );
      }),
  };
}

const line = (pacer: string, { cmecfLogin, cmecfName, pacerName }: typeof alma): string =>
  `${[pacer, cmecfLogin, cmecfName, pacerName].join('\t')}\n`;

/** Whose name and password came together to the sign-on page. */
const signOns = (court: PracticeCourt): string[][] =>
  court.log
    .filter(({ kind }) => kind === 'sign-on')
    .map(({ entries }) =>
      entries.filter(([name]) => /loginName|password/.test(name)).map(([, value]) => value),
    );

describe('the worked script of the README', () => {
  test('links a filer after a dry run, files the receipt, stops at the next who is refused, and mixes up no secret', async () => {
    const { court, env, caFile } = await playRealCourt('success');
    const office = await openOffice(env);
    const list = line(alma.pacerUser, alma) + line('bertil.example', bertil) + line('carol.example', alma);
    // As Windows writes a list.
    await writeFile(join(office.folder, 'filers.tsv'), `\ufeff${list.replaceAll('\n', '\r\n')}`);
    const ended = await office.run('filers.tsv', '--ca-file', caFile);
    expect([ended.code, ended.stdout.split('\n')]).toEqual([
      4,
      [
        'alma.example: dry-run: dry-run-ready (0: done)',
        'alma.example: link: linked (0: done)',
        'bertil.example: dry-run: sign-on-refused (4: a password or passcode was refused; do not try again before it is known to be right)',
        '',
      ],
    ]);
    expect([court.links(), court.finalSubmits()]).toEqual([
      [{ cmecfLogin: alma.cmecfLogin, pacerUser: alma.pacerUser }],
      1,
    ]);
    // One code for the dry run and one for the link: neither was refused.
    expect(court.log.filter(({ kind }) => kind === 'passcode')).toHaveLength(2);
    expect(await readdir(join(office.folder, 'receipts'))).toContain('alma.example.txt');
    expect((await stat(join(office.folder, 'results', 'alma.example.link.json'))).mode & 0o777).toBe(0o600);
    const [almas, bertils] = [
      [alma.pacerUser, alma.pacerPassword],
      ['bertil.example', bertil.pacerPassword],
    ];
    expect(new Set(signOns(court).map((pair) => pair.join(' ')))).toEqual(
      new Set([almas.join(' '), bertils.join(' ')]),
    );
    const asked = new Set((await readFile(join(office.folder, 'asked'), 'utf8')).trim().split('\n'));
    expect(asked).toEqual(
      new Set([
        'get alma.example pacer-password',
        'get alma.example passcode',
        'get alma.example cmecf-password',
        'get bertil.example pacer-password',
      ]),
    );
    const secrets = [alma.pacerPassword, alma.cmecfPassword, bertil.pacerPassword, 'left over'];
    const results = await readdir(join(office.folder, 'results'));
    const texts = await Promise.all(
      results.map((name) => readFile(join(office.folder, 'results', name), 'utf8')),
    );
    const places = [ended.stdout, ended.stderr, ...texts].map((text, n) => ({ where: `text ${n}`, text }));
    expect(leaksOf(secrets, places)).toEqual([]);
  }, 120_000);

  test.each([
    ['one in a last line without an end', (text: string) => text.trimEnd()],
    [
      'a list with blank lines, as Windows writes it',
      (text: string) => `\r\n${text.trimEnd()}\r\n \t\r\n\r\n`,
    ],
  ])('takes a filer who is linked already as done, and %s', async (_what, written) => {
    const office = await openOffice();
    const court = await startCourt({ scenario: scenarioOf('already-linked') });
    onTestFinished(() => court.close());
    await writeFile(join(office.folder, 'filers.tsv'), written(line(alma.pacerUser, alma)));
    const ended = await office.run('filers.tsv', '--court-address', court.address);
    expect([ended.code, ended.stdout]).toEqual([0, 'alma.example: dry-run: already-linked (0: done)\n']);
  });

  test.each([
    ['a username that could be more than one word', line("x' pacer-password; echo '", alma)],
    ['a column too few', 'carol.example\tc\tCarol C. Example\n'],
    ['a column that is empty', 'carol.example\tc\t\tCarol C. Example\n'],
    ['a column that is blank', 'carol.example\tc\tCarol C. Example\t \n'],
    ['a column too many', 'carol.example\tc\tCarol C. Example\tCarol C. Example\tx\n'],
    ['no username', '\tc\tCarol C. Example\tCarol C. Example\n'],
  ])('does not start for anybody where a line has %s', async (_what, wrong) => {
    const office = await openOffice();
    await writeFile(join(office.folder, 'filers.tsv'), `${line(alma.pacerUser, alma)}\n${wrong}`);
    const ended = await office.run('filers.tsv', '--court-address', 'http://ecf.miwb.practice.localhost:9');
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([
      2,
      '',
      `not a username and three more columns: 3:${wrong.trimEnd()}\n`,
    ]);
    expect(await readdir(office.folder)).not.toContain('asked');
  });

  test.each([
    ['bash', inBash, /^ {4}([\d |]+)\) echo/gm],
    ['PowerShell', inPowershell, /(?<=^ {2}|; )(\d+) = '/gm],
  ])('in %s tells every exit code apart', (_shell, script, pattern) => {
    const told = [...script.matchAll(pattern)].flatMap((found) => (found[1] ?? '').split('|').map(Number));
    const codes = new Set<number>(Object.values(endings).map(({ exitCode }) => exitCode));
    expect(new Set(told)).toEqual(codes);
  });

  test('holds the lines of the list to the same rule in both', () => {
    const rule = String.raw`^[A-Za-z0-9._@+-]+(\t *[^\t ][^\t]*){3}$'`;
    expect([inBash.includes(rule), inPowershell.includes(rule)]).toEqual([true, true]);
  });

  test('gives both the same options', () => {
    const options = (script: string): Set<string> =>
      new Set([...script.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option));
    expect(options(inPowershell)).toEqual(options(inBash));
  });
});
