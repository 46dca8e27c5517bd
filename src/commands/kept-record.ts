import type { Store } from './store.ts';

/**
 * A list that is kept between runs as a JSON file. What is there and cannot be understood counts as nothing kept:
 * these lists only ever help, and a damaged one must not stop a run.
 */
export type KeptRecord<T> = {
  read(): Promise<T[]>;
  /** Gives what went wrong in words, or null. */
  write(items: readonly T[]): Promise<string | null>;
};

/** The record in the store's file `name`; `isOne` tells whether a value read is one of its items. */
export function keptRecord<T>(
  store: Store,
  name: string,
  isOne: (value: unknown) => value is T,
): KeptRecord<T> {
  return {
    async read() {
      const text = await store.read(name);
      if (text === null) return [];
      try {
        const value: unknown = JSON.parse(text);
        return Array.isArray(value) ? value.filter(isOne) : [];
      } catch {
        return [];
      }
    },
    write: (items) => store.write(name, `${JSON.stringify(items, null, 2)}\n`),
  };
}

/** Whether a value is an object with these keys, each of its type. */
export function hasShape(value: unknown, shape: Record<string, 'string' | 'number'>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map(Object.entries(value));
  return Object.entries(shape).every(([key, type]) => typeof found.get(key) === type);
}
