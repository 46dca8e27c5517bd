import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { isName } from './typeable.ts';

/** Which court, and the way there. */
export function roadOptions(command: Command): Command {
  return command
    .option('--court <id>', 'the court; miwb unless said')
    .option('--court-address <url>', 'a practice court instead, under .localhost')
    .option('--ca-file <file>', 'trust the certificates in this PEM file too')
    .option('--proxy <url>', 'the proxy, before HTTPS_PROXY; without a password')
    .addOption(
      new Option('--timeout <seconds>', 'how long one request may take').default(30).argParser(seconds),
    );
}

/** What every command that signs in takes. */
export function walkOptions(command: Command): Command {
  return roadOptions(command)
    .option('--pacer-user <name>', 'PACER username', name)
    .option('--client-code <code>', 'PACER client code', name)
    .option('--acknowledge-redaction', 'acknowledge the redaction responsibility if PACER asks for it')
    .option(
      '--secrets-stdin',
      'read {"pacerPassword", "passcode", "cmecfPassword"} as JSON from standard input',
    )
    .option(
      '--pacer-password-command <command>',
      'a command that prints the PACER password; no shell runs it',
    )
    .option(
      '--passcode-command <command>',
      'a command that prints a one-time passcode; run only if one is asked for',
    )
    .option('--try-again', 'sign in even if a secret of this account was refused in the last 15 minutes')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print the result alone')
    .option('--verbose', 'tell every request and what its answer was taken for')
    .option(
      '--trace <file>',
      'write what the pages are made of, without any value, to send to the maintainers',
    )
    .option('--no-input', 'never ask anything')
    .option('--no-color', 'no colour');
}

/** What linking takes besides. */
export function linkOptions(command: Command): Command {
  return command
    .option('--cmecf-login <login>', 'the old CM/ECF login', name)
    .option('--cmecf-password-command <command>', 'a command that prints the old CM/ECF password')
    .option('--dry-run', 'go as far as the review page; there is no way to the final Submit')
    .option('--expect-cmecf-name <name>', 'the name the review must show for the CM/ECF account')
    .option('--expect-pacer-name <name>', 'the name the review must show for the PACER account')
    .option('--receipt <file>', 'where the receipt of the link goes; none for no receipt')
    .option('--attest-individual', 'the PACER account is the filer’s own individual one, not shared');
}

/** A login or a client code without the spaces around it; blank stays blank. Throws for what nobody could have typed. */
export function name(word: string): string {
  const typed = word.trim();
  if (!isName(typed)) throw new InvalidArgumentError('It is no name that could be typed.');
  return typed;
}

/** The same for a name under which something is kept: a blank one is none. */
export function filledName(word: string): string {
  const typed = name(word);
  if (typed === '') throw new InvalidArgumentError('It is blank.');
  return typed;
}

function seconds(word: string): number {
  const value = Number(word);
  if (!Number.isFinite(value) || value < 1 || value > 600)
    throw new InvalidArgumentError('It takes seconds from 1 to 600.');
  return value;
}

/** The number of a port, 0 among them. Throws for anything else. */
export function port(word: string): number {
  const value = Number(word);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('It takes a number from 0 to 65535.');
  return value;
}
