import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explanation as explained } from '../../src/commands/explain.ts';
import { endings, outcome } from '../../src/outcome.ts';

function explanation(word: string | null, json: boolean): { text: string; exitCode: number } {
  const said = explained(word, json);
  if ('text' in said) return said;
  throw new Error(said.message);
}

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

describe('miwb-link explain', () => {
  test('knows every ending, each with what it means, whether anything was submitted, and what to do', () => {
    for (const [id, { exitCode, meaning, submitted, nextStep }] of Object.entries(endings)) {
      expect(explanation(id, false)).toEqual({
        text: `${id} (exit code ${exitCode})\n  What it means: ${meaning}\n  Was the final Submit sent? ${submitted}\n  What to do: ${nextStep}\n`,
        exitCode: 0,
      });
    }
  });

  test('takes an exit code and tells every ending that has it', () => {
    const { text } = explanation('8', true);
    expect((JSON.parse(text) as { id: string }[]).map(({ id }) => id)).toEqual([
      'outcome-unknown',
      'linked-without-review',
    ]);
  });

  test('without a word lists them all, and the README lists the same', () => {
    const listed = explanation(null, false)
      .text.trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[1] ?? '');
    expect(listed).toEqual(Object.keys(endings));
    const section = readme.split('### Every ending\n')[1]?.split(/\n##/)[0] ?? '';
    const told = [...section.matchAll(/^\| `([a-z-]+)` +\| (\d+) +\| (.+?) +\|$/gm)];
    expect(told.map(([, id, code, meaning]) => [id, Number(code), meaning])).toEqual(
      Object.entries(endings).map(([id, { exitCode, meaning }]) => [id, exitCode, meaning]),
    );
  });

  test('does not know other words', () => {
    for (const json of [false, true])
      expect(explained('99', json)).toEqual(
        outcome('usage', {
          message: 'No ending has that code or id.',
          nextStep: '"miwb-link explain" lists them all.',
        }),
      );
  });
});
