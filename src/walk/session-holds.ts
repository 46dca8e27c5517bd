import { look } from './look.ts';
import type { Session } from './session.ts';

/** How long a review may lie before the session is looked at again with a read (ms). */
const staleAfter = 2_000;

/**
 * Whether the court still knows who is there, right before the final Submit to that address: by a read where the review
 * lay for long (`shownFor`, ms), or where no cookie is left that could say so. A final Submit from nobody would only
 * leave it unknown what became of it.
 */
export async function sessionHolds(session: Session, to: string, shownFor: number): Promise<boolean> {
  const fresh = shownFor <= staleAfter && (await session.web.hasCookies(to));
  return fresh || stillSignedOn(session);
}

/** A read of a page that only a signed-in user gets; any failure counts as "no". */
async function stillSignedOn(session: Session): Promise<boolean> {
  try {
    const { page, arrival } = await look(session, session.goal.utilitiesUrl);
    return arrival.role === 'court' && (page.kind === 'utilities-menu' || page.kind === 'court-menu');
  } catch {
    return false;
  }
}
