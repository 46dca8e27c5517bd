// What must be so before a release is made, and what it says of itself.

const headingOf = (line) => /^## \[?(\d[^\s\]]*)/.exec(line)?.[1];

/** Why there can be no release of this version now; nothing if there can. */
export function refusals(version, { manifest, changelog, branch, changed, tags }) {
  const why = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) why.push('say which version: npm run release -- 1.2.3');
  else {
    if (manifest.version !== version) why.push(`package.json says ${manifest.version}, not ${version}`);
    const [latest] = changelog.split('\n').map(headingOf).filter(Boolean);
    if (latest !== version) why.push(`CHANGELOG.md does not begin with a heading "## ${version}"`);
    if (/^## \[?Unreleased\]?[ \t]*\n\s*[^#\s]/im.test(changelog))
      why.push('CHANGELOG.md still lists something as unreleased');
    if (tags.includes(`v${version}`)) why.push(`v${version} was released already`);
  }
  if (branch !== 'main') why.push(`this is ${branch === '' ? 'no branch' : `branch ${branch}`}, not main`);
  if (changed !== '') why.push('there are changes that are not committed');
  return why;
}

/** What the changelog lists under a version's heading. */
export function changesOf(version, changelog) {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => headingOf(line) === version);
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const section = length === -1 ? lines.slice(start + 1) : lines.slice(start + 1, start + 1 + length);
  return `${section.join('\n').trim()}\n`;
}
