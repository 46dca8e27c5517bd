import type { WalkOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import type { Goal } from '../court/step.ts';
import type { HopLine, Session } from '../walk/session.ts';
import { roadOf } from './road.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';

/** Opens what a walk needs: the web, progress, and where it goes. An outcome says what could not be opened. */
export async function openSession(
  options: Pick<WalkOptions, 'caFile' | 'proxy' | 'timeout' | 'color' | 'quiet' | 'verbose'>,
  where: Where,
  around: Surroundings,
  aim: Goal['aim'],
): Promise<{ session: Session } | Outcome> {
  const { practice, court } = where.places;
  const road = await roadOf(options, practice, around);
  if ('exitCode' in road) return road;
  const web = await around.openWeb({ practice, ...road, userAgent: userAgent(around.version) });
  const at = (path: string): string => new URL(path, court).href;
  const session: Session = {
    web,
    clock: around.clock,
    progress: await around.openProgress({ color: options.color, quiet: options.quiet }),
    goal: { aim, loginUrl: at('/cgi-bin/login.pl'), utilitiesUrl: at('/cgi-bin/DisplayMenu.pl?Utilities') },
    places: where.places,
    timeoutMs: options.timeout * 1000,
    signal: around.signal,
    onHop: options.verbose ? (line): void => around.tell(hopWords(line)) : (): void => {},
    hops: 0,
    mayBeSignedOn: false,
    stage: around.stage,
    logout: null,
    boundary: around.boundary,
    beforeFinalSubmit: () => Promise.resolve(null),
    beforeSignOut: (ended) => Promise.resolve(ended),
    random: around.random,
  };
  return { session };
}

/** Who is asking: the program's own name, so that a court can tell it from a browser. */
export function userAgent(version: string): string {
  return `miwb-link/${version}`;
}

function hopWords({ method, host, path, status, ms, kind }: HopLine): string {
  return `  ${method} ${host}${path} → ${status ?? 'no answer'} (${Math.round(ms)} ms)${kind === null ? '' : `: ${kind}`}`;
}
