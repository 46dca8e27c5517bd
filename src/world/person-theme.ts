import type { ChalkInstance } from 'chalk';

/**
 * How questions look. inquirer's own theme asks standard output whether it takes colour; ours are written
 * to standard error, so every style is named here.
 */
export function questionTheme(chalk: ChalkInstance) {
  return {
    prefix: { idle: chalk.blue('?'), done: chalk.green('✔') },
    spinner: { interval: 1_000, frames: [chalk.blue('?')] },
    style: {
      answer: (text: string) => chalk.cyan(text),
      message: (text: string) => chalk.bold(text),
      error: (text: string) => chalk.red(`> ${text}`),
      defaultAnswer: (text: string) => chalk.dim(`(${text})`),
      help: (text: string) => chalk.dim(text),
      highlight: (text: string) => chalk.cyan(text),
      key: (text: string) => chalk.cyan(`<${text}>`),
    },
  };
}

/** What the yes-or-no question adds: its default stands as a capital letter. */
export const confirmStyle = { confirmDefault: (text: string): string => text.toUpperCase() };

/** What the question for a secret adds: once answered, not even its length stays on the screen. */
export const secretStyle = { answer: (): string => '[hidden]' };
