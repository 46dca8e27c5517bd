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

/** How the program is bundled, whatever it is bundled into: esbuild's options. */
export const bundleOptions = {
  write: false,
  metafile: true,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  plugins: [onlyWhatIsUsed],
  // Names stay: what a fault of ours tells must be readable.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
};
