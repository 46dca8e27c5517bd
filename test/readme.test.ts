import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from 'commander';
import { define } from '../src/cli-define.ts';
import { endings, outcome } from '../src/outcome.ts';
import { result } from '../src/report/json.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The cells of the table below a heading, row by row; `from` is where it begins in the section. */
function rows(heading: string, from = ''): string[][] {
  const section = readme.split(`### ${heading}\n`)[1]?.split(/\n##/)[0] ?? '';
  const table = section.slice(section.indexOf(from));
  return [...table.matchAll(/^\| (.*) \|$/gm)]
    .map((row) => (row[1] ?? '').split(' | ').map((cell) => cell.trim()))
    .slice(2);
}

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((word) => word[1] ?? '');

/** The first cells of the table below a heading. */
function firstCells(heading: string): string[] {
  const section = readme.split(`### ${heading}\n`)[1]?.split(/\n##/)[0] ?? '';
  return [...section.matchAll(/^\| (.*?) +\|/gm)].map((row) => row[1]?.trim() ?? '').slice(2);
}

describe('the README tells what the program does', () => {
  test('every option, and no other', () => {
    const program = define('0', () => {});
    const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
    const options = program.commands
      .flatMap(all)
      .flatMap((command) => command.options.map((option) => option.flags));
    const told = firstCells('Options').flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''),
    );
    expect(told.filter((flag) => flag !== '--help' && flag !== '--version').toSorted()).toEqual(
      [...new Set(options)].toSorted(),
    );
  });

  test('which command takes which option', () => {
    const pairs = (command: Command, name: string): string[] => [
      ...command.options.map(({ long }) => `${name} ${long}`),
      ...command.commands.flatMap((below) => pairs(below, `${name} ${below.name()}`)),
    ];
    const defined = define('0', () => {}).commands.flatMap((command) => pairs(command, command.name()));
    const told = rows('Which command takes which option').flatMap(([commands = '', options = '']) =>
      quoted(commands).flatMap((command) => quoted(options).map((option) => `${command} ${option}`)),
    );
    expect(told.toSorted()).toEqual(defined.toSorted());
  });

  test('every exit code, and no other', () => {
    const codes = new Set(Object.values(endings).map((ending) => String(ending.exitCode)));
    expect(firstCells('Exit codes').toSorted()).toEqual(
      [...codes, '8'].filter((c, i, all) => all.indexOf(c) === i).toSorted(),
    );
  });

  test('every field of the JSON result, in order', () => {
    const fields = Object.keys(result(outcome('linked'), false, null)).map((field) => `\`${field}\``);
    const [ofResult, ofCheck] = [rows('The JSON result'), rows('The JSON result', 'That of `check`')];
    expect(ofResult.slice(0, -ofCheck.length - 2).map(([field]) => field)).toEqual(fields);
    expect(ofCheck.flatMap(([field = '']) => quoted(field))).toEqual([
      'schema',
      'exitCode',
      'practice',
      'court',
      'lines',
    ]);
  });

  test('the commands of a fresh machine are scripts of the package', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(readme).toContain('npm ci && npm run practice');
    expect(readme).toContain('npm ci && npm test');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['practice', 'test', 'check']));
  });
});

describe('the map of the folders in docs/development.md', () => {
  const page = readFileSync(join(root, 'docs', 'development.md'), 'utf8');
  const told = [...page.matchAll(/^\| `([.\w/-]+)` +\|/gm)].map((row) => row[1] ?? '');
  const foldersIn = (at: string): string[] =>
    readdirSync(join(root, at), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);

  test('has every folder of the project and of src', () => {
    const made = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
    const kept = foldersIn('.').filter(
      (name) => !name.startsWith('.') && !made.includes(name) && !made.includes(`${name}/`),
    );
    expect(
      [...kept, ...foldersIn('src').map((name) => `src/${name}`)].filter((f) => !told.includes(f)),
    ).toEqual([]);
  });

  test('has none that is not there', () => {
    expect(told.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });
});
