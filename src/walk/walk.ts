import type { PageKind } from '../court/page.ts';
import { destinationOf } from '../html/submission.ts';
import { nextStep } from '../court/next-step.ts';
import { roleOf } from '../court/places.ts';
import { recognise } from '../court/recognise.ts';
import type { Sending, Step } from '../court/step.ts';
import { counting, emptyTrail, met, visiting } from '../court/trail.ts';
import type { Trail } from '../court/trail.ts';
import type { Check, Outcome } from '../outcome.ts';
import { outcome, whileLinkFormOpen } from '../outcome.ts';
import type { Answers } from './answers.ts';
import type { Approval, ReviewPage } from './approval.ts';
import { endedBy, interruption } from './failure.ts';
import { fillIn } from './fill.ts';
import { sendFinalSubmit } from './final-submit.ts';
import { finish } from './finish.ts';
import { submit, visit } from './open.ts';
import { settleEarly, settleFinal } from './prove.ts';
import { saying } from './saying.ts';
import { sessionHolds } from './session-holds.ts';
import type { Arrived, Session } from './session.ts';
import { signOut } from './sign-out.ts';
import { stop } from './stop.ts';

/**
 * What happens at the review page: an approval to go on with, or the outcome to end with.
 * A dry run hands in one that can only end.
 */
export type AtReview = (
  page: ReviewPage,
) => Promise<{ approval: Approval; checks: Check[] } | { ended: Outcome }>;

/**
 * The one loop: send, recognise, decide, repeat, until an outcome. Logs out on every way out.
 * Only a bug of ours throws.
 */
export async function walk(
  session: Session,
  answers: Answers,
  atReview: AtReview,
  dryRun: boolean,
): Promise<Outcome> {
  const spare: (() => void)[] = [
    () => {
      import('./rehearse.ts').then(
        ({ rehearsals }) => spare.push(...rehearsals()),
        () => {},
      );
    },
  ];
  session.spare = spare;
  try {
    const came = await ending(session, () => run(session, answers, atReview, dryRun));
    const ended = session.stage.linkFormOpen ? whileLinkFormOpen(came) : came;
    return await session.beforeSignOut(ended);
  } finally {
    await signOut(session);
  }
}

/** How a run ended: by itself, by a stop, by a failing network or a signal. Only a bug of ours throws. */
async function ending(session: Session, going: () => Promise<Outcome>): Promise<Outcome> {
  try {
    const ended = await going();
    session.progress.done();
    return ended;
  } catch (error) {
    session.progress.fail();
    const ended = endedBy(error, session.signal);
    if (ended === null) throw error;
    return ended;
  }
}

/** Pages that a court that had linked would not show. */
const saysNoLink = new Set<PageKind>([
  'link-review',
  'link-refused',
  'link-form',
  'already-linked',
  'sign-on-form',
  'sign-on-refused',
  'session-expired',
  'cross-site-warning',
]);

async function run(
  session: Session,
  answers: Answers,
  atReview: AtReview,
  dryRun: boolean,
): Promise<Outcome> {
  let trail: Trail = emptyTrail;
  let anew = false;
  session.progress.step('Opening the court’s sign-on page');
  let here = await visit(session, session.goal.loginUrl, null);
  session.progress.done();
  for (;;) {
    const recognised = recognise(here.arrival);
    session.onHop({ ...here.line, kind: recognised.page.kind }, here);
    trail = met(trail, here.arrival, recognised.page);
    session.logout = recognised.menu?.logout ?? session.logout;
    const step = nextStep(recognised, session.goal, trail);
    if (saysNoLink.has(recognised.page.kind)) session.stage.linkFormOpen = false;
    // What the court has linked is settled, whatever signal has come.
    if (session.signal.aborted && recognised.page.kind !== 'linked')
      return outcome(interruption(session.signal));
    switch (step.do) {
      case 'visit':
        trail = visiting(trail, step.note);
        if (step.note === 'court-session-anew')
          session.web.dropCookies(new URL(session.places.court).hostname);
        session.progress.step(saying(step, trail));
        here = await visit(session, step.url, here.arrival.parts.url);
        session.progress.done();
        break;
      case 'submit':
        trail = counting(trail, step.sending);
        here = await send(session, step.sending, here, answers);
        break;
      case 'ask': {
        const agreed = await answers.agree(step.question, step.text);
        if (typeof agreed === 'object') return missing(step, agreed.missing);
        if (agreed === 'no')
          return step.question === 'redaction'
            ? outcome('declined')
            : outcome('user-update-due', { courtText: step.text });
        trail = counting(trail, step.next);
        here = await send(session, step.next, here, answers);
        break;
      }
      case 'tell':
        answers.tell(step.text);
        trail = counting(trail, step.next);
        here = await send(session, step.next, here, answers);
        break;
      case 'confirm': {
        const page = recognised.page as ReviewPage;
        const to = requireCourtForm(session, page);
        const shownFor = stopwatch(session.clock);
        const decided = await atReview(page);
        if ('ended' in decided) return decided.ended;
        if (session.signal.aborted) return outcome(interruption(session.signal));
        const held = await sessionHolds(session, trail, to, shownFor());
        if (typeof held === 'object') return held.ended;
        if (held === 'over') {
          if (anew) return outcome('session-expired', { message: overAgain });
          anew = true;
          answers.tell(
            'The session at the court ended while the review was read. Nothing was submitted; signing in again.',
          );
          trail = { ...emptyTrail, cures: ['expired-again'] };
          here = await visit(session, session.goal.loginUrl, null);
          break;
        }
        const hindered = await session.beforeFinalSubmit(page);
        if (hindered !== null) return hindered;
        if (session.signal.aborted) return outcome(interruption(session.signal));
        session.progress.step('Sending the final Submit');
        const answer = await sendFinalSubmit(session, decided.approval, page, here);
        return settleFinal(session, answer, page, decided.checks);
      }
      case 'settle':
        return settleEarly(session, recognised, dryRun);
      case 'finish':
        return finish(step, recognised.page);
    }
  }
}

/** Milliseconds since now. Some systems’ `elapsed` stands still while the computer sleeps, and `now` can be set back. */
function stopwatch(clock: Session['clock']): () => number {
  const [now, elapsed] = [clock.now(), clock.elapsed()];
  return () => Math.max(clock.now() - now, clock.elapsed() - elapsed);
}

const overAgain =
  'The session at the court ended while the review was read, and once more after signing in again. The final Submit was not sent.';

async function send(session: Session, sending: Sending, here: Arrived, answers: Answers): Promise<Arrived> {
  const from = here.arrival.parts.url;
  const request = await fillIn(session, sending, from, answers);
  session.progress.step(saying({ do: 'submit', sending }, emptyTrail));
  if (sending.as === 'sign-on') session.mayBeSignedOn = true;
  if (roleOf(session.places, from) === 'sign-on') void session.web.warm(session.places.court);
  const answered = await submit(session, request, here.document, from, sending.as);
  session.progress.done();
  return answered;
}

/** Where the review form posts. One that posts elsewhere is not shown to anybody as one to say yes to; also not in a dry run. */
function requireCourtForm(session: Session, { target }: ReviewPage): string {
  const { method, url } = destinationOf(target.form, target.button);
  if (url !== null && method === 'post' && roleOf(session.places, url) === 'court') return url;
  const where =
    url === null || method === 'dialog'
      ? 'would be sent nowhere'
      : method === 'get'
        ? 'would be sent as an address (method GET)'
        : `would be sent to ${new URL(url).host}, not to the court`;
  throw stop(outcome('unsafe-address', { message: `The review page’s form ${where}.` }));
}

function missing(step: Extract<Step, { do: 'ask' }>, option: string): Outcome {
  if (step.question === 'skip-update') return outcome('user-update-due', { courtText: step.text });
  const message =
    'PACER asks the filer to acknowledge the redaction responsibility, and there is nobody to ask.';
  return outcome('input-needed', {
    message,
    courtText: step.text,
    nextStep: `Give ${option} and run again.`,
  });
}
