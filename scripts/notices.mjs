// The licences of the libraries that a bundle holds, as their packages state them.
import { readFileSync, readdirSync } from 'node:fs';

/** The folders of the packages whose files went into the bundle, sorted. */
export function bundledPackages(metafile) {
  const found = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const end = input.lastIndexOf('node_modules/');
    if (end === -1) continue;
    const [first, second] = input.slice(end + 'node_modules/'.length).split('/');
    const name = first.startsWith('@') ? `${first}/${second}` : first;
    found.add(`${input.slice(0, end)}node_modules/${name}`);
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1));
}

/** Every bundled package with its version, licence and the licence's own text. Throws where a package has none. */
export function noticesOf(metafile) {
  const notices = bundledPackages(metafile).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').trim();
    if (license === undefined && text === '') throw new Error(`${name} states no licence.`);
    return `${name} ${version} (${license})\n\n${text}`.trim();
  });
  const head = 'miwb-link contains the following libraries, each under its own licence.';
  return `${[head, ...notices].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
