import { transform } from 'esbuild';

/**
 * The parts of a split bundle as CommonJS, which Node loads faster than modules; esbuild splits modules only. Each is
 * named .cjs, also where another part asks for it.
 */
export function asCommonJs(outputFiles) {
  return Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: 'node20.19',
        minifyWhitespace: true,
        minifySyntax: true,
        // A part that is loaded later is required then.
        supported: { 'dynamic-import': false },
        define: { 'import.meta.url': '__address' },
      });
      const address = code.includes('__address')
        ? "const __address = require('node:url').pathToFileURL(__filename).href;\n"
        : '';
      const parts = code.replace(/\brequire\("(\.[^"]+)\.js"\)/g, 'require("$1.cjs")');
      return { path: path.replace(/\.js$/, '.cjs'), contents: `"use strict";${address}${parts}` };
    }),
  );
}
