import type { Need, Question } from '../court/step.ts';
import type { Outcome } from '../outcome.ts';
import type { Secret } from '../world/secret.ts';

/** What was refused, in the site's words, so that the person is told why they are asked again. */
export type Refusal = { says: string };

/** An answer to a need: the value (null: there is none, as with a client code), or why it cannot be had. */
export type Given =
  | { got: Secret | null }
  | { missing: string }
  /** Refused before, and no other value or no further try can be had. */
  | { exhausted: true }
  /** A source of it failed, or the wait for it was cut off: the run ends so. */
  | { ended: Outcome };

/** Where the walk's needs and questions are answered: options, a person, a keychain. Made by commands/. */
export type Answers = {
  give(need: Need, refusal: Refusal | null): Promise<Given>;
  /** Whether the filer agrees; `missing` names the option that would have said so. */
  agree(question: Question, text: string): Promise<'yes' | 'no' | { missing: string }>;
  tell(text: string): void;
};
