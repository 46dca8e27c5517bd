import type { Outcome } from '../outcome.ts';
import type { Need } from '../court/step.ts';
import type { Answers } from '../walk/answers.ts';
import { reveal } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';
import { isSecret } from './secrets.ts';

/** What was typed into the site's forms in this run, as far as what is left behind must know of it. */
export type Said = {
  /** The same answers, listened to. */
  hearing(answers: Answers): Answers;
  login(need: 'pacerUser' | 'cmecfLogin'): string | null;
  /** Everything that was given so far, secrets too: what no trace may show. */
  given(): string[];
  /** Takes out of a text every secret that was given, in whatever answer the site repeats it. */
  withoutSecrets(text: string): string;
  /** The same for every text of an outcome, however deep. */
  scrubbed(ended: Outcome): Outcome;
};

/** Listens to the answers of a run. */
export function listening(): Said {
  const heard: { need: Need; value: Secret }[] = [];
  const secrets: string[] = [];
  const withoutSecrets = (text: string): string =>
    secrets.reduce((rest, one) => rest.replaceAll(one, '[secret]'), text);
  return {
    hearing: (answers) => ({
      ...answers,
      async give(need, refusal) {
        const given = await answers.give(need, refusal);
        if ('got' in given && given.got !== null) {
          heard.push({ need, value: given.got });
          if (isSecret(need)) secrets.push(...spellings(reveal(given.got)));
        }
        return given;
      },
    }),
    login(need) {
      const last = heard.findLast((one) => one.need === need);
      return last === undefined ? null : reveal(last.value);
    },
    given: () => heard.map(({ value }) => reveal(value)),
    withoutSecrets,
    scrubbed: (ended) => deep(ended, withoutSecrets) as Outcome,
  };
}

/** Anything shorter stands in ordinary words too, and would tell more by being left out. */
const shortest = 4;

function spellings(secret: string): string[] {
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  return [...new Set([secret, encodeURIComponent(secret), form])].filter((one) => one.length >= shortest);
}

function deep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => deep(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, change)]));
}
