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

/** Every scenario on a line of its own, ids in one column. */
export function scenarioLines(): string[] {
  const width = Math.max(...scenarios.map((one) => one.id.length));
  return scenarios.map((one) => `${one.id.padEnd(width)}  ${one.summary}`);
}
