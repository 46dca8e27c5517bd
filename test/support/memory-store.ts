import type { Store } from '../../src/commands/store.ts';

/** A state folder in memory, with these texts by name. */
export function memoryStore(texts: Map<string, string>): Store {
  return {
    path: (name) => name,
    isThere: (name) => Promise.resolve(texts.has(name)),
    read: (name) => Promise.resolve(texts.get(name) ?? null),
    write: (name, text) => {
      texts.set(name, text);
      return Promise.resolve(null);
    },
    locked: (_name, work) => work(),
  };
}
