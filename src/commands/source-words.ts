import type { Need } from '../court/step.ts';

const nouns: Partial<Record<Need, string>> = {
  pacerPassword: 'PACER password',
  passcode: 'one-time passcode',
  cmecfPassword: 'CM/ECF password',
};

/** What --verbose tells of a secret: its source, never its value. */
export function sourceLine(need: Need, from: string): string {
  return `  ${nouns[need] ?? need}: from ${from}`;
}
