import { StringDecoder } from 'node:string_decoder';
import type { Input } from './person-input.ts';

export type LineOptions = {
  input: Input;
  output: NodeJS.WritableStream;
  signal: AbortSignal;
  /** Whether what is typed is shown. */
  echo: boolean;
};

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;

/**
 * Reads one line from a terminal without ever redrawing it: letters are written as they are typed, a backspace takes
 * one away, and keys that would move about do nothing. Gives null on Ctrl-C, on Ctrl-D where nothing is typed, at the
 * end of input, and when the signal aborts.
 */
export function readLine({ input, output, signal, echo }: LineOptions): Promise<string | null> {
  return new Promise((resolve) => {
    const decoder = new StringDecoder('utf8');
    const typed: string[] = [];
    let escape = '';
    const write = (text: string): void => {
      if (echo) output.write(text);
    };
    const finish = (line: string | null): void => {
      input.off('data', read);
      for (const event of ['end', 'close', 'error']) input.off(event, gone);
      signal.removeEventListener('abort', gone);
      input.setRawMode?.(false);
      input.pause();
      output.write('\n');
      resolve(line);
    };
    const gone = (): void => finish(null);
    const rub = (): void => {
      const last = typed.pop();
      if (last !== undefined) write('\b \b'.repeat(wide.test(last) ? 2 : 1));
    };
    /** Takes one key; true ends the line. */
    const take = (key: string): boolean => {
      // No control key is part of what an arrow key sends: behind a lone Escape, Ctrl-C and Enter still count.
      if (key < ' ') escape = '';
      if (escape !== '') {
        escape += key;
        // An arrow key comes as several characters; a letter or ~ is its last.
        if (
          escape.length > 8 ||
          (escape.length > 2 && /[A-Za-z~]/.test(key)) ||
          !/[[O]/.test(escape[1] ?? '')
        )
          escape = '';
      } else if (key === '\r' || key === '\n') {
        finish(typed.join(''));
        return true;
      } else if (key === '\u0003' || (key === '\u0004' && typed.length === 0)) {
        finish(null);
        return true;
      } else if (key === '\u007f' || key === '\b') rub();
      else if (key === '\u0015') while (typed.length > 0) rub();
      else if (key === '\u001b') escape = key;
      else if (key >= ' ') {
        typed.push(key);
        write(key);
      }
      return false;
    };
    const read = (chunk: string | Buffer): void => {
      for (const key of decoder.write(Buffer.from(chunk))) if (take(key)) return;
    };
    input.setRawMode?.(true);
    input.on('data', read);
    for (const event of ['end', 'close', 'error']) input.on(event, gone);
    signal.addEventListener('abort', gone);
    if ('readableEnded' in input && input.readableEnded === true) gone();
    else input.resume();
  });
}
