import { join } from 'node:path';
import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { makeHome } from '../support/clean-env.ts';
import { configIn, openRealCourt, stateIn } from '../support/real-court.ts';
import { realSecretsOf, scenarioOf, scriptedArgs, secretsOf } from '../support/story.ts';
import type { Spot } from './machine.ts';
import { isThing, make, unmake } from './things.ts';

/** A run that is ready to start; `stdin`, `stdout` and `stderr` are paths where they are not the usual pipes. */
export type Staged = {
  court: PracticeCourt;
  home: string;
  args: string[];
  env: Record<string, string>;
  streams: { stdin?: string; stdout?: string; stderr?: string };
  /** Where the thing stands. */
  paths: readonly string[];
  close(): Promise<void>;
};

const scenario = scenarioOf('success');

/** What only a run at a real court reads or writes. */
const ofRealRuns = new Set<Spot>(['config', 'state', 'left behind', 'HOME']);

/** Sets up a court and a home, and in it the thing where it is stumbled over. */
export async function stageFor(at: Spot, word: string): Promise<Staged> {
  const empty = ofRealRuns.has(at) ? await realStage() : await practiceStage();
  const { home, args, env } = empty;
  const paths = isThing(word) ? pathsFor(at, home) : [word];
  if (isThing(word)) for (const path of paths) await make(word, path);
  const close = async (): Promise<void> => {
    if (isThing(word)) for (const path of paths) unmake(word, path);
    await empty.close();
  };
  const staged = { ...empty, close, paths };
  const [path = ''] = paths;
  switch (at) {
    case 'trace':
    case 'receipt':
    case 'ca-file':
      return { ...staged, args: [...args, `--${at}`, path] };
    case 'in trace':
    case 'in receipt':
      return { ...staged, args: [...args, at.replace('in ', '--'), join(path, 'new')] };
    case 'stdin':
      return { ...staged, args: [...args, '--secrets-stdin'], env: {}, streams: { stdin: path } };
    case 'stdout':
    case 'stderr':
      return { ...staged, streams: { [at]: path } };
    case 'HOME':
      return { ...staged, env: { ...env, HOME: path, XDG_STATE_HOME: '', XDG_CONFIG_HOME: '' } };
    case 'config':
    case 'state':
    case 'left behind':
      return staged;
  }
}

function pathsFor(at: Spot, home: string): string[] {
  if (at === 'config') return [configIn(home)];
  if (at === 'state') return [join(home, '.local', 'state', 'miwb-link')];
  if (at !== 'left behind') return [join(home, 'thing')];
  return ['refusals.json', 'about-to-submit-20260101T000000000Z.json'].map((name) => stateIn(home, name));
}

async function practiceStage(): Promise<Staged> {
  const court = await startCourt({ scenario });
  const home = await makeHome();
  const close = async (): Promise<void> => {
    await court.close();
    await home.remove();
  };
  const args = ['link', ...scriptedArgs(scenario, court.address)];
  return { court, home: home.path, args, env: secretsOf(scenario, court), streams: {}, paths: [], close };
}

async function realStage(): Promise<Staged> {
  const { court, home, caFile, env, close } = await openRealCourt(scenario);
  const args = ['link', ...scriptedArgs(scenario, null, { '--ca-file': caFile })];
  const secrets = realSecretsOf(scenario, court);
  return { court, home, args, env: { ...env, ...secrets }, streams: {}, paths: [], close };
}
