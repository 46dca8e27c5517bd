import { drainTyped } from './person-input.ts';
import { readLine } from './person-line.ts';
import { cancelled } from './person.ts';
import type { Person, PersonOptions } from './person.ts';
import { secret } from './secret.ts';

/**
 * The same conversation in plain lines, as a screen reader reads them well: each question is a line of its own that
 * says how to answer it, nothing is redrawn, coloured or chosen with arrow keys.
 */
export function openPlainPerson({ input, output, signal, beforeSpeaking }: PersonOptions): Person {
  const speak = beforeSpeaking ?? (() => {});
  // A window that is closed must not end a run in the middle of a request.
  input.on('error', () => {});
  output.on('error', () => {});

  async function ask(question: string, echo = true): Promise<string> {
    speak();
    if (signal.aborted || !(await drainTyped(input))) throw cancelled();
    output.write(`${question} `);
    const line = await readLine({ input, output, signal, echo });
    if (line === null) throw cancelled();
    return line;
  }

  return {
    async text({ message, initial, validate }) {
      const keep = initial === undefined ? '' : ` (Enter alone keeps ${initial})`;
      for (;;) {
        const typed = (await ask(`${named(message)}${keep}:`)) || (initial ?? '');
        const valid = validate?.(typed) ?? true;
        if (valid === true) return typed;
        output.write(`${valid}\n`);
      }
    },
    secret: async ({ message }) =>
      secret(await ask(`${named(message)} (what you type is not shown):`, false)),
    async confirm({ message }) {
      for (;;) {
        const typed = (await ask(`${message} Type y for yes; Enter alone means no:`)).trim().toLowerCase();
        if (typed === '' || typed === 'n' || typed === 'no') return false;
        if (typed === 'y' || typed === 'yes') return true;
        output.write('Please type y or n.\n');
      }
    },
    tell(text) {
      speak();
      output.write(`${text}\n`);
    },
  };
}

const named = (message: string): string => message.replace(/:\s*$/, '');
