import type { Need } from '../court/step.ts';
import type { Answers } from '../walk/answers.ts';
import { reveal } from '../world/secret.ts';
import type { Secret } from '../world/secret.ts';

/** What was typed into the site's forms in this run, as far as what is left behind must know of it. */
export type Said = {
  /** The same answers, listened to. */
  hearing(answers: Answers): Answers;
  login(need: 'pacerUser' | 'cmecfLogin'): string | null;
  /** Everything that was given so far, secrets too: what no trace may show. */
  given(): string[];
  /** Takes out of a text every secret that was given, in whatever answer the site repeats it. */
  withoutSecrets(text: string): string;
};

const secretNeeds = new Set<Need>(['pacerPassword', 'passcode', 'cmecfPassword']);

/** Listens to the answers of a run. */
export function listening(): Said {
  const heard: { need: Need; value: Secret }[] = [];
  return {
    hearing: (answers) => ({
      ...answers,
      async give(need, refusal) {
        const given = await answers.give(need, refusal);
        if ('got' in given && given.got !== null) heard.push({ need, value: given.got });
        return given;
      },
    }),
    login(need) {
      const last = heard.findLast((one) => one.need === need);
      return last === undefined ? null : reveal(last.value);
    },
    given: () => heard.map(({ value }) => reveal(value)),
    withoutSecrets: (text) =>
      heard
        .filter(({ need }) => secretNeeds.has(need))
        .reduce((rest, { value }) => rest.replaceAll(reveal(value), '[secret]'), text),
  };
}
