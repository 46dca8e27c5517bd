// Runs a development script written in TypeScript: node scripts/run-ts.mjs <script.ts> [words…]
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script = '', ...words] = process.argv.slice(2);
const outfile = fileURLToPath(new URL(`../dist-dev/${basename(script, '.ts')}.js`, import.meta.url));
await build({
  entryPoints: [resolve(script)],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said why

process.argv = [process.execPath, outfile, ...words];
await import(pathToFileURL(outfile).href);
