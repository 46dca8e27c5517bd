import { basename, dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What loads together, by the entries of its parts: `start` before the first request, `walk` while its answer is
 * awaited, `pages` while the next is. Whatever these import comes with them; every other part stays a file of its own.
 */
const together = {
  main: ['src/main.ts'],
  start: ['src/run.ts', 'src/commands/link.ts', 'src/commands/receipt-place.ts', 'src/world/web.ts'],
  walk: [
    'src/world/web-cookies.ts',
    'src/commands/link-walk.ts',
    'src/world/files.ts',
    'src/world/folders.ts',
  ],
  pages: ['src/walk/read-answer.ts', 'src/walk/rehearse.ts'],
};

/**
 * A split bundle as CommonJS, which Node loads faster than modules, and what loads together in one file: esbuild
 * splits modules only, and as finely as it can. Takes what esbuild gave, gives the files to write.
 */
export async function asCommonJs({ outputFiles, metafile }) {
  const homes = homesOf(metafile);
  const parts = outputFiles.map(({ path, text }) => ({ path, text, home: homes.get(path) ?? path }));
  return Promise.all(
    [...new Set(parts.map(({ home }) => home))].map((home) =>
      joined(home, new Map(parts.map((part) => [part.path, part]))),
    ),
  );
}

/** Which file each part that loads together with others goes to. */
function homesOf({ outputs }) {
  const homes = new Map();
  for (const [name, sources] of Object.entries(together)) {
    const entries = sources.map((source) =>
      Object.keys(outputs).find((path) => outputs[path].entryPoint === source),
    );
    const home = resolve(dirname(entries[0]), `${name}.js`);
    const settle = (path) => {
      if (homes.has(resolve(path))) return;
      homes.set(resolve(path), home);
      for (const { path: other, kind } of outputs[path].imports)
        if (kind === 'import-statement' && other in outputs) settle(other);
    };
    entries.forEach(settle);
  }
  return homes;
}

const nameOf = (path) => `$${basename(path, '.js').replaceAll(/\W/g, '_')}`;
const fileOf = (home) => home.replace(/\.js$/, '.cjs');

/** One file of parts, each under a name of its own, by which the other files ask for it. */
async function joined(home, parts) {
  const here = {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.js$/ }, ({ path, resolveDir }) => {
        const part = parts.get(resolve(resolveDir, path));
        if (part === undefined) return null;
        // The name stands in what is built: it must tell nothing of the machine that built it.
        if (part.home === home) return { path: basename(part.path), namespace: 'part', pluginData: part };
        const file = relative(dirname(home), fileOf(part.home));
        return { path: `${file.startsWith('.') ? file : `./${file}`}${nameOf(part.path)}`, external: true };
      });
      onLoad({ filter: /.*/, namespace: 'part' }, ({ pluginData: { path, text } }) => ({
        contents: text,
        resolveDir: dirname(path),
      }));
    },
  };
  const mine = [...parts.values()].filter((part) => part.home === home).map(({ path }) => path);
  const own = mine.includes(home) ? [`export * from ${JSON.stringify(home)};`] : [];
  const { outputFiles } = await build({
    stdin: {
      contents: [
        ...own,
        ...mine.map((path) => `export * as ${nameOf(path)} from ${JSON.stringify(path)};`),
      ].join('\n'),
      resolveDir: dirname(home),
    },
    plugins: [here],
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minifyWhitespace: true,
    minifySyntax: true,
    // A part that is loaded later is required then.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__address' },
    external: ['@napi-rs/keyring'],
    logLevel: 'warning',
  });
  const [{ text }] = outputFiles;
  const address = text.includes('__address')
    ? "const __address = require('node:url').pathToFileURL(__filename).href;\n"
    : '';
  // What is asked for is a module's own names already: __toESM would take the whole of them for its default.
  const asked = text
    .replaceAll(/\b__toESM\((require\("\.[^"$]+\$\w+"\))\)/g, '$1')
    .replaceAll(/\brequire\("(\.[^"$]+)(\$\w+)"\)/g, 'require("$1").$2');
  return { path: fileOf(home), contents: `"use strict";${address}${asked}` };
}
