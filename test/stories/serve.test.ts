import { expect, test } from 'vitest';
import { scenarios } from '../../src/practice/scenarios.ts';
import { runProgram, startProgram } from '../support/program.ts';

type Served = { courtAddress: string; person: Record<string, string> };

test('a script finds the court that practice keeps up, links there, and ends it', async () => {
  const court = await startProgram({
    args: ['practice', '--serve', '--json', '--scenario', 'sign-on-no-passcode'],
  });
  await court.waitFor('\n');
  const { courtAddress, person } = JSON.parse(court.stdout()) as Served;
  const { pacerUser = '', pacerName = '', cmecfLogin = '', cmecfName = '' } = person;
  const run = await runProgram({
    args: ['link', '--json', '--quiet', '--secrets-stdin', '--attest-individual', '--acknowledge-redaction']
      .concat(['--court-address', courtAddress, '--pacer-user', pacerUser, '--cmecf-login', cmecfLogin])
      .concat(['--expect-cmecf-name', cmecfName, '--expect-pacer-name', pacerName]),
    input: JSON.stringify({ pacerPassword: person['pacerPassword'], cmecfPassword: person['cmecfPassword'] }),
  });
  expect([run.code, (JSON.parse(run.stdout) as { outcome: string }).outcome]).toEqual([0, 'linked']);
  court.kill('SIGTERM');
  const { code, stderr } = await court.ended;
  expect([code, stderr]).toEqual([0, '\nStopping.\n']);
});

test('a script reads which scenarios there are', async () => {
  const { code, stdout } = await runProgram({ args: ['practice', '--list', '--json'] });
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    {
      schema: 'miwb-link-scenarios/1',
      scenarios: scenarios.map(({ id, summary }) => ({ id, summary })),
    },
  ]);
});
