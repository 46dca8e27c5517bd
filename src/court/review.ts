import { entryList } from '../html/entries.ts';
import type { Form } from '../html/forms.ts';
import type { Parts } from '../html/parts.ts';
import { once } from './once.ts';
import { accountFrom } from './review-account.ts';
import { noFindings } from './review-facts.ts';
import { walkBlocks } from './review-walk.ts';

/** One account as the review page shows it; what is not there is null. `text` is all its visible text. */
export type Account = {
  name: string | null;
  login: string | null;
  type: string | null;
  text: string;
  other: { label: string; value: string }[];
};

/** What was read off a review page; `why` says why an account, or its name, is null. */
export type Review = {
  cmecf: Account | null;
  pacer: Account | null;
  why: string | null;
  hiddenValues: { name: string; value: string }[];
};

/**
 * Reads both accounts off a review page by its words and labels, whatever the layout. A name is read only where its
 * account is announced in words and nothing speaks against it: two different names for one account, a label of the
 * one account under the heading of the other, or values that cannot be told apart leave it null, with `why`.
 */
export const readReview = once((parts: Parts): Review => {
  const findings = noFindings();
  walkBlocks(parts.blocks, { side: null, level: 0, fresh: false, pending: null }, findings);
  const hiddenValues = parts.forms.filter((form) => !form.hidden).flatMap(hiddenIn);
  if (findings.doubts.size > 0) {
    return { cmecf: null, pacer: null, why: [...findings.doubts].join('; '), hiddenValues };
  }
  const [cmecf, pacer] = [accountFrom('cmecf', findings), accountFrom('pacer', findings)];
  const why = [cmecf.why, pacer.why].filter((reason) => reason !== null).join('; ');
  return { cmecf: cmecf.account, pacer: pacer.account, why: why === '' ? null : why, hiddenValues };
});

// What a form sends without its showing: hidden fields, and any other control that is not rendered.
const hiddenIn = (form: Form): { name: string; value: string }[] =>
  entryList({ ...form, controls: form.controls.filter((control) => control.hidden) }, [], null).map(
    ([name, value]) => ({ name, value }),
  );
