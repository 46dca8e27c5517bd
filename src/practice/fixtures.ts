import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder holding the court's pages: the first `fixtures` with a NOTES.md above this file, bundled or not. */
export function fixturesFolder(from: string = fileURLToPath(import.meta.url)): string {
  let folder = dirname(from);
  for (;;) {
    const candidate = join(folder, 'fixtures');
    if (existsSync(join(candidate, 'NOTES.md'))) return candidate;
    const above = dirname(folder);
    if (above === folder)
      throw new Error('The practice pages (fixtures/NOTES.md) are not beside the program.');
    folder = above;
  }
}

/** One file under fixtures/ as text. Throws where there is none of that name. */
export function readFixture(path: string): string {
  return readFileSync(join(fixturesFolder(), path), 'utf8');
}
