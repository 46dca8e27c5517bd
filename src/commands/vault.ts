import type { Keychain } from '../world/keychain.ts';
import type { Secret } from '../world/secret.ts';
import type { Store } from './store.ts';
import type { Kept, KeptName } from './kept-index.ts';
import { findKept, indexFile, keptIndex, serviceOf, withKept, withoutKept } from './kept-index.ts';

/** Why the keychain could not be used, in words for a person. */
export type Unusable = { unusable: string };
/** Why the index could not be read or written, in a sentence. */
export type Unlisted = { unlisted: string };

/** The keychain with the index of what is in it. After one failure it is not asked again in the same run. */
export type Vault = {
  /** Whether there is a keychain to open; it is not asked for anything yet. */
  opens(): Promise<{ opened: true } | Unusable>;
  read(name: KeptName): Promise<{ value: Secret | null } | Unusable>;
  /** Keeps nothing that the index does not tell of. */
  save(name: KeptName, value: Secret): Promise<{ saved: true } | Unusable | Unlisted>;
  forget(name: KeptName): Promise<{ gone: boolean } | Unusable>;
  /** What the index tells of, as far as it can be read. */
  index(): Promise<Kept[]>;
  /** All that the index tells of. */
  list(): Promise<Kept[] | Unlisted>;
  /** What was said when it failed in this run, or null. */
  failed(): string | null;
};

/** Opens the vault; nothing is asked of the keychain before something is. `now` gives ms since 1970. */
export function openVault(open: () => Promise<Keychain>, store: Store, now: () => number): Vault {
  let failure: string | null = null;

  async function ask<T>(work: (keychain: Keychain) => Promise<T>): Promise<T | Unusable> {
    if (failure !== null) return { unusable: failure };
    try {
      return await work(await open());
    } catch (error) {
      if (!isKeychainFailure(error)) throw error;
      failure = error.message;
      return { unusable: failure };
    }
  }

  const index = keptIndex(store);
  const unlisted = (what: string): Unlisted => ({
    unlisted: `The list of what is kept, ${store.path(indexFile)}, cannot be ${what}.`,
  });

  return {
    opens: () => ask(() => Promise.resolve({ opened: true })),
    read: (name) => ask(async (keychain) => ({ value: await keychain.read(serviceOf(name), name.login) })),
    save: (name, value) =>
      ask(async (keychain) => {
        const before = findKept(await index.read(), name);
        const saved = new Date(now()).toISOString();
        const problem = await index.change((kept) => withKept(kept, { ...name, saved }));
        if (problem !== null) return unlisted(`written: ${problem}`);
        try {
          await keychain.save(serviceOf(name), name.login, value);
        } catch (error) {
          await index.change((kept) =>
            before === undefined ? withoutKept(kept, name) : withKept(kept, before),
          );
          throw error;
        }
        return { saved: true };
      }),
    forget: (name) =>
      ask(async (keychain) => {
        const gone = await keychain.forget(serviceOf(name), name.login);
        await index.change((kept) => withoutKept(kept, name));
        return { gone };
      }),
    index: index.read,
    list: async () => (await index.readWhole()) ?? unlisted('read'),
    failed: () => failure,
  };
}

/** Whether a thrown value is what the keychain's functions fail with. */
export function isKeychainFailure(error: unknown): error is Error {
  return error instanceof Error && error.name === 'KeychainFailure';
}
