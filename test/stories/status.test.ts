import { describe, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { runProgram } from '../support/program.ts';
import { scenarioOf, secretsOf } from '../support/story.ts';

type Looked = { code: number | null; outcome: string; linked: string; proof: string };

async function look(
  id: string,
  more: string[] = [],
  env: Record<string, string> = {},
): Promise<Looked & { court: PracticeCourt }> {
  const scenario = scenarioOf(id);
  const court = await startCourt({ scenario: scenarioOf(id) });
  try {
    const { MIWB_LINK_PRACTICE_CMECF_PASSWORD: _never, ...secrets } = secretsOf(scenario, court);
    const args = [
      'status',
      '--json',
      '--court-address',
      court.address,
      '--pacer-user',
      scenario.pacerUser,
      ...more,
    ];
    const run = await runProgram({ args, env: { ...secrets, ...env } });
    const { outcome, linked, proof } = JSON.parse(run.stdout) as Looked;
    return { code: run.code, outcome, linked, proof, court };
  } finally {
    await court.close();
  }
}

const kinds = (court: PracticeCourt): string[] => court.log.map((entry) => entry.kind);

describe('status', () => {
  test('says that an account can file by the menus that are there', async () => {
    const { court, ...looked } = await look('already-linked');
    expect(looked).toEqual({ code: 0, outcome: 'can-file', linked: 'yes', proof: 'menu' });
    expect(court.openSessions()).toBe(0);
  });

  test('says that an account cannot only after a second look in a court session made anew', async () => {
    const { court, ...looked } = await look('success');
    expect(looked).toEqual({ code: 0, outcome: 'cannot-file', linked: 'no', proof: 'none' });
    const landings = court.log.filter(
      (entry) => entry.method === 'GET' && entry.path === '/cgi-bin/login.pl' && entry.query === '',
    );
    expect(landings.length).toBeGreaterThanOrEqual(2);
    expect(landings.at(-1)?.headers['cookie'] ?? '').toContain('NextGenCSO');
    expect(court.log.filter((entry) => entry.kind === 'sign-on')).toHaveLength(1);
    expect(court.openSessions()).toBe(0);
  });

  test('never opens the link page, and needs no CM/ECF password', async () => {
    const { court } = await look('success');
    expect(kinds(court).filter((kind) => /link|final/.test(kind))).toEqual([]);
  });

  test('asks for what it lacks, all at once', async () => {
    const { court, ...looked } = await look('success', [], { MIWB_LINK_PRACTICE_PACER_PASSWORD: '' });
    expect(looked).toEqual({ code: 2, outcome: 'usage', linked: 'no', proof: 'none' });
    expect(court.log).toEqual([]);
  });

  test('ends like any run where PACER refuses', async () => {
    const { court: _court, ...looked } = await look('wrong-pacer-password', ['--acknowledge-redaction']);
    expect(looked).toEqual({ code: 4, outcome: 'sign-on-refused', linked: 'no', proof: 'none' });
  });
});
