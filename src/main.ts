import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { readWords } from './cli.ts';
import type { Surroundings } from './commands/surroundings.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import type { Request } from './request.ts';
import type { Stage } from './walk/session.ts';

/** Opens the real world, runs one command, prints its result and sets the exit code. */
export async function main(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  const version = readVersion();
  const request = readWords(words, version);
  process.exitCode = await run(request, version);
}

async function run(request: Request, version: string): Promise<number> {
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
      const { text, exitCode } = courtLines(request.words, request.json);
      process.stdout.write(text);
      return exitCode;
    }
    case 'explain': {
      const { explanation } = await import('./commands/explain.ts');
      const { text, exitCode } = explanation(request.word, request.json);
      process.stdout.write(text);
      return exitCode;
    }
    case 'link': {
      const { link } = await import('./commands/link.ts');
      const { outcome: ended, where } = await link(request.options, surroundings(version));
      return report(ended, where?.places.practice ?? false, courtOf(where), request.options.json);
    }
    case 'practice': {
      const { practice } = await import('./commands/practice.ts');
      const around = surroundings(version);
      const finished = await practice(request.options, around);
      if (finished === null) return 0;
      return report(finished.outcome, true, courtOf(finished.where), request.options.json);
    }
  }
}

type Place = { court: { id: string; title: string }; places: { court: string } } | null;

function courtOf(where: Place): { id: string; name: string; address: string } | null {
  return where === null ? null : { id: where.court.id, name: where.court.title, address: where.places.court };
}

async function report(
  ended: Outcome,
  practice: boolean,
  court: ReturnType<typeof courtOf>,
  json: boolean,
): Promise<number> {
  if (json) {
    const { result } = await import('./report/json.ts');
    process.stdout.write(`${JSON.stringify(result(ended, practice, court), null, 2)}\n`);
    return ended.exitCode;
  }
  const { resultLines } = await import('./report/lines.ts');
  const good = ended.exitCode === 0 ? process.stdout : process.stderr;
  good.write(`${resultLines(ended, practice).join('\n')}\n`);
  return ended.exitCode;
}

function surroundings(version: string): Surroundings {
  const stage: Stage = { submitted: 'no' };
  const signal = signals(stage);
  const { stdin, stdout, stderr, env } = process;
  return {
    env,
    version,
    clock: {
      now: () => Date.now(),
      pause: async (ms, signal) => (await import('./world/clock.ts')).systemClock.pause(ms, signal),
    },
    signal,
    stage,
    terminal: stdin.isTTY && stderr.isTTY,
    columns: stderr.columns ?? 80,
    openWeb: async (options) => (await import('./world/web.ts')).openWeb(options),
    openPerson: async (color, beforeSpeaking) => {
      const { openPerson } = await import('./world/person.ts');
      return openPerson({ input: stdin, output: stderr, signal, color: color && colorful(), beforeSpeaking });
    },
    openProgress: async ({ color, quiet }) => {
      const { openProgress } = await import('./world/progress.ts');
      if (quiet) return silent;
      const accessible = env['ACCESSIBLE'] !== undefined && env['ACCESSIBLE'] !== '';
      return openProgress({
        output: stderr,
        spinner: stderr.isTTY && !accessible,
        color: color && colorful(),
      });
    },
    runCommand: async (command, how) => (await import('./world/command.ts')).runCommand(command, how),
    openKeep: async () => {
      const [{ files }, { stateFolder }] = await Promise.all([
        import('./world/files.ts'),
        import('./world/state-folder.ts'),
      ]);
      return { files, stateFolder: stateFolder() };
    },
    readStdin: readAll,
    readFile: (path) => readFile(path, 'utf8'),
    tell: (text) => void stderr.write(`${text}\n`),
    random: Math.random,
    ahead: () => -new Date().getTimezoneOffset(),
    boundary: () => `----miwb-link-${randomBytes(12).toString('hex')}`,
    say: (text) => void stdout.write(text),
  };
}

const silent = { step: (): void => {}, done: (): void => {}, fail: (): void => {}, stop: (): void => {} };

function colorful(): boolean {
  const { env, stderr } = process;
  return stderr.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Reads standard input to its end, at most `limit` bytes. */
async function readAll(limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) break;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const reasons = { SIGINT: 'interrupted', SIGTERM: 'terminated', SIGHUP: 'hung-up' } as const;

/**
 * The first signal asks the run to stop; the second ends the program where it is. From the final Submit on, a signal
 * stops nothing: the answer is waited for, and the code of an early end is 8.
 */
function signals(stage: Stage): AbortSignal {
  const controller = new AbortController();
  const say = (text: string): void => void process.stderr.write(`\n${text}\n`);
  for (const [name, reason] of Object.entries(reasons)) {
    process.on(name, () => {
      const sent = stage.submitted !== 'no';
      if (controller.signal.aborted) {
        say(
          sent
            ? cutOff
            : 'Stopped at once. The final Submit was not sent. The session may still be open at the court.',
        );
        process.exit(sent ? 8 : outcome(reason).exitCode);
      }
      say(sent ? underWay : 'Stopping. The final Submit was not sent.');
      controller.abort(reason);
    });
  }
  return controller.signal;
}

const underWay = 'The final Submit has been sent and cannot be called back; waiting for the court’s answer.';
const cutOff = `Cut off after the final Submit. ${outcome('outcome-unknown').nextStep}`;

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
