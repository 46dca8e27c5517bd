// Builds the peers that are scripts of ours into dist-dev.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleOptions } from '../../scripts/bundle-options.mjs';

await build({
  entryPoints: ['bench/peers/chromium.ts'],
  outdir: 'dist-dev',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
});
const { outputFiles } = await build({
  ...bundleOptions,
  entryPoints: ['bench/peers/libraries.ts'],
  outdir: 'dist-dev',
  format: 'cjs',
});
writeFileSync('dist-dev/libraries.cjs', outputFiles[0].text);
