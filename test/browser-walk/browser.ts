import { createHash, X509Certificate } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { PracticeCourt } from '../../src/practice/court.ts';
import type { Scenario } from '../../src/practice/scenarios.ts';
import { openBrowser } from '../html/browser/chromium.ts';

const field = (name: string): string => `[name="${name}"]`;

export type Walker = {
  /** A certificate to trust that no authority of the system vouches for. */
  cert?: string;
  /** Called with each page before it is acted on. */
  look?: (page: Page, name: string) => Promise<void>;
};

/**
 * Walks a practice court in Chromium as a person does: signs on, answers what the sign-on page asks, goes by the menus
 * to the link page, submits both forms, looks for the filing menus and logs out.
 */
export async function walkInBrowser(
  court: PracticeCourt,
  person: Scenario,
  walker: Walker = {},
): Promise<void> {
  const { page, close } = await openBrowser(walker.cert === undefined ? [] : [trusting(walker.cert)]);
  const look = async (name: string): Promise<void> => walker.look?.(page, name);
  try {
    page.setDefaultTimeout(20_000);
    await page.goto(`${court.address}/cgi-bin/login.pl`);
    await signOn(page, court, person, look);
    await look('court-menu');
    await page.getByRole('link', { name: 'Utilities' }).first().click();
    await look('utilities');
    await page.getByRole('link', { name: /Link a CM\/ECF account/ }).click();
    await page.fill(field(person.traits.linkForm.login), person.cmecfLogin);
    await page.fill(field(person.traits.linkForm.password), person.cmecfPassword);
    await look('link-page');
    await page.click('input[type=submit]');
    await page.getByText(person.pacerName).first().waitFor();
    await look('review');
    await page.click('input[type=submit]');
    await page.waitForLoadState('load');
    await look('linked');
    await page.goto(`${court.address}/cgi-bin/DisplayMenu.pl?Utilities`);
    await look('filing-menus');
    await page
      .getByRole('link', { name: /log ?out/i })
      .first()
      .click();
    await page.waitForLoadState('load');
  } finally {
    await close();
  }
}

function trusting(cert: string): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest('base64');
  return `--ignore-certificate-errors-spki-list=${hash}`;
}

/** The one button that takes each message away; a user update is put off. */
const buttons: Record<string, string> = {
  'acknowledge-ok': 'btnAckOkay',
  'acknowledge-continue': 'regmsgPopup:bpmContinue',
  'user-update': 'frmUserUpdate:bpmSkip',
};

type Look = (name: string) => Promise<void>;

async function signOn(page: Page, court: PracticeCourt, person: Scenario, look: Look): Promise<void> {
  await page.fill(field('loginForm:loginName'), person.pacerUser);
  await page.fill(field('loginForm:password'), person.pacerPassword);
  if (person.clientCode !== undefined) await page.fill(field('loginForm:clientCode'), person.clientCode);
  await look('sign-on');
  await page.click(field('loginForm:fbtnLogin'));
  for (const gate of person.traits.gates) {
    if (gate === 'passcode') {
      await page.fill(field('mfaForm:mfaInput'), court.passcode());
      await look(gate);
      await page.click(field('mfaForm:btnOk'));
    } else if (buttons[gate] !== undefined) {
      const button = page.locator(field(buttons[gate])).first();
      await button.waitFor();
      await look(gate);
      await button.click();
    } else {
      await page.check(field('regmsg:chkRedact_input'), { force: true });
      await look(gate);
      await page.click(`${field('regmsg:bpmConfirm')}:not([disabled])`);
    }
  }
  await page.waitForURL(`${court.address}/**`);
}
