// Bundles the program into dist/: one small entry, the rest loaded where it is used.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';

/**
 * Leaves out what the program never calls: all of undici but two parts (no fetch, websockets, mocks), and
 * inquirer's question that opens an editor, with its tables of encodings.
 */
const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@inquirer\/editor$/ }, () => ({ path: 'editor', namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default undefined;' }));
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'undici-parts' }));
    onLoad({ filter: /.*/, namespace: 'undici-parts' }, () => ({
      contents: ['Agent', 'Client']
        .map((name) => `export { default as ${name} } from 'undici/lib/dispatcher/${name.toLowerCase()}.js';`)
        .join('\n'),
      resolveDir: import.meta.dirname,
    }));
  },
};

const { outputFiles, metafile } = await build({
  entryPoints: ['src/main.ts', 'src/corpus.ts'],
  outdir: 'dist',
  write: false,
  metafile: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  plugins: [onlyWhatIsUsed],
  external: ['@napi-rs/keyring'],
  chunkNames: 'parts/[name]-[hash]',
  // Names stay: what a fault of ours tells must be readable.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  // CommonJS dependencies inside the bundle call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said why

// Only a build that succeeded replaces the last one.
rmSync('dist', { recursive: true, force: true });
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
writeFileSync('dist/THIRD-PARTY-NOTICES', noticesOf(metafile));
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
