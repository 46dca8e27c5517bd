import { html } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { CourtSession, Memory } from '../memory.ts';
import { part } from '../template.ts';
import type { Values } from '../template.ts';

const FILER_ID = 1_000_001;

/** The menu bar of a session: with the filing menus for a filer, none without a session. */
function menuBar(memory: Memory, session: CourtSession | null): string {
  if (session === null) return '';
  const habit = `court/menus/${memory.scenario.traits.menu}`;
  const values = { court: memory.origins.court, id: session.filer ? FILER_ID : -1 };
  return part(habit, { ...values, filing: session.filer ? part(`${habit}-filing`, values) : '' });
}

/** A whole court page: a page of fixtures/ inside the court's frame, with the menu bar of the session. */
export function courtPage(
  memory: Memory,
  session: CourtSession | null,
  page: string,
  values: Values = {},
  status = 200,
): Answer {
  const { scenario, account, origins } = memory;
  const facts: Values = {
    cmecfName: scenario.cmecfName,
    pacerName: scenario.pacerName,
    cmecfLogin: account.cmecfLogin,
    pacerUser: account.pacerUser,
    accountType: scenario.traits.accountType,
    court: origins.court,
    evil: origins.evil,
    loginField: scenario.traits.linkForm.login,
    passwordField: scenario.traits.linkForm.password,
    ...values,
  };
  const body = part('court/frame', {
    banner: part('practice/banner'),
    menu: menuBar(memory, session),
    content: part(page, facts),
  });
  const { charset } = scenario.traits;
  const answer = html(body, status);
  return charset === 'utf-8' ? answer : { ...answer, headers: { 'content-type': 'text/html' }, charset };
}
