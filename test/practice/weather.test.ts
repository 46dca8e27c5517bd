import { describe, expect, test } from 'vitest';
import { open } from './courts.ts';
import { enter, openSignOn, sendLinkForm, sendReview, signOn, toReview } from './steps.ts';
import type { Reply, Visitor } from './visitor.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';

const kinds = ['landing', 'login.pl', 'sign-on-page', 'utilities', 'link-page', 'link-form', 'final-submit'];

/** Walks on until an answer is not what the next step needs; gives that answer. */
async function walkUntil(
  court: PracticeCourt,
  guest: Visitor,
  trouble: (page: Reply) => boolean,
): Promise<Reply> {
  const get = (path: string): Promise<Reply> => guest.get(court.address + path);
  let page = await get('/');
  if (!trouble(page)) page = await get('/cgi-bin/login.pl');
  if (!trouble(page)) page = await openSignOn(court, guest);
  if (!trouble(page)) page = await enter(court, guest);
  if (!trouble(page)) page = await get('/cgi-bin/DisplayMenu.pl?Utilities');
  if (!trouble(page)) page = await get('/cgi-bin/LinkAccount.pl');
  if (trouble(page)) return page;
  const review = await sendLinkForm(court, guest, page);
  return trouble(review) ? review : sendReview(court, guest, review);
}

describe('maintenance', () => {
  const down = (page: Reply): boolean => page.text.includes('temporarily unavailable');

  test.each(kinds.flatMap((kind) => [200, 503].map((status) => [kind, status] as const)))(
    'at %s with a %i: it is that request and none before it that finds the court closed',
    async (kind, status) => {
      const { court, guest } = await open(`maintenance-${status}-${kind}`);
      const page = await walkUntil(court, guest, down);
      expect({
        down: down(page),
        status: page.status,
        kind: court.log.at(-1)?.kind,
        links: court.links(),
      }).toEqual({
        down: true,
        status,
        kind,
        links: [],
      });
    },
  );

  test('after the link everything can be down at once', async () => {
    const { court, guest } = await open('linked-then-maintenance');
    await enter(court, guest);
    const answers = [
      await sendReview(court, guest, await toReview(court, guest)),
      await guest.get(`${court.address}/cgi-bin/login.pl`),
      await guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`),
    ];
    expect(answers.map((page) => page.status)).toEqual([503, 503, 503]);
    expect(court.links().length).toBe(1);
  });
});

describe('a session that is over', () => {
  const over = (page: Reply): boolean =>
    page.status === 302 || page.text.includes('Your session has expired.');

  test.each(
    ['utilities', 'link-page', 'link-form', 'final-submit'].flatMap((kind) => [
      [`expired-${kind}`, kind, 302] as const,
      [`expired-page-${kind}`, kind, 200] as const,
    ]),
  )('in %s at %s, with a %i: both sessions are closed, nothing is linked', async (scenario, kind, status) => {
    const { court, guest } = await open(scenario);
    await enter(court, guest);
    let page = await guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`);
    if (!over(page)) page = await guest.get(`${court.address}/cgi-bin/LinkAccount.pl`);
    if (!over(page)) page = await sendLinkForm(court, guest, page);
    if (!over(page)) page = await sendReview(court, guest, page);
    expect({
      status: page.status,
      kind: court.log.at(-1)?.kind,
      open: court.openSessions(),
      links: court.links(),
    }).toEqual({ status, kind, open: 0, links: [] });
  });

  test('it is over once: signed in again, the walk ends well', async () => {
    const { court, guest } = await open('expired-final-submit');
    await enter(court, guest);
    await sendReview(court, guest, await toReview(court, guest));
    await signOn(court, guest, court.passcode(1));
    await guest.get(`${court.address}/cgi-bin/login.pl`);
    await sendReview(court, guest, await toReview(court, guest));
    expect({ links: court.links().length, submits: court.finalSubmits() }).toEqual({ links: 1, submits: 2 });
  });
});
