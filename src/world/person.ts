import { Chalk } from 'chalk';
import { drainTyped, questionInput } from './person-input.ts';
import type { Input } from './person-input.ts';
import { confirmStyle, questionTheme, secretStyle } from './person-theme.ts';
import { secret } from './secret.ts';
import type { Secret } from './secret.ts';

export type Person = {
  text(q: {
    message: string;
    initial?: string;
    validate?: (value: string) => true | string;
  }): Promise<string>;
  /** Asks without showing what is typed. */
  secret(q: { message: string }): Promise<Secret>;
  /** Asks yes or no; Enter alone means no. */
  confirm(q: { message: string }): Promise<boolean>;
  /** Writes `text` and a newline. */
  tell(text: string): void;
};

export type PersonOptions = {
  input: Input;
  output: NodeJS.WritableStream;
  /** Ends an open question, and every later one, as cancelled. */
  signal: AbortSignal;
  color: boolean;
  /** Called before each question and message; stops a spinner on the same terminal. */
  beforeSpeaking?: () => void;
};

const cancellations = new WeakSet<object>();

/** What a question ends with where nobody answers it any more. */
export function cancelled(): Error {
  const e = new Error('Cancelled at a question.');
  e.name = 'Cancelled';
  cancellations.add(e);
  return e;
}

/** True for what a question ends with on Ctrl-C, at the end of input, or when the signal aborts. */
export function isCancelled(e: unknown): boolean {
  return typeof e === 'object' && e !== null && cancellations.has(e);
}

type Prompts = typeof import('@inquirer/prompts');
type Context = { input: Input; output: NodeJS.WritableStream; signal: AbortSignal };

/** Opens the conversation with the person at the terminal. inquirer is loaded at the first question. */
export function openPerson(options: PersonOptions): Person {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const theme = questionTheme(chalk);
  const speak = options.beforeSpeaking ?? (() => {});
  // A window that is closed must not end a run in the middle of a request.
  options.input.on('error', () => {});
  options.output.on('error', () => {});

  async function ask<T>(open: (prompts: Prompts, context: Context) => Promise<T>): Promise<T> {
    speak();
    const prompts = await import('@inquirer/prompts');
    if (options.signal.aborted || !(await drainTyped(options.input))) throw cancelled();
    const ended = new AbortController();
    const signal = AbortSignal.any([options.signal, ended.signal]);
    const source = questionInput(options.input, () => ended.abort());
    try {
      return await open(prompts, { input: source.stream, output: options.output, signal });
    } catch (e) {
      const stopped = e instanceof Error && (e.name === 'ExitPromptError' || e.name === 'AbortPromptError');
      throw stopped ? cancelled() : e;
    } finally {
      source.close();
    }
  }

  return {
    text: ({ message, initial, validate }) =>
      ask((prompts, context) =>
        prompts.input(
          {
            message,
            theme,
            ...(initial === undefined ? {} : { default: initial }),
            ...(validate === undefined ? {} : { validate }),
          },
          context,
        ),
      ),
    secret: ({ message }) =>
      ask(async (prompts, context) => {
        const style = { ...theme.style, ...secretStyle };
        const config = { message, mask: '*', toggleMask: false, theme: { ...theme, style } };
        return secret(await prompts.password(config, context));
      }),
    confirm: ({ message }) =>
      ask((prompts, context) => {
        const style = { ...theme.style, ...confirmStyle };
        return prompts.confirm({ message, default: false, theme: { ...theme, style } }, context);
      }),
    tell(text) {
      speak();
      options.output.write(`${text}\n`);
    },
  };
}
