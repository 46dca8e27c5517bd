import { createHash } from 'node:crypto';
import { compareNames } from '../court/names-compare.ts';
import { decide } from '../court/names.ts';
import { isPrintedName } from '../court/names-typed.ts';
import type { Page } from '../court/page.ts';
import type { Entry } from '../html/entries.ts';
import { entryList } from '../html/entries.ts';

export type ReviewPage = Extract<Page, { kind: 'link-review' }>;

/** What an approval binds: this court, this review page, these entries and button, these names. */
export type Bound = {
  court: string;
  digest: string;
  entries: Entry[];
  button: number;
  names: { cmecf: string | null; pacer: string | null };
};

/** Consent to one final Submit. Opaque: made below, redeemed once. */
export type Approval = { readonly approval: true };

const live = new WeakMap<Approval, Bound>();

/** A person's answers to the three questions, and the PACER name as typed where it was asked for. */
export type PersonalConsent = {
  namesAreMine: boolean;
  individualAccount: boolean;
  linkForGood: boolean;
  typedPacerName: string | null;
};

/** A scripted run's consent: the names expected, and the word that the account is an individual one. */
export type NamedConsent = { cmecfName: string; pacerName: string; individual: boolean };

/** Makes an approval from a person's answers to this very page, or null where they do not amount to one. */
export function approveInPerson(court: string, page: ReviewPage, consent: PersonalConsent): Approval | null {
  const verdict = decide({ ...page.review, expected: null, scripted: false });
  const typedRight = !verdict.typePacerName || typedNameFits(page, consent.typedPacerName ?? '');
  const yes = consent.namesAreMine && consent.individualAccount && consent.linkForGood && typedRight;
  return yes ? bind(court, page) : null;
}

/** Whether what was typed is the PACER name of the page: as it was read, or else as it stands printed there. */
export function typedNameFits(page: ReviewPage, typed: string): boolean {
  const asPrinted = page.review.pacer?.name ?? null;
  return asPrinted === null
    ? isPrintedName(page.text, typed)
    : compareNames(typed, asPrinted).verdict === 'same';
}

/** Makes an approval from expected names, or null where the page does not agree with them in every check. */
export function approveByNames(court: string, page: ReviewPage, consent: NamedConsent): Approval | null {
  const expected = { cmecf: consent.cmecfName, pacer: consent.pacerName };
  const verdict = decide({ ...page.review, expected, scripted: true });
  const readable = page.review.cmecf?.name != null && page.review.pacer?.name != null;
  return readable && !verdict.exit5 && consent.individual ? bind(court, page) : null;
}

/**
 * Redeems an approval for the page it was made from: what it binds, once; null the second time, for a made-up
 * approval, or if anything on the page is not what was approved.
 */
export function redeem(approval: Approval, court: string, page: ReviewPage): Bound | null {
  const bound = live.get(approval) ?? null;
  live.delete(approval);
  return bound !== null && JSON.stringify(bound) === JSON.stringify(whatIs(court, page)) ? bound : null;
}

function bind(court: string, page: ReviewPage): Approval {
  const approval: Approval = Object.freeze({ approval: true });
  live.set(approval, whatIs(court, page));
  return approval;
}

function whatIs(court: string, page: ReviewPage): Bound {
  const { form, button } = page.target;
  return {
    court,
    digest: createHash('sha256').update(page.text).digest('hex'),
    entries: entryList(form, [], button),
    button,
    names: { cmecf: page.review.cmecf?.name ?? null, pacer: page.review.pacer?.name ?? null },
  };
}
