import { keyOf, steps, word } from './shell-words.ts';
import { placesOf, valued, valueOf } from './tree.ts';
import type { CommandFact, Place } from './tree.ts';

/** A completion script for bash 3.2 and newer. */
export function bashCompletion(program: CommandFact, lists: Readonly<Record<string, string[]>>): string {
  const places = placesOf(program);
  const values = valued(places).map((option) => {
    const value = valueOf(option, lists);
    if (value.of === 'file') return `    ${option.long}) compopt -o default 2>/dev/null; return ;;`;
    return value.of === 'list'
      ? `    ${option.long}) words=${word(value.words.join(' '))} ;;`
      : `    ${option.long}) return ;;`;
  });
  return `# bash completion for ${program.name}
_miwb_link() {
  local cur prev place words i
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  if [ "$cur" = '=' ]; then cur=''; fi
  if [ "$prev" = '=' ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  place=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$place \${COMP_WORDS[i]}" in
${steps(places)}
    esac
  done
  words=''
  COMPREPLY=()
  case "$prev" in
${values.join('\n')}
  esac
  if [ -z "$words" ]; then
    case "$place" in
${places.map(choices).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _miwb_link ${program.name}
`;
}

function choices({ path, commands, options, words }: Place): string {
  const all = [...commands.map(({ name }) => name), ...words, ...options.map(({ long }) => long)];
  return `      ${word(keyOf(path))}) words=${word(all.join(' '))} ;;`;
}
