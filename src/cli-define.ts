import { Command, InvalidArgumentError, Option } from 'commander';
import { addMore } from './cli-more.ts';
import { readLink, readPractice } from './cli-read.ts';
import { proseWidth, wrapped } from './report/prose.ts';
import type { Request } from './request.ts';

const exitCodes = `
Exit codes: 0 linked, already linked, or a dry run that agrees; 1 a bug of ours; 2 bad usage, or something would have to be asked; 3 declined; 4 sign-on, passcode or CM/ECF credentials refused; 5 the account is not fit to link, or names differ; 6 a page that is not recognised; 7 network, TLS, proxy, or the court is down; 8 final Submit sent, outcome unknown; 9 keychain; 10 the court refused the final Submit; 130, 143, 129 stopped. "miwb-link explain" tells more of each.

A link is permanent: the court cannot be asked to undo it from here. Try "miwb-link practice" first.`;

/** The commands and options: the one definition that help, errors, completions and the manual come from. */
export function define(version: string, say: (request: Request) => void): Command {
  const program: Command = new Command('miwb-link')
    .description(
      'Link an old CM/ECF e-filing account to an upgraded PACER account, once and for good.\n' +
        'Made for the Bankruptcy Court for the Western District of Michigan (miwb).',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText('after', ({ command }) => {
      const columns = command.configureOutput().getOutHelpWidth?.() ?? 80;
      return `\n${optionsOf(link)}${wrapped(exitCodes, proseWidth(columns))}`;
    });
  const link: Command = program
    .command('link', { isDefault: true })
    .description('link the accounts (what miwb-link does by itself)');
  linkOptions(walkOptions(link)).action((options: Record<string, unknown>) =>
    say({ command: 'link', options: readLink(options) }),
  );
  const practice = program
    .command('practice')
    .description('link invented accounts at a practice court on this machine; nothing is real')
    .addOption(new Option('--scenario <id>', 'what the practice court does').default('success'))
    .option('--list', 'list the scenarios')
    .option('--serve', 'keep the practice court up and print its address')
    .addOption(
      new Option('--port <number>', 'port of the practice court; 0 takes a free one')
        .default(0)
        .argParser(port),
    );
  linkOptions(walkOptions(practice)).action((options: Record<string, unknown>) =>
    say({ command: 'practice', options: readPractice(options) }),
  );
  program
    .command('courts')
    .description('list the courts, or those that match the words')
    .argument('[words...]', 'part of a name, or a court’s short name')
    .option('--json', 'print the result as JSON')
    .action((list: string[], options: { json?: boolean }) =>
      say({ command: 'courts', words: list.join(' '), json: options.json === true }),
    );
  program
    .command('explain')
    .description('say what an exit code or an outcome means, and what to do')
    .argument('[code-or-id]', 'such as 8, or names-differ')
    .option('--json', 'print the result as JSON')
    .action((word: string | undefined, options: { json?: boolean }) =>
      say({ command: 'explain', word: word ?? null, json: options.json === true }),
    );
  addMore(program, say, { walkOptions, roadOptions });
  return program;
}

/** Linking is what the program does by itself, so its options belong into the program's own help. */
function optionsOf(link: Command): string {
  return link.helpInformation().replace(/^[\s\S]*?\nOptions:/, 'Options of link:');
}

/** Which court, and the way there. */
function roadOptions(command: Command): Command {
  return command
    .option('--court <id>', 'the court; miwb unless said')
    .option('--court-address <url>', 'a practice court instead, under .localhost')
    .option('--ca-file <file>', 'trust the certificates in this PEM file too')
    .option('--proxy <url>', 'the proxy, before HTTPS_PROXY; without a password')
    .addOption(
      new Option('--timeout <seconds>', 'how long one request may take').default(30).argParser(seconds),
    );
}

function walkOptions(command: Command): Command {
  return roadOptions(command)
    .option('--pacer-user <name>', 'PACER username')
    .option('--client-code <code>', 'PACER client code')
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

function linkOptions(command: Command): Command {
  return command
    .option('--cmecf-login <login>', 'the old CM/ECF login')
    .option('--cmecf-password-command <command>', 'a command that prints the old CM/ECF password')
    .option('--dry-run', 'go as far as the review page; there is no way to the final Submit')
    .option('--expect-cmecf-name <name>', 'the name the review must show for the CM/ECF account')
    .option('--expect-pacer-name <name>', 'the name the review must show for the PACER account')
    .option('--receipt <file>', 'where the receipt of the link goes; none for no receipt')
    .option('--attest-individual', 'the PACER account is the filer’s own individual one, not shared');
}

function seconds(word: string): number {
  const value = Number(word);
  if (!Number.isFinite(value) || value < 1 || value > 600)
    throw new InvalidArgumentError('It takes seconds from 1 to 600.');
  return value;
}

function port(word: string): number {
  const value = Number(word);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('It takes a number from 0 to 65535.');
  return value;
}
