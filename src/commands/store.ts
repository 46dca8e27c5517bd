import { join } from 'node:path';
import type { Keep } from './surroundings.ts';

/** What is kept between runs in the user's state folder: small texts by name, never a secret. */
export type Store = {
  /** Where the text of a name lies, for a person. */
  path(name: string): string;
  /** Whether anything stands under a name, whether or not it can be read. */
  isThere(name: string): Promise<boolean>;
  /** The text kept under a name, or null. */
  read(name: string): Promise<string | null>;
  /** Gives what went wrong in words, or null. */
  write(name: string, text: string): Promise<string | null>;
  /** Does work while no other run does work with that name. */
  locked<T>(name: string, work: () => Promise<T>): Promise<T>;
};

const most = 1_000_000; // bytes

/** The store in the state folder, which is made when something is first written. */
export function storeIn({ files, stateFolder }: Pick<Keep, 'files' | 'stateFolder'>): Store {
  const path = (name: string): string => join(stateFolder, name);
  return {
    path,
    isThere: (name) => files.isThere(path(name)),
    read: (name) => files.read(path(name), most),
    write: async (name, text) =>
      (await files.makeFolder(stateFolder)) ?? (await files.replace(path(name), text)),
    async locked(name, work) {
      const unfit = await files.makeFolder(stateFolder);
      return unfit === null ? files.locked(path(`${name}.lock`), work) : work();
    },
  };
}
