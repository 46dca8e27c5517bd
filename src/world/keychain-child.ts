/**
 * What the child of `keychain.ts` runs: one job, a JSON line on standard input; one JSON line back. When
 * its input ends its parent is gone, and it ends itself the hard way, as a dialog may be holding it. It is
 * text and not a module because the bundle has no second entry. The store is named because the library
 * otherwise falls back to the kernel keyring, fails half-way and leaves the secret there.
 */
export const KEYCHAIN_CHILD = `
const answer = (said) => process.stdout.write(JSON.stringify(said), () => process.exit());
const verbs = {
  read: async (entry) => ({ value: (await entry.getPassword()) ?? null }),
  save: async (entry, value) => { await entry.setPassword(value); return {}; },
  forget: async (entry) => ({ gone: await entry.deleteCredential() }),
};
async function run(job) {
  let keyring;
  try { keyring = require(job.library); } catch { return { missing: true }; }
  try {
    const entry = new keyring.AsyncEntry(job.service, job.account, { linux: { store: 'secret-service' } });
    return await verbs[job.verb](entry, job.value);
  } catch (e) { return { error: String(e && e.message) }; }
}
let given = '';
process.stdin.setEncoding('utf8').on('end', () => process.kill(process.pid, 'SIGKILL')).on('data', (text) => {
  given += text;
  if (text.includes('\\n')) run(JSON.parse(given)).then(answer);
});
`;
