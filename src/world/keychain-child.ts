/**
 * What the child of `keychain.ts` runs: one job from standard input, one JSON line to standard output. It
 * is text and not a module because the bundle has no second entry. The store is named because the library
 * otherwise falls back to the kernel keyring, fails half-way and leaves the secret there.
 */
export const KEYCHAIN_CHILD = `
let given = '';
process.stdin.setEncoding('utf8').on('data', (text) => { given += text; }).on('end', () => {
  const job = JSON.parse(given);
  const answer = (said) => process.stdout.write(JSON.stringify(said));
  let keyring;
  try { keyring = require(job.library); } catch { return answer({ missing: true }); }
  try {
    const entry = new keyring.Entry(job.service, job.account, { linux: { store: 'secret-service' } });
    if (job.verb === 'read') answer({ value: entry.getPassword() ?? null });
    if (job.verb === 'save') { entry.setPassword(job.value); answer({ value: null }); }
    if (job.verb === 'forget') answer({ gone: entry.deleteCredential() });
  } catch (e) { answer({ error: String(e && e.message) }); }
});
`;
