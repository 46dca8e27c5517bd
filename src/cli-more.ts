import { Argument } from 'commander';
import type { Command } from 'commander';
import { filledName, roadOptions, walkOptions } from './cli-options.ts';
import { readCheck, readCredentials, readWalk } from './cli-read.ts';
import { treeOf } from './cli-tree.ts';
import { shells } from './completion/tree.ts';
import type { Shell } from './completion/tree.ts';
import type { Request } from './request.ts';

type Say = (request: Request) => void;
type Options = Record<string, unknown>;

/** Adds the commands around linking: what can be asked before, after and beside it. */
export function addMore(program: Command, say: Say): void {
  walkOptions(
    program.command('status').description('sign in and say whether this PACER account can file in the court'),
  ).action((o: Options) => say({ command: 'status', options: readWalk(o) }));
  roadOptions(
    program.command('check').description('look at this computer and the way to the court; signs in nowhere'),
  )
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print only what is not ok, and the sum')
    .option('--no-color', 'no colour')
    .action((o: Options) => say({ command: 'check', options: readCheck(o) }));
  addCredentials(program, say);
  program
    .command('completion')
    .description('print completions for a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .action((shell: Shell) => say({ command: 'completion', shell, tree: treeOf(program) }));
  program.command('manual', { hidden: true }).action(() => say({ command: 'manual', tree: treeOf(program) }));
  const config = program
    .command('config')
    .helpCommand(false)
    .description('the configuration file, for names that are no secret');
  config
    .command('path')
    .description('print where it is looked for')
    .option('--json', 'print the result as JSON')
    .action((o: Options) => say({ command: 'config', verb: 'path', json: o['json'] === true }));
  config
    .command('show')
    .description('print what it says')
    .option('--json', 'print the result as JSON')
    .action((o: Options) => say({ command: 'config', verb: 'show', json: o['json'] === true }));
}

function addCredentials(program: Command, say: Say): void {
  const credentials = program
    .command('credentials')
    .helpCommand(false)
    .description('keep passwords in this computer’s keychain, list them by name, or take them out');
  named(credentials.command('save').description('keep passwords; nothing is tried at the court'))
    .option('--totp', 'keep the authenticator’s seed instead; it undoes the second factor')
    .option(
      '--secrets-stdin',
      'read {"pacerPassword", "cmecfPassword"} as JSON from standard input; {"totpSeed"} with --totp',
    )
    .option('--json', 'print the result as JSON')
    .option('--no-input', 'never ask anything')
    .option('--no-color', 'no colour')
    .action((o: Options) => say({ command: 'credentials', options: readCredentials('save', o) }));
  credentials
    .command('list')
    .description('list what was saved from here: names and dates')
    .option('--json', 'print the result as JSON')
    .action((o: Options) => say({ command: 'credentials', options: readCredentials('list', o) }));
  named(credentials.command('forget').description('take them out of the keychain'))
    .option('--totp', 'the authenticator’s seed alone')
    .option('--all', 'everything that the list shows')
    .option('--json', 'print the result as JSON')
    .action((o: Options) => say({ command: 'credentials', options: readCredentials('forget', o) }));
}

function named(command: Command): Command {
  return command
    .option('--court <id>', 'the court; miwb unless said')
    .option('--pacer-user <name>', 'PACER username', filledName)
    .option('--cmecf-login <login>', 'the old CM/ECF login', filledName);
}
