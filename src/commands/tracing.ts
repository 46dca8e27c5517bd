import { resolve } from 'node:path';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { zonedTime } from '../report/time.ts';
import type { Arrived, HopLine } from '../walk/session.ts';
import { traceHop } from '../walk/trace.ts';
import type { Surroundings } from './surroundings.ts';
import type { Where } from './where.ts';

/** A trace being written: each hop as it happens, so that what was seen stays even if the run is killed. */
export type Tracing = {
  hop(line: HopLine, page: Arrived | undefined, given: readonly string[]): void;
  end(ended: Outcome): void;
};

/**
 * Opens the trace that --trace asks for, one JSON object a line: the run, its hops, its ending. An outcome,
 * before the first request, says that it cannot be written. Documented in README.md.
 */
export async function openTrace(
  asked: string,
  { court, places }: Where,
  around: Surroundings,
): Promise<Tracing | Outcome> {
  const { files } = await around.openKeep();
  const path = resolve(asked);
  const log = await files.openLog(path);
  if (typeof log === 'string') {
    return outcome('usage', {
      message: `The trace cannot be written to ${path}: ${log}.`,
      nextStep: 'Give another place with --trace FILE.',
    });
  }
  const add = (line: unknown): void => log.add(JSON.stringify(line));
  const time = (): string => zonedTime(around.clock.now(), around.ahead());
  add({
    schema: 'miwb-link-trace/1',
    program: `miwb-link ${around.version}`,
    time: time(),
    court: court.id,
    address: places.court,
    practice: places.practice,
  });
  return {
    hop(line, page, given) {
      try {
        add(traceHop(line, page, given));
      } catch {
        // A trace must never change how a run ends.
        add({ ...line, path: null, query: [], forms: [], skeleton: null });
      }
    },
    end({ id, exitCode, submitted, linked, proof }) {
      add({ time: time(), outcome: id, exitCode, submitted, linked, proof });
      const problem = log.close();
      if (problem !== null) around.tell(`The trace in ${path} is not whole: ${problem}.`);
    },
  };
}
