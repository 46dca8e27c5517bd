import { distance } from 'fastest-levenshtein';
import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { define } from './cli-define.ts';
import type { Request } from './request.ts';
import { secretOption } from './secret-options.ts';

/**
 * Turns the words typed into a request. Nothing is read but the words: no environment, no files. What cannot
 * be understood comes back as a usage request with the nearest option; a value is never repeated in it.
 */
export function readWords(words: readonly string[], version: string): Request {
  const json = words.some((word) => word.split('=')[0] === '--json');
  const refused = secretOption(words);
  if (refused !== null) return { command: 'usage', json, ...refused };
  let said: Request | null = null;
  let printed = '';
  const program = define(version, (request) => (said = request));
  const lacking = optionWithoutValue(words, program);
  if (lacking !== null)
    return { command: 'usage', json, message: lacking, nextStep: whereToLook(program, words) };
  for (const command of allCommands(program)) {
    command.exitOverride();
    command.configureOutput({ writeOut: (text) => (printed += text), writeErr: () => {} });
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'print', text: printed };
    if (error.code === 'commander.help') return { command: 'usage', json, ...lacksVerb(program, words) };
    const message = withoutValue(error, words, version);
    return { command: 'usage', json, message, nextStep: whereToLook(program, words) };
  }
  return said ?? { command: 'print', text: program.helpInformation() };
}

/** The command that the first words name, from the program on. */
function commandsIn(program: Command, words: readonly string[]): Command[] {
  const path = [program];
  for (const word of words) {
    const below = path.at(-1)?.commands.find((one) => one.name() === word);
    if (below === undefined) break;
    path.push(below);
  }
  return path;
}

/** The help of the command that was meant; linking has its options in the program's own. */
function whereToLook(program: Command, words: readonly string[]): string {
  const path = commandsIn(program, words[0] === 'link' ? [] : words).map((one) => one.name());
  return `See ${path.join(' ')} --help.`;
}

/** `credentials` and `config` do nothing by themselves. */
function lacksVerb(program: Command, words: readonly string[]): { message: string; nextStep: string } {
  const command = commandsIn(program, words).at(-1) ?? program;
  const verbs = command.commands.map((one) => one.name()).join(', ');
  return {
    message: `What ${command.name()} is to do was not said. It takes one of: ${verbs}.`,
    nextStep: whereToLook(program, words),
  };
}

/** A command and all below it. */
function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

/** An option that would take the next option for its value: nobody means that, and the rest would be misread. */
function optionWithoutValue(words: readonly string[], program: Command): string | null {
  const options = allCommands(program).flatMap((command) => command.options);
  const taking = new Set(options.filter((option) => option.required).map((option) => option.long));
  const at = words.findIndex((word, i) => taking.has(word) && words[i + 1]?.startsWith('--') === true);
  const next = words[at + 1]?.split('=')[0];
  return at < 0 ? null : `Option ${words[at]} lacks its value: ${next} follows it.`;
}

/** Commander repeats what was typed; a value may be a secret, so the option alone is named. */
function withoutValue(error: CommanderError, words: readonly string[], version: string): string {
  if (error.code === 'commander.unknownCommand') return noSuchVerb(words, version);
  if (error.code === 'commander.excessArguments') return strayWord(words, version);
  if (error.code === 'commander.unknownOption') {
    const typed = /unknown option '([^]*)'/.exec(error.message)?.[1] ?? '';
    // A password may stand right behind a letter: -pHunter2.
    if (!typed.startsWith('--')) return `Unknown option ${typed.slice(0, 2)}.`;
    if (!typed.includes('=')) return clean(error.message);
    const bare = typed.slice(0, typed.indexOf('='));
    const again = readWords([...words.slice(0, words.indexOf(typed)), bare], version);
    return again.command === 'usage' ? again.message : `${bare} takes no value.`;
  }
  if (error.code === 'commander.invalidArgument') {
    const [, argument, choices] =
      /for argument '(\w+)'\. (Allowed choices are .*)$/.exec(error.message) ?? [];
    if (argument !== undefined) return `There is no such ${argument}. ${choices}`;
    const option = /option '([^']*)'/.exec(error.message)?.[1] ?? 'an option';
    return `The value of ${option} is not right. ${error.message.split('is invalid. ').at(-1) ?? ''}`.trim();
  }
  return clean(error.message);
}

/** A stray word where one of a command's own was meant: those are named, the word is not. */
function noSuchVerb(words: readonly string[], version: string): string {
  const command = commandsIn(
    define(version, () => {}),
    words,
  ).at(-1);
  const verbs = command?.commands.map((one) => one.name()).join(', ') ?? '';
  return `There is no such command. ${command?.name() ?? ''} takes one of: ${verbs}.`;
}

/** A stray first word was meant as a command: the nearest is named, the word is not (it may be a password). */
function strayWord(words: readonly string[], version: string): string {
  const [first] = words;
  const names = define(version, () => {}).commands.map((command) => command.name());
  if (first === undefined || first.startsWith('-') || names.includes(first))
    return 'There is a word that belongs to no option.';
  const [nearest] = names
    .map((name) => ({ name, slips: distance(first, name) }))
    .toSorted((a, b) => a.slips - b.slips);
  const meant = nearest !== undefined && nearest.slips <= 2 ? ` Did you mean ${nearest.name}?` : '';
  return `There is no such command.${meant}`;
}

function clean(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/.test(text) ? '' : '.'}`;
}
