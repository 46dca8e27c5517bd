// What must be so before a release is made.

/** Why there can be no release of this version now; nothing if there can. */
export function refusals(version, { manifest, changelog, branch, changed, tags }) {
  const why = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) why.push('say which version: npm run release -- 1.2.3');
  else {
    if (manifest.version !== version) why.push(`package.json says ${manifest.version}, not ${version}`);
    const heading = changelog.split('\n').find((line) => /^## \[?\d/.test(line)) ?? '';
    if (!heading.replace(/[[\]]/g, '').startsWith(`## ${version}`))
      why.push(`CHANGELOG.md does not begin with a heading "## ${version}"`);
    if (/^## \[?Unreleased\]?[ \t]*\n\s*[^#\s]/im.test(changelog))
      why.push('CHANGELOG.md still lists something as unreleased');
    if (tags.includes(`v${version}`)) why.push(`v${version} was released already`);
  }
  if (branch !== 'main') why.push(`this is ${branch === '' ? 'no branch' : `branch ${branch}`}, not main`);
  if (changed !== '') why.push('there are changes that are not committed');
  return why;
}
