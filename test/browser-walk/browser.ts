import type { Page } from 'playwright-core';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { openBrowser } from '../html/browser/chromium.ts';

const field = (name: string): string => `[name="${name}"]`;

/**
 * Walks a practice court in Chromium as a person does: signs on, answers what the sign-on page asks, goes by the menus
 * to the link page, submits both forms, looks for the filing menus and logs out.
 */
export async function walkInBrowser(court: PracticeCourt, person: Scenario): Promise<void> {
  const { page, close } = await openBrowser();
  try {
    page.setDefaultTimeout(20_000);
    await page.goto(`${court.address}/cgi-bin/login.pl`);
    await signOn(page, court, person);
    await page.getByRole('link', { name: 'Utilities' }).first().click();
    await page.getByRole('link', { name: /Link a CM\/ECF account/ }).click();
    await page.fill(field(person.traits.linkForm.login), person.cmecfLogin);
    await page.fill(field(person.traits.linkForm.password), person.cmecfPassword);
    await page.click('input[type=submit]');
    await page.getByText(person.pacerName).first().waitFor();
    await page.click('input[type=submit]');
    await page.waitForLoadState('load');
    await page.goto(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`);
    await page
      .getByRole('link', { name: /log ?out/i })
      .first()
      .click();
    await page.waitForLoadState('load');
  } finally {
    await close();
  }
}

async function signOn(page: Page, court: PracticeCourt, person: Scenario): Promise<void> {
  await page.fill(field('loginForm:loginName'), person.pacerUser);
  await page.fill(field('loginForm:password'), person.pacerPassword);
  if (person.clientCode !== undefined) await page.fill(field('loginForm:clientCode'), person.clientCode);
  await page.click(field('loginForm:fbtnLogin'));
  for (const gate of person.traits.gates) {
    if (gate === 'passcode') {
      await page.fill(field('mfaForm:mfaInput'), court.passcode());
      await page.click(field('mfaForm:btnOk'));
    } else {
      await page.check(field('regmsg:chkRedact_input'), { force: true });
      await page.click(`${field('regmsg:bpmConfirm')}:not([disabled])`);
    }
  }
  await page.waitForURL(`${court.address}/**`);
}
