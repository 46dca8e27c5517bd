import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a few lines of TypeScript, written as if they stood in the repository's root, into a script that
 * Node runs by itself: for what has to be seen from outside a process. Gives the script's path.
 */
export async function bundleScript(source: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = join(tmpdir(), `miwb-link-script-${randomUUID()}`);
  const path = join(folder, 'script.mjs');
  await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts', sourcefile: 'script.ts' },
    outfile: path,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: ['@napi-rs/keyring'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
