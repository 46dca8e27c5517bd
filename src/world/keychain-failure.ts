/**
 * none: no keychain here; locked: nobody unlocked it; refused: it said no; timeout: it did not answer; left-out: the
 * program was made without it.
 */
export type KeychainCode = 'none' | 'locked' | 'refused' | 'timeout' | 'left-out';
export type KeychainFailure = Error & { code: KeychainCode };

const MESSAGES: Record<KeychainCode, string> = {
  none: 'There is no keychain on this computer, or none that can be reached from here.',
  locked: 'The keychain is locked.',
  refused: 'The keychain refused.',
  timeout: 'The keychain did not answer in time.',
  'left-out':
    'This is miwb-link as a single file, which has no keychain in it; the one that npm installs has.',
};

const made = new WeakSet<object>();

/** Makes the failure of a keychain call. Its message never holds what the keychain was asked for. */
export function keychainFailure(code: KeychainCode): KeychainFailure {
  const failure = Object.assign(new Error(MESSAGES[code]), { code });
  failure.name = 'KeychainFailure';
  made.add(failure);
  return failure;
}

/** True for the errors that the keychain's functions end with. */
export function isKeychainFailure(e: unknown): e is KeychainFailure {
  return typeof e === 'object' && e !== null && made.has(e);
}

/** Sorts the library's own message (it gives no codes) into what a person can act on. */
export function keychainCode(message: string): KeychainCode {
  const said = message.toLowerCase();
  const any = (...words: string[]): boolean => words.some((word) => said.includes(word));
  if (any('did not receive a reply', 'noreply', 'timed out')) return 'timeout';
  if (any('prompt was dismissed', 'locked', 'interaction is not allowed')) return 'locked';
  if (any('dbus error', 'no result found', 'no default store', 'no default credential', 'not supported'))
    return 'none';
  if (any("couldn't access platform storage")) return 'locked';
  return 'refused';
}
