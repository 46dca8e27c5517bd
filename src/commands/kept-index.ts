import type { Store } from './store.ts';
import type { KeptRecord } from './kept-record.ts';
import { hasShape, keptRecord } from './kept-record.ts';
import type { SecretName } from './secrets.ts';

/** What the keychain can hold for a login at a court. */
export type KeptKind = 'pacer-password' | 'pacer-totp' | 'cmecf-password';
/** One thing the keychain holds, without the thing: `saved` is when (ISO 8601). */
export type Kept = { court: string; kind: KeptKind; login: string; saved: string };
export type KeptName = Omit<Kept, 'saved'>;

const kinds: Record<KeptKind, string> = {
  'pacer-password': 'PACER password',
  'pacer-totp': 'PACER authenticator seed',
  'cmecf-password': 'CM/ECF password',
};

/** The index's file in the state folder. */
export const indexFile = 'credentials.json';

/** What the keychain keeps for a secret. */
export const kindOf = {
  pacerPassword: 'pacer-password',
  passcode: 'pacer-totp',
  cmecfPassword: 'cmecf-password',
} as const satisfies Record<SecretName, KeptKind>;

/** The keychain's service name of a thing kept; the account is the login. */
export function serviceOf({ court, kind }: Pick<KeptName, 'court' | 'kind'>): string {
  return `miwb-link ${court} ${kind}`;
}

/** What a thing kept is called. */
export function nounOfKept(kind: KeptKind): string {
  return kinds[kind];
}

/**
 * The index of what was saved: names and dates, so that they can be told without opening the keychain. What it does not
 * tell of is found by nobody, so a damaged one is not written over.
 */
export function keptIndex(store: Store): KeptRecord<Kept> {
  const isOne = (value: unknown): value is Kept => {
    const whole = hasShape(value, { court: 'string', kind: 'string', login: 'string', saved: 'string' });
    return whole && (value as Kept).kind in kinds;
  };
  return keptRecord(store, indexFile, isOne, { precious: true });
}

/** The index with a thing in it, once. */
export function withKept(index: readonly Kept[], kept: Kept): Kept[] {
  return [...withoutKept(index, kept), kept];
}

/** The index without a thing. */
export function withoutKept(index: readonly Kept[], name: KeptName): Kept[] {
  return index.filter((one) => !isSame(one, name));
}

/** What the index tells of a thing. */
export function findKept(index: readonly Kept[], name: KeptName): Kept | undefined {
  return index.find((one) => isSame(one, name));
}

/** Whether the index tells of a thing. */
export function isKept(index: readonly Kept[], name: KeptName): boolean {
  return findKept(index, name) !== undefined;
}

function isSame(a: KeptName, b: KeptName): boolean {
  return a.court === b.court && a.kind === b.kind && a.login === b.login;
}
