import { printableLines } from '../court/printable.ts';
import type { Need, Question } from '../court/step.ts';
import type { Refusal } from '../walk/answers.ts';
import { isName, untypeable } from '../typeable.ts';
import type { Person } from '../world/person.ts';
import { reveal, secret } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';
import { isSecret } from './secrets.ts';

const prompts: Record<Need, string> = {
  pacerUser: 'PACER username',
  pacerPassword: 'PACER password',
  clientCode: 'PACER client code',
  passcode: 'One-time passcode (app or backup code)',
  cmecfLogin: 'Old CM/ECF login',
  cmecfPassword: 'Old CM/ECF password',
};

const lockOut = {
  pacer: 'This is the last try of this run: repeated failures lock a PACER account.',
  cmecf: 'This is the last try of this run: five bad tries lock an old CM/ECF account.',
};
const warnings: Partial<Record<Need, string>> = {
  pacerUser: lockOut.pacer,
  pacerPassword: lockOut.pacer,
  passcode: 'Each code works once. Wait for the next one in the app; repeated failures lock the account.',
  cmecfLogin: lockOut.cmecf,
  cmecfPassword: lockOut.cmecf,
};

/** Asks a person for a need once, until something is typed; `last` is what was given before. */
export async function askOnce(need: Need, someone: Person, last: Secret | undefined): Promise<Secret> {
  if (isSecret(need)) {
    const value = await someone.secret({ message: prompts[need] });
    if (reveal(value).trim() === '') return askOnce(need, someone, last);
    if (!untypeable.test(reveal(value))) return value;
    someone.tell('There is a character in it that cannot be typed; it was not sent.');
    return askOnce(need, someone, last);
  }
  const initial = last === undefined ? {} : { initial: reveal(last) };
  const validate = (value: string): true | string =>
    value.trim() === ''
      ? 'It cannot be empty.'
      : isName(value.trim()) || 'That is no name that could be typed.';
  return secret((await someone.text({ message: prompts[need], ...initial, validate })).trim());
}

/** A site's text as lines that may be put on a terminal. */
export function shown(text: string): string {
  return printableLines(text).join('\n').trim();
}

const told = new WeakSet<Refusal>();

/** Tells a refusal in the site's words, with a word about lock-outs; a second need of the same refusal does not repeat it. */
export function tellRefusal(person: Person, need: Need, refusal: Refusal, last: boolean): void {
  if (told.has(refusal)) return;
  told.add(refusal);
  person.tell(`\nRefused, in the site’s words: ${shown(refusal.says)}`);
  const warning = warnings[need];
  if (warning !== undefined && (last || need === 'passcode')) person.tell(warning);
}

/** Shows a notice whole and asks for the filer's own yes; no is the default. */
export async function agreeInPerson(person: Person, question: Question, text: string): Promise<'yes' | 'no'> {
  person.tell(`\n${shown(text)}\n`);
  if (question === 'redaction') {
    return (await person.confirm({
      message: 'Do you acknowledge this redaction responsibility as your own?',
    }))
      ? 'yes'
      : 'no';
  }
  person.tell(
    'PACER lets this be skipped three times in all; then the account is restricted. To skip now uses one of them.',
  );
  return (await person.confirm({ message: 'Skip the update this time?' })) ? 'yes' : 'no';
}
