import type { ArgumentFact, CommandFact, OptionFact } from './tree.ts';

/** An exit code, and everything it can mean. */
export type Ended = { code: string; meanings: string[] };

const letters: Record<string, string> = {
  '\\': '\\e',
  '-': '\\-',
  '’': '\\(cq',
  '‘': '\\(oq',
  '“': '\\(lq',
  '”': '\\(rq',
  '…': '...',
  '→': '\\(->',
};

/** A text as roff takes it, in lines of at most 70 letters where it has spaces: nothing in it is a command. */
export function roff(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length > 70 && last !== '') lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map(literal).join('\n');
}

function literal(line: string): string {
  const safe = line.replaceAll(/[\\\-’‘“”…→]/g, (letter) => letters[letter] ?? letter);
  return safe.replaceAll(/^([.'])/gm, '\\&$1');
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The manual page (man(7)) of a program, from the one definition of its commands and options. */
export function manualPage(
  program: CommandFact,
  version: string,
  exits: readonly Ended[],
  examples: readonly { does: string; command: string }[],
): string {
  const [first = '', ...more] = program.description.split('\n');
  const standIn = program.commands.find(({ byDefault }) => byDefault);
  const lines = [
    `.TH ${roff(program.name.toUpperCase())} 1 "" "${program.name} ${roff(version)}"`,
    '.SH NAME',
    `${roff(program.name)} \\- ${roff(lowerFirst(first.replace(/\.$/, '')))}`,
    '.SH SYNOPSIS',
    `.B ${literal(program.name)}`,
    '[command] [options]',
    '.SH DESCRIPTION',
    roff([first, ...more].join(' ')),
    '.P',
    'A link is permanent: the court cannot be asked to undo it from here.',
    '.SH OPTIONS',
    ...(standIn === undefined ? [] : standIn.options.flatMap(optionLines)),
    ...program.options.filter(({ flags }) => !flagsOf(standIn).has(flags)).flatMap(optionLines),
    '.SH COMMANDS',
    ...program.commands.flatMap((command) => commandLines(command, standIn)),
    '.SH EXIT STATUS',
    ...exits.flatMap(({ code, meanings }) => [
      '.TP',
      `.B ${literal(code)}`,
      ...meanings.flatMap((one, i) => (i === 0 ? [roff(one)] : ['.br', roff(one)])),
    ]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B MIWB_LINK_PACER_PASSWORD, MIWB_LINK_PASSCODE, MIWB_LINK_CMECF_PASSWORD',
    'The secrets of a run that nobody watches.',
    '.TP',
    '.B MIWB_LINK_PRACTICE_PACER_PASSWORD, MIWB_LINK_PRACTICE_PASSCODE, MIWB_LINK_PRACTICE_CMECF_PASSWORD',
    'The same for a practice court.',
    '.TP',
    '.B XDG_CONFIG_HOME, XDG_STATE_HOME',
    'Where the folders below lie, in place of ~/.config and ~/.local/state.',
    '.TP',
    '.B HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS',
    'The proxy, the hosts that are reached without it, and certificates that are trusted too.',
    '.TP',
    '.B NO_COLOR, ACCESSIBLE',
    'No colour; plain lines that a screen reader can read.',
    '.SH FILES',
    '.TP',
    '.B ~/.config/miwb-link/config.json',
    roff('The configuration; "config path" says where it lies on this system.'),
    '.TP',
    '.B ~/.local/state/miwb-link',
    'Receipts, and what is remembered between runs; never a secret.',
    '.SH EXAMPLES',
    ...examples.flatMap(({ does, command }) => ['.TP', roff(does), `.B ${literal(command)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const flagsOf = (command: CommandFact | undefined): Set<string> =>
  new Set((command?.options ?? []).map(({ flags }) => flags));

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function optionLines({ flags, description }: OptionFact): string[] {
  return ['.TP', `.B ${literal(flags)}`, roff(sentence(description))];
}

function argumentLines({ name, description }: ArgumentFact): string[] {
  return ['.TP', `.I ${literal(name)}`, roff(sentence(description))];
}

/** A command and those below it; what its options share with the program's default command is not repeated. */
function commandLines(command: CommandFact, standIn: CommandFact | undefined, above = ''): string[] {
  const name = `${above}${command.name}`;
  const known = command === standIn ? new Set() : flagsOf(standIn);
  const shared = command.options.filter(({ flags }) => known.has(flags));
  const own = command === standIn ? [] : command.options.filter(({ flags }) => !known.has(flags));
  const also = shared.length === 0 ? '' : ` It takes ${shared.map(({ long }) => long).join(', ')} as above.`;
  return [
    `.SS ${literal(`${name} ${command.usage}`.trim())}`,
    roff(`${sentence(command.description)}${also}`),
    ...command.arguments.flatMap(argumentLines),
    ...own.flatMap(optionLines),
    ...command.commands.flatMap((below) => commandLines(below, standIn, `${name} `)),
  ];
}
