import { describe, expect, test } from 'vitest';
import { startCourt } from '../../src/practice/court.ts';
import type { LogEntry } from '../../src/practice/log.ts';
import { scenario } from '../../src/practice/scenarios/people.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import type { Fault } from '../../src/practice/traits.ts';
import { resultLines } from '../../src/report/lines.ts';
import { walkAt, walkScenario } from '../support/walking.ts';
import type { Walked } from '../support/walking.ts';

const long = { takes: 60_000 };

/** Somebody who signs in with a password alone, at a court with these faults. */
const somebody = (...faults: Fault[]): Scenario => scenario('last-look', '', { gates: [], faults });
/** The Utilities page is looked at again once the review was read. */
const atTheLook = (does: Fault['does'], more: Partial<Fault> = {}): Fault => ({
  at: 'utilities',
  skip: 1,
  times: 1,
  ...more,
  does,
});

function told({ ended, court }: Walked): object {
  const { id, exitCode, submitted, linked, proof, accounts, verifiedNames, message } = ended;
  const said = { id, exitCode, submitted, linked, proof, accounts, verifiedNames, message };
  return { ...said, finalSubmits: court.finalSubmits() };
}

const nothing = {
  submitted: 'no',
  linked: 'no',
  proof: 'none',
  accounts: null,
  verifiedNames: false,
  finalSubmits: 0,
};
const kinds = ({ court }: Walked): string[] => court.log.map(({ kind }) => kind);
const passwords = ({ court }: Walked): number =>
  court.log.filter((entry) => entry.kind === 'link-form' && entry.method === 'POST').length;
const finalSubmit = ({ court }: Walked): LogEntry | undefined =>
  court.log.find(({ kind }) => kind === 'final-submit');

describe('a review that was read for long', () => {
  test.each(['now', 'elapsed'] as const)(
    'by the clock that %s goes by, is followed by a look at Utilities where the menu has it',
    async (by) => {
      const walked = await walkScenario(somebody(), { ...long, by });
      expect(walked.ended.id).toBe('linked');
      const seen = kinds(walked);
      expect(seen.slice(seen.indexOf('link-form'), seen.indexOf('final-submit') + 1)).toEqual([
        'link-form',
        'utilities',
        'final-submit',
      ]);
      const addresses = walked.court.log.filter(({ kind }) => kind === 'utilities').map(({ query }) => query);
      expect(addresses[0]).toBe('Utilities&id=-1');
      expect(addresses[1]).toBe(addresses[0]);
    },
  );

  test('is followed by none where it was short', async () => {
    const walked = await walkScenario(somebody());
    const seen = kinds(walked);
    expect(seen[seen.indexOf('link-form') + 1]).toBe('final-submit');
  });

  test('whose account can file by then is not submitted: to whom it is linked nobody saw', async () => {
    const court = await startCourt({ scenario: somebody() });
    try {
      const meanwhile = (): Promise<Walked> => walkAt(court, somebody());
      const walked = await walkAt(court, somebody(), { ...long, meanwhile });
      expect(told(walked)).toEqual({
        ...nothing,
        id: 'already-linked',
        exitCode: 0,
        linked: 'yes',
        proof: 'menu',
        message:
          'While the review was read, this PACER account became able to file in this court (by another run, or in a browser?), so the final Submit was not sent. To which CM/ECF account it is linked cannot be seen.',
        // That of the other run.
        finalSubmits: 1,
      });
    } finally {
      await court.close();
    }
  });

  test('whose session ended meanwhile is asked for anew, once a run', async () => {
    const once = await walkScenario(somebody(atTheLook({ name: 'session-expired' })), long);
    expect([once.ended.id, passwords(once), once.court.finalSubmits()]).toEqual(['linked', 2, 1]);

    const always = somebody({ at: 'utilities', skip: 1, does: { name: 'session-expired' } });
    const reads = { ...always.traits.faults[0], times: 1 } as Fault;
    const twice = await walkScenario(somebody(reads, { ...reads, skip: 2 }), long);
    expect(told(twice)).toEqual({
      ...nothing,
      id: 'session-expired',
      exitCode: 6,
      message:
        'The session at the court ended while the review was read, and once more after signing in again. The final Submit was not sent.',
    });
    expect(passwords(twice)).toBe(2);
  });

  const when = 'That was at the last look before the final Submit, which was not sent.';
  test.each([
    [
      'an error page',
      { name: 'status', status: 500 },
      { id: 'court-error', exitCode: 6 },
      'The site answered with an error page.',
    ],
    [
      'maintenance',
      { name: 'bare', page: 'court/maintenance', status: 503 },
      { id: 'maintenance', exitCode: 7 },
      'The court or PACER is down for maintenance.',
    ],
    [
      'a page that is not known',
      { name: 'empty' },
      { id: 'unrecognised-page', exitCode: 6 },
      'A page came that miwb-link does not recognise, so it stopped rather than guess.',
    ],
    [
      'no answer',
      { name: 'never-answers' },
      { id: 'network', exitCode: 7 },
      'ecf.miwb.practice.localhost did not answer within 2 seconds.',
    ],
  ] as const)('ends the run where the look meets %s', async (_what, does, ended, message) => {
    const walked = await walkScenario(somebody(atTheLook(does, { times: 4 })), long);
    const said = { ...told(walked), message: walked.ended.message.replace(/:\d+ did/, ' did') };
    expect(said).toEqual({ ...nothing, ...ended, message: `${message} ${when}` });
    expect(passwords(walked)).toBe(1);
  });

  test('ends the run where a signal comes during the look', async () => {
    const stopping = new AbortController();
    const walked = await walkScenario(somebody(atTheLook({ name: 'never-answers' })), {
      ...long,
      signal: stopping.signal,
      meanwhile: () => void setTimeout(() => stopping.abort('interrupted'), 300),
    });
    expect(told(walked)).toMatchObject({ ...nothing, id: 'interrupted', exitCode: 130 });
    expect(walked.ended.message).toContain(when);
  });

  test('is submitted as the browser would that shows it: by its own referrer policy', async () => {
    const bend = { headers: { 'Referrer-Policy': 'no-referrer' } };
    const looked = somebody(atTheLook({ name: 'bent', bend }));
    const [quick, slow] = [await walkScenario(looked), await walkScenario(looked, long)];
    const from = ({ court }: Walked): string => `${court.address}/cgi-bin/LinkAccount.pl`;
    for (const walked of [quick, slow]) {
      expect(finalSubmit(walked)?.headers).toMatchObject({
        referer: expect.stringContaining(from(walked)) as string,
        origin: walked.court.address,
      });
    }
  });
});

describe('an answer to the final Submit that leads on', () => {
  test('is followed as from the review page, not from the address that was posted to', async () => {
    const redirected: Fault = {
      at: 'final-submit',
      after: true,
      does: { name: 'redirect', to: '%court%/cgi-bin/DisplayMenu.pl?Utilities', status: 302 },
    };
    const walked = await walkScenario(somebody(redirected));
    expect(walked.ended.id).toBe('linked');
    const at = kinds(walked).indexOf('final-submit');
    const [sent, next] = walked.court.log.slice(at);
    expect([next?.kind, next?.headers['referer']]).toEqual(['utilities', sent?.headers['referer']]);
    expect(sent?.headers['referer']).toMatch(/-L_1_0-1$/);
  });
});

describe('a final Submit that the court does not accept, though the filing menus show by then', () => {
  const refused = {
    name: 'page',
    page: 'court/final-refused',
    words: 'The accounts could not be linked.',
  } as const;
  test.each([
    ['says that they are linked already', somebody(), 'already linked'],
    [
      'refuses it',
      somebody({ at: 'final-submit', skip: 1, does: refused }),
      'The accounts could not be linked.',
    ],
  ])('is told as a link of nobody knows which account: the court %s', async (_what, person, words) => {
    const court = await startCourt({ scenario: person });
    try {
      // Too short a time for the look before the final Submit.
      const meanwhile = (): Promise<Walked> => walkAt(court, person);
      const walked = await walkAt(court, person, { meanwhile });
      expect(told(walked)).toEqual({
        id: 'linked',
        exitCode: 0,
        submitted: 'yes',
        linked: 'yes',
        proof: 'menu',
        accounts: null,
        verifiedNames: false,
        message:
          'This PACER account can file in this court now, but the court did not accept this final Submit. To which CM/ECF account it is linked cannot be seen.',
        // One of them is the other run's.
        finalSubmits: 2,
      });
      const lines = resultLines(walked.ended, false).join('\n');
      expect(lines).toContain(
        'The final Submit was sent once. The court did not accept it; the filing menus show.',
      );
      expect(lines).toContain(words);
      expect(lines).toContain('look whose account opens');
      expect(court.links()).toHaveLength(1);
    } finally {
      await court.close();
    }
  });
});
