import { quoted } from './tree.ts';
import type { Place } from './tree.ts';

/** A word between quotes, as bash and zsh read it. */
export function word(text: string): string {
  return quoted(text, `'\\''`);
}

/** The commands named so far as one text, by which both shells tell places apart. */
export function keyOf(path: readonly string[]): string {
  return path.map((name) => ` ${name}`).join('');
}

/** The branches of a `case` that follow the commands as they are typed, one a line. */
export function steps(places: readonly Place[]): string {
  return places
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => `      ${word(keyOf(path))}) place=${word(keyOf(path))} ;;`)
    .join('\n');
}
