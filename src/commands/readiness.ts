import { outcome } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { LinkOptions, WalkOptions } from '../request.ts';
import type { Secrets } from './secrets.ts';
import { optionFor } from './answering.ts';
import type { SecretName } from './secrets.ts';
import { secretNouns } from './source-words.ts';

/** What a run without a person lacks to sign in. */
export function missingToSignIn(options: WalkOptions, secrets: Secrets, practice: boolean): string[] {
  const missing: string[] = [];
  if (isBlank(options.pacerUser)) missing.push('--pacer-user');
  if (secrets.pacerPassword === undefined) missing.push(lacking('pacerPassword', options, practice));
  return missing;
}

/**
 * What a run without a person lacks of what is always needed: every missing option at once, before the first request.
 * A dry run needs no consent, and a name only if it is given blank.
 */
export function missingOptions(options: LinkOptions, secrets: Secrets, practice: boolean): string[] {
  const missing = missingToSignIn(options, secrets, practice);
  if (isBlank(options.cmecfLogin)) missing.push('--cmecf-login');
  if (secrets.cmecfPassword === undefined) missing.push(lacking('cmecfPassword', options, practice));
  const lacks = (name: string | null): boolean => (name === null ? !options.dryRun : isBlank(name));
  if (lacks(options.expectCmecfName)) missing.push('--expect-cmecf-name');
  if (lacks(options.expectPacerName)) missing.push('--expect-pacer-name');
  if (!options.attestIndividual && !options.dryRun) missing.push('--attest-individual');
  return missing;
}

/** An empty variable of a script gives a blank value: nothing to sign in with, and nobody to expect. */
function isBlank(value: string | null): boolean {
  return value === null || value.trim() === '';
}

/** What only some accounts need, so that a script's author knows before the site asks. */
export function mayBeAsked(options: WalkOptions, secrets: Secrets, practice: boolean): string[] {
  const may: string[] = [];
  if (secrets.passcode === undefined) may.push(lacking('passcode', options, practice));
  if (options.clientCode === null) may.push('--client-code');
  if (!options.acknowledgeRedaction) may.push('--acknowledge-redaction');
  return may;
}

/** The ending of a run that lacks something and has nobody to ask; `may` is what only some accounts are asked for. */
export function nobodyToAsk(missing: readonly string[], may: readonly string[] = []): Outcome {
  const rest = may.length === 0 ? '' : ` Some accounts are asked for more: ${may.join(', ')}.`;
  return outcome('input-needed', {
    message: `There is nobody to ask, and this is missing: ${missing.join(', ')}.`,
    nextStep: `Give what is missing and run again.${rest}`,
  });
}

function lacking(name: SecretName, { secretsStdin }: WalkOptions, practice: boolean): string {
  return `the ${secretNouns[name]} (${optionFor(name, { practice, secretsStdin })})`;
}

/** The ending of a run that would read secrets from the keyboard, for all to see. */
export function typedSecrets(): Outcome {
  return outcome('usage', {
    message:
      '--secrets-stdin reads a file or a pipe, and standard input is a terminal: what is typed would be seen.',
    nextStep: 'Leave --secrets-stdin out to be asked, or pipe the JSON in.',
  });
}
