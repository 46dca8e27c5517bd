/** An option as completions and the manual need it; `value` is the name of what it takes, null for a switch. */
export type OptionFact = {
  flags: string;
  long: string;
  short: string | null;
  value: string | null;
  description: string;
};
export type ArgumentFact = { name: string; description: string; choices: string[] };
/** A command with all below it. `byDefault`: what the program does where no command is named. */
export type CommandFact = {
  name: string;
  description: string;
  usage: string;
  byDefault: boolean;
  options: OptionFact[];
  arguments: ArgumentFact[];
  commands: CommandFact[];
};

/** What an option's value can be: a file, one of a list, or anything. */
export type Value = { of: 'file' } | { of: 'list'; words: string[] } | { of: 'anything' };

/** A place where words are completed: the commands named so far, and what can come next. */
export type Place = {
  path: string[];
  commands: CommandFact[];
  options: OptionFact[];
  words: string[];
};

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** Every place of a program, its own first; there the options of what it does by default can come too. */
export function placesOf(program: CommandFact): Place[] {
  const places: Place[] = [];
  const pending: { command: CommandFact; path: string[] }[] = [{ command: program, path: [] }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { command, path } = next;
    const standIn = command.commands.find((one) => one.byDefault);
    const own = [...command.options, ...(standIn?.options ?? [])];
    places.push({
      path,
      commands: command.commands,
      options: own.filter((option, i) => own.findIndex(({ long }) => long === option.long) === i),
      words: command.arguments.flatMap(({ choices }) => choices),
    });
    pending.push(...command.commands.map((one) => ({ command: one, path: [...path, one.name] })));
  }
  return places;
}

/** Every option that takes a value, once. */
export function valued(places: readonly Place[]): OptionFact[] {
  const all = places.flatMap(({ options }) => options).filter(({ value }) => value !== null);
  return all.filter((option, i) => all.findIndex(({ long }) => long === option.long) === i);
}

/** What an option's value can be. `lists` holds the words for some, by the option's long name. */
export function valueOf({ long, value }: OptionFact, lists: Readonly<Record<string, string[]>>): Value {
  if (value === 'file') return { of: 'file' };
  const words = lists[long];
  return words === undefined ? { of: 'anything' } : { of: 'list', words };
}

/** A text between single quotes, as bash, zsh and fish read it where `quote` is how they write one inside. */
export function quoted(text: string, quote: string): string {
  return `'${text.replaceAll('\\', quote === "\\'" ? '\\\\' : '\\').replaceAll("'", quote)}'`;
}
