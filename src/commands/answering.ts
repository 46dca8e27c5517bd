import type { Need, Question } from '../court/step.ts';
import type { WalkOptions } from '../request.ts';
import type { Answers, Given, Refusal } from '../walk/answers.ts';
import type { Person } from '../world/person.ts';
import { reveal, secret } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';
import { printableLines } from '../court/printable.ts';
import type { SecretName, Secrets } from './secrets.ts';
import { variableOf } from './secrets.ts';

type Names = { pacerUser: string | null; cmecfLogin: string | null; clientCode: string | null };

/** How often the person may try, the first time included. */
const tries: Record<Need, number> = {
  pacerUser: 2,
  pacerPassword: 2,
  clientCode: 2,
  passcode: 3,
  cmecfLogin: 2,
  cmecfPassword: 2,
};

const prompts: Record<Need, string> = {
  pacerUser: 'PACER username',
  pacerPassword: 'PACER password',
  clientCode: 'PACER client code',
  passcode: 'One-time passcode (from your authenticator app, or a backup code)',
  cmecfLogin: 'Old CM/ECF login',
  cmecfPassword: 'Old CM/ECF password',
};

const warnings: Partial<Record<Need, string>> = {
  pacerPassword: 'This is the last try of this run: repeated failures lock a PACER account.',
  passcode: 'Each code works once. Wait for the next one in the app; repeated failures lock the account.',
  cmecfPassword: 'This is the last try of this run: five bad tries lock an old CM/ECF account.',
};

/** The option or variable that would have given what a site asks for. */
export function optionFor(need: Need, practice: boolean): string {
  switch (need) {
    case 'pacerUser':
      return '--pacer-user';
    case 'cmecfLogin':
      return '--cmecf-login';
    case 'clientCode':
      return '--client-code';
    case 'pacerPassword':
    case 'passcode':
    case 'cmecfPassword':
      return `${variableOf(need, practice)} or --secrets-stdin`;
  }
}

/**
 * Answers the walk's needs from options and secrets first, then from the person; without one, says what is missing.
 * What was refused is never given again, and a passcode is given once.
 */
export function answering(
  options: WalkOptions & { cmecfLogin: string | null },
  secrets: Secrets,
  person: Person | null,
  practice: boolean,
  tell: (text: string) => void,
): Answers {
  const names: Names = {
    pacerUser: options.pacerUser,
    cmecfLogin: options.cmecfLogin,
    clientCode: options.clientCode,
  };
  const held = new Map<Need, Secret>();
  for (const [name, text] of Object.entries(names) as [keyof Names, string | null][]) {
    if (text !== null) held.set(name, secret(text));
  }
  for (const [name, given] of Object.entries(secrets) as [SecretName, { value: Secret }][])
    held.set(name, given.value);
  const given = new Map<Need, number>();
  const refused = new Set<string>();

  async function ask(need: Need, someone: Person, refusal: Refusal | null): Promise<Secret> {
    const last = held.get(need);
    if (refusal !== null && last !== undefined && isSecret(need)) refused.add(`${need} ${reveal(last)}`);
    for (;;) {
      const value = await askOnce(need, someone, last);
      if (!refused.has(`${need} ${reveal(value)}`)) return value;
      someone.tell('That is what was just refused; it is not sent again.');
    }
  }

  async function askOnce(need: Need, someone: Person, last: Secret | undefined): Promise<Secret> {
    if (isSecret(need)) {
      const value = await someone.secret({ message: prompts[need] });
      return reveal(value).trim() === '' ? askOnce(need, someone, last) : value;
    }
    const initial = last === undefined ? {} : { initial: reveal(last) };
    const validate = (value: string): true | string => value.trim() !== '' || 'It cannot be empty.';
    return secret((await someone.text({ message: prompts[need], ...initial, validate })).trim());
  }

  return {
    async give(need, refusal): Promise<Given> {
      const times = given.get(need) ?? 0;
      const again = refusal !== null || (need === 'passcode' && times > 0);
      const have = held.get(need);
      if (have !== undefined && !again) {
        given.set(need, times + 1);
        return { got: have };
      }
      if (need === 'clientCode' && refusal === null) return { got: null };
      if (person === null) {
        return refusal !== null && have !== undefined
          ? { exhausted: true }
          : { missing: optionFor(need, practice) };
      }
      if (refusal !== null && times >= tries[need]) return { exhausted: true };
      if (refusal !== null) tellRefusal(person, need, refusal, times + 1 === tries[need]);
      const value = await ask(need, person, refusal);
      held.set(need, value);
      given.set(need, times + 1);
      return { got: value };
    },
    async agree(question, text) {
      if (question === 'redaction' && options.acknowledgeRedaction) {
        tell(`PACER’s redaction notice, acknowledged by --acknowledge-redaction:\n${shown(text)}`);
        return 'yes';
      }
      if (person === null) return { missing: question === 'redaction' ? '--acknowledge-redaction' : '' };
      return agreeInPerson(person, question, text);
    },
    tell: (text) => tell(shown(text)),
  };
}

/** A site's text as lines that may be put on a terminal. */
function shown(text: string): string {
  return printableLines(text).join('\n').trim();
}

function isSecret(need: Need): boolean {
  return need === 'pacerPassword' || need === 'passcode' || need === 'cmecfPassword';
}

/** The first need of a refusal tells it; the second (login, then password) does not repeat it. */
const told = new WeakSet<Refusal>();

function tellRefusal(person: Person, need: Need, refusal: Refusal, last: boolean): void {
  if (!told.has(refusal)) {
    person.tell(`\nRefused, in the site’s words: ${shown(refusal.says)}`);
    told.add(refusal);
  }
  const warning = warnings[need];
  if (warning !== undefined && (last || need === 'passcode')) person.tell(warning);
}

async function agreeInPerson(person: Person, question: Question, text: string): Promise<'yes' | 'no'> {
  person.tell(`\n${shown(text)}\n`);
  if (question === 'redaction') {
    return (await person.confirm({
      message: 'Do you acknowledge this redaction responsibility as your own?',
    }))
      ? 'yes'
      : 'no';
  }
  person.tell(
    'PACER lets this be skipped three times in all; then the account is restricted. The skip is yours to spend.',
  );
  return (await person.confirm({ message: 'Skip the update this time?' })) ? 'yes' : 'no';
}
