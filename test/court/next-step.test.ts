import { describe, expect, test } from 'vitest';
import type { Menu } from '../../src/court/menu.ts';
import { nextStep } from '../../src/court/next-step.ts';
import type { Page, SignOnForm, Target } from '../../src/court/page.ts';
import { emptyTrail } from '../../src/court/trail.ts';
import type { Goal, Sending, Step } from '../../src/court/step.ts';
import type { Trail } from '../../src/court/trail.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';

const court = 'https://ecf.miwb.uscourts.gov';
const goal: Goal = {
  aim: 'link',
  loginUrl: `${court}/cgi-bin/login.pl`,
  utilitiesUrl: `${court}/cgi-bin/DisplayMenu.pl?Utilities`,
};
const plain: Menu = {
  labels: ['Query'],
  filer: false,
  utilities: `${court}/cgi-bin/DisplayMenu.pl?Utilities&id=1`,
  logout: null,
};

function target(html: string, button: number | null): Target {
  const [form] = readParts(parseDocument(`<form method=post>${html}</form>`, { url: `${court}/` })).forms;
  if (form === undefined) throw new Error('no form');
  return { form, button };
}
const signOn: SignOnForm = {
  ...target('<input name=u><input type=password name=p><button>Login</button>', 2),
  user: 0,
  password: 1,
  clientCode: null,
};
const passcode = { ...target('<input name=c><button>OK</button>', 1), field: 0 };
const box = target('<input type=checkbox name=b><button>Continue</button>', 1);

const trail = (changes: Partial<Omit<Trail, 'sent'>> & { sent?: Partial<Trail['sent']> } = {}): Trail => ({
  ...emptyTrail,
  ...changes,
  sent: { ...emptyTrail.sent, ...changes.sent },
});
const step = (page: Page, past: Trail = trail(), menu: Menu | null = null, aim: Goal['aim'] = 'link'): Step =>
  nextStep({ page, menu }, { ...goal, aim }, past);

type Brief = Pick<Sending, 'as' | 'fresh' | 'orElse'>;
const sent = (made: Step): Brief | string => {
  if (made.do !== 'submit') return made.do === 'finish' ? `finish ${made.id}` : made.do;
  const { as, fresh, orElse } = made.sending;
  return { as, fresh, orElse };
};

describe('on the way in', () => {
  test('a landing is followed', () => {
    expect(step({ kind: 'landing', to: 'https://a.example/' })).toEqual({
      do: 'visit',
      url: 'https://a.example/',
      note: null,
    });
  });

  test('the sign-on form is sent once; come back without a word, one GET is the cure, and then it is over', () => {
    const page: Page = { kind: 'sign-on-form', target: signOn };
    expect(sent(step(page))).toEqual({ as: 'sign-on', fresh: [], orElse: 'sign-on-refused' });
    const after = trail({ sent: { 'sign-on': 1 } });
    expect(step(page, after)).toEqual({ do: 'visit', url: goal.loginUrl, note: 'sign-on-again' });
    expect(sent(step(page, trail({ sent: { 'sign-on': 1 }, cures: ['sign-on-again'] })))).toBe(
      'finish session-expired',
    );
  });

  test('come back after the CM/ECF password was sent, it is over at once: nothing typed is sent again', () => {
    const page: Page = { kind: 'sign-on-form', target: signOn };
    const after = trail({ sent: { 'sign-on': 1, 'link-form': 1 }, signedOn: true });
    expect(sent(step(page, after))).toBe('finish session-expired');
  });

  test('a session that was good and is over is signed in anew, once', () => {
    const page: Page = { kind: 'sign-on-form', target: signOn };
    const over = { signedOn: true, cures: ['sign-on-again' as const] };
    expect(sent(step(page, trail({ ...over, sent: { 'sign-on': 1 } })))).toMatchObject({ as: 'sign-on' });
    expect(sent(step(page, trail({ ...over, sent: { 'sign-on': 2 } })))).toBe('finish session-expired');
  });

  test.each([
    ['password', 0, { as: 'sign-on', fresh: ['pacerUser', 'pacerPassword'], orElse: 'sign-on-refused' }],
    ['client-code', 0, { as: 'sign-on', fresh: ['clientCode'], orElse: 'sign-on-refused' }],
    [
      'passcode-or-password',
      0,
      { as: 'sign-on', fresh: ['pacerUser', 'pacerPassword'], orElse: 'sign-on-refused' },
    ],
    ['passcode-or-password', 1, { as: 'sign-on', fresh: ['passcode'], orElse: 'passcode-refused' }],
    ['unknown', 0, 'finish sign-on-refused'],
    ['expired', 0, 'visit'],
  ] as const)('a refusal about the %s (passcodes sent: %d)', (fault, passcodes, expected) => {
    const page: Page = { kind: 'sign-on-refused', fault, text: 'no', target: signOn };
    expect(sent(step(page, trail({ sent: { 'sign-on': 1, passcode: passcodes } })))).toEqual(expected);
  });

  test('a passcode is sent; refused, a fresh one is wanted', () => {
    expect(sent(step({ kind: 'passcode-form', target: passcode }))).toEqual({
      as: 'passcode',
      fresh: [],
      orElse: 'session-expired',
    });
    expect(sent(step({ kind: 'passcode-refused', text: 'no', target: passcode }))).toEqual({
      as: 'passcode',
      fresh: ['passcode'],
      orElse: 'passcode-refused',
    });
  });

  test('a passcode asked for again without a refusal is no refusal; it is said so, and not gone on with for ever', () => {
    const again = (passcodes: number): Step =>
      step({ kind: 'passcode-form', target: passcode }, trail({ sent: { passcode: passcodes } }));
    expect(again(1)).toMatchObject({
      do: 'tell',
      text: 'PACER asks for a one-time passcode again, with no word that one was refused.',
      next: { as: 'passcode', fresh: [], orElse: 'session-expired' },
    });
    expect(again(3)).toMatchObject({ do: 'finish', id: 'session-expired' });
  });

  test('the redaction notice is put to the filer once, and never pressed for ever', () => {
    const page: Page = { kind: 'redaction-notice', text: 'redact', target: box, checkbox: 0 };
    expect(step(page)).toMatchObject({
      do: 'ask',
      question: 'redaction',
      text: 'redact',
      next: { as: 'redaction', via: 'plain', fillings: [{ control: 0, checked: true }] },
    });
    expect(sent(step(page, trail({ sent: { redaction: 1 } })))).toMatchObject({ as: 'redaction' });
    expect(sent(step(page, trail({ sent: { redaction: 3 } })))).toBe('finish unrecognised-page');
  });

  test('a skip is asked for, an account without one is due, and a second skip is never spent', () => {
    const page = (skip: Target | null): Page => ({ kind: 'user-update', text: 'update', skip });
    expect(step(page(box))).toMatchObject({ do: 'ask', question: 'skip-update', next: { as: 'skip' } });
    expect(sent(step(page(null)))).toBe('finish user-update-due');
    expect(sent(step(page(box), trail({ sent: { skip: 1 } })))).toBe('finish user-update-due');
  });

  test('a notice is shown and closed; one with an undertaking in it stops', () => {
    const page = (undertaking: boolean): Page => ({
      kind: 'acknowledgement',
      text: 'news',
      target: box,
      undertaking,
    });
    expect(step(page(false))).toMatchObject({ do: 'tell', text: 'news', next: { as: 'acknowledgement' } });
    expect(sent(step(page(true)))).toBe('finish unrecognised-page');
  });
});

describe('at the court', () => {
  test('a menu leads to Utilities, once', () => {
    expect(step({ kind: 'court-menu' }, trail(), plain)).toMatchObject({ do: 'visit', url: plain.utilities });
    const been = trail({ visited: [plain.utilities ?? ''] });
    expect(step({ kind: 'court-menu' }, been, plain)).toEqual({
      do: 'finish',
      id: 'unrecognised-page',
      text: null,
      why: 'The Utilities page offers no link between a CM/ECF account and a PACER account.',
    });
  });

  test('a menu in place of the link page leads to Utilities once more', () => {
    const met: Trail['met'] = [{ kind: 'utilities-menu', text: '', progress: 1 }];
    const been = trail({ visited: [plain.utilities ?? ''], met });
    expect(step({ kind: 'court-menu' }, been, plain)).toEqual({
      do: 'visit',
      url: plain.utilities,
      note: 'utilities-again',
    });
    expect(step({ kind: 'court-menu' }, { ...been, cures: ['utilities-again'] }, plain)).toEqual({
      do: 'finish',
      id: 'unrecognised-page',
      text: null,
      why: 'The court led back to its menu in place of the link page.',
    });
  });

  test('filing menus mean: already linked; but not once credentials were sent', () => {
    const filer = { ...plain, filer: true };
    expect(sent(step({ kind: 'court-menu' }, trail(), filer))).toBe('finish already-linked');
    expect(step({ kind: 'linked', text: 'linked' }, trail({ sent: { 'link-form': 1 } }), filer)).toEqual({
      do: 'settle',
    });
  });

  test('the link form takes login and password; a wrong one is asked anew, an inactive one is not', () => {
    const form = {
      ...target('<input name=l><input type=password name=k><button>Submit</button>', 2),
      login: 0,
      password: 1,
    };
    expect(sent(step({ kind: 'link-form', text: 'Link', target: form }))).toEqual({
      as: 'link-form',
      fresh: [],
      orElse: 'cmecf-refused',
    });
    const refused = (reason: 'wrong' | 'inactive'): Page => ({
      kind: 'link-refused',
      reason,
      text: 'no',
      target: form,
    });
    expect(sent(step(refused('wrong')))).toEqual({
      as: 'link-form',
      fresh: ['cmecfLogin', 'cmecfPassword'],
      orElse: 'cmecf-refused',
    });
    expect(sent(step(refused('inactive')))).toBe('finish cmecf-refused');
  });

  test('the link form as it was, come back without a word, is no refusal, whatever it always says', () => {
    const form = {
      ...target('<input name=l><input type=password name=k><button>Submit</button>', 2),
      login: 0,
      password: 1,
    };
    const met: Trail['met'] = [
      { kind: 'link-form', text: 'Link\nFive failed tries lock it.\nPassword:', progress: 2 },
    ];
    const after = trail({ met, sent: { 'link-form': 1 } });
    const answer = (text: string): Page => ({ kind: 'link-refused', reason: 'locked', text, target: form });
    expect(step(answer('Five failed tries lock it.'), after)).toEqual({
      do: 'finish',
      id: 'unrecognised-page',
      text: null,
      why: 'The court showed its link form again, with no word that anything was refused; whether it looked at the CM/ECF login and password cannot be seen.',
    });
    expect(step(answer('Link\nFive failed tries lock it.\nPassword:'), after)).toMatchObject({
      id: 'unrecognised-page',
    });
    expect(sent(step(answer('It is locked.\nFive failed tries lock it.'), after))).toBe(
      'finish cmecf-refused',
    );
  });

  test('an unknown court page after signing in is left for Utilities once; elsewhere it ends the run', () => {
    const page: Page = {
      kind: 'unrecognised',
      claims: [],
      seen: { status: 200, host: '', path: '', title: '', forms: [] },
    };
    expect(step(page, trail({ signedOn: true }))).toEqual({
      do: 'visit',
      url: goal.utilitiesUrl,
      note: 'utilities-tried',
    });
    expect(sent(step(page, trail({ signedOn: true, cures: ['utilities-tried'] })))).toBe(
      'finish unrecognised-page',
    );
    expect(sent(step(page))).toBe('finish unrecognised-page');
  });

  test('a 404 where login.pl should be is left for the front page once, any other error ends the run', () => {
    const page = (status: number): Page => ({ kind: 'court-error', text: 'x', status });
    expect(step(page(404))).toEqual({ do: 'visit', url: `${court}/`, note: 'landing-tried' });
    expect(sent(step(page(404), trail({ cures: ['landing-tried'] })))).toBe('finish court-error');
    expect(sent(step(page(500)))).toBe('finish court-error');
  });

  test('the same page with the same words and nothing new sent, a third time, ends the run', () => {
    const page: Page = { kind: 'landing', to: 'https://a.example/' };
    const met = { kind: 'landing' as const, text: 'https://a.example/', progress: 0 };
    expect(step(page, trail({ met: [met] })).do).toBe('visit');
    expect(sent(step(page, trail({ met: [met, met] })))).toBe('finish unrecognised-page');
  });
});
