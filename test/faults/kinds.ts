import type { Fault } from '../../src/practice/traits.ts';
import type { EndingId } from '../../src/outcome.ts';
import type { Step } from './walk.ts';

/** Where a fault strikes: which sort of request, and for the final Submit whether the court had linked by then. */
export type Where = Exclude<Step['group'], 'final'> | 'final-before' | 'final-after';

/** A way for a request to go wrong, and the endings that are right for it. */
export type FaultKind = {
  title: string;
  /** What the court does; `refused`, `killed` and `stopped` are done by the harness. */
  does: Fault['does'] | 'refused' | 'killed' | 'stopped';
  /** Once, at every later request of the kind too, or at every later request whatever. */
  lasts: 'once' | 'kind' | 'on';
  /** Deals with the request first, so that there is no such fault before the court has linked. */
  after?: true;
  /** Waits for an answer until the time of the request is up. */
  stalls?: true;
  /** Nobody may be able to log out afterwards. */
  cutsOff?: true;
  /** A good session is over, so that signing in once more is right: the password is sent a second time. */
  signsInAgain?: true;
  /** What answers the link form in its place still says that nothing was linked. */
  formAgain?: true;
  right: Partial<Record<Where, readonly EndingId[]>>;
  /** Requests, by their titles, at which another ending is right. */
  but?: Readonly<Record<string, readonly EndingId[]>>;
};

const linked = ['linked'] as const;
const network = ['network'] as const;
const unknown = ['outcome-unknown'] as const;
const faulty = ['court-error'] as const;
const strange = ['unrecognised-page'] as const;
const away = ['unsafe-address'] as const;
const expired = ['session-expired'] as const;

/** After signing in, a page that says nothing is passed by: the Utilities page is looked for where it is known to be. */
const passedBy = { 'back at login.pl': linked };

/** A read is tried again, a POST is not, and the menu settles the final Submit. */
const passing = { read: linked, post: network };
/** Nothing helps, but nothing is hurt. */
const ends = (ids: readonly EndingId[]): FaultKind['right'] => ({ read: ids, post: ids });
/** After the final Submit there is nobody left to ask, so that nothing can be known. */
const endsForAll = (ids: readonly EndingId[]): FaultKind['right'] => ({
  ...ends(ids),
  'final-after': unknown,
});

const once = (
  title: string,
  does: FaultKind['does'],
  right: FaultKind['right'],
  more: Partial<FaultKind> = {},
): FaultKind => ({ title, does, lasts: 'once', right, ...more });

const page = (words: string): Fault['does'] => ({ name: 'bare', page: words, status: 200 });

/** Every fault of the table, in its order. */
export const kinds: readonly FaultKind[] = [
  once('connection refused', 'refused', { ...passing, 'final-before': network }),
  once('closed before the answer', { name: 'lost' }, passing),
  once('reset before the answer', { name: 'reset' }, passing),
  once('reset in the middle of it', { name: 'reset-midway' }, passing),
  once('no answer', { name: 'never-answers' }, ends(network), { stalls: true }),
  once('stalls in the middle', { name: 'held' }, ends(network), { stalls: true }),
  once('endless, a letter at a time', { name: 'dripping' }, ends(network), { stalls: true }),
  once('endless, at full speed', { name: 'endless' }, ends(faulty)),
  once('40 MB', { name: 'forty-megabytes' }, ends(faulty)),
  once('40 MB packed into 40 kB', { name: 'gzip-bomb' }, ends(faulty)),
  once('gzip that breaks off', { name: 'gzip-truncated' }, passing),
  once('500', { name: 'status', status: 500 }, ends(faulty)),
  once('502 of a proxy', { name: 'bad-gateway' }, { read: linked, post: faulty }),
  once('503 with Retry-After', { name: 'busy', words: '1' }, { read: linked, post: ['maintenance'] }),
  once('empty 200', { name: 'empty' }, ends(strange), { but: passedBy }),
  once('wrong content type', { name: 'wrong-type' }, ends(strange), {
    after: true,
    // The answer of login.pl is a redirect, whose type says nothing.
    but: { ...passedBy, 'login.pl': linked },
  }),
  once('maintenance as 200', page('court/maintenance'), ends(['maintenance'])),
  once(
    'redirect to itself',
    { name: 'redirect', to: '%here%', status: 302 },
    // A form's answer is then the form again, with no word that anything was refused.
    { read: faulty, post: expired },
    { lasts: 'kind', formAgain: true, but: { 'link form': strange } },
  ),
  once(
    '307 to itself',
    { name: 'redirect', to: '%here%', status: 307 },
    { read: faulty, post: away },
    { lasts: 'kind' },
  ),
  once('307 elsewhere', { name: 'redirect', to: '%evil%/collect', status: 307 }, ends(away)),
  // The court is gone to once more, with GET; nothing that was typed is sent again.
  once(
    'sign-on page comes back',
    { name: 'redirect', to: '%signOnPage%', status: 302 },
    { read: linked, post: expired },
    // The session is good, so that the sign-on leads on to the court's menu, which is no answer to the link form.
    { but: { 'link form': strange } },
  ),
  // A script's passcode works once, so that nobody can sign in again.
  once('session expired', { name: 'session-expired' }, endsForAll(expired), {
    signsInAgain: true,
    but: { 'login.pl': linked, 'sign-on page': linked },
  }),
  once('cookies lost', { name: 'lose-cookies' }, ends(expired), {
    after: true,
    cutsOff: true,
    signsInAgain: true,
    // No final Submit is sent for nobody that the court knows.
    but: { 'login.pl': linked, 'sign-on page': linked },
  }),
  once('reset, and nothing answers any more', { name: 'reset' }, endsForAll(network), {
    lasts: 'on',
    cutsOff: true,
  }),
  once(
    'maintenance from here on',
    { name: 'bare', page: 'court/maintenance', status: 503 },
    endsForAll(['maintenance']),
    { lasts: 'on', cutsOff: true },
  ),
  once('SIGKILL; then run again', 'killed', {}),
  // Whether the answer was there when the program went on decides between the two.
  once('SIGSTOP past the session’s end', 'stopped', ends([...network, ...expired]), {
    signsInAgain: true,
    but: { 'login.pl': [...network, ...linked], 'sign-on page': [...network, ...linked] },
  }),
];

/** The endings that are right for a fault where it strikes. */
export function rightEndings(kind: FaultKind, { title }: Step, where: Where): readonly EndingId[] {
  const said = kind.but?.[title] ?? kind.right[where];
  if (said !== undefined) return said;
  if (where === 'proof' || where === 'log-out') return linked;
  return where === 'final-before' ? unknown : linked;
}
