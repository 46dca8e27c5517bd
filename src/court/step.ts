import type { AjaxCall } from '../html/faces-call.ts';
import type { EndingId } from '../outcome.ts';
import type { Submitting, Target } from './page.ts';

/** What a form may need from the person or the options. */
export type Need = 'pacerUser' | 'pacerPassword' | 'clientCode' | 'passcode' | 'cmecfLogin' | 'cmecfPassword';

/** One control to fill: from a need, or a box to check. */
export type Filling = { control: number; need: Need } | { control: number; checked: true };

/** How a form is sent: as a browser sends a plain form, or as PrimeFaces sends a partial request. */
export type Via = 'plain' | AjaxCall;

/** A reversible submission. The final Submit is not among them: it has a function of its own in walk/. */
export type Sending = {
  as: Exclude<Submitting, 'final-submit'>;
  target: Target;
  via: Via;
  fillings: Filling[];
  /** What was refused and must not be sent again as it was; ends the run as `orElse` if nothing fresh can be had. */
  fresh: Need[];
  says: string | null;
  orElse: EndingId;
};

export type Question = 'redaction' | 'skip-update';

export type Step =
  | { do: 'visit'; url: string; note: Note | null }
  | { do: 'submit'; sending: Sending }
  | { do: 'ask'; question: Question; text: string; next: Sending }
  | { do: 'tell'; text: string; next: Sending }
  | { do: 'confirm' }
  | { do: 'settle' }
  | { do: 'finish'; id: EndingId; text: string | null; why: string | null };

/** A cure that may be used once a run. */
export type Note =
  | 'landing-tried'
  | 'court-session-anew'
  | 'sign-on-again'
  | 'privileges-again'
  | 'utilities-tried'
  | 'utilities-again'
  | 'expired-again';

/** What the run is for, and what it may do. */
export type Goal = { aim: 'link' | 'status'; loginUrl: string; utilitiesUrl: string };
