import type { Need } from '../court/step.ts';
import type { Answers } from '../walk/answers.ts';
import { reveal } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';

/** What was typed into the site's forms in this run, as far as files that are left behind need it. */
export type Said = {
  answers: Answers;
  login(need: 'pacerUser' | 'cmecfLogin'): string | null;
  /** Takes out of a text every secret that was given, in whatever answer the site repeats it. */
  withoutSecrets(text: string): string;
};

const secretNeeds = new Set<Need>(['pacerPassword', 'passcode', 'cmecfPassword']);

/** Watches what answers are given. */
export function listening(answers: Answers): Said {
  const last = new Map<Need, Secret>();
  const secrets: Secret[] = [];
  return {
    answers: {
      ...answers,
      async give(need, refusal) {
        const given = await answers.give(need, refusal);
        if ('got' in given && given.got !== null) {
          last.set(need, given.got);
          if (secretNeeds.has(need)) secrets.push(given.got);
        }
        return given;
      },
    },
    login(need) {
      const given = last.get(need);
      return given === undefined ? null : reveal(given);
    },
    withoutSecrets: (text) =>
      secrets.reduce((rest, value) => rest.replaceAll(reveal(value), '[secret]'), text),
  };
}
