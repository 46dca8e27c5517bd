import type { Parts } from '../html/parts.ts';

/** One account as the review page shows it; what is not there is null. `text` is all its visible text. */
export type Account = {
  name: string | null;
  login: string | null;
  type: string | null;
  text: string;
  other: { label: string; value: string }[];
};

/** What was read off a review page; `why` says why an account is null. */
export type Review = {
  cmecf: Account | null;
  pacer: Account | null;
  why: string | null;
  hiddenValues: { name: string; value: string }[];
};

/** Reads both accounts off a review page by its words and labels, or says why it could not. */
export function readReview(parts: Parts): Review {
  return { cmecf: null, pacer: null, why: `nothing is read from ${parts.title} yet`, hiddenValues: [] };
}
