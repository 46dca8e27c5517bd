import { join } from 'node:path';
import type { Keep } from './surroundings.ts';

/** What is kept between runs in the user's state folder: small texts by name, never a secret. */
export type Store = {
  /** The text kept under a name, or null. */
  read(name: string): Promise<string | null>;
  /** Gives what went wrong in words, or null. */
  write(name: string, text: string): Promise<string | null>;
};

const most = 1_000_000; // bytes

/** The store in the state folder, which is made when something is first written. */
export function storeIn({ files, stateFolder }: Pick<Keep, 'files' | 'stateFolder'>): Store {
  return {
    read: (name) => files.read(join(stateFolder, name), most),
    write: async (name, text) =>
      (await files.makeFolder(stateFolder)) ?? (await files.replace(join(stateFolder, name), text)),
  };
}
