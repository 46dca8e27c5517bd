// Makes a release: node release.mjs <version>. Refuses unless everything is as it must be; publishes nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from './release-rules.mjs';

const run = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 });

const version = process.argv[2] ?? '';
const refused = refusals(version, {
  manifest: JSON.parse(readFileSync('package.json', 'utf8')),
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
  branch: run('git', 'branch', '--show-current').trim(),
  changed: run('git', 'status', '--porcelain').trim(),
  tags: run('git', 'tag', '--list').split('\n'),
});
if (refused.length > 0) {
  console.error(['No release:', ...refused.map((why) => `- ${why}`)].join('\n'));
  process.exit(1);
}

try {
  execFileSync('npm', ['run', '--silent', 'check'], { stdio: 'inherit' });
} catch {
  console.error('No release:\n- npm run check is not green');
  process.exit(1);
}

const folder = join('release', version);
mkdirSync(folder, { recursive: true });
const [{ filename }] = JSON.parse(
  run('npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
);
// The bundle holds the libraries that are installed for building: all of them are listed.
writeFileSync(join(folder, 'sbom.cdx.json'), run('npm', 'sbom', '--sbom-format', 'cyclonedx'));
const sums = [filename, 'sbom.cdx.json'].map((name) => {
  const sum = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  return `${sum}  ${name}`;
});
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(`${folder}: ${filename}, sbom.cdx.json, SHA256SUMS\nTag it: git tag v${version}`);
