import { existsSync, readFileSync } from 'node:fs';

/** The package's own folder: the nearest above this file, bundled or not, with a package.json. */
function packageFolder(): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const above = new URL('..', folder);
    if (above.href === folder.href) throw new Error('package.json is not with the program.');
    folder = above;
  }
  return folder;
}

/** The version of the package this program came in. Throws where the package's manifest is not with it. */
export function shippedVersion(): string {
  const { version } = manifest();
  return typeof version === 'string' ? version : '0';
}

/** Where the package wants to be told of faults: its `bugs` field. */
export function shippedTracker(): string {
  const { bugs } = manifest();
  return typeof bugs === 'string' ? bugs : 'the project’s issue tracker';
}

function manifest(): Record<string, unknown> {
  const read: unknown = JSON.parse(readFileSync(new URL('package.json', packageFolder()), 'utf8'));
  return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
}

/** What --help prints at 80 columns, as the build had it from the program itself; null before there is one. */
export function shippedHelp(): string | null {
  try {
    return readFileSync(new URL('dist/help.txt', packageFolder()), 'utf8');
  } catch {
    return null;
  }
}
