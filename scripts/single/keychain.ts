import type * as installed from '../../src/world/keychain.ts';
import { keychainFailure } from '../../src/world/keychain-failure.ts';

/** The keychain's library is a native add-on, which a single file cannot carry: every opening fails and says so. */
export const openKeychain: typeof installed.openKeychain = () => {
  throw keychainFailure('left-out');
};
