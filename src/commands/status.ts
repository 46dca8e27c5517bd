import type { Outcome } from '../outcome.ts';
import type { WalkOptions } from '../request.ts';
import { walk } from '../walk/walk.ts';
import { withConfig } from './config.ts';
import { leftOverWords, settleLeftOver } from './left-over.ts';
import { mayBeAsked, missingToSignIn } from './readiness.ts';
import { signedRun } from './signed-run.ts';
import type { Finished, Ready } from './signed-run.ts';
import type { Surroundings } from './surroundings.ts';
import { courtInWords } from './where.ts';
import type { Where } from './where.ts';

/**
 * Signs in with the PACER credentials alone and says whether this account can file in the court. It goes nowhere near
 * the link page. What to run after an unknown outcome (code 8).
 */
export async function status(typed: WalkOptions, around: Surroundings): Promise<Finished> {
  const options = await withConfig(typed, around);
  if ('exitCode' in options) return { outcome: options, where: null };
  return signedRun(options, around, {
    aim: 'status',
    names: { pacerUser: options.pacerUser, clientCode: options.clientCode, cmecfLogin: null },
    cmecfPasswordCommand: null,
    missing: (secrets, practice) => missingToSignIn(options, secrets, practice),
    mayBeAsked: (secrets, practice) => mayBeAsked(options, secrets, practice),
    introduction,
    go: (ready, spoken) => go(options, ready, spoken),
  });
}

async function go(
  { pacerUser }: WalkOptions,
  { where, session, answers, said, tell }: Ready,
  around: Surroundings,
): Promise<Outcome> {
  const looking = (): Promise<Outcome> => walk(session, answers, neverAtReview, true);
  if (where.places.practice) return looking();
  const { files, stateFolder } = await around.openKeep();
  const started = around.clock.now();
  for (const words of await leftOverWords(files, stateFolder, where, pacerUser, started)) tell(`${words}\n`);
  const ended = await looking();
  await settleLeftOver(files, stateFolder, where, ended, said.login('pacerUser'), started);
  return ended;
}

function neverAtReview(): never {
  throw new Error('a run that only looks came to the review page');
}

function introduction(where: Where): string {
  return `This signs in to PACER, opens ${courtInWords(where)}, and looks for the filing menus. It links nothing.\n`;
}
