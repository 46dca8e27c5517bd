import type { Command } from 'commander';
import type { CommandFact } from './completion/tree.ts';

/** The facts of a command and all below it that are not hidden, as completions and the manual need them. */
export function treeOf(command: Command, byDefault: string | null = 'link'): CommandFact {
  const helper = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    usage: command.registeredArguments
      .map((one) => {
        const word = `${one.name()}${one.variadic ? '...' : ''}`;
        return one.required ? `<${word}>` : `[${word}]`;
      })
      .join(' '),
    byDefault: command.name() === byDefault,
    options: helper.visibleOptions(command).map(({ flags, long, short, description }) => ({
      flags,
      long: long ?? flags,
      short: short ?? null,
      value: /<([^>]+)>/.exec(flags)?.[1] ?? null,
      description: description.replace(/[.\s]+$/, ''),
    })),
    arguments: command.registeredArguments.map((one) => ({
      name: one.name(),
      description: one.description,
      choices: one.argChoices ?? [],
    })),
    commands: helper
      .visibleCommands(command)
      .map((below) => treeOf(below, command.parent === null ? byDefault : null)),
  };
}
