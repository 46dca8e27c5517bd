import type { SecretName } from './secrets.ts';

/** What a secret is called. */
export const secretNouns: Record<SecretName, string> = {
  pacerPassword: 'PACER password',
  passcode: 'one-time passcode',
  cmecfPassword: 'CM/ECF password',
};

/** What --verbose tells of a secret: its source, never its value. */
export function sourceLine(name: SecretName, from: string): string {
  return `  ${secretNouns[name]}: from ${from}`;
}
