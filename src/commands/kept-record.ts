import type { Store } from './store.ts';

/** A list that is kept between runs as a JSON file. */
export type KeptRecord<T> = {
  /** What of it can be understood: these lists only ever help, and a damaged one must not stop a run. */
  read(): Promise<T[]>;
  /** The whole list, empty where there is none; null where something is there that cannot be understood. */
  readWhole(): Promise<T[] | null>;
  /** Puts a changed list in its place, while no other run does. Gives what went wrong in words, or null. */
  change(change: (items: T[]) => T[]): Promise<string | null>;
};

/**
 * The record in the store's file `name`; `isOne` tells whether a value read is one of its items. A damaged one that is
 * `precious` is never written over; another is begun anew.
 */
export function keptRecord<T>(
  store: Store,
  name: string,
  isOne: (value: unknown) => value is T,
  { precious }: { precious: boolean },
): KeptRecord<T> {
  async function found(): Promise<{ items: T[]; whole: boolean }> {
    if (!(await store.isThere(name))) return { items: [], whole: true };
    try {
      const value: unknown = JSON.parse((await store.read(name)) ?? '');
      if (!Array.isArray(value)) return { items: [], whole: false };
      const items = value.filter(isOne);
      return { items, whole: items.length === value.length };
    } catch {
      return { items: [], whole: false };
    }
  }

  return {
    read: async () => (await found()).items,
    async readWhole() {
      const { items, whole } = await found();
      return whole ? items : null;
    },
    change: (change) =>
      store.locked(name, async () => {
        const { items, whole } = await found();
        if (precious && !whole) return 'what is there cannot be read';
        return store.write(name, `${JSON.stringify(change(items), null, 2)}\n`);
      }),
  };
}

/** Whether a value is an object with these keys, each of its type. */
export function hasShape(value: unknown, shape: Record<string, 'string' | 'number'>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map(Object.entries(value));
  return Object.entries(shape).every(([key, type]) => typeof found.get(key) === type);
}
