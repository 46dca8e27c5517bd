import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from './browser/case.ts';
import { drive, openBrowser, type Browser } from './browser/chromium.ts';
import { listen, type Listener } from './browser/listener.ts';
import { ourSubmission, send } from './browser/ours.ts';
import { addressPages } from './browser/address-pages.ts';
import { buttonPages } from './browser/button-pages.ts';
import { controlPages } from './browser/control-pages.ts';
import { courtPages } from './browser/court-pages.ts';
import { encodingPages } from './browser/encoding-pages.ts';
import { selectPages } from './browser/select-pages.ts';
import { chromiumReadings, mixtures, ourReading, soup } from './browser/soup.ts';

let browser: Browser;
let server: Listener;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), listen()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()]);
});

let pages = 0;
let silent = 0;

async function both(what: Case) {
  const contentType = what.contentType ?? 'text/html; charset=utf-8';
  const bytes = Buffer.from(what.html, what.bytes ?? 'utf8');
  const url = `${server.origin}/cgi-bin/page-${++pages}.pl${what.at ?? ''}`;
  await drive(browser.page, url, () => server.serve({ bytes, contentType }), what);
  const made = ourSubmission(bytes, contentType, url, what);
  const chromium = await server.next(made === null ? 400 : 5_000);
  if (made !== null) await send(made, url);
  const ours = made === null ? null : await server.next(5_000);
  if (chromium === null) silent++;
  return { chromium, ours };
}

const everything = [
  ['controls', controlPages],
  ['selects', selectPages],
  ['buttons', buttonPages],
  ['addresses', addressPages],
  ['encodings', encodingPages],
  ['old court markup', courtPages],
] as const;

describe.each(everything)('our form is sent as Chromium sends it: %s', (_, cases) => {
  it.each(cases.map((page) => [page.name, page] as const))('%s', async (_name, page) => {
    const { chromium, ours } = await both(page);
    expect(ours).toEqual(chromium);
  });
});

it('hardly any of these pages sends nothing', () => {
  expect({ pages, few: silent < 15 }).toEqual({
    pages: everything.flatMap(([, cases]) => cases).length,
    few: true,
  });
});

describe('in pages of tags in no order, fields belong where Chromium has them', () => {
  it.each(mixtures)('%s', async (_, tags) => {
    const made = Array.from({ length: 200 }, (__, seed) => soup(seed + 1, tags));
    const chromium = await chromiumReadings(browser.page, made);
    expect(made.map((html) => [html, ourReading(html)])).toEqual(
      made.map((html, index) => [html, chromium[index]]),
    );
    // Most of the pages must hold something that could differ.
    expect(chromium.filter((forms) => forms.some((form) => /: \S/.test(form))).length).toBeGreaterThan(30);
  });
});
