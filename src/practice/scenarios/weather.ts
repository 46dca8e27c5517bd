import type { Kind } from '../log.ts';
import type { Scenario } from '../scenarios.ts';
import { scenario } from './people.ts';

const pages: readonly Kind[] = [
  'landing',
  'login.pl',
  'sign-on-page',
  'utilities',
  'link-page',
  'link-form',
  'final-submit',
];
const behindSession: readonly Kind[] = ['utilities', 'link-page', 'link-form', 'final-submit'];

const maintenance = pages.flatMap((at) =>
  [200, 503].map((status) =>
    scenario(`maintenance-${status}-${at}`, `Down for maintenance at ${at}, with status ${status}.`, {
      faults: [{ at, does: { name: 'bare', page: 'court/maintenance', status } }],
    }),
  ),
);

const expired = behindSession.flatMap((at) => [
  scenario(`expired-${at}`, `The session is over at ${at}, once: a redirect to the sign-on page.`, {
    faults: [{ at, does: { name: 'session-expired' }, times: 1 }],
  }),
  scenario(`expired-page-${at}`, `The session is over at ${at}, once: a page says so.`, {
    faults: [{ at, does: { name: 'session-expired', page: 'court/session-expired' }, times: 1 }],
  }),
]);

const broken = (['link-form', 'final-submit'] as const).flatMap((at) => [
  scenario(`status-500-${at}`, `The server fails with a 500 at ${at}.`, {
    faults: [{ at, does: { name: 'status', status: 500 } }],
  }),
  scenario(`lost-${at}`, `The connection breaks at ${at}, before an answer; nothing was done.`, {
    faults: [{ at, does: { name: 'lost' } }],
  }),
]);

/** What no page can help: outages, lost sessions, pages that come back, menus that come late. */
export const weatherScenarios: readonly Scenario[] = [
  ...maintenance,
  ...expired,
  ...broken,
  scenario('link-form-back', 'The link form comes back as it was, without a word.', {
    faults: [{ at: 'link-form', does: { name: 'link-form-here' } }],
  }),
  scenario('cookies-lost-link-form', 'The review page comes with the order to forget every cookie, once.', {
    faults: [{ at: 'link-form', does: { name: 'lose-cookies' }, times: 1 }],
  }),
  scenario('expired-while-thinking', 'The session ends while the review page is on the screen.', {
    faults: [{ at: 'utilities', does: { name: 'session-expired' }, skip: 1, times: 1 }],
  }),
  scenario('answer-cut', 'The court links, and its answer breaks off in the middle.', {
    faults: [{ at: 'final-submit', does: { name: 'cut-midway' }, after: true }],
  }),
  scenario('answer-never', 'The court links and never answers.', {
    faults: [{ at: 'final-submit', does: { name: 'never-answers' }, after: true }],
  }),
  scenario('answer-empty', 'The court links and answers with nothing at all.', {
    faults: [{ at: 'final-submit', does: { name: 'empty' }, after: true }],
  }),
  scenario('linked-then-500', 'The court links and answers with a 500.', {
    faults: [{ at: 'final-submit', does: { name: 'status', status: 500 }, after: true }],
  }),
  scenario('linked-then-maintenance', 'The court links and goes down for maintenance, menu and all.', {
    faults: [
      { at: 'final-submit', does: { name: 'bare', page: 'court/maintenance', status: 503 }, after: true },
      ...(['login.pl', 'utilities', 'menu'] as const).map((at) => ({
        at,
        does: { name: 'bare' as const, page: 'court/maintenance', status: 503 },
        when: 'linked' as const,
      })),
    ],
  }),
  scenario('sign-on-again-once', 'The sign-on page comes back once although the session is good.', {
    faults: [
      {
        at: 'login.pl',
        does: { name: 'redirect', to: '%signOnPage%', status: 302 },
        when: 'signed-in',
        times: 1,
      },
      { at: 'sign-on-page', does: { name: 'sign-on-form' }, when: 'signed-in', times: 1 },
    ],
  }),
  scenario('sign-on-again-script', 'A script leads to the sign-on page once although the session is good.', {
    faults: [
      {
        at: 'login.pl',
        does: { name: 'redirect', to: '%signOnPage%', how: 'assign-double' },
        when: 'signed-in',
        times: 1,
      },
      { at: 'sign-on-page', does: { name: 'sign-on-form' }, when: 'signed-in', times: 1 },
    ],
  }),
  scenario('sign-on-again-utilities', 'The sign-on page comes back once at the Utilities page.', {
    faults: [
      { at: 'utilities', does: { name: 'redirect', to: '%signOnPage%', status: 302 }, times: 1 },
      { at: 'sign-on-page', does: { name: 'sign-on-form' }, when: 'signed-in', times: 1 },
    ],
  }),
  scenario('no-privileges-once', '"This user has no access privileges defined." appears once.', {
    faults: [
      { at: 'login.pl', does: { name: 'page', page: 'court/no-privileges' }, when: 'signed-in', times: 1 },
    ],
  }),
  scenario('no-privileges', '"This user has no access privileges defined." is all the court says.', {
    faults: [{ at: 'login.pl', does: { name: 'page', page: 'court/no-privileges' }, when: 'signed-in' }],
  }),
  scenario('menu-late', 'The new menus show only in a new court session.', {
    menuComes: 'next-court-session',
  }),
  scenario('menu-after-sign-on', 'The new menus show only after signing in again.', {
    menuComes: 'next-sign-on',
  }),
  scenario('menu-never', 'Success is announced, but the new menus never show.', { menuComes: 'never' }),
  scenario('answer-lost-menu-late', 'The answer is lost, and the menus show only in a new court session.', {
    menuComes: 'next-court-session',
    faults: [{ at: 'final-submit', does: { name: 'lost' }, after: true }],
  }),
  scenario('answer-lost-menu-never', 'The answer is lost, and the menus never show.', {
    menuComes: 'never',
    faults: [{ at: 'final-submit', does: { name: 'lost' }, after: true }],
  }),
  scenario(
    'logout-at-sign-on',
    'Logging out at the court leads on to the sign-on host, which ends the sign-on.',
    {
      logout: 'sign-on',
    },
  ),
  scenario('no-link', 'The Utilities page offers no link.', {
    faults: [{ at: 'utilities', does: { name: 'page', page: 'court/utilities-bare' } }],
  }),
];
