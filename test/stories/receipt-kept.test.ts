import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/practice/traits.ts';
import { PROGRAM, runProgram, startProgram } from '../support/program.ts';
import type { Ended, ProgramOptions, Running } from '../support/program.ts';
import { playRealCourt, stateIn } from '../support/real-court.ts';
import type { PlayedCourt } from '../support/real-court.ts';
import { poll } from '../support/poll.ts';
import { leaksOf } from '../support/secret-search.ts';
import { realSecretsOf, scenarioOf, scriptedArgs } from '../support/story.ts';

const alma = scenarioOf('success');
const secrets = [alma.pacerPassword, alma.cmecfPassword, alma.totpSeed];

type Json = Record<string, unknown>;
const parse = (text: string): Json => JSON.parse(text) as Json;

function words(played: PlayedCourt, more: string[], env: Record<string, string>) {
  const given = scriptedArgs(alma, null, { '--ca-file': played.caFile });
  return {
    args: ['link', '--json', ...given, ...more],
    home: played.home,
    env: { ...played.env, ...realSecretsOf(alma, played.court), ...env },
  };
}

const link = (played: PlayedCourt, more: string[] = [], env: Record<string, string> = {}): Promise<Ended> =>
  runProgram(words(played, more, env));

/** Looks whether the account can file, as code 8 asks for. */
function status(played: PlayedCourt): Promise<Ended> {
  const { home, env } = words(played, [], {});
  const args = ['status', '--json', '--ca-file', played.caFile, '--pacer-user', alma.pacerUser];
  return runProgram({ args, home, env });
}

/** Puts a note where an earlier run would have left it. */
async function leaveNote({ home }: PlayedCourt, note: Json): Promise<void> {
  await mkdir(stateIn(home, ''), { recursive: true, mode: 0o700 });
  const path = stateIn(home, 'about-to-submit-20260101T120000000Z.json');
  await writeFile(path, JSON.stringify(note), { mode: 0o600 });
}

const stateFiles = async (played: PlayedCourt): Promise<string[]> => {
  const names = await readdir(stateIn(played.home, '')).catch(() => []);
  return names
    .filter((name) => /^(about|receipt)/.test(name))
    .map((name) => name.replace(/\d{8}T\d{9}Z/, 'TIME'));
};

async function noteIn(played: PlayedCourt): Promise<string> {
  const names = await readdir(stateIn(played.home, ''));
  return readFile(stateIn(played.home, names.find((name) => name.startsWith('about')) ?? 'none'), 'utf8');
}

/** A run in whose home nothing can be written: as somebody else where the tests are root's, who may write anywhere. */
async function readOnly(
  { home }: PlayedCourt,
  { args, ...run }: ReturnType<typeof words>,
): Promise<ProgramOptions> {
  await chmod(stateIn(home, ''), 0o555);
  if (process.getuid?.() !== 0) return { ...run, args };
  execFileSync('chown', ['-R', '65534', home]);
  const other = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  return { ...run, executable: 'setpriv', args: [...other, process.execPath, PROGRAM, ...args] };
}

/** Starts a link whose final Submit the court never answers, and waits until it has been received. */
async function untilFinalSubmit(played: PlayedCourt): Promise<Running> {
  const running = await startProgram(words(played, [], {}));
  await poll(
    () => (played.court.finalSubmits() > 0 ? true : null),
    15_000,
    () => `no final Submit:\n${running.stderr()}`,
  );
  return running;
}

describe('without a word about a receipt', () => {
  test('a real link leaves one in the user’s state folder, and no note', async () => {
    const played = await playRealCourt('success');
    const { code, stdout, stderr } = await link(played);
    expect([code, parse(stdout)['outcome']]).toEqual([0, 'linked']);
    expect(await stateFiles(played)).toEqual(['receipt-TIME-miwb.json', 'receipt-TIME-miwb.txt']);
    const path = String(parse(stdout)['receipt']);
    const modes = await Promise.all(
      [stateIn(played.home, ''), path, path.replace('.txt', '.json')].map(async (one) =>
        ((await lstat(one)).mode & 0o7777).toString(8),
      ),
    );
    expect(modes).toEqual(['700', '600', '600']);
    const text = await readFile(path, 'utf8');
    const data = parse(await readFile(path.replace('.txt', '.json'), 'utf8'));
    expect(data).toMatchObject({
      practice: false,
      court: { id: 'MIWBK', address: 'https://ecf.miwb.uscourts.gov' },
      linked: 'yes',
      proof: 'menu',
    });
    expect(text).toContain('CM/ECF account:  Alma Q. Example, login aqexample\n');
    expect(leaksOf(secrets, [{ where: 'receipt', text: text + JSON.stringify(data) + stderr }])).toEqual([]);
  });

  test('a dry run leaves none', async () => {
    const played = await playRealCourt('success');
    const { code, stdout } = await link(played, ['--dry-run']);
    expect([code, parse(stdout)['receipt'], await stateFiles(played)]).toEqual([0, null, []]);
  });

  test('a state folder that cannot be made ends the run with code 2 before the first request', async () => {
    const played = await playRealCourt('success');
    await writeFile(join(played.home, 'file'), '');
    const { code, stdout } = await link(played, [], { XDG_STATE_HOME: join(played.home, 'file', 'state') });
    const { outcome, message, nextStep } = parse(stdout);
    expect([code, outcome, played.court.log.length]).toEqual([2, 'usage', 0]);
    expect(message).toBe(
      `The receipt of the link could not be written to ${join(played.home, 'file', 'state', 'miwb-link')}: what should be its folder is a file.`,
    );
    expect(nextStep).toBe(
      'Give another place with --receipt FILE, or --receipt none to go without a receipt.',
    );
  });

  test('a state folder that may only be read ends it so too; with --receipt none it is not needed', async () => {
    const played = await playRealCourt('success');
    await mkdir(stateIn(played.home, ''), { recursive: true });
    const refused = await runProgram(await readOnly(played, words(played, [], {})));
    expect([refused.code, played.court.log.length]).toEqual([2, 0]);
    expect(String(parse(refused.stdout)['message']).replace(/\d{8}T\d{9}Z/, 'TIME')).toBe(
      `The receipt of the link could not be written to ${stateIn(played.home, 'receipt-TIME-miwb.txt')}: there is no permission to write there.`,
    );
    const none = await runProgram(await readOnly(played, words(played, ['--receipt', 'none'], {})));
    expect([none.code, parse(none.stdout)['outcome'], await stateFiles(played)]).toEqual([0, 'linked', []]);
  });

  test('a relative XDG_STATE_HOME does not count', async () => {
    const played = await playRealCourt('success');
    await link(played, [], { XDG_STATE_HOME: 'here' });
    expect(await stateFiles(played)).toHaveLength(2);
  });
});

describe('with --receipt', () => {
  test('none, a link leaves nothing', async () => {
    const played = await playRealCourt('success');
    const { code, stdout } = await link(played, ['--receipt', 'none']);
    expect([code, parse(stdout)['receipt'], await stateFiles(played)]).toEqual([0, null, []]);
  });

  test('FILE, a state folder that cannot be made only costs the note, and that is said', async () => {
    const played = await playRealCourt('success');
    await writeFile(join(played.home, 'file'), '');
    const { code, stdout, stderr } = await link(played, ['--receipt', 'alma.txt'], {
      XDG_STATE_HOME: join(played.home, 'file', 'state'),
    });
    expect([code, parse(stdout)['receipt']]).toEqual([0, join(played.home, 'alma.txt')]);
    expect(stderr).toMatch(
      /The note that the final Submit is about to be sent could not be written to \S+: what should be its folder is a file\./,
    );
  });
});

describe('a run that is cut off around the final Submit', () => {
  test('leaves a note without secrets; the next run explains it, finds the link and clears it up', async () => {
    const played = await playRealCourt('answer-never');
    const running = await untilFinalSubmit(played);
    running.kill('SIGKILL');
    await running.ended;
    const note = await noteIn(played);
    const { time, at, ...rest } = parse(note);
    expect(Date.parse(String(time))).toBeCloseTo(Number(at), -4);
    expect(rest).toEqual({
      schema: 'miwb-link-note/1',
      about: 'The final Submit was about to be sent. Whether the accounts were linked is not known.',
      program: expect.stringMatching(/^miwb-link \d/) as string,
      court: {
        id: 'MIWBK',
        name: 'Michigan Western Bankruptcy Court',
        address: 'https://ecf.miwb.uscourts.gov',
      },
      accounts: {
        cmecf: { name: 'Alma Q. Example', login: 'aqexample' },
        pacer: { name: 'Alma Q. Example', login: 'alma.example' },
      },
    });
    expect(leaksOf([...secrets, played.court.passcode()], [{ where: 'note', text: note }])).toEqual([]);
    expect(await stateFiles(played)).toEqual(['about-to-submit-TIME.json']);

    const [code = ''] = played.court.accepts().backupCodes;
    const next = await link(played, [], { MIWB_LINK_PASSCODE: code });
    expect(next.stderr)
      .toContain(`An earlier run for Michigan Western Bankruptcy Court stopped around the final Submit, at ${String(time)}:
  CM/ECF account: Alma Q. Example (login aqexample)
  PACER account:  Alma Q. Example (login alma.example)
Whether it linked these accounts is not known. The court’s menu will tell: if they are linked, this run finds the filing menus; if not, nothing was lost. The final Submit of that run is not sent again.
That was a moment ago: another run may still be at it. Let it end first.
`);
    expect(parse(next.stdout)['outcome']).toBe('already-linked');
    expect([played.court.finalSubmits(), await stateFiles(played)]).toEqual([1, []]);
  });

  test('before the court dealt with it, is explained by the next run, which links then', async () => {
    const lost: Fault = { at: 'final-submit', does: { name: 'never-answers' }, times: 1 };
    const played = await playRealCourt({ ...alma, traits: { ...alma.traits, faults: [lost] } });
    const running = await untilFinalSubmit(played);
    running.kill('SIGKILL');
    await running.ended;
    expect(await stateFiles(played)).toEqual(['about-to-submit-TIME.json']);

    const [code = ''] = played.court.accepts().backupCodes;
    const next = await link(played, [], { MIWB_LINK_PASSCODE: code });
    expect(next.stderr).toContain('An earlier run for Michigan Western Bankruptcy Court stopped around the');
    expect(parse(next.stdout)).toMatchObject({ outcome: 'linked', submitted: 'yes', proof: 'menu' });
    expect([played.court.finalSubmits(), played.court.links().length]).toEqual([2, 1]);
    expect(await stateFiles(played)).toEqual(['receipt-TIME-miwb.json', 'receipt-TIME-miwb.txt']);
  });

  test('during the log-out leaves its receipt, and no note: what happened is known by then', async () => {
    const stuck: Fault = { at: 'logout', does: { name: 'never-answers' } };
    const played = await playRealCourt({ ...alma, traits: { ...alma.traits, faults: [stuck] } });
    const running = await startProgram(words(played, [], {}));
    await poll(
      () => (played.court.log.some(({ kind }) => kind === 'logout') ? true : null),
      15_000,
      () => `no log-out:\n${running.stderr()}`,
    );
    running.kill('SIGKILL');
    expect((await running.ended).stdout).toBe('');
    expect(await stateFiles(played)).toEqual(['receipt-TIME-miwb.json', 'receipt-TIME-miwb.txt']);
  });

  test('by two signals after the final Submit leaves the note too, and code 8', async () => {
    const played = await playRealCourt('answer-never');
    const running = await untilFinalSubmit(played);
    running.kill('SIGINT');
    await running.waitFor('cannot be called back');
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(8);
    expect(await stateFiles(played)).toEqual(['about-to-submit-TIME.json']);
  });

  test('is explained by a dry run as well', async () => {
    const played = await playRealCourt('success');
    await leaveNote(played, noteOf('ALMA.example'));
    const { stderr, stdout } = await link(played, ['--dry-run']);
    expect(stderr).toContain('stopped around the final Submit, at 2026-01-01T07:00:00-05:00:');
    expect(stderr).not.toContain('a moment ago');
    // The review page shows that they are not linked.
    expect([parse(stdout)['outcome'], await stateFiles(played)]).toEqual(['dry-run-ready', []]);
  });

  test('is explained and cleared up by status, which code 8 asks for', async () => {
    const played = await playRealCourt('already-linked');
    await leaveNote(played, noteOf('alma.example'));
    const { stdout, stderr } = await status(played);
    expect(stderr).toContain(
      'An earlier run for Michigan Western Bankruptcy Court stopped around the final Submit',
    );
    expect([parse(stdout)['outcome'], await stateFiles(played)]).toEqual(['can-file', []]);
  });

  test('of somebody else, of another court or unreadable is left alone', async () => {
    const played = await playRealCourt('success');
    await mkdir(stateIn(played.home, ''), { recursive: true, mode: 0o700 });
    const others = [
      JSON.stringify(noteOf('berta.sample')),
      JSON.stringify({
        ...noteOf('alma.example'),
        court: { id: 'MIEBK', name: 'Another', address: 'https://x' },
      }),
      '{"schema":"miwb-link-note/1","time":1}',
      'no JSON',
    ];
    await Promise.all(
      others.map((text, at) =>
        writeFile(stateIn(played.home, `about-to-submit-2026010${at}T120000000Z.json`), text, {
          mode: 0o600,
        }),
      ),
    );
    const { code, stderr } = await link(played);
    expect(code).toBe(0);
    expect(stderr).not.toContain('An earlier run');
    expect((await stateFiles(played)).filter((name) => name.startsWith('about'))).toHaveLength(4);
  });

  test('at a court that shows no PACER login leaves a note that says whose it is all the same', async () => {
    const faults: Fault[] = [
      {
        at: 'link-form',
        does: { name: 'bent', bend: { replace: [['<TD>alma.example</TD>', '<TD></TD>']] } },
      },
      { at: 'final-submit', does: { name: 'never-answers' } },
    ];
    const played = await playRealCourt({ ...alma, traits: { ...alma.traits, faults } });
    const running = await untilFinalSubmit(played);
    running.kill('SIGKILL');
    await running.ended;
    expect(parse(await noteIn(played))['accounts']).toEqual({
      cmecf: { name: 'Alma Q. Example', login: 'aqexample' },
      pacer: { name: 'Alma Q. Example', login: 'alma.example' },
    });
  });

  test('of nobody knows whom is told of, and left to its owner', async () => {
    const played = await playRealCourt('already-linked');
    await leaveNote(played, noteOf(null));
    const { stdout, stderr } = await status(played);
    expect(stderr).toContain('PACER account:  X Y (login not known)');
    expect([parse(stdout)['outcome'], await stateFiles(played)]).toEqual([
      'can-file',
      ['about-to-submit-TIME.json'],
    ]);
  });

  test.each([
    ['a second ago', 1_000, ['about-to-submit-TIME.json']],
    ['before a Submit that is over by now', 6 * 60_000, []],
  ])(
    'perhaps only by another run that is still at it, %s, is left to that run where nothing is linked yet',
    async (_when, ago, left) => {
      const played = await playRealCourt('success');
      await leaveNote(played, { ...noteOf('alma.example'), at: Date.now() - ago });
      const dry = await link(played, ['--dry-run']);
      expect([parse(dry.stdout)['outcome'], await stateFiles(played)]).toEqual(['dry-run-ready', left]);
    },
  );

  test('a second ago is cleared up by the filing menus: they settle every Submit', async () => {
    const played = await playRealCourt('already-linked');
    await leaveNote(played, { ...noteOf('alma.example'), at: Date.now() - 1_000 });
    const { stdout } = await status(played);
    expect([parse(stdout)['outcome'], await stateFiles(played)]).toEqual(['can-file', []]);
  });

  test('whose outcome stayed unknown leaves receipt and note', async () => {
    const played = await playRealCourt('answer-lost-menu-never');
    const { code, stdout } = await link(played);
    expect([code, parse(stdout)['outcome']]).toEqual([8, 'outcome-unknown']);
    expect(await stateFiles(played)).toEqual([
      'about-to-submit-TIME.json',
      'receipt-TIME-miwb.json',
      'receipt-TIME-miwb.txt',
    ]);
  });
});

function noteOf(pacerLogin: string | null): Json {
  return {
    schema: 'miwb-link-note/1',
    about: 'The final Submit was about to be sent. Whether the accounts were linked is not known.',
    time: '2026-01-01T07:00:00-05:00',
    at: Date.UTC(2026, 0, 1, 12),
    program: 'miwb-link 0.1.0',
    court: {
      id: 'MIWBK',
      name: 'Michigan Western Bankruptcy Court',
      address: 'https://ecf.miwb.uscourts.gov',
    },
    accounts: { cmecf: { name: 'X Y', login: 'xy' }, pacer: { name: 'X Y', login: pacerLogin } },
  };
}
