import type { Need } from '../court/step.ts';
import type { Answers, Given } from '../walk/answers.ts';
import type { Person } from '../world/person.ts';
import { reveal, secret } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';
import { agreeInPerson, askOnce, shown, tellRefusal } from './asking.ts';
import type { SecretName } from './secrets.ts';
import { commandOptions, isSecret, keyboard, variableOf } from './secrets.ts';
import type { Supply } from './supply.ts';

export type Names = { pacerUser: string | null; cmecfLogin: string | null; clientCode: string | null };

/** How often the person may try, the first time included. */
const tries: Record<Need, number> = {
  pacerUser: 2,
  pacerPassword: 2,
  clientCode: 2,
  passcode: 3,
  cmecfLogin: 2,
  cmecfPassword: 2,
};

/** Where a run's secrets may come from: practice has variables of its own, and standard input is read or not. */
export type Sources = { practice: boolean; secretsStdin: boolean };

/** The options and the variable that would have given what a site asks for. */
export function optionFor(need: Need, { practice, secretsStdin }: Sources): string {
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
      return secretsStdin
        ? `"${need}" in the JSON of --secrets-stdin, ${commandOptions[need]} or ${variableOf(need, practice)}`
        : `${commandOptions[need]}, --secrets-stdin or ${variableOf(need, practice)}`;
  }
}

/** What answering draws on: names typed, secrets supplied, the person (null: nobody is there). */
export type AnsweringParts = {
  names: Names;
  acknowledgeRedaction: boolean;
  supply: Supply;
  person: Person | null;
  sources: Sources;
  tell(text: string): void;
  /** Told of every secret given: whose, and where it came from. */
  onGiven(name: SecretName, given: { value: Secret; from: string; login: string }): void;
  /** Told that the site refused what was given. */
  onRefused(need: Need): Promise<void>;
  /** What a person is told beside the site's words of a refusal; null for nothing. */
  besideRefusal(need: Need): string | null;
};

/**
 * Answers the walk's needs from options and secrets first, then from the person; without one, says what is missing.
 * What was refused is never given again, and a passcode is given once.
 */
export function answering(parts: AnsweringParts): Answers {
  const { person, sources, tell } = parts;
  const held = new Map<Need, Secret>();
  for (const [name, text] of Object.entries(parts.names) as [keyof Names, string | null][]) {
    // An empty variable of a script gives nothing.
    if (text !== null && text !== '') held.set(name, secret(text));
  }
  const given = new Map<Need, number>();
  const refused = new Set<string>();
  const wasRefused = (need: Need) => (value: Secret) => refused.has(`${need} ${reveal(value)}`);

  async function ask(need: Need, someone: Person): Promise<Secret> {
    for (;;) {
      const value = await askOnce(need, someone, held.get(need));
      if (!wasRefused(need)(value)) return value;
      someone.tell('That is what was just refused; it is not sent again.');
    }
  }

  function loginOf(need: SecretName): string | null {
    const login = held.get(need === 'cmecfPassword' ? 'cmecfLogin' : 'pacerUser');
    return login === undefined ? null : reveal(login);
  }

  function give(need: Need, value: Secret): Given {
    held.set(need, value);
    given.set(need, (given.get(need) ?? 0) + 1);
    return { got: value };
  }

  return {
    async give(need, refusal): Promise<Given> {
      const times = given.get(need) ?? 0;
      const have = held.get(need);
      const again = refusal !== null || (need === 'passcode' && times > 0);
      if (have !== undefined && !again) return give(need, have);
      if (need === 'clientCode' && refusal === null) return { got: null };
      if (refusal !== null) {
        await parts.onRefused(need);
        if (have !== undefined && isSecret(need)) refused.add(`${need} ${reveal(have)}`);
        if (times >= tries[need]) return { exhausted: true };
      }
      if (isSecret(need)) {
        const login = loginOf(need);
        const supplied = await parts.supply.next(need, { login, wasRefused: wasRefused(need) });
        if ('ended' in supplied) return supplied;
        if ('value' in supplied) {
          parts.onGiven(need, { ...supplied, login: login ?? '' });
          return give(need, supplied.value);
        }
      }
      if (person === null) {
        return have !== undefined ? { exhausted: true } : { missing: optionFor(need, sources) };
      }
      if (refusal !== null) {
        tellRefusal(person, need, refusal, times + 1 === tries[need]);
        const beside = parts.besideRefusal(need);
        if (beside !== null) person.tell(beside);
      }
      const value = await ask(need, person);
      if (isSecret(need)) parts.onGiven(need, { value, from: keyboard, login: loginOf(need) ?? '' });
      return give(need, value);
    },
    async agree(question, text) {
      if (question === 'redaction' && parts.acknowledgeRedaction) {
        tell(`PACER’s redaction notice, acknowledged by --acknowledge-redaction:\n${shown(text)}`);
        return 'yes';
      }
      if (person === null) return { missing: question === 'redaction' ? '--acknowledge-redaction' : '' };
      return agreeInPerson(person, question, text);
    },
    tell: (text) => tell(shown(text)),
  };
}
