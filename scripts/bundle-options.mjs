/**
 * Leaves out what the program never calls: all of undici but two parts (no fetch, HTTP/2, websockets, mocks),
 * inquirer's question that opens an editor, with its tables of encodings, commander's way to start other programs, and
 * the parser and the writer that cheerio brings along: it is handed documents that parse5 has read, and nothing is
 * written back.
 */
const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup({ onResolve, onLoad }) {
    const inUndici = (importer) => /[\\/]node_modules[\\/]undici[\\/]/.test(importer);
    onResolve({ filter: /^@inquirer\/editor$/ }, () => ({ path: 'editor', namespace: 'left-out' }));
    onResolve({ filter: /\/(client-h2|fetch\/body)\.js$/ }, ({ path, importer }) =>
      inUndici(importer) ? { path, namespace: 'left-out' } : null,
    );
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'child_process', namespace: 'left-out' }
        : null,
    );
    onResolve({ filter: /^dom-serializer$/ }, () => ({ path: 'dom-serializer', namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default undefined;' }));
    onResolve({ filter: /^htmlparser2$/ }, () => ({ path: 'htmlparser2', namespace: 'element-types' }));
    onLoad({ filter: /.*/, namespace: 'element-types' }, () => ({
      contents: "export * as ElementType from 'domelementtype'; export const parseDocument = undefined;",
      resolveDir: import.meta.dirname,
    }));
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'undici-parts' }));
    onLoad({ filter: /.*/, namespace: 'undici-parts' }, () => ({
      contents: ['Agent', 'Client']
        .map((name) => `export { default as ${name} } from 'undici/lib/dispatcher/${name.toLowerCase()}.js';`)
        .join('\n'),
      resolveDir: import.meta.dirname,
    }));
    // Of Node's own client, which takes long to load, undici uses a class that it compares with and a limit that we set.
    onResolve({ filter: /^node:http$/ }, ({ path, importer }) =>
      inUndici(importer) ? { path, namespace: 'http-names' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'http-names' }, () => ({
      contents: 'export class IncomingMessage {} export const maxHeaderSize = 16384;',
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
