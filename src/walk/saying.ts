import type { Step } from '../court/step.ts';
import type { Trail } from '../court/trail.ts';

/** What the progress line says while a step is carried out. */
export function saying(step: Extract<Step, { do: 'visit' | 'submit' }>, trail: Trail): string {
  if (step.do === 'visit') {
    if (step.note === 'court-session-anew') return 'Looking again, in a new session at the court';
    if (!trail.signedOn) return 'Going to the PACER sign-on page';
    return /[?&]Utilities\b/.test(step.url) ? 'Opening Utilities' : 'Opening the link page';
  }
  switch (step.sending.as) {
    case 'sign-on':
      return 'Signing in to PACER';
    case 'passcode':
      return 'Sending the one-time passcode';
    case 'redaction':
      return 'Acknowledging the redaction notice';
    case 'acknowledgement':
      return 'Closing the notice';
    case 'skip':
      return 'Skipping the update';
    case 'link-form':
      return 'Sending the CM/ECF login to the court';
  }
}
