import type { Kind } from './log.ts';
import type { GateName } from './sign-on/gate.ts';
import type { Surprise } from './surprises.ts';

/** Something out of the ordinary that a scenario's court does when a kind of request arrives. */
export type Fault = {
  at: Kind;
  does: Surprise;
  /** The request is dealt with as usual first (an account is linked, a session made); only the answer differs. */
  after?: boolean;
  /** How many requests of the kind pass before it starts (0), and how often it happens (for ever). */
  skip?: number;
  times?: number;
  /** Only for requests with a good sign-on session, or only once the accounts are linked. */
  when?: 'signed-in' | 'linked';
};

/** The forms whose address an attack can bend. */
export type FormName = 'sign-on' | 'passcode' | 'link-form' | 'review';

/** How a court and its sign-on page differ from the plain ones. All plain data. */
export type Traits = {
  /** What the court holds instead of what the scenario's person types. */
  account: { pacerPassword?: string; totpSeed?: string; cmecfLogin?: string; cmecfPassword?: string };
  faults: readonly Fault[];
  /** Where a form posts to instead of its own address: %evil%, %signOn%, %court% stand for the hosts. */
  actions: Partial<Record<FormName, string>>;
  /** The generation of Faces that the sign-on page is built on, and whether its views are stateless. */
  faces: 'javax' | 'jakarta';
  stateless: boolean;
  /** What stands between the password and the court, in order. */
  gates: readonly GateName[];
  /** The filing menus before anything is linked. */
  filer: boolean;
  /** Whether the link form is followed by a review page. */
  review: boolean;
};

export const plainTraits: Traits = {
  account: {},
  faults: [],
  actions: {},
  faces: 'javax',
  stateless: false,
  gates: ['passcode'],
  filer: false,
  review: true,
};
