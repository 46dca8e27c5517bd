import { describe, expect, test } from 'vitest';
import type { Account } from '../../src/court/review.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';
import { approveByNames, approveInPerson, redeem } from '../../src/walk/approval.ts';
import type { Approval, ReviewPage } from '../../src/walk/approval.ts';

const court = 'https://ecf.miwb.uscourts.gov';

function account(name: string | null, login: string): Account {
  return { name, login, type: null, text: `${name ?? ''} ${login}`, other: [] };
}

function review(cmecf: string | null, pacer: string | null, hidden = 'abc'): ReviewPage {
  const html = `<p>CM/ECF account: ${cmecf ?? '?'}<p>PACER account: ${pacer ?? '?'}
    <form method=post action=/cgi-bin/Link.pl><input type=hidden name=token value="${hidden}">
    <input type=submit name=button1 value=Submit><input type=submit name=button2 value=Back></form>`;
  const parts = readParts(parseDocument(html, { url: `${court}/cgi-bin/Link.pl` }));
  const [form] = parts.forms;
  if (form === undefined) throw new Error('no form');
  return {
    kind: 'link-review',
    target: { form, button: 1 },
    review: {
      cmecf: account(cmecf, 'aqexample'),
      pacer: account(pacer, 'alma.example'),
      why: null,
      hiddenValues: [],
    },
    text: parts.text,
  };
}

const alma = 'Alma Q. Example';
const yes = { namesAreMine: true, individualAccount: true, linkForGood: true, typedPacerName: null };
const named = { cmecfName: alma, pacerName: alma, individual: true };

describe('an approval', () => {
  test('binds the court, the page, its entries, the button and the names', () => {
    const page = review(alma, alma);
    const approval = approveInPerson(court, page, yes) as Approval;
    expect(redeem(approval, court, page)).toEqual({
      court,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      entries: [
        ['token', 'abc'],
        ['button1', 'Submit'],
      ],
      button: 1,
      names: { cmecf: alma, pacer: alma },
    });
  });

  test('works once', () => {
    const page = review(alma, alma);
    const approval = approveByNames(court, page, named) as Approval;
    expect(redeem(approval, court, page)).not.toBeNull();
    expect(redeem(approval, court, page)).toBeNull();
  });

  test('is spent by a page that is not the one approved, whatever differs', () => {
    const others: [string, string, ReviewPage][] = [
      ['another name', court, review(alma, 'Alma Q. Exampla')],
      ['another hidden value', court, review(alma, alma, 'abd')],
      [
        'another button',
        court,
        { ...review(alma, alma), target: { ...review(alma, alma).target, button: 2 } },
      ],
      ['another court', 'https://ecf.mieb.uscourts.gov', review(alma, alma)],
    ];
    for (const [what, where, other] of others) {
      const approval = approveInPerson(court, review(alma, alma), yes) as Approval;
      expect(redeem(approval, where, other), what).toBeNull();
      expect(redeem(approval, court, review(alma, alma)), `${what}, then the right one`).toBeNull();
    }
  });

  test('cannot be made up', () => {
    expect(redeem({ approval: true }, court, review(alma, alma))).toBeNull();
  });
});

describe('a person’s answers', () => {
  test.each([
    ['the names', { ...yes, namesAreMine: false }],
    ['the individual account', { ...yes, individualAccount: false }],
    ['linking for good', { ...yes, linkForGood: false }],
  ])('a single no, to %s, makes no approval', (_what, answers) => {
    expect(approveInPerson(court, review(alma, alma), answers)).toBeNull();
  });

  test('where the names differ, the PACER name has to be typed as it is printed', () => {
    const page = review(alma, 'Berta R. Sample');
    const typed = (name: string | null): Approval | null =>
      approveInPerson(court, page, { ...yes, typedPacerName: name });
    expect([typed(null), typed(''), typed(alma), typed('Sample')]).toEqual([null, null, null, null]);
    expect(typed('berta r. sample')).not.toBeNull();
  });

  test('where the PACER name cannot be read, what is typed has to stand on the page', () => {
    const page = { ...review(alma, 'Berta R. Sample') };
    page.review = { ...page.review, pacer: account(null, 'x'), why: 'unsure' };
    const typed = (name: string): Approval | null =>
      approveInPerson(court, page, { ...yes, typedPacerName: name });
    const others = ['Carla C. Else', '', 'a', 'Sample', 'account', 'PACER', 'PACER account'];
    expect(others.filter((other) => typed(other) !== null)).toEqual([]);
    expect(typed('Berta R. Sample')).not.toBeNull();
  });
});

describe('a script’s expected names', () => {
  test.each([
    ['another CM/ECF name', { ...named, cmecfName: 'Berta R. Sample' }],
    ['another PACER name', { ...named, pacerName: 'Alma Example' }],
    ['no word that the account is an individual one', { ...named, individual: false }],
  ])('%s makes no approval', (_what, consent) => {
    expect(approveByNames(court, review(alma, alma), consent)).toBeNull();
  });

  test('names that cannot be read make none', () => {
    expect(approveByNames(court, review(null, alma), named)).toBeNull();
    expect(approveByNames(court, review(alma, null), named)).toBeNull();
  });

  test('two different people make none, even if both are expected', () => {
    const page = review(alma, 'Berta R. Sample');
    expect(approveByNames(court, page, { ...named, pacerName: 'Berta R. Sample' })).toBeNull();
  });
});
