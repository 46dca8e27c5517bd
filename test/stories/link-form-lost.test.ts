import { describe, expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { scenario } from '../../src/practice/scenarios/people.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { makeHome } from '../support/clean-env.ts';
import { poll } from '../support/poll.ts';
import { runProgram, startProgram } from '../support/program.ts';
import type { ProgramOptions } from '../support/program.ts';
import { argsOf, scriptedArgs, secretsOf } from '../support/story.ts';

type Sitting = { court: PracticeCourt; run: ProgramOptions; status: ProgramOptions };

/** A firm's script at a court that links on the link form alone, and answers it so. */
async function atOnce(does: Fault['does'] | null, delayMs = 0): Promise<Sitting> {
  const faults: Fault[] = does === null ? [] : [{ at: 'link-form', after: true, does }];
  const person = scenario('at-once', '', { gates: [], review: false, faults });
  const court = await startCourt({ scenario: person, delayMs });
  onTestFinished(() => court.close());
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const env = secretsOf(person, court);
  const place = { '--court-address': court.address, '--timeout': '2' };
  const status = argsOf({ ...place, '--pacer-user': person.pacerUser });
  return {
    court,
    run: {
      args: ['link', '--json', ...scriptedArgs(person, court.address, { '--timeout': '2' })],
      home: home.path,
      env,
    },
    status: { args: ['status', '--json', '--acknowledge-redaction', ...status], home: home.path, env },
  };
}

const untilLinked = ({ court }: Sitting): Promise<true> =>
  poll(
    () => (court.links().length > 0 ? true : null),
    15_000,
    () => 'no link was made',
  );

const unknown = { submitted: 'no', linked: 'unknown', proof: 'none', accounts: null, receipt: null };
const words =
  'The link form was sent, or may have been: whether the court linked on that alone could not be seen.';

describe('a court that links on the link form alone, with no review', () => {
  test.each([
    ['is lost', { name: 'lost' }, 'network', 7],
    ['never comes', { name: 'never-answers' }, 'network', 7],
    ['is an error page', { name: 'status', status: 500 }, 'court-error', 6],
    ['is a page for maintenance', { name: 'bare', page: 'court/maintenance', status: 503 }, 'maintenance', 7],
    ['is not known', { name: 'empty' }, 'unrecognised-page', 6],
    ['leads elsewhere', { name: 'redirect', to: '%evil%/x', status: 302 }, 'unsafe-address', 6],
  ] as const)(
    'whose answer %s: nobody says that nothing was linked; status tells',
    async (_what, does, outcome, code) => {
      const sitting = await atOnce(does);
      const ended = await runProgram(sitting.run);
      const json = JSON.parse(ended.stdout) as { message: string; nextStep: string };
      expect(json).toMatchObject({ ...unknown, outcome, exitCode: code });
      expect(ended.code).toBe(code);
      expect(json.message.split('\n').at(-1)).toBe(words);
      expect(json.nextStep).toContain('Before anything else, run "miwb-link status"');
      expect(ended.stdout + ended.stderr).not.toMatch(/Nothing was linked|Nothing has changed/);
      expect([sitting.court.finalSubmits(), sitting.court.links().length]).toEqual([0, 1]);

      const after = await runProgram(sitting.status);
      expect(JSON.parse(after.stdout)).toMatchObject({ outcome: 'can-file', linked: 'yes' });
    },
  );

  test('is told in words so: the final Submit was not sent, the link form was', async () => {
    const { run } = await atOnce({ name: 'lost' });
    const { stderr } = await runProgram({ ...run, args: run.args.filter((word) => word !== '--json') });
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `${words} The final Submit was not sent; the link form was, or may have been. Whether the accounts are linked is not known. What to do next: At the real court this would be said (here there is nothing to do): Before anything else, run "miwb-link status"`,
    );
  });

  test.each([
    ['SIGINT', 'interrupted', 130],
    ['SIGTERM', 'terminated', 143],
    ['SIGHUP', 'hung-up', 129],
  ] as const)('whose answer a %s does not wait for is told the same', async (signal, outcome, code) => {
    const sitting = await atOnce({ name: 'never-answers' });
    const running = await startProgram(sitting.run);
    await untilLinked(sitting);
    running.kill(signal);
    const ended = await running.ended;
    expect(JSON.parse(ended.stdout)).toMatchObject({ ...unknown, outcome, exitCode: code });
    expect([ended.code, ended.stdout]).toEqual([code, expect.not.stringMatching(/Nothing has changed/)]);
  });

  test('whose answer two signals cut off is told the same', async () => {
    const sitting = await atOnce({ name: 'never-answers' });
    const running = await startProgram(sitting.run);
    await untilLinked(sitting);
    running.kill('SIGINT');
    await running.waitFor('Stopping.');
    running.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `Stopped at once. The final Submit was not sent. ${words} Before anything else, run "miwb-link status"`,
    );
  });

  test('whose answer still comes after the signal, and says so, is a link', async () => {
    const sitting = await atOnce(null, 500);
    const running = await startProgram(sitting.run);
    await poll(
      () => (sitting.court.log.some(({ kind }) => kind === 'link-form') ? true : null),
      15_000,
      () => 'no link form came',
    );
    running.kill('SIGINT');
    const { code, stdout } = await running.ended;
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'linked-without-review',
      submitted: 'no',
      linked: 'yes',
      proof: 'menu',
    });
    expect(code).toBe(0);
  });
});
