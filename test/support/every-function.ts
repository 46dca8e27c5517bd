import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { holds } from './property.ts';
import { anySeed, materialOf } from './pure-material.ts';
import type { Calls } from './pure-material.ts';

type Anything = (...given: readonly unknown[]) => unknown;

/** Every function that the modules of a room export, as `file#name`. */
async function exportedFunctions(room: string): Promise<Map<string, Anything>> {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = new Map<string, Anything>();
  for (const file of files.toSorted()) {
    const module = (await import(resolve(join(room, file)))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'function') found.set(`${file.replace('.ts', '')}#${name}`, value as Anything);
  }
  return found;
}

/**
 * Tests that a room exports the functions that are called here or left out (with the reason), none else, and that
 * none of those called throws, whatever it is given.
 */
export function everyFunctionTakes(room: string, calls: Calls, leftOut: Record<string, string>): void {
  test('has no function that is not called here', async () => {
    const named = [...Object.keys(calls), ...Object.keys(leftOut)];
    expect([...(await exportedFunctions(room)).keys()].toSorted()).toEqual(named.toSorted());
  });

  test('has no function that throws', async () => {
    const functions = await exportedFunctions(room);
    expect(Object.keys(calls).length).toBeGreaterThan(0);
    holds(
      fc.property(anySeed, (seed) => {
        const material = materialOf(seed);
        for (const [name, given] of Object.entries(calls)) {
          try {
            functions.get(name)?.(...given(material));
          } catch (cause) {
            throw new Error(`${name} threw ${String(cause)}`, { cause });
          }
        }
      }),
      200,
    );
  }, 60_000);
}
