import { printable, printableLines } from '../court/printable.ts';
import type { Outcome, ReadAccount } from '../outcome.ts';
import { withoutContacts } from './contacts.ts';
import { zonedTime } from './time.ts';

/** What a receipt needs to know beside the outcome. */
export type ReceiptFacts = {
  /** Milliseconds since 1970, and the minutes that local time is ahead of UTC. */
  at: number;
  ahead: number;
  version: string;
  practice: boolean;
  court: { id: string; name: string; address: string };
  /** The logins that were given, for where the court shows none. */
  logins: { cmecf: string | null; pacer: string | null };
  /** Takes out of a text what was secret in this run. */
  withoutSecrets(text: string): string;
};

/** What is kept of a run that may have linked: no address, e-mail, telephone or secret. Documented in README.md. */
export type Receipt = {
  schema: 'miwb-link-receipt/1';
  time: string;
  program: string;
  practice: boolean;
  court: { id: string; name: string; address: string };
  accounts: { cmecf: ReadAccount; pacer: ReadAccount };
  outcome: Outcome['id'];
  exitCode: number;
  submitted: Outcome['submitted'];
  linked: Outcome['linked'];
  proof: Outcome['proof'];
  verifiedNames: boolean;
  courtText: string[];
};

/** Whether a run has to leave a receipt: it linked, or the final Submit was sent or may have been. */
export function leavesReceipt(ended: Outcome): boolean {
  return ended.submitted !== 'no' || ended.id === 'linked' || ended.id === 'linked-without-review';
}

/** Makes the receipt of an outcome. */
export function receiptOf(ended: Outcome, facts: ReceiptFacts): Receipt {
  const { at, ahead, version, practice, court, logins, withoutSecrets } = facts;
  const kept = (account: ReadAccount | null | undefined, login: string | null): ReadAccount => ({
    name: clean(account?.name ?? null),
    login: clean(account?.login ?? login),
  });
  return {
    schema: 'miwb-link-receipt/1',
    time: zonedTime(at, ahead),
    program: `miwb-link ${version}`,
    practice,
    court,
    accounts: {
      cmecf: kept(ended.accounts?.cmecf, logins.cmecf),
      pacer: kept(ended.accounts?.pacer, logins.pacer),
    },
    outcome: ended.id,
    exitCode: ended.exitCode,
    submitted: ended.submitted,
    linked: ended.linked,
    proof: ended.proof,
    verifiedNames: ended.verifiedNames,
    courtText: withoutContacts(withoutSecrets(ended.courtText ?? '')).slice(0, longest),
  };
}

const longest = 100; // lines of the court's text

function clean(text: string | null): string | null {
  return text === null ? null : printable(text);
}

/** The receipt for a person to keep, ending in a newline. */
export function receiptText(receipt: Receipt, message: string): string {
  const { court, accounts } = receipt;
  const account = ({ name, login }: ReadAccount): string =>
    `${name ?? '(name not shown)'}, login ${login ?? '(not shown)'}`;
  const pairs: [string, string][] = [
    ['Time', receipt.time],
    ['Court', `${court.name} (${court.id}), ${court.address}`],
    ['CM/ECF account', account(accounts.cmecf)],
    ['PACER account', account(accounts.pacer)],
    ['Names compared', receipt.verifiedNames ? 'yes, before the final Submit' : 'no'],
    ['Final Submit', submittedWords[receipt.submitted]],
    ['Linked', `${linkedWords[receipt.linked]}${proofWords[receipt.proof]}`],
    ['Ending', `${receipt.outcome} (exit code ${receipt.exitCode})`],
    ['Program', receipt.program],
  ];
  return [
    receipt.practice ? 'miwb-link receipt (PRACTICE: none of this is real)' : 'miwb-link receipt',
    '',
    ...printableLines(message),
    '',
    ...pairs.map(([name, value]) => `${`${name}:`.padEnd(16)} ${value}`),
    '',
    ...(receipt.courtText.length === 0
      ? ['The court said nothing that could be kept.']
      : ['The court’s own words:', ...receipt.courtText.map((line) => `  | ${line}`)]),
    '',
  ].join('\n');
}

const submittedWords = {
  yes: 'sent once',
  no: 'not sent',
  unknown: 'sent, or it may have been; its answer was lost',
} as const;
const linkedWords = { yes: 'yes', no: 'no', unknown: 'not known' } as const;
const proofWords = {
  menu: ', proven by the filing menus of the court',
  announced: ', as the court announced; the filing menus did not show yet',
  none: '',
} as const;
