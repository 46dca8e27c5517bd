import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { define } from '../../src/cli-define.ts';
import { treeOf } from '../../src/cli-tree.ts';
import { manualText } from '../../src/commands/completion.ts';
import { roff } from '../../src/completion/manual.ts';
import { endings } from '../../src/outcome.ts';
import { makeHome } from '../support/clean-env.ts';
import { isThere } from '../support/is-there.ts';

const tree = treeOf(define('1.2.3', () => {}));
const page = manualText(tree, '1.2.3');

async function onDisk(): Promise<string> {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const path = join(home.path, 'miwb-link.1');
  await writeFile(path, page);
  return path;
}

describe('the manual page', () => {
  test('says nothing that roff would take for a command', () => {
    expect(roff("'quoted' .dot \\back - ’…")).toBe("\\&'quoted' .dot \\eback \\- \\(cq...");
    expect(roff('.dot')).toBe('\\&.dot');
  });

  test.runIf(isThere('mandoc'))('is without a fault to mandoc', async () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', '-Wwarning', await onDisk()], { encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => !/missing date/.test(line) && line !== '')).toEqual([]);
  });

  test.runIf(isThere('mandoc'))(
    'tells every option of every command, and every exit code with every ending',
    async () => {
      const text = execFileSync('mandoc', ['-Tutf8', '-Owidth=400', await onDisk()], {
        encoding: 'utf8',
      }).replaceAll(/.\x08/g, '');
      const folded = text.replaceAll(/\s+/g, ' ');
      const all = (command: typeof tree): (typeof tree)[] => [command, ...command.commands.flatMap(all)];
      for (const { name, options } of all(tree)) {
        expect(text).toContain(name);
        for (const { flags } of options) expect(text).toContain(flags);
      }
      for (const [id, { exitCode, meaning }] of Object.entries(endings)) {
        expect(folded).toContain(`${id}: ${meaning}`);
        expect(text).toMatch(new RegExp(`^ +${exitCode}\\b`, 'm'));
      }
      expect(text).toContain('miwb-link 1.2.3');
      expect(text).not.toContain('manual\n');
    },
  );
});
