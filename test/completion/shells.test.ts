import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { define } from '../../src/cli-define.ts';
import { treeOf } from '../../src/cli-tree.ts';
import { completionText } from '../../src/commands/completion.ts';
import { placesOf, shells } from '../../src/completion/tree.ts';
import type { Shell } from '../../src/completion/tree.ts';
import { cleanEnv, makeHome } from '../support/clean-env.ts';
import { runProgram } from '../support/program.ts';
import { isThere } from '../support/is-there.ts';
import { openTerminal } from '../support/terminal.ts';

const tree = treeOf(define('1.2.3', () => {}));
const places = placesOf(tree);

async function inHome(shell: Shell): Promise<{ home: string; script: string }> {
  const made = await makeHome();
  onTestFinished(() => made.remove());
  const script = join(made.path, `completion.${shell}`);
  await writeFile(script, completionText(shell, tree));
  await writeFile(join(made.path, 'my file.pem'), '');
  return { home: made.path, script };
}

function run(home: string, program: string, ...args: string[]): string {
  return execFileSync(program, args, { env: cleanEnv(home), cwd: home, encoding: 'utf8' });
}

/** What each shell offers for the last of the words typed. */
const ask: Record<'bash' | 'fish', (home: string, script: string, words: string[]) => string[]> = {
  bash: (home, script, words) => {
    const line = ['miwb-link', ...words].map((word) => `'${word}'`).join(' ');
    const asked = `. '${script}'; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _miwb_link 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run(home, 'bash', '--norc', '-c', asked)
      .split('\n')
      .filter((one) => one !== '');
  },
  fish: (home, script, words) => {
    const line = ['miwb-link', ...words].join(' ');
    const told = run(home, 'fish', '--no-config', '-c', `source '${script}'; complete -C '${line}'`);
    return told
      .split('\n')
      .filter((one) => one !== '')
      .map((one) => one.split('\t')[0] ?? '');
  },
};

describe.each((['bash', 'fish'] as const).filter(isThere))('%s completes', (shell) => {
  const offered = async (...words: string[]): Promise<string[]> => {
    const { home, script } = await inHome(shell);
    return ask[shell](home, script, words);
  };

  test('a command begun', async () => {
    expect(await offered('cred')).toEqual(['credentials']);
    expect((await offered('c')).toSorted()).toEqual([
      'check',
      'completion',
      'config',
      'courts',
      'credentials',
    ]);
  });

  test('the commands below one', async () => {
    expect((await offered('credentials', 's')).filter((one) => one.startsWith('s'))).toEqual(['save']);
  });

  test('the options of link where no command is named', async () => {
    expect((await offered('--expect')).toSorted()).toEqual(['--expect-cmecf-name', '--expect-pacer-name']);
    expect(await offered('--dry-run', '--attest')).toEqual(['--attest-individual']);
  });

  test('the options of the command that is named alone', async () => {
    expect(await offered('credentials', 'forget', '--al')).toEqual(['--all']);
    expect(await offered('status', '--expect')).toEqual([]);
    expect(await offered('practice', '--sc')).toEqual(['--scenario']);
  });

  test('a court, and a shell', async () => {
    expect(await offered('--court', 'miw')).toEqual(['miwb', 'miwd']);
    expect(await offered('completion', 'z')).toEqual(['zsh']);
  });

  test('nothing where a name or a secret’s command is expected', async () => {
    expect(await offered('--pacer-user', '')).toEqual([]);
    expect(await offered('--pacer-password-command', '')).toEqual([]);
  });

  test('every command and option of every place', async () => {
    const { home, script } = await inHome(shell);
    for (const { path, commands, options } of places) {
      const names = commands.map(({ name }) => name);
      const found = new Set(ask[shell](home, script, [...path, '']));
      expect(names.filter((name) => !found.has(name))).toEqual([]);
      expect(ask[shell](home, script, [...path, '--']).toSorted()).toEqual(
        options.map(({ long }) => long).toSorted(),
      );
    }
  });
});

const interactive = [
  ['bash', ['--norc', '-i'], (script: string) => `. '${script}'`],
  ['zsh', ['-f', '-i'], (script: string) => `autoload -U compinit; compinit -u; . '${script}'`],
] as const;

describe.each(interactive.filter(([shell]) => isThere(shell)))(
  'in a real %s on a terminal',
  (shell, args, load) => {
    test('Tab completes words, courts and file names', async () => {
      const { home, script } = await inHome(shell);
      const terminal = await openTerminal({
        args: [],
        script: await shellStarter(home, shell, args),
        home,
        columns: 100,
      });
      onTestFinished(() => terminal.close());
      const line = async (text: string): Promise<void> => {
        await terminal.type(text);
        await terminal.press('Enter');
      };
      await terminal.waitFor(/[$%#] ?$/);
      await line(load(script));
      await line("PS1='> '; miwb-link() { printf '<%s>' \"$@\"; echo; }; clear");
      await terminal.waitFor(/^> ?$/m);
      await terminal.type('miwb-link creden');
      await terminal.press('Tab');
      await terminal.type('sa');
      await terminal.press('Tab');
      await terminal.type('--cou');
      await terminal.press('Tab');
      await terminal.waitFor(/--court ?/);
      await terminal.press('Space');
      await terminal.press('BSpace');
      await terminal.type('miwb');
      await terminal.press('Enter');
      await terminal.waitFor(/<credentials><save><--court ?/);
      await terminal.type('miwb-link --ca-file my');
      await terminal.press('Tab');
      await terminal.press('Enter');
      expect(await terminal.waitFor('<--ca-file>')).toContain('<--ca-file><my file.pem>');
    });
  },
);

/** A script for node that puts a shell in its own place on the terminal. */
async function shellStarter(home: string, shell: string, args: readonly string[]): Promise<string> {
  const path = join(home, 'shell.mjs');
  await writeFile(
    path,
    `import { spawnSync } from 'node:child_process';\nspawnSync(${JSON.stringify(shell)}, ${JSON.stringify(args)}, { stdio: 'inherit' });\n`,
  );
  return path;
}

describe('what comes with the package', () => {
  test.each(shells)('miwb-link completion %s prints the script that was built', async (shell) => {
    const files = {
      bash: 'miwb-link.bash',
      zsh: '_miwb-link',
      fish: 'miwb-link.fish',
      powershell: 'miwb-link.ps1',
    };
    const { stdout, code } = await runProgram({ args: ['completion', shell] });
    expect(code).toBe(0);
    expect(stdout).toBe(completionText(shell, treeOf(define('0', () => {}))));
    expect(await readFile(new URL(`../../completions/${files[shell]}`, import.meta.url), 'utf8')).toBe(
      stdout,
    );
  });

  test('another shell is not known', async () => {
    const ended = await runProgram({ args: ['completion', 'tcsh', '--json'] });
    expect(ended.code).toBe(2);
  });

  test('a text with every kind of quotation mark stays one text in every shell', async () => {
    const odd = {
      ...tree,
      commands: [
        {
          ...tree,
          name: 'odd',
          description: `it's "a" \\ $(x) \`y\` ’z’`,
          byDefault: false,
          commands: [],
          options: [],
          arguments: [],
        },
      ],
    };
    const { home } = await inHome('bash');
    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      if (!isThere(shell)) continue;
      const path = join(home, `odd.${shell}`);
      await writeFile(path, completionText(shell, odd));
      run(home, shell, '-n', path);
    }
    expect(completionText('powershell', odd)).toContain(`@('odd', 'it''s "a" \\ $(x) \`y\` ''z''')`);
  });
});
