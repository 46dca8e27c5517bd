import type { Charset } from './charset.ts';
import type { Lead } from './lead.ts';
import type { Kind } from './log.ts';
import type { GateName } from './sign-on/gates.ts';
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

  /** The front page: a page with a link, a page of another system, or one that leads straight on. */
  landing: 'link' | 'training-too' | 'appeals' | Lead;
  /** How somebody without a session is led to the sign-on page. */
  toSignOn: Lead;

  /** The generation of Faces that the sign-on page is built on, and whether its views are stateless. */
  faces: 'javax' | 'jakarta';
  stateless: boolean;
  /** Whether the sign-on buttons send by script, and what a script gets new: the panel, parts of it or the page. */
  buttons: 'script' | 'plain';
  updates: 'panel' | 'fragments' | 'root';
  /** How a partial request that ends the sign-on is led back to the court. */
  back: 'redirect' | 'eval' | Exclude<Lead, '302'>;
  /** Whether the redaction dialog's content is in the page, hidden, before it is wanted. */
  dialogsAlways: boolean;
  /** What stands between the password and the court, in order. */
  gates: readonly GateName[];
  /** How often "User Update Required" may still be skipped. */
  skips: number;
  clientCodeRequired: boolean;
  /** The older servers' second cookie. */
  pacerSession: boolean;
  /** Where logging out happens: on the court's own page, or only once the sign-on host was asked too. */
  logout: 'court' | 'sign-on';

  /** The court's menu bar: a file of fixtures/court/menus. */
  menu: string;
  /** The encoding of the court's pages; windows-1252 is not declared anywhere. */
  charset: Charset;
  /** The filing menus before anything is linked, and when they come afterwards. */
  filer: boolean;
  menuComes: 'at-once' | 'next-court-session' | 'next-sign-on' | 'never';
  /** The Utilities page: the heading over the link (null for none), its words as HTML, its address. */
  group: string | null;
  linkText: string;
  linkHref: string;
  /** The link form: a page of fixtures/, and the names of its two fields. */
  linkForm: { page: string; login: string; password: string };
  /** Whether the link form is followed by a review page, which page of fixtures/, and what it calls the account. */
  review: boolean;
  reviewPage: string;
  accountType: string;
};

export const plainTraits: Traits = {
  account: {},
  faults: [],
  actions: {},
  landing: 'link',
  toSignOn: '302',
  faces: 'javax',
  stateless: false,
  buttons: 'script',
  updates: 'panel',
  back: 'redirect',
  dialogsAlways: false,
  gates: ['passcode'],
  skips: 3,
  clientCodeRequired: false,
  pacerSession: false,
  logout: 'court',
  menu: 'nextgen',
  charset: 'utf-8',
  filer: false,
  menuComes: 'at-once',
  group: 'NextGen Items',
  linkText: 'Link a CM/ECF account to my PACER account',
  linkHref: '/cgi-bin/LinkAccount.pl',
  linkForm: { page: 'court/link-page', login: 'login', password: 'key' },
  review: true,
  reviewPage: 'court/review',
  accountType: 'Upgraded PACER Account',
};
