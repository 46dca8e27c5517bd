import type { Store } from './store.ts';
import type { KeptRecord } from './kept-record.ts';
import { hasShape, keptRecord } from './kept-record.ts';

type Used = { login: string; usedUntil: number };

function record(store: Store): KeptRecord<Used> {
  return keptRecord(store, 'passcodes.json', (value): value is Used =>
    hasShape(value, { login: 'string', usedUntil: 'number' }),
  );
}

/** When the last code made for a login ends (ms since 1970); 0 if none was made. */
export async function usedUntil(store: Store, login: string): Promise<number> {
  const used = await record(store).read();
  return Math.max(0, ...used.filter((one) => one.login === login).map((one) => one.usedUntil));
}

/** Notes that a login's code was made, by when it ends (ms since 1970): no run makes it again. */
export async function noteUsed(store: Store, login: string, until: number): Promise<void> {
  const others = (await record(store).read()).filter((one) => one.login !== login);
  await record(store).write([...others, { login, usedUntil: until }]);
}
