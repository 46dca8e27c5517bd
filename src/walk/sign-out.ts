import { roleOf } from '../court/places.ts';
import { leaveBy } from './open.ts';
import type { Session } from './session.ts';

const patience = 5_000; // ms
const logoutPath = '/cgi-bin/login.pl?logout';

/**
 * Logs out, if there may be a session: by the menu's own Log Out where it was seen, within five seconds, and
 * whatever signal has come. Failures are swallowed: it is a courtesy, and never changes an outcome.
 */
export async function signOut(session: Session): Promise<boolean> {
  if (!session.mayBeSignedOn) return true;
  const own =
    session.logout !== null && roleOf(session.places, session.logout) === 'court' ? session.logout : null;
  const url = own ?? new URL(logoutPath, session.places.court).href;
  const from = own === null ? null : session.goal.utilitiesUrl;
  try {
    const quiet = { ...session, signal: AbortSignal.timeout(patience), timeoutMs: patience, hops: 0 };
    const line = await leaveBy(quiet, url, from);
    session.onHop({ ...line, kind: 'log-out' });
    session.mayBeSignedOn = false;
    return (line.status ?? 0) < 400;
  } catch {
    return false;
  }
}
