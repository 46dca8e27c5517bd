import type { Recognised } from '../court/page.ts';
import { recognise } from '../court/recognise.ts';
import { visit } from './open.ts';
import type { Arrived, Session } from './session.ts';

/** Opens an address that nothing led to, only to see what is there; told like any hop. */
export async function look(session: Session, url: string): Promise<Recognised & Pick<Arrived, 'arrival'>> {
  const here = await visit(session, url, null);
  const seen = recognise(here.arrival);
  session.onHop({ ...here.line, kind: seen.page.kind }, here);
  return { ...seen, arrival: here.arrival };
}
