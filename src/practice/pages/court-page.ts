import type { CourtSession, Memory } from '../memory.ts';
import { part } from '../template.ts';
import type { Values } from '../template.ts';

/** The menu bar of a session: with the filing menus for a filer, none without a session. */
export function menuBar(session: CourtSession | null): string {
  if (session === null) return '';
  const filing = session.filer ? part('court/menu-filing', { id: 1_000_001 }) : '';
  return part('court/menu', { filing, id: session.filer ? 1_000_001 : -1 });
}

/** A whole court page: a page of fixtures/ inside the court's frame, with the menu bar of the session. */
export function courtPage(
  memory: Memory,
  session: CourtSession | null,
  page: string,
  values: Values = {},
): string {
  const facts: Values = {
    cmecfName: memory.scenario.cmecfName,
    pacerName: memory.scenario.pacerName,
    cmecfLogin: memory.account.cmecfLogin,
    pacerUser: memory.account.pacerUser,
    court: memory.origins.court,
    ...values,
  };
  return part('court/frame', {
    banner: part('practice/banner'),
    menu: menuBar(session),
    content: part(page, facts),
  });
}
