import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, source: readFileSync(join(root, name), 'utf8') }));

const codeOf = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

type Import = { from: string; to: string; typeOnly: boolean };

function importsOf({ name, source }: { name: string; source: string }): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)'/gms);
  const lazy = source.matchAll(/\bimport\('([^']+)'\)/g);
  const typesOfLazy = new Set([...source.matchAll(/typeof import\('([^']+)'\)/g)].map((match) => match[1]));
  const found = [
    ...[...statements].map((m) => ({ to: m[2] ?? '', typeOnly: m[1] !== undefined })),
    ...[...lazy].map((m) => ({ to: m[1] ?? '', typeOnly: typesOfLazy.has(m[1]) })),
  ];
  return found.map(({ to, typeOnly }) => ({
    from: name,
    to: to.startsWith('.') ? relative(root, join(root, name, '..', to)) : to,
    typeOnly,
  }));
}

const imports = files.flatMap(importsOf);
const room = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'top');
const told = (list: Import[]): string[] => list.map(({ from, to }) => `${from} → ${to}`);

/** Which rooms a room may use; `types` those of which it may use the types alone. The top is main and cli. */
const arrows: Record<string, { uses: string[]; types: string[] }> = {
  html: { uses: [], types: [] },
  court: { uses: ['html'], types: [] },
  walk: { uses: ['court', 'html'], types: ['world'] },
  report: { uses: ['court'], types: [] },
  world: { uses: [], types: [] },
  practice: { uses: [], types: [] },
  corpus: { uses: ['court', 'html'], types: [] },
  completion: { uses: [], types: [] },
  commands: { uses: ['walk', 'court', 'report', 'practice', 'completion'], types: ['world'] },
};
/** Words that every room shares: the endings, the request, what can be typed, and the value that prints as nothing. */
const shared = new Set(['outcome.ts', 'request.ts', 'typeable.ts', 'world/secret.ts']);

describe('the arrows between the rooms', () => {
  test('the reader of imports sees them: the real world opens the web', () => {
    expect(told(imports)).toContain('open-world.ts → world/web.ts');
  });

  test.each(Object.keys(arrows))('%s uses only what it may', (name) => {
    const { uses, types } = arrows[name] ?? { uses: [], types: [] };
    const astray = imports.filter(({ from, to, typeOnly }) => {
      if (room(from) !== name || !to.endsWith('.ts') || room(to) === name || shared.has(to)) return false;
      return !uses.includes(room(to)) && !(typeOnly && types.includes(room(to)));
    });
    expect(told(astray)).toEqual([]);
  });

  test('only the practice command opens the practice court, and nothing asks whether it is one', () => {
    const users = imports.filter(({ from, to }) => room(to) === 'practice' && room(from) !== 'practice');
    expect([...new Set(users.map(({ from }) => from))]).toEqual(['commands/practice.ts']);
    const asking = files.filter(
      ({ name, source }) => /^(walk|court)\//.test(name) && /\bpractice\b/.test(codeOf(source)),
    );
    expect(asking.map(({ name }) => name)).toEqual(['court/places.ts']);
  });
});

describe('every library in its one room', () => {
  const homes: Record<string, RegExp> = {
    'cheerio/slim': /^html\//,
    parse5: /^html\//,
    'parse5-htmlparser2-tree-adapter': /^html\//,
    undici: /^world\/web[^/]*\.ts$/,
    'tough-cookie': /^world\/web-cookies\.ts$/,
    '@inquirer/prompts': /^world\/person[^/]*\.ts$/,
    ora: /^world\/progress\.ts$/,
    chalk: /^(report|world)\//,
    'env-paths': /^world\//,
    'string-width': /^report\//,
    '@napi-rs/keyring': /^world\/keychain[^/]*\.ts$/,
    commander: /^cli[^/]*\.ts$/,
    'fastest-levenshtein': /^(cli|commands\/config)\.ts$/,
    otpauth: /^commands\//,
  };

  test('no library stands outside its room, and none is without one', () => {
    const astray = imports.filter(
      ({ from, to }) => !to.endsWith('.ts') && !to.startsWith('node:') && homes[to]?.test(from) !== true,
    );
    expect(told(astray)).toEqual([]);
  });
});

describe('the pure rooms', () => {
  test('court and html hold nothing asynchronous, no date, no process and no effect of Node', () => {
    const pure = files.filter(({ name }) => /^(court|html)\//.test(name));
    expect(pure.length).toBeGreaterThan(20);
    const impure = pure.filter(({ source }) => {
      const code = codeOf(source).replace(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, "''");
      return /\basync\b|\bawait\b|\bPromise\b|\bnew Date\b|\bDate\.|\bprocess\b|\bMath\.random\b|from 'node:/.test(
        code,
      );
    });
    expect(impure.map(({ name }) => name)).toEqual([]);
  });
});
