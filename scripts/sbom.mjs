// What a bundle and the packages that are installed with it are made of, for whoever must look for a weak one.
import { readFileSync } from 'node:fs';
import { bundledPackages } from './notices.mjs';

/** A package as the lock file names it: `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** A package's address (https://github.com/package-url/purl-spec). */
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function licences(license) {
  return / (?:OR|AND|WITH) /.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
}

/** One package of the lock file; `scope` is `required` for what is inside, `optional` for what may be absent. */
function component(lock, place, scope) {
  const { version, license, integrity } = lock.packages[place];
  const name = nameOf(place);
  const [, kind, sum] = /^(sha512)-(.+)$/.exec(integrity);
  return {
    'bom-ref': purl(name, version),
    type: 'library',
    name,
    version,
    scope,
    licenses: licences(license),
    purl: purl(name, version),
    hashes: [{ alg: kind.replace('sha', 'SHA-'), content: Buffer.from(sum, 'base64').toString('hex') }],
  };
}

/** A bundle's list of parts by CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/); the same for the same sources. */
export function sbomOf(metafile) {
  const {
    name,
    version,
    license,
    optionalDependencies = {},
  } = JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const inside = bundledPackages(metafile).map((folder) => folder.slice(folder.indexOf('node_modules/')));
  const beside = Object.keys(optionalDependencies).map((one) => `node_modules/${one}`);
  const below = beside.flatMap((place) =>
    Object.keys(lock.packages[place].optionalDependencies ?? {}).map((one) => `node_modules/${one}`),
  );
  const components = [
    ...inside.map((place) => component(lock, place, 'required')),
    ...[...beside, ...below].map((place) => component(lock, place, 'optional')),
  ];
  const self = purl(name, version);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': self,
        type: 'application',
        name,
        version,
        licenses: licences(license),
        purl: self,
      },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}
