import { decide } from '../court/names.ts';
import type { LinkOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { howToGetOne, outcome } from '../outcome.ts';
import type { Screen } from '../report/review-screen.ts';
import { whomToCall } from '../report/whom-to-call.ts';
import { approveByNames, approveInPerson, typedNameFits } from '../walk/approval.ts';
import type { ReviewPage } from '../walk/approval.ts';
import { accountsOf } from '../walk/prove.ts';
import type { AtReview } from '../walk/walk.ts';
import type { Person } from '../world/person.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';

type Verdict = ReturnType<typeof decide>;

/**
 * What happens at the review page: a dry run reports and ends; a script's expected names approve or end;
 * a person sees both accounts and answers three questions, each "no" by default.
 */
export function atReview(
  options: LinkOptions,
  where: Where,
  person: Person | null,
  around: Surroundings,
): AtReview {
  return async (page) => {
    const verdict = judge(options, page, person === null);
    const screen = screenOf(options, where, around);
    // The screen shows the court's own text by itself where it is unsure; a person always sees it.
    const show = async (reader: 'person' | 'log'): Promise<string> => {
      const { courtText, isUnsure, reviewScreen } = await import('../report/review-screen.ts');
      const missing = reader === 'person' && !isUnsure(page, verdict);
      const text = missing ? ['', courtText(page, screen), ''] : [];
      return [...text, reviewScreen(page, verdict, screen)].join('\n');
    };
    if (options.dryRun) {
      if (person !== null) person.tell(await show('person'));
      else if (!options.quiet) around.tell(await show('log'));
      const ended = dryRunEnding(page, verdict);
      return { ended: person === null && options.quiet ? ended : alreadyShown(ended) };
    }
    if (person === null) {
      const refused = refusal(page, verdict);
      if (refused !== null) return { ended: refused };
      const approval = approveByNames(where.places.court, page, {
        cmecfName: options.expectCmecfName ?? '',
        pacerName: options.expectPacerName ?? '',
        individual: options.attestIndividual,
      });
      return approval === null
        ? { ended: outcome('names-differ', facts(page, verdict)) }
        : { approval, checks: verdict.checks };
    }
    person.tell(await show('person'));
    if (verdict.exit5)
      return {
        ended: alreadyShown(refusal(page, verdict) ?? outcome('names-differ', facts(page, verdict))),
      };
    return inPerson(page, verdict, person, where);
  };
}

function screenOf({ color }: LinkOptions, { court, places }: Where, around: Surroundings): Screen {
  const { columns, accessible } = around;
  return {
    columns,
    color: color && around.color,
    accessible,
    helpDesk: court.helpDesk,
    practice: places.practice,
  };
}

function judge(options: LinkOptions, page: ReviewPage, scripted: boolean): Verdict {
  const { expectCmecfName: cmecf, expectPacerName: pacer } = options;
  const expected =
    cmecf === null && pacer === null
      ? null
      : { ...(cmecf === null ? {} : { cmecf }), ...(pacer === null ? {} : { pacer }) };
  return decide({ ...page.review, expected, scripted: scripted || options.dryRun });
}

async function inPerson(
  page: ReviewPage,
  verdict: Verdict,
  person: Person,
  { court, places }: Where,
): Promise<Awaited<ReturnType<AtReview>>> {
  const declined = (message: string, advice?: string): { ended: Outcome } => {
    const ended = outcome('declined', { ...facts(page, verdict), message });
    return { ended: advice === undefined ? ended : { ...ended, nextStep: `${ended.nextStep}\n${advice}` } };
  };
  let typedPacerName: string | null = null;
  if (!(await person.confirm({ message: 'Are both names yours?' }))) {
    return declined(
      'You said that the names are not both yours.',
      `The court can tell you whose accounts these are. ${whomToCall('names-agree', court.helpDesk, places.practice)}`,
    );
  }
  if (verdict.typePacerName) {
    typedPacerName = await person.text({
      message: 'Type the name of the PACER account as the court shows it',
      validate: (typed) =>
        typedNameFits(page, typed) ||
        'That is not the PACER name on the page. Ctrl-C leaves without linking.',
    });
  }
  if (
    !(await person.confirm({
      message: 'Is the PACER account your own individual one, not shared with anybody?',
    }))
  ) {
    return declined(
      'You said that the PACER account is not your own individual one.',
      `Only your own individual PACER account can be linked. ${howToGetOne}`,
    );
  }
  if (!(await person.confirm({ message: 'Link them now, for good?' })))
    return declined('You chose not to link them now.');
  const consent = { namesAreMine: true, individualAccount: true, linkForGood: true, typedPacerName };
  const approval = approveInPerson(places.court, page, consent);
  return approval === null
    ? declined('The name that was typed is not the PACER name on the page.')
    : { approval, checks: verdict.checks };
}

function dryRunEnding(page: ReviewPage, verdict: Verdict): Outcome {
  return refusal(page, verdict) ?? outcome('dry-run-ready', { ...facts(page, verdict), verifiedNames: true });
}

/** Why a run that nobody watches must stop at this page, or null if everything agrees. */
function refusal(page: ReviewPage, verdict: Verdict): Outcome | null {
  const found = facts(page, verdict);
  if (page.review.cmecf?.name == null || page.review.pacer?.name == null) {
    return outcome('review-unreadable', {
      ...found,
      message: `The names on the review page could not be read with certainty: ${page.review.why ?? 'no name was found'}.`,
    });
  }
  if (!verdict.exit5) return null;
  const failed = verdict.checks.filter((check) => check.ok === 'fail');
  const message = failed.map((check) => check.says).join(' ') || 'The names do not agree.';
  if (failed.length > 0 && failed.every((check) => check.id === 'pacer-account-legacy'))
    return outcome('account-restricted', { ...found, message, nextStep: upgrade });
  const unfit = failed.some((check) => /-(account|organisation)/.test(check.id));
  return outcome(unfit ? 'shared-account' : 'names-differ', { ...found, message });
}

const upgrade =
  'Upgrade this PACER account in Manage My Account at https://pacer.uscourts.gov, then run miwb-link again.';

/** The court's own words stand on the review screen; the result does not say them again. */
const alreadyShown = (ended: Outcome): Outcome => ({ ...ended, courtText: null });

function facts(page: ReviewPage, verdict: Verdict): Pick<Outcome, 'accounts' | 'checks' | 'courtText'> {
  return { accounts: accountsOf(page), checks: verdict.checks, courtText: page.text };
}
