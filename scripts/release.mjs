// Makes a release: node scripts/release.mjs <version>. Refuses unless everything is as it must be; publishes nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOf, refusals } from './release-rules.mjs';

const run = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 });

function refuse(why) {
  console.error(['No release:', ...why.map((one) => `- ${one}`)].join('\n'));
  process.exit(1);
}

const version = process.argv[2] ?? '';
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const refused = refusals(version, {
  manifest: JSON.parse(readFileSync('package.json', 'utf8')),
  changelog,
  branch: run('git', 'branch', '--show-current').trim(),
  changed: run('git', 'status', '--porcelain').trim(),
  tags: run('git', 'tag', '--list').split('\n'),
});
if (refused.length > 0) refuse(refused);

for (const script of ['types', 'lint', 'format', 'matrix']) {
  try {
    execFileSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  } catch {
    refuse([`npm run ${script} is not green`]);
  }
}

const folder = join('release', version);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const [{ filename }] = JSON.parse(
  run('npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
);
// The build that was tested lists what it put into the bundle.
copyFileSync(join('dist', 'sbom.cdx.json'), join(folder, 'sbom.cdx.json'));
writeFileSync(join(folder, 'CHANGES.md'), changesOf(version, changelog));
const sums = [filename, 'CHANGES.md', 'sbom.cdx.json'].map((name) => {
  const sum = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  return `${sum}  ${name}`;
});
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(`${folder}: ${filename}, CHANGES.md, sbom.cdx.json, SHA256SUMS\nTag it: git tag v${version}`);
