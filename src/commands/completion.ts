import { courts, isLinkable } from '../court/directory.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { manualPage } from '../completion/manual.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import type { CommandFact, Shell } from '../completion/tree.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { endings } from '../outcome.ts';

const scripts: Record<Shell, typeof bashCompletion> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** What `miwb-link completion <shell>` prints. */
export function completionText(shell: Shell, tree: CommandFact): string {
  return scripts[shell](tree, {
    '--court': courts
      .filter(isLinkable)
      .map(({ shortName }) => shortName)
      .toSorted(),
  });
}

/** The manual page. Every exit code is told with every ending that has it. */
export function manualText(tree: CommandFact, version: string): string {
  const all = Object.entries(endings);
  const codes = [...new Set(all.map(([, { exitCode }]) => exitCode))].toSorted((a, b) => a - b);
  const exits = codes.map((code) => ({
    code: String(code),
    meanings: all
      .filter(([, { exitCode }]) => exitCode === code)
      .map(([id, { meaning }]) => `${id}: ${meaning}`),
  }));
  return manualPage(tree, version, exits, examples);
}

const examples = [
  { does: 'Practise at a court on this machine, where nothing is real:', command: 'miwb-link practice' },
  { does: 'Look at this computer and the way to the court:', command: 'miwb-link check' },
  { does: 'Go as far as the review page, without any way to link:', command: 'miwb-link --dry-run' },
  { does: 'Complete options in this bash session:', command: 'source <(miwb-link completion bash)' },
];
