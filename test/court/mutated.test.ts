import { load } from 'cheerio';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, PageKind } from '../../src/court/page.ts';
import { holds } from '../support/property.ts';
import { fixturePages, places, seen } from './fixture-pages.ts';
import type { Place } from './fixture-pages.ts';
import {
  changed,
  changes,
  rewritings,
  rewritten,
  shuffledFields,
  shuffledRows,
  stripped,
  tokensOf,
} from './page-changes.ts';

/** What a page asks for and shows, without where it stands in the markup. */
function facts(page: Page): unknown {
  if (page.kind === 'unrecognised') return page.kind;
  const target = 'target' in page ? page.target : null;
  const controls = target === null ? [] : target.form.controls;
  const named = (index: unknown): unknown =>
    typeof index === 'number' ? [controls[index]?.name, controls[index]?.value] : index;
  const { kind } = page;
  if (kind === 'link-review') {
    const { cmecf, pacer, hiddenValues } = page.review;
    const accounts = [cmecf, pacer].map((one) => one && [one.name, one.login, one.type]);
    return { kind, accounts, hiddenValues, button: named(page.target.button), action: target?.form.action };
  }
  const { form: _form, ...indexes } = target ?? { form: null };
  const fields = Object.entries(indexes).map(([name, index]) => [name, named(index)]);
  return { kind, fields, action: target?.form.action, link: 'link' in page ? page.link : null };
}

const pages = fixturePages.map(({ name, html, place }) => {
  const { page } = seen(html, place);
  return { name, html, place, tokens: tokensOf(html), truth: page.kind, facts: facts(page) };
});

// Pages made to be next to another kind: with the loss of one tag they are honestly that kind.
const honest = pages.filter(({ name }) => !/strange|attack/.test(name));

/** What is left of a page once what it has to say of itself is gone: a menu bar without the page below it, and so on. */
const leftOver = ({ tokens, place, truth }: (typeof pages)[number]): Set<PageKind> =>
  new Set([truth, 'unrecognised', ...stripped(tokens).map((less) => seen(less.join(''), place).page.kind)]);

/** Whether the words of the link have come to stand in some link, as a browser would read the page. */
function offersTheLink(html: string): boolean {
  const page = load(html);
  return page('a')
    .toArray()
    .some((link) => /link a\s[^]*pacer account/i.test(page(link).text()));
}

/** What a damaged page is taken for, if it may not be. */
function mistaken(allowed: ReadonlySet<PageKind>, html: string, place: Place): PageKind | null {
  const { kind } = seen(html, place).page;
  if (allowed.has(kind) || (kind === 'utilities-menu' && offersTheLink(html))) return null;
  return kind;
}

/** What sends something, or says that something was done. */
const weighty: readonly PageKind[] = [
  'passcode-form',
  'redaction-notice',
  'user-update',
  'acknowledgement',
  'link-form',
  'link-review',
  'linked',
  'already-linked',
];

describe('the pages', () => {
  test('are of most kinds, each told apart as it stands', () => {
    const kinds = new Set(pages.map(({ truth }) => truth));
    expect([...kinds].toSorted()).toEqual([
      'account-restricted',
      'acknowledgement',
      'already-linked',
      'appellate',
      'court-menu',
      'cross-site-warning',
      'landing',
      'link-form',
      'link-refused',
      'link-review',
      'linked',
      'maintenance',
      'no-privileges',
      'passcode-form',
      'passcode-refused',
      'redaction-notice',
      'session-expired',
      'sign-on-form',
      'sign-on-refused',
      'submit-refused',
      'unrecognised',
      'user-update',
      'utilities-menu',
    ]);
    expect(pages.filter(({ truth }) => truth === 'unrecognised').map(({ name }) => name)).toEqual([
      'court/strange-extra-password',
      'court/strange-review-choice',
      'court/strange-review-get',
      'court/strange-review-password',
      'court/strange-review-two-forms',
      'court/strange-two-forms',
      'review/unreadable-equal-headings',
      'sign-on/panel-away',
    ]);
  });

  test('leave nothing behind that sends something, or says that something was done', () => {
    const weightyLeft = pages.flatMap((page) =>
      [...leftOver(page)]
        .filter((kind) => kind !== page.truth && weighty.includes(kind))
        // A refused passcode's page without the refusal asks for a passcode; the refused one is not given again.
        .filter((kind) => !(page.truth === 'passcode-refused' && kind === 'passcode-form'))
        .map((kind) => [page.name, kind]),
    );
    expect(weightyLeft).toEqual([]);
  });
});

describe('a page of the court', () => {
  test.each(pages)('$name, written in another way, is the same page', ({ tokens, place, facts: own }) => {
    holds(
      fc.property(fc.array(rewritings, { minLength: 1, maxLength: 3 }), (ways) => {
        const html = ways.reduce((text, how) => rewritten(tokensOf(text), how), tokens.join(''));
        expect(facts(seen(html, place).page)).toEqual(own);
      }),
      12,
    );
  });

  const orders = fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 60 });
  test.each(pages)(
    '$name, its rows or fields in another order, is $truth or nothing',
    ({ html, place, truth }) => {
      holds(
        fc.property(orders, fc.constantFrom(shuffledRows, shuffledFields), (order, shuffle) => {
          expect([truth, 'unrecognised']).toContain(seen(shuffle(html, order), place).page.kind);
        }),
        10,
      );
    },
  );

  test.each(honest)('$name, damaged, is $truth, what is left of it, or nothing', (page) => {
    const allowed = leftOver(page);
    holds(
      fc.property(changes, (list) => {
        expect(mistaken(allowed, list.reduce(changed, page.tokens).join(''), page.place)).toBeNull();
      }),
      40,
    );
  });

  test.each(honest)('$name, shaken up, is $truth, what is left of it, or nothing', (page) => {
    const allowed = leftOver(page);
    const least = { minLength: Math.floor(page.tokens.length / 2) };
    holds(
      fc.property(fc.shuffledSubarray(page.tokens, least), (shuffled) => {
        expect(mistaken(allowed, shuffled.join(''), page.place)).toBeNull();
      }),
      25,
    );
  });

  test.each(pages)('$name is no review and no success anywhere else', ({ html, place, truth }) => {
    const elsewhere = places.filter(({ role, after }) => role !== place.role || after !== place.after);
    const taken = elsewhere.map((other) => [other.after, seen(html, other).page.kind] as const);
    const fatal = taken.filter(([after, kind]) => {
      if (kind === 'link-review') return truth !== 'link-review' || after !== 'link-form';
      return kind === 'linked' && truth !== 'linked';
    });
    expect(fatal).toEqual([]);
  });
});
