import { keyOf, steps, word } from './shell-words.ts';
import { placesOf, valued, valueOf } from './tree.ts';
import type { CommandFact, Place } from './tree.ts';

const told = (name: string, description: string): string =>
  word(`${name.replaceAll(':', '\\:')}:${description.replaceAll(/\s+/g, ' ')}`);

/** A completion script for zsh, to be found as _miwb-link in its fpath or to be sourced. */
export function zshCompletion(program: CommandFact, lists: Readonly<Record<string, string[]>>): string {
  const places = placesOf(program);
  const values = valued(places).map((option) => {
    const value = valueOf(option, lists);
    if (value.of === 'file') return `    ${option.long}) _files; return ;;`;
    return value.of === 'list'
      ? `    ${option.long}) compadd -- ${value.words.join(' ')}; return ;;`
      : `    ${option.long}) _message ${word(option.description)}; return ;;`;
  });
  return `#compdef ${program.name}
_miwb-link() {
  local place='' i
  local -a found flags
  for ((i = 2; i < CURRENT; i++)); do
    case "$place \${words[i]}" in
${steps(places)}
    esac
  done
  case "\${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case "$place" in
${places.map(choices).join('\n')}
  esac
  (( $#found )) && _describe 'command' found
  (( $#flags )) && _describe -o 'option' flags
}
if [ "\${funcstack[1]}" = '_miwb-link' ]; then
  _miwb-link "$@"
else
  compdef _miwb-link ${program.name}
fi
`;
}

function choices({ path, commands, options, words }: Place): string {
  const found = [...commands.map(({ name, description }) => told(name, description)), ...words.map(word)];
  const flags = options.map(({ long, description }) => told(long, description));
  return `    ${word(keyOf(path))})
      found=(${found.join(' ')})
      flags=(${flags.join(' ')}) ;;`;
}
