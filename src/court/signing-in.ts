import { readAjaxCall } from '../html/faces-call.ts';
import type { EndingId } from '../outcome.ts';
import { cure, filled, finish, finishBecause, press } from './moves.ts';
import type { Page, PasscodeForm, SignOnForm } from './page.ts';
import type { Filling, Goal, Need, Sending, Step } from './step.ts';
import type { Trail } from './trail.ts';

type Of<Kind extends Page['kind']> = Extract<Page, { kind: Kind }>;

/** The sign-on page with nothing to say: filled in once, and once more where a good session is over. */
export function onSignOnForm({ target }: Of<'sign-on-form'>, goal: Goal, trail: Trail): Step {
  const over =
    trail.cures.includes('expired-again') || (trail.signedOn && trail.cures.includes('sign-on-again'));
  if (trail.sent['sign-on'] < (over ? 2 : 1)) return signOn(target, [], null, 'sign-on-refused');
  // The court may have dealt with the CM/ECF password already: it is not sent once more unless the court says that
  // the session was over.
  const again = trail.sent['link-form'] === 0 ? cure('sign-on-again', goal.loginUrl, trail) : null;
  return (
    again ??
    finishBecause(
      'session-expired',
      'PACER showed its sign-on page again, with no word that anything was refused.',
    )
  );
}

/** What PACER refused is asked for anew; a page that was too old is asked for anew itself. */
export function onSignOnRefused(page: Of<'sign-on-refused'>, goal: Goal, trail: Trail): Step {
  const passcodeToo = trail.sent.passcode > 0;
  switch (page.fault) {
    case 'passcode-or-password':
      return passcodeToo
        ? signOn(page.target, ['passcode'], page.text, 'passcode-refused')
        : signOn(page.target, ['pacerUser', 'pacerPassword'], page.text, 'sign-on-refused');
    case 'password':
      return signOn(page.target, ['pacerUser', 'pacerPassword'], page.text, 'sign-on-refused');
    case 'client-code':
      return signOn(page.target, ['clientCode'], page.text, 'sign-on-refused');
    case 'expired':
      return cure('expired-again', goal.loginUrl, trail) ?? finish('session-expired', page.text);
    case 'unknown':
      return finish('sign-on-refused', page.text);
  }
}

/** Asked once more without a refusal, the session is over, and the code that was given is spent. */
export function onPasscodeForm({ target }: Of<'passcode-form'>, { sent }: Trail): Step {
  const sending = passcode(target, 'session-expired', null);
  if (sent.passcode === 0) return { do: 'submit', sending };
  const text = 'PACER asks for a one-time passcode again, with no word that one was refused.';
  if (sent.passcode >= 3) return finishBecause('session-expired', text);
  return { do: 'tell', text, next: sending };
}

/** A refused code is never sent again; a fresh one is. */
export function onPasscodeRefused({ target, text }: Of<'passcode-refused'>): Step {
  return { do: 'submit', sending: passcode(target, 'passcode-refused', text) };
}

/**
 * The box is the filer's own to tick, asked once. Where the button waits for the box's change, that change is told
 * first, as its onchange does; the page that comes back has the button ready.
 */
export function onRedaction(page: Of<'redaction-notice'>, trail: Trail): Step {
  if (trail.sent.redaction >= 3) return finish('unrecognised-page', page.text);
  const { form, button } = page.target;
  const fillings: Filling[] = page.checkbox === null ? [] : [{ control: page.checkbox, checked: true }];
  const waits = button !== null && form.controls[button]?.disabled === true;
  const change = page.checkbox === null ? null : readAjaxCall(form.controls[page.checkbox]?.onchange ?? '');
  const next: Sending =
    waits && change !== null
      ? { ...press('redaction', { form, button: null }), via: change, fillings }
      : { ...press('redaction', page.target), fillings };
  if (trail.sent.redaction > 0) return { do: 'submit', sending: next };
  return { do: 'ask', question: 'redaction', text: page.text, next };
}

function signOn(target: SignOnForm, fresh: Need[], says: string | null, orElse: EndingId): Step {
  const fillings: Filling[] = [
    { control: target.user, need: 'pacerUser' },
    { control: target.password, need: 'pacerPassword' },
  ];
  if (target.clientCode !== null) fillings.push({ control: target.clientCode, need: 'clientCode' });
  return { do: 'submit', sending: filled('sign-on', target, fillings, orElse, fresh, says) };
}

function passcode(target: PasscodeForm, orElse: EndingId, says: string | null): Sending {
  const fillings: Filling[] = [{ control: target.field, need: 'passcode' }];
  return filled('passcode', target, fillings, orElse, says === null ? [] : ['passcode'], says);
}
