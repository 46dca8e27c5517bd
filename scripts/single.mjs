// Makes the whole program one file with Node inside, for machines without Node: dist-single/miwb-link.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';

const folder = process.argv[2] ?? 'dist-single';
const file = join(folder, process.platform === 'win32' ? 'miwb-link.exe' : 'miwb-link');
const work = join(folder, 'parts');

/** What reads files beside the program, or loads the keychain's add-on, has a stand-in under scripts/single/. */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve }) {
    const instead = new Map(
      [
        ['src/shipped.ts', 'shipped.ts'],
        ['src/practice/fixtures.ts', 'fixtures.ts'],
        ['src/world/keychain.ts', 'keychain.ts'],
      ].map(([from, to]) => [join(import.meta.dirname, '..', from), join(import.meta.dirname, 'single', to)]),
    );
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const found = instead.get(join(resolveDir, path));
      return found === undefined ? null : { path: found };
    });
  },
};

/** Runs the Node that goes into the file; what it says is shown only if it fails. */
function node(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}

const { version, bugs } = JSON.parse(readFileSync('package.json', 'utf8'));
const { outputFiles } = await build({
  ...bundleOptions,
  entryPoints: ['scripts/single/main.ts'],
  outdir: work,
  format: 'cjs',
  // A single file can require what is Node's own, but not import it.
  supported: { 'dynamic-import': false },
  plugins: [standIns, ...bundleOptions.plugins],
  define: { VERSION: JSON.stringify(version), TRACKER: JSON.stringify(bugs) },
}).catch(() => process.exit(1)); // esbuild has said why

mkdirSync(work, { recursive: true });
for (const { path, contents } of outputFiles) writeFileSync(path, contents);

const pages = ['court', 'sign-on', 'practice'].flatMap((room) =>
  readdirSync(join('fixtures', room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);
const assets = Object.fromEntries(pages.map((page) => [page.replaceAll('\\', '/'), page]));
const config = {
  main: join(work, 'main.js'),
  output: join(work, 'main.blob'),
  disableExperimentalSEAWarning: true,
  // The blob holds what V8 made of the program: it is good for this very Node, which goes into the file.
  useCodeCache: true,
  assets: { ...assets, 'help.txt': join('dist', 'help.txt') },
};
writeFileSync(join(work, 'sea.json'), JSON.stringify(config));
node('--experimental-sea-config', join(work, 'sea.json'));

copyFileSync(process.execPath, file);
chmodSync(file, 0o755);
const mac = process.platform === 'darwin';
// macOS runs nothing whose signature does not fit.
if (mac) execFileSync('codesign', ['--remove-signature', file]);
const fuse = ['--sentinel-fuse', 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'];
const segment = mac ? ['--macho-segment-name', 'NODE_SEA'] : [];
node(
  join('node_modules', 'postject', 'dist', 'cli.js'),
  file,
  'NODE_SEA_BLOB',
  config.output,
  ...fuse,
  ...segment,
);
if (mac) execFileSync('codesign', ['--sign', '-', file]);
const licence = `The single file also contains Node.js ${process.version}, whose licence and those of its parts stand at
https://github.com/nodejs/node/blob/${process.version}/LICENSE.\n\n`;
writeFileSync(
  join(folder, 'THIRD-PARTY-NOTICES'),
  licence + readFileSync(join('dist', 'THIRD-PARTY-NOTICES'), 'utf8'),
);
rmSync(work, { recursive: true });
console.log(`${relative('.', file)}: miwb-link ${version} with Node ${process.versions.node}`);
