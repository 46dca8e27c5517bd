/** How sure the run is that the request linking the accounts was sent. */
export type Submitted = 'no' | 'yes' | 'unknown';
/** Whether the accounts are linked, as far as the run could see. */
export type Linked = 'yes' | 'no' | 'unknown';
/** What the link was proven by: the filing menus, the court's own words, or nothing. */
export type Proof = 'menu' | 'announced' | 'none';

export type ReadAccount = { name: string | null; login: string | null };
export type Check = { id: string; ok: 'ok' | 'warn' | 'fail'; says: string; meaning: string };

/** A page that was not recognised: its shape, never a value. */
export type SeenPage = {
  status: number;
  host: string;
  path: string;
  title: string;
  forms: { name: string; fields: string[] }[];
};

export type Outcome = {
  id: EndingId;
  exitCode: number;
  submitted: Submitted;
  linked: Linked;
  proof: Proof;
  message: string;
  nextStep: string;
  accounts: { cmecf: ReadAccount | null; pacer: ReadAccount | null } | null;
  verifiedNames: boolean;
  checks: Check[];
  courtText: string | null;
  seen: SeenPage | null;
  /** The file of the receipt that was left. */
  receipt: string | null;
};

type Ending = { exitCode: number; meaning: string; submitted: string; nextStep: string };

const notSent = 'No. Nothing was linked by this run.';
const notSentYet =
  'No. Nothing was linked by this run, unless it says that the answer to the link form was lost.';
/** PACER's own help desk, with its telephone number. */
export const pacerServiceCenter = 'the PACER Service Center, 800-676-6856';
/** Where an individual PACER account comes from. */
export const howToGetOne = `Whoever has none registers one at https://pacer.uscourts.gov, or calls ${pacerServiceCenter}.`;
const unchanged = 'Nothing has changed at the court. Run miwb-link again whenever you like.';
const looked = 'No: status only looks.';
const again = 'Correct what is named and run miwb-link again.';

/**
 * Every way a run can end, with its exit code: the one table of them.
 * `submitted` answers "was the final Submit sent?" in words; `nextStep` is what to do unless the run knows better.
 */
export const endings = {
  linked: {
    exitCode: 0,
    meaning: 'The CM/ECF account and the PACER account are linked, for good.',
    submitted: 'Yes, once.',
    nextStep:
      'From now on sign in with the PACER username and password alone; the old CM/ECF login no longer works.',
  },
  'already-linked': {
    exitCode: 0,
    meaning:
      'This PACER account can already file in this court, so there is nothing to link. To which CM/ECF account it is linked cannot be seen.',
    submitted: notSent,
    nextStep:
      'Nothing: sign in to the court with the PACER account. If it opens the wrong filer’s account, call the court’s help desk.',
  },
  'dry-run-ready': {
    exitCode: 0,
    meaning:
      'Everything up to the final Submit works, and what the court shows agrees. Nothing was submitted.',
    submitted: 'No: a dry run cannot send it.',
    nextStep: 'Run the same command without --dry-run to link the accounts.',
  },
  'linked-without-review': {
    exitCode: 0,
    meaning:
      'The court linked the accounts on the first Submit of the link form and never showed a review page. Nobody could compare the names first. (In a dry run this ends with code 8.)',
    submitted: 'There was none: the court linked without asking for it.',
    nextStep:
      'Sign in to the court and look whose account opens. If it is not yours, call the court’s help desk at once.',
  },
  'can-file': {
    exitCode: 0,
    meaning: 'This PACER account can file in this court: the filing menus are there.',
    submitted: looked,
    nextStep: 'Nothing: the account is linked, or was given filing rights.',
  },
  'cannot-file': {
    exitCode: 0,
    meaning: 'This PACER account cannot file in this court yet: the menu bar has no filing menus.',
    submitted: looked,
    nextStep: 'To link a CM/ECF account, run miwb-link.',
  },
  bug: {
    exitCode: 1,
    meaning: 'miwb-link failed through a fault of its own, before the final Submit.',
    submitted: notSentYet,
    nextStep:
      'You did nothing wrong, and nothing more will be done. Report it with what the run printed; meanwhile link by hand in a browser.',
  },
  usage: {
    exitCode: 2,
    meaning: 'The command could not be understood, or options contradict each other.',
    submitted: notSent,
    nextStep: again,
  },
  'input-needed': {
    exitCode: 2,
    meaning: 'Something would have to be asked, and nobody is there to answer.',
    submitted: notSent,
    nextStep: again,
  },
  'source-failed': {
    exitCode: 2,
    meaning: 'A source of a secret failed, or gave nothing that can be used.',
    submitted: notSent,
    nextStep: 'Mend the source that is named, or give the secret in another way, and run miwb-link again.',
  },
  'appellate-court': {
    exitCode: 2,
    meaning: 'Courts of appeals run a different system that miwb-link does not know.',
    submitted: notSent,
    nextStep: 'Link it in a browser; the court’s help desk can tell how.',
  },
  declined: {
    exitCode: 3,
    meaning: 'A question was answered "no", so the run stopped.',
    submitted: notSent,
    nextStep: unchanged,
  },
  cancelled: {
    exitCode: 3,
    meaning: 'The run was cancelled at a question (Ctrl-C, or the end of its input).',
    submitted: notSent,
    nextStep: unchanged,
  },
  'sign-on-refused': {
    exitCode: 4,
    meaning: 'PACER refused to sign this account in.',
    submitted: notSent,
    nextStep:
      'Sign in once at https://pacer.uscourts.gov in a browser to see that username and password are right, then try again. Repeated failures lock the account.',
  },
  'passcode-refused': {
    exitCode: 4,
    meaning: 'PACER refused the one-time passcode.',
    submitted: notSent,
    nextStep:
      'Wait for the next code of the authenticator app (each works once), check the clock of this computer and of the phone, and try again.',
  },
  'cmecf-refused': {
    exitCode: 4,
    meaning: 'The court refused the old CM/ECF login or password.',
    submitted: notSent,
    nextStep:
      'Do not keep trying: five bad tries lock the account. The court’s help desk can reset an old CM/ECF password for linking.',
  },
  'refused-recently': {
    exitCode: 4,
    meaning:
      'A secret of this account was refused within the last 15 minutes, so nothing was tried: repeated failures lock accounts.',
    submitted: notSent,
    nextStep:
      'Make sure that it is right, for example by signing in once in a browser; then wait, or run again with --try-again.',
  },
  'shared-account': {
    exitCode: 5,
    meaning:
      'The PACER account looks like a shared, firm or administrative one. Only an individual’s own account may be linked.',
    submitted: notSent,
    nextStep: `Use the filer’s own individual PACER account. ${howToGetOne}`,
  },
  'linked-elsewhere': {
    exitCode: 5,
    meaning: 'The court says that one of these accounts is already linked to another account.',
    submitted: notSent,
    nextStep: 'Call the court’s help desk: only the court can tell which, and undo it.',
  },
  'names-differ': {
    exitCode: 5,
    meaning:
      'The names the court shows are not the ones expected, or the two accounts do not bear the same name.',
    submitted: notSent,
    nextStep: 'Check which accounts these are before anything else; a link cannot be undone.',
  },
  'account-restricted': {
    exitCode: 5,
    meaning: 'PACER says that this account is restricted, disabled or a legacy one.',
    submitted: notSent,
    nextStep: `Call ${pacerServiceCenter}, or sign in to Manage My Account at https://pacer.uscourts.gov.`,
  },
  'user-update-due': {
    exitCode: 5,
    meaning:
      'PACER asks for an update of the account (multifactor authentication, or a new password) before it goes on.',
    submitted: notSent,
    nextStep:
      'Sign in at https://pacer.uscourts.gov in a browser, finish the update, then run miwb-link again.',
  },
  'unrecognised-page': {
    exitCode: 6,
    meaning: 'A page came that miwb-link does not recognise, so it stopped rather than guess.',
    submitted: notSentYet,
    nextStep: 'Finish by hand in a browser.',
  },
  'review-unreadable': {
    exitCode: 6,
    meaning: 'The review page came, but the names on it could not be read with certainty.',
    submitted: notSent,
    nextStep:
      'Run miwb-link in a terminal, where a person can read the court’s own text, or finish by hand in a browser.',
  },
  'unsafe-address': {
    exitCode: 6,
    meaning:
      'A page or redirect led to an address where miwb-link must not go, so it stopped before sending anything there.',
    submitted: notSentYet,
    nextStep:
      'Do not enter passwords there. Call the court’s help desk and tell them the address that the run named.',
  },
  'session-expired': {
    exitCode: 6,
    meaning: 'The session ended, or was never kept, before the link could be made.',
    submitted: notSent,
    nextStep:
      'Run miwb-link again. If it ends so again, sign in once in a browser to see what the site says; a proxy or filter that drops cookies can be the cause.',
  },
  'cross-site-warning': {
    exitCode: 6,
    meaning: 'The court took the request for one forged by another site and refused it.',
    submitted: notSent,
    nextStep: 'Run miwb-link again; if it comes back, finish by hand in a browser.',
  },
  'court-error': {
    exitCode: 6,
    meaning: 'The site answered with an error page.',
    submitted: notSentYet,
    nextStep: 'Try again later; if it stays, call the court’s help desk.',
  },
  network: {
    exitCode: 7,
    meaning: 'The network failed: the site could not be reached, or did not answer in time.',
    submitted: notSentYet,
    nextStep: 'Check the connection and try again.',
  },
  tls: {
    exitCode: 7,
    meaning: 'The site’s identity could not be verified (its certificate), so nothing was sent to it.',
    submitted: notSentYet,
    nextStep:
      'In a company network that inspects traffic, give its certificate with --ca-file. Otherwise do not go on: somebody may be in between.',
  },
  proxy: {
    exitCode: 7,
    meaning: 'The proxy refused or failed.',
    submitted: notSentYet,
    nextStep: 'Check HTTPS_PROXY and NO_PROXY, or ask the IT staff.',
  },
  maintenance: {
    exitCode: 7,
    meaning: 'The court or PACER is down for maintenance.',
    submitted: notSentYet,
    nextStep: 'Try again later.',
  },
  'outcome-unknown': {
    exitCode: 8,
    meaning: 'The final Submit was sent, but whether the accounts are linked could not be seen.',
    submitted: 'Yes, or it may have been. It is never sent again.',
    nextStep:
      'Do not link again by hand. Run "miwb-link status", or sign in to the court and look: Bankruptcy and Adversary on the menu bar mean that the accounts are linked. If they are not there, call the court’s help desk.',
  },
  keychain: {
    exitCode: 9,
    meaning: 'The keychain is missing, locked or refused, and it was the only source of a password.',
    submitted: notSent,
    nextStep: 'Unlock the keychain, or give the password in another way.',
  },
  'submit-refused': {
    exitCode: 10,
    meaning: 'The court refused the final Submit in so many words. Nothing is linked.',
    submitted: 'Yes, once; the court refused it.',
    nextStep:
      'Call the court’s help desk and tell them the court’s own words, which the run or its receipt shows.',
  },
  interrupted: {
    exitCode: 130,
    meaning:
      'The run was interrupted (Ctrl-C) while it worked or waited for a site, before the final Submit. At a question, Ctrl-C ends it as cancelled, code 3.',
    submitted: notSentYet,
    nextStep: unchanged,
  },
  terminated: {
    exitCode: 143,
    meaning: 'The run was terminated before the final Submit.',
    submitted: notSentYet,
    nextStep: unchanged,
  },
  'hung-up': {
    exitCode: 129,
    meaning: 'The terminal went away before the final Submit.',
    submitted: notSentYet,
    nextStep: unchanged,
  },
} as const satisfies Record<string, Ending>;

export type EndingId = keyof typeof endings;

/** Builds an outcome: what the table says of `id`, unless `facts` says better. Before the final Submit by default. */
export function outcome(id: EndingId, facts: Partial<Omit<Outcome, 'id'>> = {}): Outcome {
  const ending: Ending = endings[id];
  return {
    id,
    exitCode: ending.exitCode,
    submitted: 'no',
    linked: id === 'already-linked' || id === 'can-file' ? 'yes' : 'no',
    proof: 'none',
    message: ending.meaning,
    nextStep: ending.nextStep,
    accounts: null,
    verifiedNames: false,
    checks: [],
    courtText: null,
    seen: null,
    receipt: null,
    ...facts,
  };
}

const linkFormLost =
  'The link form was sent, or may have been: whether the court linked on that alone could not be seen.';
const lookFirst =
  'Before anything else, run "miwb-link status", or sign in to the court and look: Bankruptcy and Adversary on the menu bar mean that the accounts are linked. Then see whose account opens; if it is not yours, call the court’s help desk at once.';

/** What a run says that is cut off while the answer to the link form is awaited. */
export const cutAtLinkForm = `The final Submit was not sent. ${linkFormLost} ${lookFirst}`;

/**
 * An ending that came before the court's answer to the link form was understood: some courts could link on that first
 * Submit, so that nobody knows. What is known to be linked stays so.
 */
export function whileLinkFormOpen(ended: Outcome): Outcome {
  if (ended.linked !== 'no' || ended.submitted !== 'no') return ended;
  const message = `${ended.message}\n${linkFormLost}`;
  const nextStep = ended.nextStep === unchanged ? lookFirst : `${lookFirst}\n\n${ended.nextStep}`;
  return { ...ended, linked: 'unknown', message, nextStep };
}
