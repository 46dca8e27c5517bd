import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { endings } from '../../src/outcome.ts';
import { cleanEnv } from '../support/clean-env.ts';
import { PROGRAM } from '../support/program.ts';
import { leaksOf } from '../support/secret-search.ts';
import { tricks } from './machine.ts';
import type { Trick } from './machine.ts';
import { stageFor } from './stage.ts';
import type { Staged } from './stage.ts';
import { canBeMade, untouched } from './things.ts';

const cases = tricks.flatMap((trick) =>
  trick.at.flatMap((at) => trick.things.map((word) => ({ trick, at, word }))),
);
const possible = cases.filter(({ word }) => canBeMade(word));

type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the program with its streams where the trick has them; one that hangs is killed and gives no code. */
async function run({ args, env, home, streams }: Staged, { signal }: Trick): Promise<Ended> {
  const opened: number[] = [];
  const stream = (path: string | undefined, flag: string): number | 'pipe' => {
    if (path === undefined) return 'pipe';
    const descriptor = openSync(path, flag);
    opened.push(descriptor);
    return descriptor;
  };
  const stdio = [
    stream(streams.stdin, signal === undefined ? 'r' : 'r+'),
    stream(streams.stdout, 'w'),
    stream(streams.stderr, 'w'),
  ];
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: cleanEnv(home, env), cwd: home, stdio });
  if (signal !== undefined) setTimeout(() => child.kill(signal), 1_000);
  const said = { stdout: '', stderr: '' };
  child.stdin?.end();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  for (const one of opened) closeSync(one);
  return { code, ...said };
}

/** What went against the promises or the table; nothing where all held. */
function wrongs({ ends, says }: Trick, staged: Staged, ended: Ended): string[] {
  const { court, env, paths } = staged;
  const links = ends === 'linked' ? 1 : 0;
  const secrets = Object.entries(env).flatMap(([name, value]) => (name.startsWith('MIWB_') ? [value] : []));
  const places = [ended.stdout, ended.stderr].map((text) => ({ where: 'output', text }));
  const wrong = [
    ended.code === endings[ends].exitCode ? null : `code ${ended.code}`,
    says === undefined || says.test(ended.stdout + ended.stderr) ? null : 'said something else',
    court.finalSubmits() === links && court.links().length === links ? null : 'submitted otherwise',
    ends !== 'linked' && court.log.length > 0 ? 'a request was sent' : null,
    court.openSessions() === 0 ? null : 'not logged out',
    paths.every(untouched) ? null : 'what a link led to was written',
    ...leaksOf(secrets, places).map((leak) => `leak: ${leak}`),
  ].filter((text) => text !== null);
  return wrong.length === 0 ? [] : [...wrong, ended.stdout, ended.stderr];
}

async function meet({ trick, at, word }: (typeof cases)[number]): Promise<string[]> {
  const staged = await stageFor(at, word);
  try {
    return wrongs(trick, staged, await run(staged, trick));
  } finally {
    await staged.close();
  }
}

describe.concurrent('a machine that attacks', () => {
  test.each(possible)('$at: $word', async (one) => {
    expect(await meet(one)).toEqual([]);
  });
});
