import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { childEnv } from './child-env.ts';
import { KEYCHAIN_CHILD } from './keychain-child.ts';
import { keychainCode, keychainFailure } from './keychain-failure.ts';
import { reveal, secret } from './secret.ts';
import type { Secret } from './secret.ts';

export { isKeychainFailure } from './keychain-failure.ts';
export type { KeychainCode, KeychainFailure } from './keychain-failure.ts';

/** Each function fails with a KeychainFailure. */
export type Keychain = {
  /** What is kept for this account, or null. */
  read(service: string, account: string): Promise<Secret | null>;
  save(service: string, account: string, value: Secret): Promise<void>;
  /** False if nothing was kept. */
  forget(service: string, account: string): Promise<boolean>;
};

type Job = { verb: 'read' | 'save' | 'forget'; service: string; account: string; value?: string };
type Answer = { missing?: true; error?: string; value?: string | null; gone?: boolean };

const LIBRARY = '@napi-rs/keyring';
const UNATTENDED_MS = 3_000;
const ATTENDED_MS = 60_000;

function findLibrary(): string {
  try {
    return createRequire(import.meta.url).resolve(LIBRARY);
  } catch {
    throw keychainFailure('none');
  }
}

/**
 * One call in a child of its own. A locked keychain waits for a person inside the library, where nothing
 * can interrupt it: in our own process even the exit would wait. A child can be ended.
 */
function inChild(job: Job, library: string, boundMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', KEYCHAIN_CHILD], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: childEnv(),
      windowsHide: true,
    });
    const kill = (): void => void child.kill('SIGKILL');
    let said = '';
    const timer = setTimeout(() => {
      reject(keychainFailure('timeout'));
      kill();
    }, boundMs);
    process.once('exit', kill);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdin.on('error', () => {});
    child.once('error', () => reject(keychainFailure('none')));
    child.once('close', () => {
      clearTimeout(timer);
      process.off('exit', kill);
      try {
        const answer: Answer = JSON.parse(said);
        resolve(answer);
      } catch {
        reject(keychainFailure('refused'));
      }
    });
    child.stdin.write(`${JSON.stringify({ ...job, library })}\n`);
  });
}

/**
 * Opens this computer's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service on
 * Linux. A call takes at most 3 seconds, or 60 where `attended` says somebody can answer its unlock dialog. Throws a
 * KeychainFailure where the keychain's library is not installed.
 */
export function openKeychain(options: { attended: boolean }): Keychain {
  const library = findLibrary();
  async function call(job: Job): Promise<Answer> {
    const answer = await inChild(job, library, options.attended ? ATTENDED_MS : UNATTENDED_MS);
    if (answer.missing === true) throw keychainFailure('none');
    if (answer.error !== undefined) throw keychainFailure(keychainCode(answer.error));
    return answer;
  }
  return {
    async read(service, account) {
      const { value } = await call({ verb: 'read', service, account });
      return typeof value === 'string' ? secret(value) : null;
    },
    async save(service, account, value) {
      await call({ verb: 'save', service, account, value: reveal(value) });
    },
    async forget(service, account) {
      return (await call({ verb: 'forget', service, account })).gone === true;
    },
  };
}
