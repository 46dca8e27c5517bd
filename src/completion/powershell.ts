import { placesOf, valued, valueOf } from './tree.ts';
import type { CommandFact } from './tree.ts';

// PowerShell takes typographic quotation marks for quotation marks, also inside a string.
const word = (text: string): string => `'${text.replaceAll(/\s+/g, ' ').replaceAll(/['‘’‚‛]/g, "''")}'`;
const table = (rows: readonly string[]): string => rows.map((row) => `    ${row}`).join('\n');

/** A completion script for PowerShell 5 and newer. */
export function powershellCompletion(
  program: CommandFact,
  lists: Readonly<Record<string, string[]>>,
): string {
  const places = placesOf(program);
  const choices = places.map(({ path, commands, options, words }) => {
    const pairs = [
      ...commands.map(({ name, description }) => [name, description]),
      ...words.map((one) => [one, one]),
      ...options.map(({ long, description }) => [long, description]),
    ];
    const items = pairs.map(([name = '', description = '']) => `@(${word(name)}, ${word(description)})`);
    return `${word(path.join(' '))} = @(${items.join(', ')})`;
  });
  const values = valued(places).map((option) => {
    const value = valueOf(option, lists);
    const found = value.of === 'list' ? `@(${value.words.map(word).join(', ')})` : '@()';
    return `${word(option.long)} = ${value.of === 'file' ? '$null' : found}`;
  });
  return `# PowerShell completion for ${program.name}
Register-ArgumentCompleter -Native -CommandName ${program.name} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $choices = @{
${table(choices)}
  }
  $values = @{
${table(values)}
  }
  $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $place = ''
  foreach ($one in $typed) {
    $further = ("$place $one").Trim()
    if ($choices.ContainsKey($further)) { $place = $further }
  }
  $last = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  if ($values.ContainsKey($last)) {
    $values[$last] | Where-Object { $_ -like "$wordToComplete*" } |
      ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
    return
  }
  $choices[$place] | Where-Object { $_[0] -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterName', $_[1]) }
}
`;
}
