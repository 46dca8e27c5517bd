import type { Document } from '../html/document.ts';
import type { Arrival, PageKind } from '../court/page.ts';
import type { Court } from '../court/directory.ts';
import type { Places } from '../court/places.ts';
import type { Goal } from '../court/step.ts';
import type { Outcome, Submitted } from '../outcome.ts';
import type { Clock } from '../world/clock.ts';
import type { Progress } from '../world/progress.ts';
import type { Web } from '../world/web.ts';
import type { ReviewPage } from './approval.ts';

/** One hop as `--verbose` and traces may tell it: no query values, no bodies. */
export type HopLine = {
  method: 'GET' | 'POST';
  host: string;
  path: string;
  /** The names of the query, without their values. */
  query: string[];
  status: number | null;
  ms: number;
  /** What the answer was taken for; that to a log-out is not looked at. */
  kind: PageKind | 'log-out' | null;
  forms: { name: string; fields: string[] }[];
};

/** How far a run is, and at which court; shared with whoever has to tell when it is cut off. */
export type Stage = {
  submitted: Submitted;
  /** The link form was sent, and no answer was understood yet: a court could have linked on that alone. */
  linkFormOpen: boolean;
  where: { court: Court; places: Places } | null;
};

/** What one run carries along: the world it acts on, and where it stands. */
export type Session = {
  web: Web;
  clock: Clock;
  progress: Progress;
  goal: Goal;
  places: Places;
  timeoutMs: number;
  /** Aborted with an ending's id as its reason when a signal asks the run to stop. */
  signal: AbortSignal;
  /** Told every hop, with the page where it brought one. */
  onHop(line: HopLine, page?: Arrived): void;
  hops: number;
  mayBeSignedOn: boolean;
  stage: Stage;
  logout: string | null;
  /** Called once the approval was given, right before the final Submit; an outcome ends the run with nothing sent. */
  beforeFinalSubmit(page: ReviewPage): Promise<Outcome | null>;
  /** Called with the ending before the log-out, which may take seconds; gives the ending to go on with. */
  beforeSignOut(ended: Outcome): Promise<Outcome>;
  boundary(): string;
  /** The referrer policy of the page read last (its own `<meta>`, else its header); null or none for the default. */
  referrerPolicy?: string | null;
  /** Work that can be done while answers are awaited, in small pieces: an answer waits for the one under way. */
  spare?: (() => void)[];
  /** From 0 to 1. */
  random(): number;
};

/** A page in hand: its document (for partial answers to come), how it came, its referrer policy, the hop that brought it. */
export type Arrived = { document: Document; arrival: Arrival; referrerPolicy: string | null; line: HopLine };
