import { courtVocabulary } from '../court/vocabulary.ts';
import { namesOf, skeleton } from '../html/skeleton.ts';
import { namerFor } from '../html/skeleton-words.ts';
import type { Arrived, HopLine } from './session.ts';

/**
 * One hop as a trace holds it: no value, and no name or number of anybody's. `ms` is how long its answer took. Every
 * page has its skeleton: one taken for the court's menu may be the very page that was not understood.
 */
export type TraceHop = HopLine & { skeleton: string | null };

/**
 * Makes the trace's line of a hop, and of the page that it brought. `given` is what was typed into the site's forms so
 * far: nothing of it stands in the line, whatever the site makes of it.
 */
export function traceHop(line: HopLine, page: Arrived | undefined, given: readonly string[]): TraceHop {
  const words = given.flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []);
  const address = namerFor(courtVocabulary, words);
  const named = page === undefined ? address : namesOf(page.document, courtVocabulary, given);
  return {
    ...line,
    path: line.path.split('/').map(address).join('/'),
    query: line.query.map(address),
    ms: Math.round(line.ms),
    forms: line.forms.map(({ name, fields }) => ({ name: named(name), fields: fields.map(named) })),
    skeleton: page === undefined ? null : skeleton(page.document, courtVocabulary, given),
  };
}
