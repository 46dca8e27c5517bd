import type { Store } from './store.ts';
import type { KeptRecord } from './kept-record.ts';
import { hasShape, keptRecord } from './kept-record.ts';

type Used = { login: string; usedUntil: number };

function record(store: Store): KeptRecord<Used> {
  const isOne = (value: unknown): value is Used => hasShape(value, { login: 'string', usedUntil: 'number' });
  return keptRecord(store, 'passcodes.json', isOne, { precious: false });
}

/** When the last code made for a login ends (ms since 1970); 0 if none was made. */
export async function usedUntil(store: Store, login: string): Promise<number> {
  const used = await record(store).read();
  return Math.max(0, ...used.filter((one) => one.login === login).map((one) => one.usedUntil));
}

/** Notes that a login's code was made, by when it ends (ms since 1970): no run makes it again. */
export async function noteUsed(store: Store, login: string, until: number): Promise<void> {
  await record(store).change((used) => [
    ...used.filter((one) => one.login !== login),
    { login, usedUntil: until },
  ]);
}
