import process from 'node:process';
import { Command, Option } from 'commander';
import { addMore } from './cli-more.ts';
import { linkOptions, port, walkOptions } from './cli-options.ts';
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
    .configureOutput({ getOutHelpWidth: () => process.stdout.columns || 80 })
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
  addMore(program, say);
  return program;
}

/** Linking is what the program does by itself, so its options belong into the program's own help. */
function optionsOf(link: Command): string {
  return link.helpInformation().replace(/^[\s\S]*?\nOptions:/, 'Options of link:');
}
