import { proseWidth } from '../report/prose.ts';
import type { Surroundings } from './surroundings.ts';

/** The columns of prose for a person at the terminal; null where nothing is to be broken. */
export function proseColumns({ terminal, accessible, columns }: Surroundings): number | null {
  return terminal && !accessible ? proseWidth(columns) : null;
}
