import type { Recognised } from '../court/page.ts';
import { nextStep } from '../court/next-step.ts';
import type { Trail } from '../court/trail.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { endedBy } from './failure.ts';
import { finish } from './finish.ts';
import { look } from './look.ts';
import type { Arrived, Session } from './session.ts';

/** How long a review may lie before the session is looked at again with a read (ms). */
const staleAfter = 2_000;

/** What a look right before the final Submit comes to: to send it, to sign in anew, or to end. */
export type Held = 'holds' | 'over' | { ended: Outcome };

/**
 * Whether the court still knows who is there, right before the final Submit to that address: by a read where the review
 * lay for long (`shownFor`, ms), or where no cookie is left that could say so. A final Submit from nobody would only
 * leave it unknown what became of it; one from an account that can file by now would be of no use.
 */
export async function sessionHolds(
  session: Session,
  trail: Trail,
  to: string,
  shownFor: number,
): Promise<Held> {
  const fresh = shownFor <= staleAfter && (await session.web.hasCookies(to));
  if (fresh) return 'holds';
  try {
    return judged(await look(session, utilitiesOf(session, trail)), session, trail);
  } catch (error) {
    const ended = endedBy(error, session.signal);
    if (ended === null) throw error;
    return { ended: told(ended) };
  }
}

/** The address at which this walk met the Utilities page: the menu's own can carry an id that the plain one lacks. */
function utilitiesOf({ goal }: Session, { met, visited }: Trail): string {
  return visited[met.findLastIndex(({ kind }) => kind === 'utilities-menu')] ?? goal.utilitiesUrl;
}

const signingIn = new Set(['landing', 'session-expired', 'sign-on-form', 'sign-on-refused', 'passcode-form']);

function judged(seen: Recognised & Pick<Arrived, 'arrival'>, { goal }: Session, trail: Trail): Held {
  const { page, menu } = seen;
  if (signingIn.has(page.kind)) return 'over';
  if (page.kind === 'utilities-menu' || page.kind === 'court-menu')
    return menu?.filer === true ? { ended: linkedMeanwhile } : 'holds';
  const step = nextStep(seen, goal, trail);
  return { ended: told(step.do === 'finish' ? finish(step, page) : outcome('unrecognised-page')) };
}

const linkedMeanwhile = outcome('already-linked', {
  proof: 'menu',
  message:
    'While the review was read, this PACER account became able to file in this court (by another run, or in a browser?), so the final Submit was not sent. To which CM/ECF account it is linked cannot be seen.',
});

/** The ending, with the word when it came. */
function told(ended: Outcome): Outcome {
  const when = 'That was at the last look before the final Submit, which was not sent.';
  return { ...ended, message: `${ended.message} ${when}` };
}
