import { scenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';

/** What to print for somebody who is going to practise, as pairs of label and value. The passcode comes apart. */
export function practiceFacts(scenario: Scenario): { label: string; value: string }[] {
  return [
    { label: 'PACER username', value: scenario.pacerUser },
    { label: 'PACER password', value: scenario.pacerPassword },
    { label: 'PACER name', value: scenario.pacerName },
    { label: 'Authenticator secret', value: scenario.totpSeed },
    ...(scenario.clientCode === undefined ? [] : [{ label: 'Client code', value: scenario.clientCode }]),
    { label: 'CM/ECF login', value: scenario.cmecfLogin },
    { label: 'CM/ECF password', value: scenario.cmecfPassword },
    { label: 'CM/ECF name', value: scenario.cmecfName },
  ];
}

/** The same for a program, in one line: where the court is, and who is invented in it. */
export function servedJson(scenario: Scenario, court: { address: string; index: string }): string {
  const { id, pacerUser, pacerPassword, pacerName, totpSeed, cmecfLogin, cmecfPassword, cmecfName } =
    scenario;
  const clientCode = scenario.clientCode ?? null;
  return JSON.stringify({
    schema: 'miwb-link-practice/1',
    scenario: id,
    courtAddress: court.address,
    browserAddress: court.index,
    person: {
      pacerUser,
      pacerPassword,
      pacerName,
      totpSeed,
      clientCode,
      cmecfLogin,
      cmecfPassword,
      cmecfName,
    },
  });
}

/** Every scenario with its id and what happens in it, for a program. */
export function scenariosJson(): string {
  const told = scenarios.map(({ id, summary }) => ({ id, summary }));
  return JSON.stringify({ schema: 'miwb-link-scenarios/1', scenarios: told }, null, 2);
}

/** Every scenario on a line of its own, ids in one column. */
export function scenarioLines(): string[] {
  const width = Math.max(...scenarios.map((one) => one.id.length));
  return scenarios.map((one) => `${one.id.padEnd(width)}  ${one.summary}`);
}
