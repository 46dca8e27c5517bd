import type { Form } from '../html/forms.ts';
import type { Parts } from '../html/parts.ts';
import type { SeenPage } from '../outcome.ts';
import type { Menu } from './menu.ts';
import type { Review } from './review.ts';

/** Which of the two hosts served a page. */
export type Role = 'court' | 'sign-on';

/** What the page is the answer to: our last submission, or null for a plain visit. */
export type Submitting =
  'sign-on' | 'passcode' | 'redaction' | 'acknowledgement' | 'skip' | 'link-form' | 'final-submit';

/** One page as it arrived, and the place in the walk where it did. */
export type Arrival = {
  parts: Parts;
  status: number;
  role: Role;
  after: Submitting | null;
  /** The error a partial answer reported instead of updates. */
  error: { name: string; message: string } | null;
};

/** A form to send, with the controls that matter in it; `button` null means that none has to be pressed. */
export type Target = { form: Form; button: number | null };

/** What a refusal at the sign-on was about, so that the right thing is asked again. */
export type SignOnFault = 'password' | 'passcode-or-password' | 'client-code' | 'expired' | 'unknown';

export type SignOnForm = Target & { user: number; password: number; clientCode: number | null };
export type PasscodeForm = Target & { field: number };
export type LinkForm = Target & { login: number; password: number };

/** What a page is. Plain data; every kind but `unrecognised` stands on positive evidence. */
export type Page =
  | { kind: 'landing'; to: string }
  | { kind: 'appellate'; text: string }
  | { kind: 'sign-on-form'; target: SignOnForm }
  | { kind: 'sign-on-refused'; fault: SignOnFault; text: string; target: SignOnForm }
  | { kind: 'passcode-form'; target: PasscodeForm }
  | { kind: 'passcode-refused'; text: string; target: PasscodeForm }
  | { kind: 'redaction-notice'; text: string; target: Target; checkbox: number | null }
  | { kind: 'user-update'; text: string; skip: Target | null }
  | { kind: 'acknowledgement'; text: string; target: Target; undertaking: boolean }
  | { kind: 'account-restricted'; text: string }
  | { kind: 'no-privileges'; text: string }
  | { kind: 'court-menu' }
  | { kind: 'utilities-menu'; link: string }
  | { kind: 'link-form'; text: string; target: LinkForm }
  | { kind: 'link-refused'; reason: LinkFault; text: string; target: LinkForm | null }
  | { kind: 'link-review'; target: Target & { button: number }; review: Review; text: string }
  | { kind: 'linked'; text: string }
  | { kind: 'already-linked'; text: string; to: 'another' | 'unsaid' | 'own' }
  | { kind: 'submit-refused'; text: string }
  | { kind: 'session-expired'; text: string }
  | { kind: 'cross-site-warning'; text: string }
  | { kind: 'maintenance'; text: string }
  | { kind: 'court-error'; text: string; status: number }
  | { kind: 'unrecognised'; seen: SeenPage; claims: string[] };

export type PageKind = Page['kind'];

/** Why the court refused the old CM/ECF credentials, by its words. */
export type LinkFault = 'wrong' | 'locked' | 'inactive' | 'characters' | 'unstated';

/** A recognised page, with the menu bar it carried. */
export type Recognised = { page: Page; menu: Menu | null };
