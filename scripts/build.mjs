// Bundles the program into dist/: one small entry, the rest loaded where it is used.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';
import { asCommonJs } from './common-js.mjs';
import { noticesOf } from './notices.mjs';
import { sbomOf } from './sbom.mjs';

const [split, corpus] = await Promise.all([
  build({
    ...bundleOptions,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    splitting: true,
    format: 'esm',
    external: ['@napi-rs/keyring'],
    chunkNames: 'parts/[name]-[hash]',
  }),
  build({ ...bundleOptions, entryPoints: ['src/corpus.ts'], outdir: 'dist', format: 'esm' }),
]).catch(() => process.exit(1)); // esbuild has said why
const { metafile } = split;
const files = [...(await asCommonJs(split)), ...corpus.outputFiles];

// Only a build that succeeded replaces the last one.
rmSync('dist', { recursive: true, force: true });
for (const { path, contents } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
writeFileSync('dist/THIRD-PARTY-NOTICES', noticesOf(metafile));
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(sbomOf(metafile), null, 2)}\n`);
writeFileSync('dist/help.txt', execFileSync(process.execPath, ['bin/miwb-link.js', '--help']));

// The manual page and the completions come from the program's own definition of its options.
const said = (...words) => execFileSync(process.execPath, ['bin/miwb-link.js', ...words]);
const scripts = {
  bash: 'miwb-link.bash',
  zsh: '_miwb-link',
  fish: 'miwb-link.fish',
  powershell: 'miwb-link.ps1',
};
mkdirSync('man', { recursive: true });
mkdirSync('completions', { recursive: true });
writeFileSync('man/miwb-link.1', said('manual'));
for (const [shell, file] of Object.entries(scripts))
  writeFileSync(`completions/${file}`, said('completion', shell));
