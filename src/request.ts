import type { CommandFact, Shell } from './completion/tree.ts';

/** What every command that walks understands. Times in seconds, as typed. */
export type WalkOptions = {
  /** Null unless said; miwb then. */
  court: string | null;
  courtAddress: string | null;
  caFile: string | null;
  proxy: string | null;
  pacerUser: string | null;
  clientCode: string | null;
  acknowledgeRedaction: boolean;
  timeout: number;
  json: boolean;
  quiet: boolean;
  verbose: boolean;
  /** A file for the trace of the run. */
  trace: string | null;
  input: boolean;
  color: boolean;
  secretsStdin: boolean;
  pacerPasswordCommand: string | null;
  passcodeCommand: string | null;
  /** Sign in even where a secret was refused only now. */
  tryAgain: boolean;
};

export type LinkOptions = WalkOptions & {
  cmecfLogin: string | null;
  cmecfPasswordCommand: string | null;
  dryRun: boolean;
  expectCmecfName: string | null;
  expectPacerName: string | null;
  attestIndividual: boolean;
  /** `none`, a file, or null for the user's state folder. */
  receipt: string | null;
};

export type PracticeOptions = LinkOptions & {
  scenario: string;
  list: boolean;
  serve: boolean;
  port: number;
};

export type CheckOptions = Pick<
  WalkOptions,
  'court' | 'courtAddress' | 'caFile' | 'proxy' | 'timeout' | 'json' | 'quiet' | 'color'
>;

export type CredentialOptions = {
  verb: 'save' | 'list' | 'forget';
  court: string | null;
  pacerUser: string | null;
  cmecfLogin: string | null;
  /** The authenticator's seed rather than the password. */
  totp: boolean;
  all: boolean;
  secretsStdin: boolean;
  json: boolean;
  input: boolean;
  color: boolean;
};

/** The words typed, understood: one command with all that was said to it. */
export type Request =
  | { command: 'link'; options: LinkOptions }
  | { command: 'practice'; options: PracticeOptions }
  | { command: 'status'; options: WalkOptions }
  | { command: 'check'; options: CheckOptions }
  | { command: 'credentials'; options: CredentialOptions }
  | { command: 'config'; verb: 'path' | 'show'; json: boolean }
  | { command: 'completion'; shell: Shell; tree: CommandFact }
  | { command: 'manual'; tree: CommandFact }
  | { command: 'explain'; word: string | null; json: boolean }
  | { command: 'courts'; words: string; json: boolean }
  | { command: 'print'; text: string }
  | { command: 'usage'; message: string; nextStep: string; json: boolean };
