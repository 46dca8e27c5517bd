import { describe, expect, test } from 'vitest';
import { open } from './courts.ts';
import { enter, menuOf, sendLinkForm, sendReview, signOn, toReview } from './steps.ts';
import { between } from './visitor.ts';
import type { Reply, Visitor } from './visitor.ts';
import type { PracticeCourt } from '../../src/practice/court.ts';

const filing = ['Bankruptcy', 'Adversary'];
const rest = ['Query', 'Reports', 'Utilities', 'Help', 'Log Out'];
const utilities = (court: PracticeCourt, guest: Visitor): Promise<Reply> =>
  guest.get(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`);

async function atReview(scenario: string) {
  const { court, guest } = await open(scenario);
  await enter(court, guest);
  return { court, guest, review: await toReview(court, guest) };
}

describe('the link is permanent', () => {
  test('a second final Submit, or a second walk, finds the accounts linked and links nothing more', async () => {
    const { court, guest, review } = await atReview('success');
    await sendReview(court, guest, review);
    const again = await sendReview(court, guest, review);
    const anew = await toReview(court, guest);
    const already = 'Your PACER account is already linked to a CM/ECF account in this court.';
    expect([again.text.includes(already), anew.text.includes(already)]).toEqual([true, true]);
    expect({ links: court.links().length, submits: court.finalSubmits() }).toEqual({ links: 1, submits: 2 });
  });

  test('signing in again shows the filing menus at once', async () => {
    const { court, guest, review } = await atReview('success');
    await sendReview(court, guest, review);
    await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    const code = court.passcode(1);
    await signOn(court, guest, code);
    expect(menuOf(await guest.get(`${court.address}/cgi-bin/login.pl`))).toEqual([...filing, ...rest]);
  });

  test('an account that files already has the menus, and the form says so', async () => {
    const { court, guest } = await open('already-linked');
    expect(menuOf(await enter(court, guest))).toEqual([...filing, ...rest]);
    expect((await toReview(court, guest)).text).toContain('is already linked');
    expect(court.links()).toEqual([]);
  });
});

describe('the review page', () => {
  test('it lists both accounts, and holds only hidden fields and a button', async () => {
    const { review } = await atReview('names-differ');
    const cells = [...review.text.matchAll(/<T[HD]>(.*?)<\/T[HD]>/g)].map((one) => one[1]);
    expect(cells).toEqual([
      '&nbsp;',
      'CM/ECF account',
      'PACER account',
      '<B>Name:</B>',
      'Alma Q. Example',
      'Berta R. Sample',
      '<B>Login:</B>',
      'aqexample',
      'berta.sample',
      '<B>Account type:</B>',
      'E-filer',
      'Upgraded PACER Account',
      '<B>Address:</B>',
      '1 Practice Way<BR>Sampleton, MI 49000',
      '1 Practice Way<BR>Sampleton, MI 49000',
    ]);
    expect(
      [...review.text.matchAll(/<INPUT TYPE=(\w+) NAME=(\w+)/g)].map((one) => `${one[1]} ${one[2]}`),
    ).toEqual(['hidden confirmed', 'hidden cmecf_login', 'submit button1']);
  });

  test.each([
    ['account-administrative', 'PACER Administrative Account'],
    ['account-shared', 'Example &amp; Partners LLP'],
    ['account-legacy-review', 'Legacy PACER Account'],
  ])('in %s it names a %s', async (scenario, words) => {
    const { review } = await atReview(scenario);
    expect(review.text).toContain(words);
  });

  test.each([
    'review-lines',
    'review-definitions',
    'review-rows',
    'review-hidden-differs',
    'review-nameless',
  ])('in %s its Submit links as well, whatever the layout', async (scenario) => {
    const { court, guest, review } = await atReview(scenario);
    const shown = [guest.who.cmecfLogin, guest.who.pacerUser].filter((login) => review.text.includes(login));
    await sendReview(court, guest, review);
    expect({ shown: shown.length, links: court.links().length }).toEqual({ shown: 2, links: 1 });
  });

  test('without what its hidden fields say, the final Submit links nothing', async () => {
    const { court, guest, review } = await atReview('success');
    const action = between(review.text, "action='", "'");
    await guest.post(court.address + action, [['button1', 'Submit']], { multipart: true });
    expect(court.links()).toEqual([]);
  });
});

describe('what the court says no to', () => {
  test('a wrong password brings the form again; after five the login is locked, even for the right one', async () => {
    const { court, guest, review } = await atReview('wrong-cmecf-password');
    let page = review;
    for (let tries = 1; tries < 5; tries += 1) {
      expect(page.text).toContain('Invalid CM/ECF login or password.');
      page = await sendLinkForm(court, guest, page);
    }
    guest.who = { ...guest.who, cmecfPassword: court.accepts().cmecfPassword };
    page = await sendLinkForm(court, guest, page);
    expect(page.text).toContain('This login is locked. Try again in five minutes.');
  });

  test('the right password after a wrong one leads on', async () => {
    const { court, guest, review } = await atReview('wrong-cmecf-password');
    guest.who = { ...guest.who, cmecfPassword: court.accepts().cmecfPassword };
    expect((await sendLinkForm(court, guest, review)).text).toContain('<TH>CM/ECF account</TH>');
  });

  test.each([
    ['refused-inactive', 'This CM/ECF account is inactive. Please contact the court.'],
    ['refused-locked', 'This CM/ECF account has been locked because of too many failed attempts.'],
    ['refused-characters', 'The login contains special characters that are not allowed.'],
    ['refused-bare', 'The login or password you entered is not correct.'],
    ['already-linked-form', 'Your PACER account is already linked'],
    ['already-linked-elsewhere', 'This CM/ECF account has already been linked to another PACER account.'],
  ])('in %s: %s', async (scenario, words) => {
    const { court, review } = await atReview(scenario);
    expect(review.text).toContain(words);
    expect(court.links()).toEqual([]);
  });

  test('a refusal that comes once is over with the second try', async () => {
    const { court, guest, review } = await atReview('refused-once');
    expect(review.text).toContain('is not correct');
    expect((await sendLinkForm(court, guest, review)).text).toContain('<TH>CM/ECF account</TH>');
  });

  test.each([
    ['submit-refused', 'The accounts could not be linked.'],
    ['submit-refused-names', 'The accounts were not linked because the names do not match.'],
    ['already-linked-final-submit', 'is already linked'],
  ])('in %s the final Submit is refused: %s', async (scenario, words) => {
    const { court, guest, review } = await atReview(scenario);
    expect((await sendReview(court, guest, review)).text).toContain(words);
    expect({ links: court.links(), submits: court.finalSubmits() }).toEqual({ links: [], submits: 1 });
  });
});

describe('how the final Submit can be answered', () => {
  test('linked, and the connection gone without a word', async () => {
    const { court, guest, review } = await atReview('answer-lost');
    await expect(sendReview(court, guest, review)).rejects.toThrow('socket hang up');
    expect({
      links: court.links().length,
      submits: court.finalSubmits(),
      status: court.log.at(-1)?.status,
    }).toEqual({
      links: 1,
      submits: 1,
      status: null,
    });
    expect(menuOf(await utilities(court, guest))).toEqual([...filing, ...rest]);
  });

  test('linked, and the answer cut in the middle', async () => {
    const { court, guest, review } = await atReview('answer-cut');
    await expect(sendReview(court, guest, review)).rejects.toThrow('aborted');
    expect(court.links().length).toBe(1);
  });

  test('not linked, and the connection gone', async () => {
    const { court, guest, review } = await atReview('lost-final-submit');
    await expect(sendReview(court, guest, review)).rejects.toThrow('socket hang up');
    expect({ links: court.links(), submits: court.finalSubmits() }).toEqual({ links: [], submits: 1 });
  });

  test.each([
    ['unrecognised-after', 200, 1],
    ['unrecognised-after-unlinked', 200, 0],
    ['answer-empty', 200, 1],
    ['linked-then-500', 500, 1],
    ['status-500-final-submit', 500, 0],
  ])('in %s with a %i, links made: %i', async (scenario, status, links) => {
    const { court, guest, review } = await atReview(scenario);
    const answer = await sendReview(court, guest, review);
    expect({ status: answer.status, links: court.links().length, says: /linked/i.test(answer.text) }).toEqual(
      {
        status,
        links,
        says: false,
      },
    );
  });

  test('at once: the first Submit links, without a review page', async () => {
    const { court, review } = await atReview('linked-without-review');
    expect(review.text).toContain('has been successfully linked');
    expect({ links: court.links().length, submits: court.finalSubmits() }).toEqual({ links: 1, submits: 0 });
  });
});

describe('when the new menus show', () => {
  const dropSession = (guest: Visitor): boolean =>
    guest.jar.delete('ecf.miwb.practice.localhost|CourtSession');
  const login = (court: PracticeCourt, guest: Visitor): Promise<Reply> =>
    guest.get(`${court.address}/cgi-bin/login.pl`);

  test.each([
    ['success', [true, true, true]],
    ['menu-late', [false, true, true]],
    ['menu-after-sign-on', [false, false, true]],
    ['menu-never', [false, false, false]],
  ])('in %s on a refresh, in a new court session, after signing in again: %j', async (scenario, shows) => {
    const { court, guest, review } = await atReview(scenario);
    await sendReview(court, guest, review);
    const refreshed = menuOf(await login(court, guest));
    dropSession(guest);
    const reopened = menuOf(await login(court, guest));
    await guest.get(`${court.address}/cgi-bin/login.pl?logout`);
    await signOn(court, guest, court.passcode(1));
    const anew = menuOf(await login(court, guest));
    expect([refreshed, reopened, anew].map((menu) => menu.includes('Bankruptcy'))).toEqual(shows);
  });
});
