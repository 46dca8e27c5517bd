import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { Store } from './store.ts';
import type { KeptRecord } from './kept-record.ts';
import { hasShape, keptRecord } from './kept-record.ts';
import type { SecretName } from './secrets.ts';
import { secretNouns } from './source-words.ts';

/** That a site refused a secret: whose, which, when (ms since 1970), how often in a row. Never the secret. */
export type Refused = { court: string; login: string; kind: SecretName; time: number; count: number };
export type RefusedName = Pick<Refused, 'court' | 'login' | 'kind'>;

const memory = 15 * 60_000; // ms

function record(store: Store): KeptRecord<Refused> {
  const isOne = (value: unknown): value is Refused => {
    const shape = {
      court: 'string',
      login: 'string',
      kind: 'string',
      time: 'number',
      count: 'number',
    } as const;
    return hasShape(value, shape) && (value as Refused).kind in secretNouns;
  };
  return keptRecord(store, 'refusals.json', isOne, { precious: false });
}

/** A PACER account is the same at every court; an old CM/ECF account is one court's. */
function isSame(a: RefusedName, b: RefusedName): boolean {
  const sameCourt = a.kind !== 'cmecfPassword' || a.court === b.court;
  return a.kind === b.kind && a.login === b.login && sameCourt;
}

const isRecent = (one: Refused, now: number): boolean => one.time <= now && now - one.time < memory;

/** Notes a refusal, counted on from the last one within 15 minutes. Gives what went wrong in words, or null. */
export async function noteRefusal(store: Store, name: RefusedName, now: number): Promise<string | null> {
  return record(store).change((kept) => {
    const all = kept.filter((one) => isRecent(one, now));
    const before = all.find((one) => isSame(one, name));
    const others = all.filter((one) => !isSame(one, name));
    return [...others, { ...name, time: now, count: (before?.count ?? 0) + 1 }];
  });
}

/** Forgets a refusal: the secret was accepted since. */
export async function clearRefusal(store: Store, name: RefusedName): Promise<void> {
  const all = await record(store).read();
  if (!all.some((one) => isSame(one, name))) return;
  await record(store).change((kept) => kept.filter((one) => !isSame(one, name)));
}

/** The refusals of these within the last 15 minutes. */
export async function recentRefusals(
  store: Store,
  names: readonly RefusedName[],
  now: number,
): Promise<Refused[]> {
  const all = await record(store).read();
  return all.filter((one) => isRecent(one, now) && names.some((name) => isSame(one, name)));
}

/** A refusal in words. */
export function refusalWords({ kind, login, time, count }: Refused, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  const when =
    minutes === 0 ? 'less than a minute ago' : minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  const times = count === 1 ? '' : `, ${count} times in a row`;
  return `The ${secretNouns[kind]} of ${login} was refused ${when}${times}.`;
}

/** The ending of a run that nobody watches, soon after a refusal. */
export function refusedRecently(refused: readonly Refused[], now: number): Outcome {
  return outcome('refused-recently', { message: refused.map((one) => refusalWords(one, now)).join(' ') });
}
