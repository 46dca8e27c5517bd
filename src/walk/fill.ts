import type { Fill } from '../html/entries.ts';
import { facesAddress, facesSubmission } from '../html/faces.ts';
import type { Submission } from '../html/submission.ts';
import { destinationOf, submission } from '../html/submission.ts';
import type { Role } from '../court/page.ts';
import { roleOf } from '../court/places.ts';
import type { Need, Sending } from '../court/step.ts';
import { outcome } from '../outcome.ts';
import { reveal } from '../world/secret.ts';
import type { Answers } from './answers.ts';
import type { Session } from './session.ts';
import { stop } from './stop.ts';

const owners: Record<Need, Role> = {
  pacerUser: 'sign-on',
  pacerPassword: 'sign-on',
  clientCode: 'sign-on',
  passcode: 'sign-on',
  cmecfLogin: 'court',
  cmecfPassword: 'court',
};

/**
 * Turns a sending into the request a browser would make, secrets put in last. Before any secret is touched the
 * form must stand on a page of the credential's owner and post to that same origin; otherwise it throws a stop.
 */
export async function fillIn(
  session: Session,
  sending: Sending,
  pageUrl: string,
  answers: Answers,
): Promise<Submission> {
  const { form, button } = sending.target;
  requireOwner(session, sending, pageUrl);
  const fills: Fill[] = [];
  const refused = sending.says === null ? null : { says: sending.says };
  for (const filling of sending.fillings) {
    if (!('need' in filling)) {
      fills.push(filling);
      continue;
    }
    const refusal = sending.fresh.includes(filling.need) ? refused : null;
    const given = await answers.give(filling.need, refusal);
    if ('ended' in given) throw stop(given.ended);
    if ('missing' in given) {
      const message = `The site asks for ${nounOf[filling.need]}, and there is nobody to ask.`;
      throw stop(
        outcome('input-needed', { message, nextStep: `Give it with ${given.missing} and run again.` }),
      );
    }
    if ('exhausted' in given) throw stop(outcome(sending.orElse, { courtText: sending.says }));
    if (given.got !== null) fills.push({ control: filling.control, value: reveal(given.got) });
  }
  return sending.via === 'plain'
    ? submission(form, fills, button, session.boundary())
    : facesSubmission(form, fills, button, sending.via);
}

const nounOf: Record<Need, string> = {
  pacerUser: 'the PACER username',
  pacerPassword: 'the PACER password',
  clientCode: 'a client code',
  passcode: 'the one-time passcode',
  cmecfLogin: 'the CM/ECF login',
  cmecfPassword: 'the CM/ECF password',
};

/** How and where the form goes: a partial request has an address of its own and is always a POST. */
function destination({ target, via }: Sending): ReturnType<typeof destinationOf> {
  return via === 'plain'
    ? destinationOf(target.form, target.button)
    : { method: 'post', url: facesAddress(target.form) };
}

function requireOwner(session: Session, sending: Sending, pageUrl: string): void {
  const { method, url } = destination(sending);
  const page = roleOf(session.places, pageUrl);
  const to = url === null ? null : roleOf(session.places, url);
  const wrongOwner = sending.fillings.some((filling) => 'need' in filling && owners[filling.need] !== to);
  if (page !== null && page === to && !wrongOwner && method === 'post') return;
  const where = url === null || method === 'dialog' ? 'nowhere' : new URL(url).host;
  const message =
    method === 'get'
      ? 'A form would put what is typed into an address (method GET); nothing was typed into it.'
      : `A form on ${new URL(pageUrl).host} would send what is typed to ${where}; nothing was typed into it.`;
  throw stop(outcome('unsafe-address', { message }));
}
