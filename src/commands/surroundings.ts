import type { Stage } from '../walk/session.ts';
import type { Clock } from '../world/clock.ts';
import type { CommandEnd } from '../world/command.ts';
import type { Files } from '../world/files.ts';
import type { Keychain } from '../world/keychain.ts';
import type { Person } from '../world/person.ts';
import type { Progress } from '../world/progress.ts';
import type { FolderSight } from '../world/folder-sight.ts';
import type { Sight } from '../world/web-look.ts';
import type { Web, WebOptions } from '../world/web.ts';

/** How the hosts are reached: whom TLS trusts beside the known authorities, and through which proxy. */
export type Road = { caPem: string | null; proxy: NonNullable<WebOptions['proxy']> | null };

/** Files for the user alone, and the user's own folders for what is kept between runs and for settings. */
export type Keep = { files: Files; stateFolder: string; configFolder: string };

/** The world as commands are handed it: every effect a record of functions, opened only where used. */
export type Surroundings = {
  env: Readonly<Record<string, string | undefined>>;
  version: string;
  /** Where faults are told. */
  readonly tracker: string;
  clock: Clock;
  /** Aborted with 'interrupted', 'terminated' or 'hung-up' by a signal. */
  signal: AbortSignal;
  /** Told of a run's progress, for the case that it is cut off. */
  stage: Stage;
  /** Standard input and standard error are both terminals. */
  terminal: boolean;
  /** The terminal's width now; its size may change while a run goes on. */
  readonly columns: number;
  /** Standard error takes colour. */
  color: boolean;
  /** Plain lines are asked for, as a screen reader needs them. */
  accessible: boolean;
  openWeb(options: WebOptions): Promise<Web>;
  openPerson(color: boolean, beforeSpeaking: () => void): Promise<Person>;
  openProgress(how: { color: boolean; quiet: boolean }): Promise<Progress>;
  runCommand(
    words: readonly string[],
    how: { timeoutMs: number; attended: boolean; signal: AbortSignal },
  ): Promise<CommandEnd>;
  openKeep(): Promise<Keep>;
  lookAt(address: string, road: Road & { practice: boolean }, timeoutMs: number): Promise<Sight>;
  lookAtFolder(path: string): Promise<FolderSight>;
  runtime: { node: string; openssl: string; system: string };
  openKeychain(how: { attended: boolean }): Promise<Keychain>;
  readStdin(limit: number): Promise<string | null>;
  /** The text of a file that was named; `own` where it has to be the user's. Rejects as `unreadable` puts in words. */
  readFile(path: string, whose?: 'anyone' | 'own'): Promise<string>;
  /** Writes lines for a person to standard error. */
  tell(text: string): void;
  /** Writes to standard output, as it is. */
  say(text: string): void;
  /** From 0 to 1, for the jitter of pauses. */
  random(): number;
  /** Minutes that local time is ahead of UTC. */
  ahead(): number;
  /** Random text for a multipart boundary. */
  boundary(): string;
};
