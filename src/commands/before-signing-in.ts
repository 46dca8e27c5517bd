import type { WalkOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import { interruption } from '../walk/failure.ts';
import { foundInKeychain } from './kept-readiness.ts';
import type { Needed } from './kept-readiness.ts';
import { nobodyToAsk, typedSecrets } from './readiness.ts';
import { recentRefusals, refusedRecently } from './refusals.ts';
import type { RefusedName } from './refusals.ts';
import { commandsOf, gatherSecrets, realSecretsSet } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import type { Plan } from './signed-run.ts';
import type { Store } from './store.ts';
import { storeIn } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import type { Vault } from './vault.ts';
import { openVault } from './vault.ts';
import type { Where } from './where.ts';

/** What a run may draw on; `kept` is null for practice, which has no keychain and no memory. */
export type Prepared = {
  secrets: Secrets;
  interactive: boolean;
  kept: { vault: Vault; store: Store } | null;
};

/**
 * What is settled before the first request: the secrets given, what a run without a person still lacks, and whether
 * one of its secrets was refused only now. An outcome says why the run does not start.
 */
export async function beforeSigningIn(
  options: WalkOptions,
  where: Where,
  around: Surroundings,
  plan: Plan,
): Promise<Prepared | Outcome> {
  const { practice } = where.places;
  const real = practice ? realSecretsSet(around.env) : [];
  if (real.length > 0) {
    return outcome('usage', {
      message: `A practice run does not start while ${real.join(' and ')} is set: a real secret has no place there.`,
      nextStep: 'Unset it; practice takes MIWB_LINK_PRACTICE_… instead.',
    });
  }
  const stdin = options.secretsStdin ? await around.readStdin(65_536) : null;
  if (around.signal.aborted) return outcome(interruption(around.signal));
  if (options.secretsStdin && stdin === null) return typedSecrets();
  const gathered = gatherSecrets(
    around.env,
    practice,
    stdin,
    commandsOf({ ...options, cmecfPasswordCommand: plan.cmecfPasswordCommand }),
  );
  if ('problem' in gathered) return outcome('usage', { message: gathered.problem });
  const interactive = around.terminal && options.input && !options.secretsStdin;
  const kept = practice ? null : await openKept(interactive, around);
  if (interactive) return { secrets: gathered.secrets, interactive, kept };
  const secrets = await withKeychain(gathered.secrets, where, plan, kept?.vault ?? null);
  if ('ended' in secrets) return secrets.ended;
  const missing = plan.missing(secrets, practice);
  if (missing.length > 0) return nobodyToAsk(missing, plan.mayBeAsked(secrets, practice));
  if (kept !== null && !options.tryAgain) {
    const now = around.clock.now();
    const refused = await recentRefusals(kept.store, namesOf(where, plan), now);
    if (refused.length > 0) return refusedRecently(refused, now);
  }
  return { secrets, interactive, kept };
}

async function openKept(attended: boolean, around: Surroundings): Promise<NonNullable<Prepared['kept']>> {
  const store = storeIn(await around.openKeep());
  return { store, vault: openVault(() => around.openKeychain({ attended }), store, around.clock.now) };
}

/** The keychain is looked into only where nothing else is missing. */
async function withKeychain(
  secrets: Secrets,
  where: Where,
  plan: Plan,
  vault: Vault | null,
): Promise<Secrets | { ended: Outcome }> {
  const { pacerUser, cmecfLogin } = plan.names;
  const given = { from: '', command: [] };
  const others = plan.missing({ pacerPassword: given, cmecfPassword: given }, where.places.practice);
  if (vault === null || others.length > 0) return secrets;
  const needed: Needed[] = [];
  if (pacerUser !== null) needed.push({ name: 'pacerPassword', login: pacerUser });
  if (cmecfLogin !== null && plan.aim === 'link') needed.push({ name: 'cmecfPassword', login: cmecfLogin });
  return foundInKeychain(secrets, needed, where.court.shortName, vault);
}

function namesOf(where: Where, { names }: Plan): RefusedName[] {
  const court = where.court.shortName;
  const pacer = names.pacerUser ?? '';
  return [
    { court, login: pacer, kind: 'pacerPassword' },
    { court, login: pacer, kind: 'passcode' },
    { court, login: names.cmecfLogin ?? '', kind: 'cmecfPassword' },
  ];
}
