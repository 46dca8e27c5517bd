import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/world/person-input.ts';
import { openPlainPerson } from '../../src/world/person-plain.ts';
import { isCancelled } from '../../src/world/person.ts';
import type { Person } from '../../src/world/person.ts';
import { reveal } from '../../src/world/secret.ts';
import { poll } from '../support/poll.ts';

type Desk = {
  person: Person;
  /** Types keys once the question that ends in `after` is on the screen. */
  type(after: string, keys: string): Promise<void>;
  /** Every byte that was written, in order. */
  written(): string;
  raw: boolean[];
  input: PassThrough;
  stop: AbortController;
};

/** A terminal of streams, so that every byte written to it can be seen. */
function sitDown(): Desk {
  const input = new PassThrough();
  const output = new PassThrough();
  const raw: boolean[] = [];
  let written = '';
  output.setEncoding('utf8').on('data', (text: string) => (written += text));
  const terminal: Input = Object.assign(input, { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
  const stop = new AbortController();
  return {
    person: openPlainPerson({ input: terminal, output, signal: stop.signal, color: true }),
    async type(after, keys) {
      await poll(
        () => (written.endsWith(after) ? true : null),
        2_000,
        () => `never asked ${after}:\n${written}`,
      );
      input.write(keys);
    },
    written: () => written,
    raw,
    input,
    stop,
  };
}

describe('a question to a screen reader', () => {
  test('is a line of its own that says how to answer, and nothing is redrawn or coloured', async () => {
    const { person, type, written, raw } = sitDown();
    const answers = Promise.all([
      person.text({ message: 'PACER username' }),
      type('PACER username: ', 'alma.exmpl\b\b\b\u007fxample\u001b[D\u001b[3~\u001bOA\r'),
    ]);
    expect((await answers)[0]).toBe('alma.example');
    expect(written()).toBe('PACER username: alma.exmpl\b \b\b \b\b \b\b \bxample\n');
    expect(raw.at(-1)).toBe(false);
  });

  test('takes letters of every width back as wide as they are', async () => {
    const { person, type, written } = sitDown();
    const [name] = await Promise.all([
      person.text({ message: 'Name:' }),
      type('Name: ', '山\u007fé\u0015Bertil\r'),
    ]);
    expect([name, written()]).toEqual(['Bertil', 'Name: 山\b \b\b \bé\b \bBertil\n']);
  });

  test('keeps what is there already on Enter alone, and says what is wrong with an answer', async () => {
    const { person, type, written } = sitDown();
    const kept = person.text({ message: 'Old CM/ECF login', initial: 'aqexample' });
    await type('aqexample): ', '\r');
    expect(await kept).toBe('aqexample');
    const code = person.text({
      message: 'Passcode',
      validate: (value) => /^\d{6}$/.test(value) || 'It has six digits.',
    });
    await type('Passcode: ', '12\r');
    await type('six digits.\nPasscode: ', '123456\r');
    expect(await code).toBe('123456');
    expect(written()).toBe(
      'Old CM/ECF login (Enter alone keeps aqexample): \nPasscode: 12\nIt has six digits.\nPasscode: 123456\n',
    );
  });

  test('for a password writes nothing of it, not even its length', async () => {
    const { person, type, written } = sitDown();
    const [given] = await Promise.all([
      person.secret({ message: 'PACER password' }),
      type('shown): ', 'Canary-1x\u007f\r'),
    ]);
    expect(reveal(given)).toBe('Canary-1');
    expect(written()).toBe('PACER password (what you type is not shown): \n');
  });

  test.each([
    ['y', true],
    ['YES', true],
    ['', false],
    ['n', false],
    ['no', false],
  ])('for yes or no takes "%s" as %s', async (keys, said) => {
    const { person, type } = sitDown();
    const [answer] = await Promise.all([
      person.confirm({ message: 'Are both names yours?' }),
      type('Are both names yours? Type y for yes; Enter alone means no: ', `${keys}\r`),
    ]);
    expect(answer).toBe(said);
  });

  test('for yes or no does not take anything else for either', async () => {
    const { person, type, written } = sitDown();
    const answer = person.confirm({ message: 'Link them now, for good?' });
    await type('means no: ', 'yep\r');
    await type('Please type y or n.\nLink them now, for good? Type y for yes; Enter alone means no: ', 'y\r');
    expect([await answer, written().split('\n').length]).toEqual([true, 4]);
  });
});

describe('a question that nobody answers', () => {
  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-C after some letters', 'abc\u0003'],
    ['Ctrl-C right behind Escape', '\u001b\u0003'],
    ['Ctrl-D where nothing is typed', '\u0004'],
  ])('ends as cancelled by %s, with the terminal as it was', async (_how, keys) => {
    const { person, type, raw } = sitDown();
    const question = person.text({ message: 'PACER username' }).catch((error: unknown) => error);
    await type('username: ', keys);
    expect(isCancelled(await question)).toBe(true);
    expect(raw.at(-1)).toBe(false);
  });

  test('ends as cancelled at the end of input and by a signal, and so does every later one', async () => {
    const { person, type, input, stop } = sitDown();
    const ended = person.secret({ message: 'PACER password' }).catch((error: unknown) => error);
    await type('shown): ', 'half');
    input.end();
    expect(isCancelled(await ended)).toBe(true);
    const other = sitDown();
    const aborted = other.person.confirm({ message: 'Submit?' }).catch((error: unknown) => error);
    await other.type('means no: ', 'y');
    other.stop.abort();
    expect(isCancelled(await aborted)).toBe(true);
    stop.abort();
    expect(isCancelled(await person.text({ message: 'More' }).catch((error: unknown) => error))).toBe(true);
  });

  test('is not answered by keys that were typed before it', async () => {
    const { person, type, input } = sitDown();
    input.write('y\r');
    const [answer] = await Promise.all([person.confirm({ message: 'Submit?' }), type('means no: ', '\r')]);
    expect(answer).toBe(false);
  });
});
