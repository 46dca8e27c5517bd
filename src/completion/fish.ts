import { placesOf, quoted, valueOf } from './tree.ts';
import type { CommandFact, OptionFact, Place } from './tree.ts';

const word = (text: string): string => quoted(text.replaceAll(/\s+/g, ' '), "\\'");

/** A completion script for fish. */
export function fishCompletion(program: CommandFact, lists: Readonly<Record<string, string[]>>): string {
  const places = placesOf(program);
  const lines = places.flatMap((place) => {
    const where = condition(place);
    return [
      ...place.commands.map(({ name, description }) => line(where, `-a ${name} -d ${word(description)}`)),
      ...place.words.map((one) => line(where, `-a ${one}`)),
      ...place.options.map((option) => line(where, flag(option, lists))),
    ];
  });
  return [`# fish completion for ${program.name}`, `complete -c ${program.name} -f`, ...lines, ''].join('\n');
}

const line = (where: string, what: string): string => `complete -c miwb-link -n ${word(where)} ${what}`;

function condition({ path, commands }: Place): string {
  const below = commands.map(({ name }) => name);
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const notBelow = below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`];
  return [...seen, ...notBelow].join('; and ');
}

function flag(option: OptionFact, lists: Readonly<Record<string, string[]>>): string {
  const { long, short, value, description } = option;
  const name = `-l ${long.slice(2)}${short === null ? '' : ` -s ${short.slice(1)}`}`;
  const told = `-d ${word(description)}`;
  if (value === null) return `${name} ${told}`;
  const kind = valueOf(option, lists);
  if (kind.of === 'file') return `${name} -r -F ${told}`;
  return kind.of === 'list' ? `${name} -x -a ${word(kind.words.join(' '))} ${told}` : `${name} -x ${told}`;
}
