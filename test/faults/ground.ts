import { startCourt } from '../../src/practice/court.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Watch } from '../../src/practice/memory.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { makeHome } from '../support/clean-env.ts';
import { openRealCourt } from '../support/real-court.ts';
import { realSecretsOf, scriptedOptions, secretsOf } from '../support/story.ts';
import type { Options } from '../support/story.ts';

/** A court, a home to run in, and what leads a firm's script from there to that court. */
export type Ground = {
  court: PracticeCourt;
  home: string;
  options: Options;
  env: Record<string, string>;
  /** The secrets as the environment carries them. */
  secrets: Record<string, string>;
  /** The name that the environment has for the passcode. */
  passcode: string;
  close(): Promise<void>;
};

/** A practice court. */
export async function practiceGround(scenario: Scenario, watch: Watch): Promise<Ground> {
  const court = await startCourt({ scenario, watch });
  const home = await makeHome();
  return {
    court,
    home: home.path,
    options: scriptedOptions(scenario, court.address),
    env: {},
    secrets: secretsOf(scenario, court),
    passcode: 'MIWB_LINK_PRACTICE_PASSCODE',
    async close() {
      await court.close();
      await home.remove();
    },
  };
}

/** A practice court that plays the real one, for what is kept in the user's own folders: practice keeps nothing there. */
export async function playedGround(scenario: Scenario, watch: Watch): Promise<Ground> {
  const { court, home, caFile, env, close } = await openRealCourt(scenario, watch);
  return {
    court,
    home,
    options: { ...scriptedOptions(scenario, null), '--ca-file': caFile },
    env,
    secrets: realSecretsOf(scenario, court),
    passcode: 'MIWB_LINK_PASSCODE',
    close,
  };
}
