import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram, startProgram } from '../support/program.ts';
import type { Ended } from '../support/program.ts';
import { leaksOf } from '../support/secret-search.ts';
import { openFirm } from '../support/story.ts';
import type { Firm } from '../support/story.ts';

type Json = Record<string, unknown>;
const parse = (text: string): Json => JSON.parse(text) as Json;

const run = ({ args, home, env }: Firm, ...more: string[]): Promise<Ended> =>
  runProgram({ args: [...args, ...more], home, env });

const modeOf = async (path: string): Promise<string> => ((await lstat(path)).mode & 0o7777).toString(8);

/** Everything below a home but the folder every test is given. */
const left = async (home: string): Promise<string[]> =>
  (await readdir(home, { recursive: true })).filter((name) => name !== 'run').toSorted();

describe('a receipt where --receipt says', () => {
  test('tells what was linked, for its owner alone, as text and as data', async () => {
    const it = await openFirm('success');
    const path = join(it.home, 'alma.txt');
    const { code, stdout, stderr } = await run(it, '--receipt', path);
    expect([code, parse(stdout)['receipt'], await left(it.home)]).toEqual([
      0,
      path,
      ['alma.json', 'alma.txt'],
    ]);
    expect([await modeOf(path), await modeOf(join(it.home, 'alma.json'))]).toEqual(['600', '600']);
    const text = await readFile(path, 'utf8');
    const data = parse(await readFile(join(it.home, 'alma.json'), 'utf8'));
    const time = String(data['time']);
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(60_000);
    const version = parse(await readFile('package.json', 'utf8'))['version'];
    const courtText = [
      'Link a CM/ECF account to my PACER account',
      'Your CM/ECF account aqexample has been successfully linked to your PACER account alma.example.',
      'From now on file with your PACER username and password. Refresh this page to see the filing menus.',
    ];
    expect(data).toEqual({
      schema: 'miwb-link-receipt/1',
      time,
      program: `miwb-link ${String(version)}`,
      practice: true,
      court: { id: 'MIWBK', name: 'Michigan Western Bankruptcy Court', address: it.court.address },
      accounts: {
        cmecf: { name: 'Alma Q. Example', login: 'aqexample' },
        pacer: { name: 'Alma Q. Example', login: 'alma.example' },
      },
      outcome: 'linked',
      exitCode: 0,
      submitted: 'yes',
      linked: 'yes',
      proof: 'menu',
      verifiedNames: true,
      courtText: expect.arrayContaining(courtText) as string[],
    });
    for (const words of [time, 'Alma Q. Example, login aqexample', 'login alma.example', ...courtText])
      expect(text).toContain(words);
    expect(leaksOf(Object.values(it.env), [{ where: 'receipt', text: text + stderr }])).toEqual([]);
  });

  test('is named to a person', async () => {
    const it = await openFirm('success');
    const path = join(it.home, 'alma');
    const { stdout } = await runProgram({
      args: [...it.args.filter((word) => word !== '--json'), '--receipt', 'alma'],
      home: it.home,
      env: it.env,
    });
    expect(stdout).toContain(`The receipt is in ${path}\n`);
    expect(await left(it.home)).toEqual(['alma', 'alma.json']);
  });

  test.each(['submit-refused', 'unrecognised-after-unlinked'])('is left by %s too', async (scenario) => {
    const it = await openFirm(scenario);
    const { stdout } = await run(it, '--receipt', 'known.json');
    const data = parse(await readFile(join(it.home, 'known.json'), 'utf8'));
    const { outcome, exitCode, submitted, linked } = parse(stdout);
    expect(data).toMatchObject({ outcome, exitCode, submitted, linked, proof: 'none' });
    expect(await left(it.home)).toEqual(['known.json', 'known.txt']);
  });

  test('is left where the court linked without a review, with the logins that were given', async () => {
    const it = await openFirm('linked-without-review');
    await run(it, '--receipt', 'r.txt');
    expect(parse(await readFile(join(it.home, 'r.json'), 'utf8'))['accounts']).toEqual({
      cmecf: { name: null, login: 'aqexample' },
      pacer: { name: null, login: 'alma.example' },
    });
  });

  test.each(['already-linked', 'names-differ', 'wrong-passcode'])('is not left by %s', async (scenario) => {
    const it = await openFirm(scenario);
    const { stdout } = await run(it, '--receipt', 'r.txt');
    expect([parse(stdout)['receipt'], await left(it.home)]).toEqual([null, []]);
  });
});

describe('without a receipt', () => {
  test.each([
    ['none said', ['--receipt', 'none']],
    ['practice, and nothing said', []],
  ])('nothing is left behind: %s', async (_what, more) => {
    const it = await openFirm('success');
    const { code, stdout } = await run(it, ...more);
    expect([code, parse(stdout)['receipt'], await left(it.home)]).toEqual([0, null, []]);
  });
});

describe('a receipt that cannot be written', () => {
  test.each([
    ['in a folder that is missing', 'gone/alma.txt', 'its folder does not exist'],
    ['below a file', 'file/alma.txt', 'what should be its folder is a file'],
    ['over a file', 'file', 'there is a file already, and it is never overwritten'],
    ['as data over a file', 'taken.txt', 'there is a file already, and it is never overwritten'],
    ['onto a folder', 'run', 'it is a folder'],
    ['into a folder that is not there', 'gone/', 'it is named as a folder'],
  ])('%s ends the run with code 2 before the first request', async (_where, path, why) => {
    const it = await openFirm('success');
    await writeFile(join(it.home, 'file'), 'kept');
    await writeFile(join(it.home, 'taken.json'), 'kept');
    const { code, stdout } = await run(it, '--receipt', path);
    const { outcome, message, submitted, nextStep } = parse(stdout);
    expect([code, outcome, submitted, it.court.log.length]).toEqual([2, 'usage', 'no', 0]);
    expect(message).toMatch(new RegExp(`^The receipt of the link could not be written to .*: ${why}\\.$`));
    expect(nextStep).toBe(
      'Give another place with --receipt FILE, or --receipt none to go without a receipt.',
    );
    expect(await readFile(join(it.home, 'file'), 'utf8')).toBe('kept');
  });

  test('any more at the final Submit ends the run with code 2, and nothing is submitted', async () => {
    const it = await openFirm('success', 120);
    await mkdir(join(it.home, 'receipts'));
    const running = await startProgram({
      args: [...it.args, '--receipt', 'receipts/alma.txt'],
      home: it.home,
      env: it.env,
    });
    await running.waitFor('Opening Utilities');
    await rm(join(it.home, 'receipts'), { recursive: true });
    const { code, stdout } = await running.ended;
    const { outcome, submitted } = parse(stdout);
    expect([code, outcome, submitted]).toEqual([2, 'usage', 'no']);
    expect([it.court.finalSubmits(), it.court.links(), it.court.openSessions()]).toEqual([0, [], 0]);
  });

  test('after the accounts are linked is printed instead, and the code stays 0', async () => {
    const it = await openFirm('success', 150);
    await mkdir(join(it.home, 'receipts'));
    const running = await startProgram({
      args: [...it.args, '--receipt', 'receipts/alma.txt'],
      home: it.home,
      env: it.env,
    });
    await running.waitFor('Sending the final Submit');
    await rm(join(it.home, 'receipts'), { recursive: true });
    const { code, stdout, stderr } = await running.ended;
    const { outcome, linked, receipt } = parse(stdout);
    expect([code, outcome, linked, receipt, it.court.links().length]).toEqual([0, 'linked', 'yes', null, 1]);
    expect(stderr).toMatch(
      /The receipt could not be written to .*alma\.txt: its folder does not exist\. This is it:\n\nmiwb-link receipt/,
    );
    expect(stderr).toContain('Linked:          yes, proven by the filing menus of the court\n');
  });
});
