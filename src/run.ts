import process from 'node:process';
import { readWords } from './cli.ts';
import { brokenOutcome, reportTo } from './commands/fault.ts';
import type { Finished } from './commands/signed-run.ts';
import { printableJson } from './court/printable.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import { openWorld, stage } from './open-world.ts';
import { overheard } from './overheard.ts';
import type { Request } from './request.ts';
import { courtOf, result } from './report/json.ts';
import type { Result } from './report/json.ts';
import { resultLines } from './report/lines.ts';
import { wrapped } from './report/prose.ts';
import { shippedTracker, shippedVersion } from './shipped.ts';
import { over, toldCode } from './signals.ts';
import { proseColumns } from './terminal.ts';

/** Runs the command that the words ask for in the real world, prints its result, and gives the exit code. */
export async function run(words: readonly string[]): Promise<number> {
  const version = shippedVersion();
  const request = readWords(words, version);
  const json = 'options' in request && request.options.json;
  const heard = secretive.has(request.command) ? overheard() : null;
  if (heard !== null) return report(heard, false, null, json);
  // Node would print the error with all its properties, whatever they hold; and no step may be taken after it.
  process.once('uncaughtException', (error) => process.exit(broken(error, json)));
  return runRequest(request, version).catch((error: unknown) => broken(error, json));
}

/** Tells of a fault of ours that nothing else caught; a result that was told already stands. */
function broken(error: unknown, json: boolean): number {
  const told = toldCode();
  if (told !== null) return told;
  const { where } = stage;
  const ended = brokenOutcome(error, stage);
  const nextStep = `${ended.nextStep}\n\n${reportTo(shippedTracker())}`;
  return report({ ...ended, nextStep }, where?.places.practice ?? false, courtOf(where), json);
}

const secretive = new Set<Request['command']>(['link', 'status', 'check', 'credentials', 'practice']);

async function runRequest(request: Request, version: string): Promise<number> {
  switch (request.command) {
    case 'print':
      process.stdout.write(request.text);
      return 0;
    case 'usage': {
      const { message, nextStep } = request;
      return report(outcome('usage', { message, nextStep }), false, null, request.json);
    }
    case 'courts': {
      const { courtLines } = await import('./commands/courts.ts');
      // Columns stay as they are.
      return print(courtLines(request.words, request.json), request.json, null);
    }
    case 'status': {
      const { status } = await import('./commands/status.ts');
      return finish(await status(request.options, openWorld(version)), request.options.json);
    }
    case 'check': {
      const { check } = await import('./commands/check.ts');
      return print(await check(request.options, openWorld(version)), request.options.json);
    }
    case 'credentials': {
      const { credentials } = await import('./commands/credentials.ts');
      return print(await credentials(request.options, openWorld(version)), request.options.json);
    }
    case 'config': {
      const { configText } = await import('./commands/config.ts');
      // Paths are to be copied as they are.
      return print(await configText(request.verb, request.json, openWorld(version)), request.json, null);
    }
    case 'completion': {
      const { completionText } = await import('./commands/completion.ts');
      process.stdout.write(completionText(request.shell, request.tree));
      return 0;
    }
    case 'manual': {
      const { manualText } = await import('./commands/completion.ts');
      process.stdout.write(manualText(request.tree, version));
      return 0;
    }
    case 'explain': {
      const { explanation } = await import('./commands/explain.ts');
      return print(explanation(request.word, request.json), request.json);
    }
    case 'link': {
      const { link } = await import('./commands/link.ts');
      return finish(await link(request.options, openWorld(version)), request.options.json);
    }
    case 'practice': {
      const { practice } = await import('./commands/practice.ts');
      const around = openWorld(version);
      const finished = await practice(request.options, around);
      if (finished === null) return 0;
      return report(finished.outcome, true, courtOf(finished.where), request.options.json);
    }
  }
}

/** Prints what a command says that neither signs in nor links, or why it could not. */
function print(
  said: { text: string; exitCode: number } | Outcome,
  json: boolean,
  columns = proseColumns(process.stdout),
): number {
  if (!('text' in said)) {
    const { where } = stage;
    return report(said, where?.places.practice ?? false, courtOf(where), json);
  }
  process.stdout.write(json ? said.text : wrapped(said.text, columns));
  return said.exitCode;
}

/** Tells the result, then asks what is left to ask; whatever comes of that, the exit code stands. */
async function finish({ outcome: ended, where, afterwards }: Finished, json: boolean): Promise<number> {
  const code = report(ended, where?.places.practice ?? false, courtOf(where), json);
  if (afterwards === undefined) return code;
  over(code);
  await afterwards().catch(() => {});
  return code;
}

function report(ended: Outcome, practice: boolean, court: Result['court'], json: boolean): number {
  if (json) {
    process.stdout.write(`${printableJson(result(ended, practice, court))}\n`);
    return ended.exitCode;
  }
  const good = ended.exitCode === 0 ? process.stdout : process.stderr;
  // On a terminal the result stands apart from the steps above it.
  good.write(
    `${good.isTTY ? '\n' : ''}${wrapped(resultLines(ended, practice).join('\n'), proseColumns(good))}\n`,
  );
  return ended.exitCode;
}
