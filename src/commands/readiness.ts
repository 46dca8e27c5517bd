import type { LinkOptions, WalkOptions } from '../request.ts';
import type { Secrets } from './secrets.ts';
import { optionFor } from './answering.ts';
import type { SecretName } from './secrets.ts';
import { secretNouns } from './source-words.ts';

/** What a run without a person lacks to sign in. */
export function missingToSignIn(options: WalkOptions, secrets: Secrets, practice: boolean): string[] {
  const missing: string[] = [];
  if (options.pacerUser === null) missing.push('--pacer-user');
  if (secrets.pacerPassword === undefined) missing.push(lacking('pacerPassword', options, practice));
  return missing;
}

/**
 * What a run without a person lacks of what is always needed: every missing option at once, before the first request.
 * A dry run needs no consent.
 */
export function missingOptions(options: LinkOptions, secrets: Secrets, practice: boolean): string[] {
  const missing = missingToSignIn(options, secrets, practice);
  if (options.cmecfLogin === null) missing.push('--cmecf-login');
  if (secrets.cmecfPassword === undefined) missing.push(lacking('cmecfPassword', options, practice));
  if (options.dryRun) return missing;
  if (options.expectCmecfName === null) missing.push('--expect-cmecf-name');
  if (options.expectPacerName === null) missing.push('--expect-pacer-name');
  if (!options.attestIndividual) missing.push('--attest-individual');
  return missing;
}

/** What only some accounts need, so that a script's author knows before the site asks. */
export function mayBeAsked(options: WalkOptions, secrets: Secrets, practice: boolean): string[] {
  const may: string[] = [];
  if (secrets.passcode === undefined) may.push(lacking('passcode', options, practice));
  if (options.clientCode === null) may.push('--client-code');
  if (!options.acknowledgeRedaction) may.push('--acknowledge-redaction');
  return may;
}

function lacking(name: SecretName, { secretsStdin }: WalkOptions, practice: boolean): string {
  return `the ${secretNouns[name]} (${optionFor(name, { practice, secretsStdin })})`;
}
